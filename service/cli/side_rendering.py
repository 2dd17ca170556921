"""How does one side of a change read: what it was or is, without what nobody decides by?"""

import json
from difflib import get_close_matches
from itertools import islice
from typing import Any, NamedTuple

from service.openapi_diff import Change
from service.openapi_diff.places import place_parts
from service.openapi_diff.sentences import total_of
from service.openapi_documents import OpenApiDocument, value_at

_MAX_VALUE = 200
_MAX_LISTED = 40
_MAX_ASKED = 5
_MAX_CANDIDATES = 200
_MAX_WORD = 80
_ALIKE = 0.8
_PROSE = ("description", "title", "summary", "example", "examples")
_LISTED = {"schema.enum-value-removed": "removed", "schema.enum-value-added": "added"}


class Side(NamedTuple):
    """One side of a change: what it is called, and what it holds, if that is what changed."""

    label: str
    told: str = ""


def sides_of(change: Change) -> tuple[Side, Side]:
    """The base's and the revision's side; values only where they are the change."""
    rule, before, after = change.rule, change.before, change.after
    if ".became-" in rule:
        is_required = ".became-required" in rule
        words = ("optional", "required") if is_required else ("required", "optional")
        return Side("before", words[0]), Side("after", words[1])
    if rule == "response.range-vs-code" or (isinstance(before, dict) and before == after):
        return Side("before"), Side("after")
    label = _LISTED.get(rule)
    return (
        Side(label if label and before else "before", _told(before)),
        Side(label if label and after else "after", _told(after)),
    )


def allowed_now(change: Change, revision: OpenApiDocument) -> str | None:
    """The values that are listed now, where listed values changed."""
    values = _listed(change, change.revision_pointer, revision)
    return _list_of(values, len(values), "") if values else None


def renamed_to(change: Change, base: OpenApiDocument, revision: OpenApiDocument) -> str | None:
    """Whether a removed value may go on under a new name; a question, for nobody can tell."""
    if change.rule != "schema.enum-value-removed":
        return None
    known = set(filter(_is_word, _listed(change, change.base_pointer, base)))
    listed = filter(_is_word, _listed(change, change.revision_pointer, revision))
    new = list(islice((word for word in listed if word not in known), _MAX_CANDIDATES))
    twins = [(old, _twin(old, new)) for old in change.before[:_MAX_ASKED] if _is_word(old)]
    asked = [f"was `{old}` renamed to `{twin}`, which is new?" for old, twin in twins if twin]
    return " ".join(asked) or None


def moved_to(change: Change) -> tuple[str, str] | None:
    """The names of the components that described it then and describe it now, if they differ."""
    names = [_component(pointer) for pointer in (change.base_pointer, change.revision_pointer)]
    before, after = names
    return (before, after) if before and after and before != after else None


def _told(value: Any) -> str:
    """A value as JSON on one line; of definitions what restricts, not what explains."""
    match value:
        case None:
            return ""
        case list() if (total := total_of(value)) > len(value):
            return _list_of(value[:-1], total, "")
        case list():
            return _list_of(value, len(value), "; all with --format json")
        case dict():
            return _cut(_without_prose(value))
        case _:
            return _cut(value)


def _list_of(items: list[Any], total: int, hint: str) -> str:
    """The first items, and how many more there are; with a hint at who shows them all."""
    shown = ", ".join(map(_cut, items[:_MAX_LISTED]))
    more = total - min(len(items), _MAX_LISTED)
    return f"[{shown}]" if not more else f"[{shown}, ... {more} more{hint}]"


def _cut(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_VALUE else text[: _MAX_VALUE - 3] + "..."


def _without_prose(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        key: item
        for key, item in schema.items()
        if key not in _PROSE and not str(key).startswith("x-")
    }


def _listed(change: Change, pointer: str | None, document: OpenApiDocument) -> list[Any]:
    """The values that stand at one side of a change of listed values, if it lists any."""
    if not change.rule.startswith("schema.enum") or pointer is None:
        return []
    schema = value_at(document.content, pointer)
    values = schema.get("enum") if isinstance(schema, dict) else None
    return values if isinstance(values, list) else []


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _MAX_WORD


def _twin(word: str, candidates: list[str]) -> str:
    """The candidate that is written almost like a word, or nothing."""
    return next(iter(get_close_matches(word, candidates, n=1, cutoff=_ALIKE)), "")


def _component(pointer: str | None) -> str:
    if not pointer or not pointer.startswith(("/components/", "/definitions/")):
        return ""
    _field, kind, name = place_parts(pointer[1:])
    return f"{kind} {name}"
