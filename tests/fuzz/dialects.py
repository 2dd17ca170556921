"""How does a JSON Schema validator read a schema of Swagger 2.0, OpenAPI 3.0 or 3.1?

The result is plain 2020-12 with its definitions beside it. Who reads it matters: what is
`readOnly` does not travel in requests, so a sender has no such property and a receiver ignores it;
`writeOnly` is the same for responses (OpenAPI 3.0.4, Schema Object). Nothing here is taken from the
engine: a judge that shares code with whom it judges shares its faults.
"""

from enum import StrEnum
from typing import Any

Json = Any

_REMARKS = frozenset(
    (
        *("title", "description", "summary", "$comment", "example", "examples", "externalDocs"),
        *("default", "deprecated", "readOnly", "writeOnly", "nullable", "x-nullable"),
        *("discriminator", "xml", "contentSchema", "$id", "$anchor", "$dynamicRef"),
    )
)
_BOUNDS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}
_MAPS = ("properties", "patternProperties", "dependentSchemas", "$defs")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE = [
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
]
_MAX_HOPS = 8


class Role(StrEnum):
    """Whose eyes a schema is read with."""

    REQUEST_SENDER = "request sender"
    REQUEST_RECEIVER = "request receiver"
    RESPONSE_SENDER = "response sender"
    RESPONSE_RECEIVER = "response receiver"

    @property
    def sends(self) -> bool:
        return self in (Role.REQUEST_SENDER, Role.RESPONSE_SENDER)

    @property
    def hiding(self) -> str:
        """The keyword that takes a property out of this direction."""
        requests = (Role.REQUEST_SENDER, Role.REQUEST_RECEIVER)
        return "readOnly" if self in requests else "writeOnly"


def plain(schema: Json, components: dict[str, Json], *, version: str, role: Role) -> Json:
    """The schema for a validator, in one role; `version` is that of the document."""
    reader = _Reader(components, version, role)
    converted = reader.convert(schema)
    if converted is True or not reader.used:
        return {} if converted is True else converted
    definitions: dict[str, Json] = {}
    while waiting := [use for use in reader.used if reader.used[use] not in definitions]:
        for name, hidden in waiting:
            definitions[reader.used[name, hidden]] = reader.convert(components[name], hidden)
    converted = {"not": {}} if converted is False else converted
    return {**converted, "$defs": {**converted.get("$defs", {}), **definitions}}


def component_of(reference: Json) -> str:
    """The component that a reference names, by the last word of its pointer."""
    return str(reference).rsplit("/", 1)[-1]


class _Reader:
    def __init__(self, components: dict[str, Json], version: str, role: Role) -> None:
        self._components = components
        self._modern = not version.startswith(("2", "3.0"))
        self._role = role
        # By what they define and what the schema around them hides: the names of definitions.
        self.used: dict[tuple[str, frozenset[str]], str] = {}

    def convert(self, schema: Json, hidden: frozenset[str] = frozenset()) -> Json:
        """One schema and what it holds; `hidden` are names that a schema around it hides."""
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema and not self._modern:
            return self._reference(schema, hidden)
        schema = _affirmed(schema)
        hidden = hidden | self._hidden_names(schema)
        found = {key: value for key, value in schema.items() if key not in _REMARKS}
        self._spell_older_words(schema, found)
        self._convert_inside(found, hidden)
        self._hide(found, hidden)
        if "$ref" in schema:
            found.pop("$ref")
            found |= self._reference(schema, hidden)
        return found

    def _reference(self, schema: Json, hidden: frozenset[str]) -> Json:
        """What is referred to means the same as if it stood here: what is hidden here is there."""
        name = component_of(schema["$ref"])
        if name not in self._components:
            return {}
        key = f"{name}.{len(self.used)}" if hidden else name
        return {"$ref": f"#/$defs/{self.used.setdefault((name, hidden), key)}"}

    def _spell_older_words(self, schema: Json, found: Json) -> None:
        self._spell_null(schema, found)
        if isinstance(found.get("items"), list):
            found["prefixItems"] = found.pop("items")
        if found.get("type") == "file":
            found["type"] = "string"
        for bound, beyond in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if isinstance(found.get(beyond), bool) and found.pop(beyond) and bound in found:
                found[beyond] = found.pop(bound)
        _spell_number_format(found)

    def _spell_null(self, schema: Json, found: Json) -> None:
        nullable = schema.get("nullable") is True or schema.get("x-nullable") is True
        if self._modern or not nullable:
            return
        if isinstance(found.get("type"), str):
            found["type"] = [found["type"], "null"]
        if "enum" in found and None not in found["enum"]:
            found["enum"] = [*found["enum"], None]

    def _convert_inside(self, found: Json, hidden: frozenset[str]) -> None:
        for keyword in _MAPS:
            if isinstance(found.get(keyword), dict):
                found[keyword] = {key: self.convert(sub) for key, sub in found[keyword].items()}
        for keyword in _LISTS:
            if isinstance(found.get(keyword), list):
                outer = frozenset() if keyword == "prefixItems" else hidden
                found[keyword] = [self.convert(sub, outer) for sub in found[keyword]]
        for keyword in _SINGLE:
            if keyword in found:
                found[keyword] = self.convert(found[keyword])

    def _hide(self, found: Json, hidden: frozenset[str]) -> None:
        if isinstance(found.get("required"), list):
            found["required"] = [name for name in found["required"] if name not in hidden]
        for name in hidden & found.get("properties", {}).keys():
            found["properties"][name] = not self._role.sends

    def _hidden_names(self, schema: Json, hops: int = 0) -> frozenset[str]:
        """The properties of a schema, and of what it must also satisfy, that do not travel."""
        names = {
            name for name, child in schema.get("properties", {}).items() if self._is_hidden(child)
        }
        for part in self._parts(schema) if hops < _MAX_HOPS else ():
            names |= self._hidden_names(part, hops + 1)
        return frozenset(names)

    def _is_hidden(self, schema: Json, hops: int = 0) -> bool:
        if not isinstance(schema, dict) or hops > _MAX_HOPS:
            return False
        alone = "$ref" in schema and not self._modern
        if schema.get(self._role.hiding) is True and not alone:
            return True
        return any(self._is_hidden(part, hops + 1) for part in self._parts(schema))

    def _parts(self, schema: Json) -> list[Json]:
        """What a schema must also satisfy: the target of its reference, its `allOf`."""
        parts = []
        if "$ref" in schema:
            parts.append(self._components.get(component_of(schema["$ref"])))
        if "$ref" not in schema or self._modern:
            parts.extend(_affirmed(schema).get("allOf", ()))
        return [part for part in parts if isinstance(part, dict)]


def _affirmed(schema: Json) -> Json:
    """The schema with what it negates twice among what it must also satisfy."""
    twice = schema.get("not")
    if not isinstance(twice, dict) or twice.keys() != {"not"}:
        return schema
    rest = {key: value for key, value in schema.items() if key != "not"}
    return {**rest, "allOf": [*schema.get("allOf", ()), twice["not"]]}


def _spell_number_format(found: Json) -> None:
    """OpenAPI's formats of numbers are bounds; a validator does not know them."""
    types = found.get("type", ())
    types = [types] if isinstance(types, str) else types
    if found.get("format") in _BOUNDS and {"integer", "number"} & set(types):
        least, most = _BOUNDS[found.pop("format")]
        found["minimum"] = max(found.get("minimum", least), least)
        found["maximum"] = min(found.get("maximum", most), most)
