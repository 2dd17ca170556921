"""What does a schema say together with all that it refers to by `allOf`?

Unfolded before the generator sees it, which takes `allOf` of plain objects only. Where two parts
disagree in a way that a class cannot say, the looser reading wins: a client must never refuse what
the contract allows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from service.openapi_documents import value_at

_LONGEST_CHAIN = 50
_SAYING = frozenset(
    {"$ref", "type", "properties", "items", "prefixItems", "enum", "const", "allOf", "oneOf"}
    | {"anyOf", "additionalProperties", "format"}
)
"""Keywords that give a value its shape; a branch without any of them only sets conditions."""


@dataclass(frozen=True, slots=True)
class Field:
    """A property with the schema object that declares it."""

    schema: Any
    declared_in: Mapping[str, Any]


@dataclass(slots=True)
class Merged:
    """What is left of a schema when `allOf` is unfolded."""

    kinds: list[str] = field(default_factory=list)
    fields: dict[str, Field] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    additional: Any = None
    items: list[Any] = field(default_factory=list)
    branches: list[Any] = field(default_factory=list)
    values: list[Any] | None = None
    format: str | None = None
    nullable: bool = False
    description: str = ""

    @property
    def is_bytes(self) -> bool:
        """Whether a string of it is meant as the content of a file."""
        return self.format in {"binary", "file"}


class References:
    """Follows the references of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def followed(self, node: Any) -> dict[str, Any] | None:
        """Return the object a node stands for; None if its references lead nowhere or in a ring."""
        for _ in range(_LONGEST_CHAIN):
            match node:
                case {"$ref": str(reference)}:
                    node = self._target(reference)
                case dict():
                    return node
                case _:
                    return None
        return None

    def _target(self, reference: str) -> Any:
        if reference != "#" and not reference.startswith("#/"):
            return None
        return value_at(self._document, unquote(reference.removeprefix("#")))


def merged(schema: dict[str, Any], references: References) -> Merged:
    """Return what the schema says, with everything that `allOf` adds to it."""
    parts = list(_parts(schema, references, seen=set()))
    result = Merged()
    for part in parts:
        _add(result, part)
    result.nullable = _nullable(schema, parts)
    if result.additional is False and len(parts) > 1:
        result.additional = None
    if result.fields and result.branches:
        _loosen(result, references)
    if result.fields and any(kind not in {"object", "null"} for kind in result.kinds):
        result.fields = {}
    return result


def _parts(
    schema: dict[str, Any], references: References, *, seen: set[int]
) -> Iterator[dict[str, Any]]:
    """Yield the schema and those it is all of, the most general first."""
    if id(schema) in seen:
        return
    seen.add(id(schema))
    for entry in schema.get("allOf") or ():
        target = references.followed(entry)
        if target is not None:
            yield from _parts(target, references, seen=seen)
    yield schema


def _add(result: Merged, part: Mapping[str, Any]) -> None:
    kinds = part.get("type")
    listed = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    if listed:
        both = [kind for kind in result.kinds if kind in listed]
        result.kinds = both or [*listed]
    for name, schema in _mapping(part.get("properties")).items():
        result.fields[name] = _both(result.fields.get(name), Field(schema, part))
    required = part.get("required")
    result.required |= set(required) if isinstance(required, list) else set()
    if "additionalProperties" in part:
        result.additional = part["additionalProperties"]
    if "items" in part or "prefixItems" in part:
        result.items = [*(part.get("prefixItems") or ()), part["items"]] if "items" in part else [
            *part["prefixItems"]
        ]  # fmt: skip
        result.kinds = result.kinds or ["array"]
    branches = [branch for word in ("oneOf", "anyOf") for branch in part.get(word) or ()]
    result.branches += [branch for branch in branches if _has_shape(branch)]
    _add_values(result, part)
    result.format = part.get("format", result.format)
    result.description = part.get("description", result.description)
    if (result.fields or result.additional is not None) and not result.kinds:
        result.kinds = ["object"]


def _add_values(result: Merged, part: Mapping[str, Any]) -> None:
    values = part.get("enum")
    if isinstance(part.get("const"), str):
        values = [part["const"]]
    if isinstance(values, list) and values:
        known = result.values
        result.values = values if known is None else [v for v in known if v in values] or values


def _both(known: Field | None, further: Field) -> Field:
    """Return a field of which two parts speak."""
    if known is None or known.schema == further.schema:
        return known or further
    if not _has_shape(further.schema):
        return known
    if not _has_shape(known.schema):
        return further
    return Field({"allOf": [known.schema, further.schema]}, further.declared_in)


def _loosen(result: Merged, references: References) -> None:
    """Take the fields of all branches as fields that may be there."""
    for branch in result.branches:
        target = references.followed(branch)
        if target is None:
            continue
        for part in _parts(target, references, seen=set()):
            for name, schema in _mapping(part.get("properties")).items():
                known = result.fields.get(name)
                if known is None:
                    result.fields[name] = Field(schema, part)
                elif known.schema != schema and name not in result.required:
                    result.fields[name] = Field({"anyOf": [known.schema, schema]}, part)
    result.branches, result.additional = [], None


def sole_part(schema: Mapping[str, Any]) -> Any:
    """Return the one schema that `allOf` repeats with nothing but words around it, or None."""
    if _SAYING & schema.keys() != {"allOf"} or not isinstance(schema["allOf"], list):
        return None
    parts = [part for part in schema["allOf"] if _has_shape(part)]
    return parts[0] if len(parts) == 1 else None


def _nullable(schema: Mapping[str, Any], parts: list[dict[str, Any]]) -> bool:
    if any(isinstance(part.get("type"), list) and "null" in part["type"] for part in parts):
        return all("null" in _listed(part.get("type")) for part in parts if "type" in part)
    if schema.get("nullable") is True:
        return True
    return len(parts) > 1 and all(part.get("nullable") is True for part in parts[:-1])


def _has_shape(schema: Any) -> bool:
    return schema is True or (isinstance(schema, dict) and bool(_SAYING & schema.keys()))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
