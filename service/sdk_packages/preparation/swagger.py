"""What does a Swagger 2.0 document say in the words of OpenAPI 3? As far as clients need it."""

from collections.abc import Mapping
from typing import Any

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_JSON = "application/json"
_NOT_SCHEMA = frozenset({"name", "in", "required", "description", "collectionFormat"})


def as_openapi_3(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document with bodies, responses and parameters where OpenAPI 3 has them.

    References stay as they are, and lead into what the original defines.
    """
    paths = {
        path: _path_item(item, document)
        for path, item in document.get("paths", {}).items()
        if isinstance(item, dict)
    }
    return {**document, "paths": paths, "components": {"schemas": document.get("definitions", {})}}


def _path_item(item: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    shared = [_resolved(entry, document) for entry in item.get("parameters", [])]
    methods = {
        method: _operation(item[method], shared, document) for method in METHODS if method in item
    }
    return {**{key: item[key] for key in item if key.startswith("x-")}, **methods}


def _operation(
    operation: Mapping[str, Any], shared: list[dict[str, Any]], document: Mapping[str, Any]
) -> dict[str, Any]:
    own = [_resolved(entry, document) for entry in operation.get("parameters", [])]
    given = {(entry.get("name"), entry.get("in")) for entry in own}
    every = [entry for entry in shared if (entry.get("name"), entry.get("in")) not in given] + own
    produces = operation.get("produces", document.get("produces", [_JSON])) or [_JSON]
    translated = {
        **operation,
        "parameters": [
            _parameter(entry) for entry in every if entry.get("in") not in {"body", "formData"}
        ],
        "responses": {
            status: _response(_resolved(response, document), produces)
            for status, response in operation.get("responses", {}).items()
            if isinstance(response, dict)
        },
    }
    body = _body(every, operation.get("consumes", document.get("consumes", [])))
    return {**translated, "requestBody": body} if body else translated


def _body(parameters: list[dict[str, Any]], consumes: list[str]) -> dict[str, Any] | None:
    bodies = [entry for entry in parameters if entry.get("in") == "body"]
    if bodies:
        body = bodies[0]
        kinds = consumes or [_JSON]
        return {
            "required": body.get("required", False),
            "content": {kind: {"schema": body.get("schema", {})} for kind in kinds},
        }
    fields = [entry for entry in parameters if entry.get("in") == "formData"]
    if not fields:
        return None
    has_file = any(entry.get("type") == "file" for entry in fields)
    kind = _MULTIPART if has_file or _MULTIPART in consumes else _FORM
    schema = {
        "type": "object",
        "properties": {entry["name"]: _schema(entry) for entry in fields},
        "required": [entry["name"] for entry in fields if entry.get("required")],
    }
    return {"required": bool(schema["required"]), "content": {kind: {"schema": schema}}}


def _response(response: Mapping[str, Any], produces: list[str]) -> dict[str, Any]:
    if "schema" not in response:
        return {"description": response.get("description", "")}
    schema = response["schema"]
    if isinstance(schema, dict) and schema.get("type") == "file":
        schema, produces = {"type": "string", "format": "binary"}, ["application/octet-stream"]
    content = {kind: {"schema": schema} for kind in produces}
    return {"description": response.get("description", ""), "content": content}


def _parameter(entry: Mapping[str, Any]) -> dict[str, Any]:
    translated = {
        key: entry[key] for key in ("name", "in", "required", "description") if key in entry
    }
    is_repeated = entry.get("collectionFormat") == "multi"
    return {**translated, "schema": _schema(entry), "style": "form", "explode": is_repeated}


def _schema(entry: Mapping[str, Any]) -> dict[str, Any]:
    schema = {key: value for key, value in entry.items() if key not in _NOT_SCHEMA}
    if schema.get("type") == "file":
        schema |= {"type": "string", "format": "binary"}
    if "description" in entry:
        schema["description"] = entry["description"]
    return schema


def _resolved(entry: Any, document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `#/parameters/x` or `#/responses/x` stands for, or the entry itself."""
    match entry:
        case {"$ref": str(reference)}:
            kind, _, name = reference.removeprefix("#/").partition("/")
            target = document.get(kind, {})
            found = target.get(name) if isinstance(target, dict) else None
            return found if isinstance(found, dict) else {}
        case dict():
            return entry
        case _:
            return {}
