"""Which messages travel with an operation, as one JSON Schema for each direction?

A message is an object here: a request has its parameters and its body, an answer its status, its
headers and its body. The reading is the hunt's (`tests.fuzz.dialects`), on purpose another one than
the engine's. What a schema cannot say of a message raises Unsayable.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.fuzz.dialects import Role, plain

Json = Any

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_TEMPLATE = re.compile(r"\{[^{}]*\}")
_SCALARS = frozenset(("string", "integer", "number", "boolean", "null"))
_HOMES = ("#/components/schemas/", "#/definitions/")
_UNSAID = frozenset(("accept", "content-type", "authorization"))  # OpenAPI 3.1, Parameter Object
_MAX_HOPS = 8
_BESIDE_SCHEMA = frozenset(("name", "in", "required", "description", "collectionFormat"))


class Unsayable(Exception):
    """No schema says what the messages of an operation are; the message says why."""


class Operation(NamedTuple):
    """An operation as it stands in a document, with what its path says beside it."""

    path: str
    item: Json
    content: Json


class Writing(NamedTuple):
    """How a parameter is written, and what it holds."""

    style: str
    explode: bool
    schema: Json
    required: bool
    types: Json

    @property
    def is_scalar(self) -> bool:
        """Whether `explode` means nothing to it."""
        types = self.types
        names = types if isinstance(types, list) else [types]
        return all(isinstance(name, str) and name in _SCALARS for name in names)


class Messages:
    """The messages of one document."""

    def __init__(self, document: dict[str, Json]) -> None:
        self._document = document
        self.version = str(document.get("openapi") or document.get("swagger") or "3.1.0")
        home = document.get("components", {}).get("schemas") or document.get("definitions")
        self._schemas: dict[str, Json] = home or {}

    def operations(self) -> dict[str, Operation]:
        """The operations by method and shape of path."""
        found = {}
        for path, item in (self._document.get("paths") or {}).items():
            for method in _METHODS:
                content = self._follow(item).get(method)
                if isinstance(content, dict):
                    shape = _TEMPLATE.sub("{}", path)
                    found[f"{method} {shape}"] = Operation(path, self._follow(item), content)
        return found

    def parameters(self, operation: Operation) -> dict[str, Writing]:
        """The parameters by place and name; those of a path by their turn."""
        turns = _TEMPLATE.findall(operation.path)
        found = {}
        for written in (
            *operation.item.get("parameters", ()),
            *operation.content.get("parameters", ()),
        ):
            parameter = self._follow(written)
            place, name = str(parameter.get("in")), str(parameter.get("name"))
            if place in ("body", "formData") or (place == "header" and name.lower() in _UNSAID):
                continue
            key = name.lower() if place == "header" else name
            if place == "path":
                key = str(turns.index(f"{{{name}}}")) if f"{{{name}}}" in turns else name
            found[f"{place} {key}"] = self._writing(parameter, place)
        return found

    def request(self, operation: Operation, role: Role) -> Json:
        """What may be sent, as an object of parameters and a body."""
        definitions: dict[str, Json] = {}
        properties, required = {}, []
        for key, parameter in self.parameters(operation).items():
            properties[key] = self._plain(parameter.schema, role, definitions)
            if parameter.required:
                required.append(key)
        bodies, is_needed = self._bodies(operation)
        if bodies:
            properties["body"] = self._any_type(bodies, role, definitions)
        required.extend(["body"] if is_needed else [])
        return _object(properties, required, definitions)

    def types_of_answers(self, operation: Operation) -> set[tuple[str, str]]:
        """The statuses and media types that are answered."""
        found: set[tuple[str, str]] = set()
        for status, written in (operation.content.get("responses") or {}).items():
            response = self._follow(written)
            types = [*self._content(response), *self._produced(operation, response)]
            found.update((status, name) for name in types or [""])
        return found

    def answers(self, operation: Operation, statuses: list[str], role: Role) -> Json:
        """What may be answered with these statuses."""
        definitions: dict[str, Json] = {}
        responses = operation.content.get("responses") or {}
        found = [
            self._answer(status, self._follow(responses[status]), operation, role, definitions)
            for status in statuses
        ]
        return {"anyOf": found, "$defs": definitions} if found else {"not": {}}

    def _answer(
        self,
        status: str,
        response: Json,
        operation: Operation,
        role: Role,
        definitions: dict[str, Json],
    ) -> Json:
        headers, required = {}, []
        for name, written in (response.get("headers") or {}).items():
            header = self._follow(written)
            if name.lower() != "content-type":
                writing = self._writing(header, "header")
                headers[name.lower()] = self._plain(writing.schema, role, definitions)
                required.extend([name.lower()] if writing.required else [])
        properties = {"status": {"const": status}, "headers": _object(headers, required, {})}
        produced = dict.fromkeys(self._produced(operation, response), response.get("schema"))
        bodies = self._content(response) or produced
        if bodies:
            properties["body"] = self._any_type(bodies, role, definitions)
        return _object(properties, list(properties), {})

    def _produced(self, operation: Operation, response: Json) -> list[str]:
        """The media types of a response of Swagger 2.0."""
        if "schema" not in response:
            return []
        types = operation.content.get("produces", self._document.get("produces"))
        return types or ["application/json"]

    def _bodies(self, operation: Operation) -> tuple[dict[str, Json], bool]:
        """The schemas of the body by media type, and whether there must be one."""
        body = self._follow(operation.content.get("requestBody") or {})
        if body:
            return self._content(body), body.get("required") is True
        for parameter in self._written(operation):
            if parameter.get("in") == "formData":
                raise Unsayable("a form of Swagger 2.0")
            if parameter.get("in") == "body":
                types = operation.content.get("consumes", self._document.get("consumes"))
                bodies = dict.fromkeys(types or ["application/json"], parameter.get("schema", {}))
                return bodies, parameter.get("required") is True
        return {}, False

    def _written(self, operation: Operation) -> list[Json]:
        """The parameters as they stand, those of the path first."""
        owners = operation.item, operation.content
        return [self._follow(one) for owner in owners for one in owner.get("parameters") or ()]

    def _content(self, holder: Json) -> dict[str, Json]:
        content = holder.get("content") or {}
        if any("*" in name for name in content):
            raise Unsayable("a range of media types")
        return {name: (media or {}).get("schema", {}) for name, media in content.items()}

    def _any_type(self, bodies: dict[str, Json], role: Role, definitions: dict[str, Json]) -> Json:
        return {
            "anyOf": [
                _object(
                    {"as": {"const": name}, "value": self._plain(schema, role, definitions)},
                    ["as", "value"],
                    {},
                )
                for name, schema in bodies.items()
            ]
        }

    def _writing(self, parameter: Json, place: str) -> Writing:
        collection = parameter.get("collectionFormat")
        usual = "form" if place in ("query", "cookie") else "simple"
        style = str(parameter.get("style", collection or usual))
        schema = parameter.get("schema")
        for name, held in self._content(parameter).items():
            style, schema = name, held
        if schema is None:
            schema = {key: parameter[key] for key in parameter.keys() - _BESIDE_SCHEMA}
            schema = schema if self.version.startswith("2") else {}
        explode = parameter.get("explode", style in ("form", "multi")) is True
        settled = self._follow(schema) if isinstance(schema, dict) else schema
        types = settled.get("type") if isinstance(settled, dict) else None
        return Writing(style, explode, schema, parameter.get("required") is True, types)

    def _plain(self, schema: Json, role: Role, definitions: dict[str, Json]) -> Json:
        for reference in _references(schema, self._schemas):
            if (
                not reference.startswith(_HOMES)
                or reference.rsplit("/", 1)[-1] not in self._schemas
            ):
                raise Unsayable(f"a reference to {reference}")
        found = plain(schema, self._schemas, version=self.version, role=role)
        if isinstance(found, dict):
            definitions |= found.pop("$defs", {})
        return found

    def _follow(self, value: Json) -> Json:
        """What stands at the end of a reference that stands alone."""
        for _ in range(_MAX_HOPS):
            if not (isinstance(value, dict) and isinstance(value.get("$ref"), str)):
                break
            found: Json = self._document
            if not value["$ref"].startswith("#/"):
                raise Unsayable(f"a reference to {value['$ref']}")
            for token in value["$ref"][2:].split("/"):
                found = found.get(token.replace("~1", "/").replace("~0", "~"), {})
            value = found
        return value if isinstance(value, dict) else {}


def _object(properties: Json, required: list[str], definitions: Json) -> Json:
    found = {"type": "object", "properties": properties, "required": sorted(required)}
    return {**found, "$defs": definitions} if definitions else found


def _references(schema: Json, schemas: dict[str, Json]) -> Iterator[str]:
    """Every reference that a schema leads to."""
    waiting, seen = [schema], set[str]()
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
            reference = value.get("$ref")
            if isinstance(reference, str) and reference not in seen:
                seen.add(reference)
                yield reference
                waiting.append(schemas.get(reference.rsplit("/", 1)[-1]))
