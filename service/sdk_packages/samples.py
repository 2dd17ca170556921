"""Which values could be sent and answered? Built from prepared schemas, as small as they may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.sdk_packages.preparation import PreparedOperation
from service.sdk_packages.wire_names import wire_name_in

MOST_CALLS = 25
_DEEPEST = 12
_TEXTS = {  # one per format that becomes an object
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00+00:00",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_CONVERTED = frozenset({"date", "date-time", "uuid"})


class NoSample(Exception):
    """The schema asks for a value that contains itself, or for what cannot be written as JSON."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Builds values for the schemas of one prepared document."""

    components: Mapping[str, Any]

    def value(self, schema: Mapping[str, Any], depth: int = 0) -> Any:
        """Return a value that fits the schema; raise `NoSample`."""
        if depth > _DEEPEST:
            raise NoSample
        match schema:
            case {"$ref": str(reference)}:
                return self.value(self.components[_name_in(reference)], depth + 1)
            case {"enum": [first, *_]} | {"const": first}:
                return first
            case {"anyOf": [*members]}:
                return self._first(members, depth)
            case {"type": "object"}:
                return self._object(schema, depth)
            case _:
                return self._plain(schema, depth)

    def _plain(self, schema: Mapping[str, Any], depth: int) -> Any:
        match schema:
            case {"type": "array", "items": items}:
                return self._list(items, depth)
            case {"type": "string"}:
                return _text(schema)
            case {"type": kind}:
                return {"integer": 1, "number": 1.5, "boolean": True, "null": None}[kind]
            case _:
                return {}

    def _first(self, members: list[Any], depth: int) -> Any:
        for member in members:
            try:
                return self.value(member, depth + 1)
            except NoSample:
                continue
        raise NoSample

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        fields = schema.get("properties", {})
        required = set(schema.get("required", ()))
        made = {}
        for name, field in fields.items():
            try:
                made[wire_name_in(name)] = self.value(field, depth + 1)
            except NoSample:
                if name in required:
                    raise
        return made

    def _list(self, items: Mapping[str, Any], depth: int) -> list[Any]:
        try:
            return [self.value(items, depth + 1)]
        except NoSample:
            return []

    def call_of(self, operation: PreparedOperation) -> dict[str, Any] | None:
        """Return what to call an operation with and what to answer; None if nobody could tell."""
        try:
            arguments = [
                self._argument(entry.name, entry.schema)
                for entry in operation.arguments
                if entry.required
            ]
            if operation.body is not None and operation.body_required:
                arguments.append(self._argument("body", operation.body_schema))
            answers = self._answers(operation)
        except NoSample:
            return None
        if not answers or None in arguments:
            return None
        return {
            "module": f"api.{operation.tag}.{operation.name}",
            "method": operation.method.upper(),
            "pointer": operation.pointer,
            "arguments": arguments,
            "answers": answers,
        }

    def _argument(self, name: str, schema: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return an argument: its name, its value as JSON, and what the call makes of that."""
        if "anyOf" in schema:
            schema = schema["anyOf"][0]
        if schema.get("format") == "binary":
            return {"name": name, "value": "bytes", "made": "bytes"}
        value = self.value(schema)
        target = self.components.get(_name_in(schema.get("$ref", "")), schema)
        if target.get("type") == "object":
            return {"name": name, "value": value, "made": _name_in(schema["$ref"])}
        if target.get("type") == "array":
            return {"name": name, "value": [], "made": None}
        kind = schema.get("format")
        return {"name": name, "value": value, "made": kind if kind in _CONVERTED else None}

    def _answers(self, operation: PreparedOperation) -> list[dict[str, Any]]:
        found = []
        for answer in operation.answers[:1]:
            status = _status(answer.status)
            media_type = answer.kind or ""
            if answer.kind is None:
                return [{"status": status, "media_type": "", "content": None}]
            contents = [*answer.examples]
            contents.append(self.value(answer.schema) if "json" in answer.kind else "text")
            found += [
                {"status": status, "media_type": media_type, "content": content}
                for content in contents
            ]
        return found


def calls_for(
    operations: tuple[PreparedOperation, ...], components: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return some calls to try, those that need least first."""
    samples = Samples(components)
    simplest = sorted(
        operations,
        key=lambda operation: (
            operation.body is not None,
            sum(argument.required for argument in operation.arguments),
            operation.method != "get",
        ),
    )
    found: list[dict[str, Any]] = []
    for operation in simplest:
        call = samples.call_of(operation)
        if call is not None:
            found.append(call)
        if len(found) == MOST_CALLS:
            break
    return found


def _text(schema: Mapping[str, Any]) -> str:
    if schema.get("format") == "binary":
        raise NoSample
    return _TEXTS.get(schema.get("format", ""), "text")


def _status(pattern: str) -> int:
    if pattern == "default":
        return 200
    return int(pattern.upper().replace("X", "0"))


def _name_in(reference: str) -> str:
    return reference.rpartition("/")[2]
