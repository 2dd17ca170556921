"""Which schema does the generator get for one of the document, and which classes come of it?

Everything that becomes a class is made a component of its own, under a name that nothing else has;
what is left in place are references, scalars, lists and unions of these. So the generator never
has to invent a name, and never meets what it cannot read.
"""

import json
import re
from collections import deque
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from service.sdk_packages.preparation.merging import Field, Merged, References, merged, sole_part
from service.sdk_packages.preparation.python_names import Taken, class_name, snake_name
from service.sdk_packages.preparation.texts import plain_text, sayable
from service.sdk_packages.wire_names import carrying

DEEPEST = 8
_FORMATS = frozenset({"date", "date-time", "uuid"})
_DERIVED = re.compile(r"(?:_item|_data|_element|_type_\d+)+$")
_NULL: Mapping[str, Any] = {"type": "null"}
_ANYTHING: Mapping[str, Any] = MappingProxyType({})


class SchemaPreparation:
    """The schemas prepared so far; `components` are what the generator gets."""

    def __init__(self, references: References, components: Mapping[str, Any], prefix: str) -> None:
        self.components: dict[str, Any] = {}
        self.pointers: dict[str, str] = {}
        self._references = references
        self._names = Taken()
        self._prepared: dict[int, dict[str, Any]] = {}
        self._alive: list[Any] = []  # so that no other object gets the identity of one prepared
        self._under_way: set[int] = set()
        self._owners: dict[int, str] = {}
        self._bodies: deque[tuple[str, Merged, bool]] = deque()
        self._aliases: dict[str, Any] = {}
        for key in sorted(components, key=lambda key: (class_name(key) != key, key)):
            if isinstance(components[key], dict):
                name = self._names.give(class_name(key))
                self._owners[id(components[key])] = name
                self.pointers[name] = f"{prefix.removeprefix('#')}{_escaped(key)}"
        for key, schema in components.items():
            if isinstance(schema, dict):
                self.of({"$ref": f"{prefix}{_escaped(key)}"}, key)
        self.finish()

    def of(self, schema: Any, hint: str, *, depth: int = 0, binary: bool = False) -> dict[str, Any]:
        """Return the schema to put in the place of one of the document.

        `hint` names the class that may come of it; `binary` says that bytes can stand here.
        """
        if not isinstance(schema, dict) or depth > DEEPEST:
            return dict(_ANYTHING)
        target = self._references.followed(schema)
        if target is None:
            return dict(_ANYTHING)
        if binary and not self._is_class(target):
            return self._made(target, hint, depth, binary=True)
        if id(target) not in self._prepared:
            if id(target) in self._under_way:
                return dict(_ANYTHING)  # it contains itself, not by way of a class
            self._under_way.add(id(target))
            self._alive.append(target)
            self._prepared[id(target)] = self._kept(target, self._made(target, hint, depth))
            self._under_way.discard(id(target))
        found = self._prepared[id(target)]
        return _nullable(found) if _says_null(schema) else found

    def form(self, schema: Any, hint: str) -> dict[str, Any]:
        """Return a reference to a class for a multipart body, whose fields may be files."""
        target = self._references.followed(schema) or {}
        return self._announced(target, merged(target, self._references), hint, binary=True)

    def finish(self) -> None:
        """Describe the fields of all classes announced so far."""
        while self._bodies:
            name, read, binary = self._bodies.popleft()
            self.components[name] = self._class(name, read, binary=binary)

    def all_components(self) -> dict[str, Any]:
        """Return the classes, then what is made of them: the generator reads in this order."""
        self.finish()
        return {**self.components, **self._aliases}

    def _kept(self, target: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
        """Return a reference to a list or union that is a component of the document."""
        owner = self._owners.get(id(target))
        if (
            owner is None
            or owner in self.components
            or ("anyOf" not in made and "items" not in made)
        ):
            return made
        self._aliases[owner] = made
        return _reference(owner)

    def _made(
        self, target: dict[str, Any], hint: str, depth: int, *, binary: bool = False
    ) -> dict[str, Any]:
        sole = sole_part(target)
        if sole is not None and not (self._owners.get(id(target)) and self._is_class(sole)):
            made = self.of(sole, hint, depth=depth + 1, binary=binary)
            return _nullable(made) if target.get("nullable") is True else made
        read = merged(target, self._references)
        made = self._read(target, read, hint, depth, binary=binary)
        return _nullable(made) if read.nullable else made

    def _is_class(self, schema: Any) -> bool:
        target = self._references.followed(schema)
        return target is not None and bool(merged(target, self._references).fields)

    def _read(
        self, target: dict[str, Any], read: Merged, hint: str, depth: int, *, binary: bool
    ) -> dict[str, Any]:
        if read.fields:
            return self._announced(target, read, hint, binary=binary)
        if read.branches:
            members = [
                self.of(
                    branch, f"{hint} {_branch_name(branch, number)}", depth=depth + 1, binary=binary
                )
                for number, branch in enumerate(read.branches)
            ]
            return _union(members)
        if read.values is not None:
            return self._closed_set(target, read.values, hint)
        kinds = [kind for kind in read.kinds if kind != "null"]
        if len(kinds) > 1:
            return _union([self._kind(kind, target, read, hint, depth) for kind in kinds])
        if not kinds:
            return dict(_NULL) if read.kinds else self._described(_ANYTHING, read)
        return self._kind(kinds[0], target, read, hint, depth, binary=binary)

    def _kind(
        self,
        kind: str,
        target: dict[str, Any],
        read: Merged,
        hint: str,
        depth: int,
        *,
        binary: bool = False,
    ) -> dict[str, Any]:
        match kind:
            case "array":
                items = self._items(read, hint, depth, binary=binary)
                return self._described({"type": "array", "items": items}, read)
            case "object":
                is_free = not isinstance(read.additional, dict) or not read.additional
                if is_free and id(target) not in self._owners and not binary:
                    return self._described(_ANYTHING, read)
                return self._announced(target, read, hint, binary=binary)
            case _:
                made: dict[str, Any] = {"type": kind}
                if kind == "string" and (read.format in _FORMATS or (binary and read.is_bytes)):
                    made["format"] = "binary" if read.is_bytes else read.format
                return self._described(made, read)

    def _items(self, read: Merged, hint: str, depth: int, *, binary: bool) -> dict[str, Any]:
        members = [self.of(item, f"{hint}Item", depth=depth + 1, binary=binary)
                   for item in read.items]  # fmt: skip
        return _union(members) if members else dict(_ANYTHING)

    def _announced(
        self, target: dict[str, Any], read: Merged, hint: str, *, binary: bool = False
    ) -> dict[str, Any]:
        """Give the class its name; its fields are described later, since they may lead back."""
        owner = None if binary else self._owners.get(id(target))
        name = owner or self._names.give(class_name(hint))
        if not binary:
            self._prepared[id(target)] = _reference(name)
        self.components[name] = {}
        self._bodies.append((name, read, binary))
        return _reference(name)

    def _class(self, name: str, read: Merged, *, binary: bool) -> dict[str, Any]:
        names = Taken()
        plain = {snake_name(wire_name) for wire_name in read.fields}
        properties = {}
        required = []
        for wire_name, field in read.fields.items():
            if not sayable(wire_name):
                continue  # is still found among the additional properties
            hint = f"{self._owner_of(field, name)} {wire_name}"
            python_name = names.give(_field_name(wire_name, plain), joint="_")
            key = carrying(python_name, wire_name)
            properties[key] = self._field(field, hint, binary=binary)
            if wire_name in read.required:
                required.append(key)
        made: dict[str, Any] = {"type": "object", "properties": properties, "required": required}
        if isinstance(read.additional, dict) and read.additional:
            made["additionalProperties"] = self.of(read.additional, f"{name}AdditionalProperty")
        elif read.additional is False and len(properties) == len(read.fields):
            made["additionalProperties"] = False
        return self._described(made, read)

    def _field(self, field: Field, hint: str, *, binary: bool) -> dict[str, Any]:
        made = self.of(field.schema, hint, binary=binary)
        text = field.schema.get("description") if isinstance(field.schema, dict) else None
        if "$ref" in made or not isinstance(text, str) or "description" in made:
            return made
        return {**made, "description": plain_text(text)}

    def _owner_of(self, field: Field, name: str) -> str:
        """Return the name of the class that declares the field."""
        return self._owners.get(id(field.declared_in), name)

    def _closed_set(self, target: dict[str, Any], values: list[Any], hint: str) -> dict[str, Any]:
        kinds = {type(value) for value in values if value is not None}
        has_null = None in values
        if len(kinds) != 1 or not kinds <= {str, int}:
            return _nullable(_loose(kinds)) if has_null else _loose(kinds)
        told = [value for value in values if value is not None]
        if kinds == {str} and not all(sayable(value, empty=True) for value in told):
            return {"type": "string"}
        name = self._owners.get(id(target)) or self._names.give(class_name(hint))
        kind = "string" if kinds == {str} else "integer"
        self.components[name] = {"type": kind, "enum": list(dict.fromkeys(told))}
        return _nullable(_reference(name)) if has_null else _reference(name)

    @staticmethod
    def _described(made: Mapping[str, Any], read: Merged) -> dict[str, Any]:
        return (
            {**made, "description": plain_text(read.description)} if read.description else {**made}
        )


def _field_name(wire_name: str, others: set[str]) -> str:
    """Return the field's name; never one that a loop over its neighbour's items would use."""
    name = snake_name(wire_name)
    stem = _DERIVED.sub("", name)
    return f"{name}_value" if stem != name and stem in others else name


def _branch_name(branch: Any, number: int) -> str:
    title = branch.get("title") if isinstance(branch, dict) else None
    return title if isinstance(title, str) and title else f"Type{number}"


def _union(members: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one of these, flat and without repetition; anything, if one of them is anything."""
    flat = [part for member in members for part in member.get("anyOf", [member])]
    lists = [part["items"] for part in flat if part.get("type") == "array"]
    others = [part for part in flat if part.get("type") != "array"]
    if len(lists) > 1:  # which of several lists a value is, no code could tell
        others.append({"type": "array", "items": _union(lists)})
    else:
        others += [part for part in flat if part.get("type") == "array"]
    unique = list({json.dumps(_bare(part), sort_keys=True): part for part in others}.values())
    if any(not _bare(part) for part in unique) or not unique:
        return dict(_ANYTHING)
    return unique[0] if len(unique) == 1 else {"anyOf": unique}


def _bare(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "description"}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return schema if not _bare(schema) else _union([schema, dict(_NULL)])


def _says_null(schema: Mapping[str, Any]) -> bool:
    return "$ref" in schema and schema.get("nullable") is True


def _loose(kinds: set[type]) -> dict[str, Any]:
    names = {str: "string", int: "integer", float: "number", bool: "boolean"}
    return _union([{"type": names[kind]} for kind in sorted(kinds, key=str) if kind in names])


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
