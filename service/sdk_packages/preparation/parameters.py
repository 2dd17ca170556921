"""Which arguments does an operation take for its path, query, headers and cookies?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.sdk_packages.preparation.merging import References, merged
from service.sdk_packages.preparation.python_names import Taken, snake_name
from service.sdk_packages.preparation.schemas import SchemaPreparation
from service.sdk_packages.preparation.texts import plain_text, sayable
from service.sdk_packages.wire_names import carrying

_IGNORED_HEADERS = frozenset({"accept", "authorization", "content-type"})
"""OpenAPI says that parameters of these names are to be ignored."""
_LOCATIONS = ("path", "query", "header", "cookie")
_TEXT: Mapping[str, Any] = {"type": "string"}
_PLAIN = frozenset({"string", "integer", "number", "boolean"})


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its name in Python and on the wire, and what it may be."""

    name: str
    wire_name: str
    location: str
    required: bool
    schema: dict[str, Any]
    description: str

    def as_parameter(self) -> dict[str, Any]:
        """Return the Parameter Object for the generator."""
        is_path = self.location == "path"
        return {
            "name": self.name if is_path else carrying(self.name, self.wire_name),
            "in": self.location,
            "required": self.required,
            "schema": self._described(),
        }

    def _described(self) -> dict[str, Any]:
        if "$ref" in self.schema or not self.description:
            return self.schema
        return {**self.schema, "description": self.description}


def arguments_of(
    entries: list[Mapping[str, Any]],
    hint: str,
    *,
    references: References,
    schemas: SchemaPreparation,
) -> list[Argument]:
    """Return the arguments that stand for these parameters, references followed."""
    names = Taken()
    found = []
    for entry in sorted(entries, key=lambda entry: _LOCATIONS.index(entry["in"])):
        if entry["in"] == "header" and entry["name"].lower() in _IGNORED_HEADERS:
            continue
        for wire_name, schema in _spelled(entry, references):
            if not sayable(wire_name):
                continue
            made = schemas.of(schema, f"{hint} {wire_name}")
            found.append(
                Argument(
                    name=names.give(snake_name(wire_name, suffix=entry["in"]), joint="_"),
                    wire_name=wire_name,
                    location=entry["in"],
                    required=entry["in"] == "path" or entry.get("required") is True,
                    schema=_allowed(made, entry["in"], schemas),
                    description=plain_text(entry.get("description")),
                )
            )
    return found


def _spelled(entry: Mapping[str, Any], references: References) -> Iterator[tuple[str, Any]]:
    """Yield the names and schemas under which the value of a parameter is sent.

    An object in the style deepObject is sent field by field, so its fields become arguments. A
    list that is not sent item by item, and JSON inside of a parameter, are left to the caller.
    """
    name, schema = entry["name"], entry.get("schema")
    if schema is None:
        yield name, _TEXT
        return
    target = references.followed(schema)
    read = merged(target, references) if target is not None else None
    if entry["in"] == "query" and entry.get("style") == "deepObject" and read is not None:
        fields, others = _deep(read.fields, read.branches, references)
        if others or not fields:
            yield name, {"anyOf": others} if others else schema
        for key, field in fields.items():
            yield f"{name}[{key}]", field
        return
    is_list = read is not None and "array" in read.kinds
    is_sent_at_once = entry.get("explode") is False or entry.get("style", "form") != "form"
    if is_list and (entry["in"] != "query" or is_sent_at_once):
        yield name, _TEXT
        return
    yield name, schema


def _deep(
    own: Mapping[str, Any], branches: list[Any], references: References
) -> tuple[dict[str, Any], list[Any]]:
    """Return the fields of all objects, and the alternatives that are none."""
    fields = {key: field.schema for key, field in own.items()}
    others = []
    for branch in branches:
        target = references.followed(branch)
        read = merged(target, references) if target is not None else None
        if read is not None and read.fields:
            fields |= {key: field.schema for key, field in read.fields.items()}
        else:
            others.append(branch)
    return fields, others


def _allowed(schema: dict[str, Any], location: str, schemas: SchemaPreparation) -> dict[str, Any]:
    """Return the schema, or text where the generator can write no other value at this place."""
    if location == "query":
        return schema
    members: list[dict[str, Any]] = schema.get("anyOf", [schema])
    simple = [member for member in members if member.get("type") != "null"]
    is_simple = all(_is_simple(member, location, schemas) for member in simple)
    if is_simple and len(simple) == 1:
        return simple[0]
    if is_simple and simple and location == "path":
        return {"anyOf": simple}
    return dict(_TEXT)


def _is_simple(member: Mapping[str, Any], location: str, schemas: SchemaPreparation) -> bool:
    if "$ref" in member:
        name = member["$ref"].rpartition("/")[2]
        return "enum" in schemas.components.get(name, {})
    if location == "header" and "format" in member:
        return False
    return member.get("type") in _PLAIN
