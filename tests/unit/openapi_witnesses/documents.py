"""Which documents are compared, and what do they say of an instance when nothing is left out?"""

from typing import Any

import jsonschema_rs

from service.openapi_diff import Comparison, compare
from service.openapi_witnesses import prove

Document = dict[str, Any]
Schema = dict[str, Any] | bool


def document(
    schema: Any, place: str = "body", *, version: str = "3.1.0", schemas: Any = None
) -> Document:
    """A document with the schema in one place of its one operation."""
    operation: dict[str, Any] = {"responses": {"200": {"description": "done"}}}
    if place == "body":
        operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    elif place == "response":
        operation["responses"]["200"]["content"] = {"application/json": {"schema": schema}}
    elif place == "parameter":
        operation["parameters"] = [{"name": "q", "in": "query", "schema": schema}]
    elif place == "header":
        operation["responses"]["200"]["headers"] = {"X-Q": {"schema": schema}}
    elif place == "callback":
        call = {"post": {**operation, "requestBody": _body(schema)}}
        operation["callbacks"] = {"called": {"{$request.body#/url}": call}}
    found: Document = {
        "openapi": version,
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": schemas or {}},
    }
    if place == "webhook":
        found["paths"] = {}
        found["webhooks"] = {"made": {"post": {**operation, "requestBody": _body(schema)}}}
    return found


def _body(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def proved(base: Document, revision: Document, **options: Any) -> Comparison:
    return prove(compare(base, revision), base, revision, **options)


def accepts(schema: Any, instance: Any, schemas: Any = None) -> bool:
    """What the validator says of the schema as it is written, with all that it refers to."""
    whole = {"allOf": [schema], "components": {"schemas": schemas or {}}}
    validator = jsonschema_rs.Draft202012Validator(whole, offline=True, validate_formats=True)
    return validator.is_valid(instance)
