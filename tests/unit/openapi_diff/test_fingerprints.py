"""Does a change keep its fingerprint over later versions, and does a worse one get another?"""

import json
from typing import Any

import pytest

from service.openapi_diff import Change, compare
from tests.unit.openapi_diff.documents import with_operation, with_schema

Document = dict[str, Any]
_REFERENCE = {"$ref": "#/components/schemas/Order"}


def _breaking(base: Document, revision: Document) -> list[Change]:
    return [change for change in compare(base, revision).changes if change.level == "error"]


def _fingerprints(base: Document, revision: Document) -> set[str]:
    return {change.fingerprint for change in _breaking(base, revision)}


def _orders(order: Any, *, name: str = "Order", beside: str = "/items") -> Document:
    """Return a document that takes and returns orders."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    operation = {
        "requestBody": {"content": content},
        "responses": {"200": {"description": "All is well.", "content": content}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Orders", "version": "1"},
        "paths": {"/orders": {"post": operation}, beside: {"get": {}}},
        "components": {"schemas": {name: order}},
    }


def _order(**state: Any) -> Document:
    return {"type": "object", "properties": {"id": {"type": "string"}, "state": state}}


def _backwards(value: Any) -> Any:
    """Return the same document with its maps written in the other order, all the way down."""
    if isinstance(value, dict):
        return {key: _backwards(value[key]) for key in reversed(value)}
    return [_backwards(item) for item in value] if isinstance(value, list) else value


_BEFORE = _orders(_order(type="string", enum=["open", "paid", "void"]))
_AFTER = _orders(_order(type="string", enum=["open", "paid"]))


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        (_backwards(_BEFORE), _backwards(_AFTER)),
        (_orders(_order(type="string", enum=["void", "open", "paid"])), _AFTER),
        (_BEFORE, _orders(_order(type="string", enum=["open", "paid"], description="Of late."))),
        (
            _orders(_order(type="string", enum=["open", "paid", "void"]), beside="/new"),
            _orders(_order(type="string", enum=["open", "paid"]), beside="/newer"),
        ),
        (
            _orders({**_order(type="string", enum=["open", "paid", "void"]), "title": "x"}),
            _orders({**_order(type="string", enum=["open", "paid"]), "maxProperties": 9}),
        ),
        (_BEFORE, _orders(_order(type="string", enum=["open", "paid"]), name="Purchase")),
        (_BEFORE, json.loads(json.dumps(_AFTER))),
    ],
    ids=[
        "maps reordered",
        "values reordered",
        "described",
        "other paths",
        "other edits beside it",
        "component renamed with it",
        "read anew",
    ],
)
def test_the_same_edit_has_the_same_fingerprint(base: Document, revision: Document) -> None:
    known = _fingerprints(_BEFORE, _AFTER)

    assert len(known) == 1
    assert known <= _fingerprints(base, revision)


def test_a_component_that_was_renamed_before_is_another_place() -> None:
    base = _orders(_order(type="string", enum=["open", "paid", "void"]), name="Purchase")
    revision = _orders(_order(type="string", enum=["open", "paid"]), name="Purchase")

    assert not _fingerprints(base, revision) & _fingerprints(_BEFORE, _AFTER)


def _parameter(name: str = "q", place: str = "query", **schema: Any) -> Document:
    required = place == "path"
    written = {"name": name, "in": place, "schema": schema or {"type": "string"}}
    return with_operation({"parameters": [{**written, **({"required": True} if required else {})}]})


def _form(encoding: Any) -> Document:
    schema = {"type": "object", "properties": {"f": {"type": "string"}}}
    content = {"multipart/form-data": {"schema": schema, "encoding": {"f": encoding}}}
    return with_operation({"requestBody": {"content": content}})


def _security(*alternatives: Any) -> Document:
    scheme = {"type": "apiKey", "in": "header", "name": "x"}
    document = with_operation({"security": list(alternatives)})
    schemes = {"a": scheme, "b": {**scheme, "name": "y"}, "c": {**scheme, "name": "z"}}
    return {**document, "components": {"securitySchemes": schemes}}


@pytest.mark.parametrize(
    ("rule", "base", "approved", "worse"),
    [
        (
            "schema.type-narrowed",
            with_schema({"type": ["string", "integer", "null"]}),
            with_schema({"type": ["string", "null"]}),
            with_schema({"type": "null"}),
        ),
        (
            "schema.type-incompatible",
            with_schema({"type": "string"}),
            with_schema({"type": "integer"}),
            with_schema({"type": "boolean"}),
        ),
        (
            "schema.type-widened",
            with_schema({"type": "string"}),
            with_schema({"type": ["string", "integer"]}),
            with_schema({"type": ["string", "integer", "object"]}),
        ),
        (
            "schema.maximum-tightened",
            with_schema({"type": "integer", "maximum": 100}),
            with_schema({"type": "integer", "maximum": 50}),
            with_schema({"type": "integer", "maximum": 5}),
        ),
        (
            "schema.enum-value-removed",
            with_schema({"enum": ["a", "b", "c"]}),
            with_schema({"enum": ["a", "b"]}),
            with_schema({"enum": ["a"]}),
        ),
        (
            "schema.enum-added",
            with_schema({"type": "string"}),
            with_schema({"type": "string", "enum": ["a", "b"]}),
            with_schema({"type": "string", "enum": ["a"]}),
        ),
        (
            "schema.pattern-changed",
            with_schema({"type": "string", "pattern": "^a"}),
            with_schema({"type": "string", "pattern": "^b"}),
            with_schema({"type": "string", "pattern": "^c"}),
        ),
        (
            "property.added-required",
            with_schema({"type": "object", "properties": {}}),
            with_schema({"type": "object", "properties": {"a": {}}, "required": ["a"]}),
            with_schema({"type": "object", "properties": {"b": {}}, "required": ["b"]}),
        ),
        (
            "parameter.location-changed",
            _parameter(),
            _parameter("q", "header"),
            _parameter("q", "cookie"),
        ),
        ("parameter.renamed", _parameter(), _parameter("r"), _parameter("s")),
        (
            "body.encoding-content-type",
            _form({"contentType": "image/png"}),
            _form({"contentType": "image/gif"}),
            _form({"contentType": "text/plain"}),
        ),
        (
            "body.encoding-serialisation",
            _form({"style": "form"}),
            _form({"style": "pipeDelimited"}),
            _form({"style": "spaceDelimited"}),
        ),
        ("security.required-added", _security(), _security({"a": []}), _security({"b": []})),
        (
            "server.url-changed",
            {**with_operation({}), "servers": [{"url": "https://a"}]},
            {**with_operation({}), "servers": [{"url": "https://b"}]},
            {**with_operation({}), "servers": [{"url": "https://c"}]},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_worse_edit_of_the_same_place_has_another_fingerprint(
    rule: str, base: Document, approved: Document, worse: Document
) -> None:
    first = [change for change in _breaking(base, approved) if change.rule == rule]
    second = _breaking(base, worse)

    assert first
    assert second
    assert not {change.fingerprint for change in first} >= {change.fingerprint for change in second}


def test_requests_and_responses_are_approved_apart() -> None:
    either = compare(_BEFORE, _AFTER).changes

    assert len({change.fingerprint for change in either}) == len(either) == 2
