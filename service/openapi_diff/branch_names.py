"""What are alternatives and parts called that have no name of their own?

By what tells them apart from those beside them, however they are ordered: a constant, their type,
the properties they require or declare; else by all that they say. Two that say the same are
counted.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

UNORDERED = frozenset(("oneOf", "anyOf", "allOf"))

_REMARKS = frozenset(("description", "example", "examples", "$comment", "default", "deprecated"))
_SHORT = 60
_DIGITS = 16

Feature = Callable[[dict[str, Any]], Any]


def names_of_branches(branches: list[Any]) -> list[str]:
    """A name for each member of a list whose order means nothing, unlike that of any other."""
    names: list[str | None] = [None] * len(branches)
    for feature in _FEATURES:
        if None not in names:
            break
        told = [_written(feature(one)) if isinstance(one, dict) else None for one in branches]
        counts = Counter(told)
        for place, text in enumerate(told):
            if names[place] is None and text is not None and counts[text] == 1:
                names[place] = text
    return _by_content(branches, names)


def _by_content(branches: list[Any], names: list[str | None]) -> list[str]:
    seen: Counter[str] = Counter()
    found = []
    for branch, name in zip(branches, names, strict=True):
        text = name
        if text is None:
            digest = _digest(branch)
            seen[digest] += 1
            text = digest if seen[digest] == 1 else f"{digest} {seen[digest]}"
        found.append(f"[{text}]")
    return found


def _written(feature: Any) -> str | None:
    """A feature as text, short whatever it is; None where the branch has no such feature."""
    if not feature:
        return None
    text = json.dumps(feature, sort_keys=True, ensure_ascii=False, default=str)
    return text if len(text) <= _SHORT else hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _digest(branch: Any) -> str:
    said = branch
    if isinstance(branch, dict):
        said = {key: value for key, value in branch.items() if key not in _REMARKS}
    text = json.dumps(said, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _constants(branch: dict[str, Any]) -> dict[str, Any]:
    """The properties that must be there with one value, and it."""
    properties, required = branch.get("properties"), branch.get("required")
    if not isinstance(properties, dict) or not isinstance(required, list):
        return {}
    found = {}
    for name in required:
        schema = properties.get(name) if isinstance(name, str) else None
        if isinstance(schema, dict):
            values = [schema["const"]] if "const" in schema else schema.get("enum")
            if isinstance(values, list) and len(values) == 1:
                found[name] = values[0]
    return found


def _type(branch: dict[str, Any]) -> Any:
    types = branch.get("type")
    return sorted(map(str, types)) if isinstance(types, list) else types


def _required(branch: dict[str, Any]) -> list[str]:
    required = branch.get("required")
    return sorted(map(str, required)) if isinstance(required, list) else []


def _properties(branch: dict[str, Any]) -> list[str]:
    properties = branch.get("properties")
    return sorted(properties) if isinstance(properties, dict) else []


_FEATURES: tuple[Feature, ...] = (_constants, _type, _required, _properties)
