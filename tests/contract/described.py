"""What does the document say about one request: which operation is it, what may be answered?"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jsonschema_rs
from flask import Flask
from werkzeug.exceptions import HTTPException

_VARIABLE = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")


@dataclass(frozen=True)
class Described:
    """The API's document, with what is needed to hold exchanges against it."""

    document: Mapping[str, Any]

    @cached_property
    def _validators(self) -> dict[str, jsonschema_rs.Draft202012Validator]:
        return {}

    def operation(self, app: Flask, method: str, path: str) -> "Operation | None":
        """Return the operation that a request asks for; None if there is none."""
        try:
            rule, _ = app.url_map.bind("localhost").match(path, method=method, return_rule=True)
        except HTTPException:
            return None
        template = _VARIABLE.sub(r"{\1}", rule.rule)
        item = self.document["paths"].get(template, {})
        found = item.get(method.lower())
        if found is None:
            return None
        parameters = [*item.get("parameters", []), *found.get("parameters", [])]
        return Operation(found, [self.resolved(parameter) for parameter in parameters], self)

    def resolved(self, value: Any) -> Any:
        """Return what a reference refers to, or the value itself."""
        while isinstance(value, dict) and "$ref" in value:
            target: Any = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            value = target
        return value

    def schema_faults(self, schema: Any, value: Any) -> list[str]:
        """Return what a schema of the document finds wrong with a value."""
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            whole = {"allOf": [schema], "components": self.document["components"]}
            self._validators[key] = jsonschema_rs.Draft202012Validator(
                whole, validate_formats=True, offline=True
            )
        return [
            f"{'/'.join(map(str, error.instance_path))}: {error.message}"
            for error in self._validators[key].iter_errors(value)
        ]


@dataclass(frozen=True)
class Operation:
    """One operation, its parameters with those of its path."""

    definition: Mapping[str, Any]
    parameters: list[Any]
    described: Described

    @property
    def id(self) -> str:
        """The operationId."""
        return str(self.definition["operationId"])

    def response(self, status: int) -> Mapping[str, Any] | None:
        """Return what is said about answers of a status; None if nothing is."""
        found: Mapping[str, Any] | None = self.described.resolved(
            self.definition["responses"].get(str(status))
        )
        return found

    def in_location(self, location: str) -> dict[str, Any]:
        """Return the parameters of a location by name."""
        return {entry["name"]: entry for entry in self.parameters if entry["in"] == location}
