"""What reads the same is compared by short ways: do they find what the long way finds?"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from service.openapi_diff import STRICT
from service.openapi_diff.compare_documents import compare_documents
from service.openapi_diff.description import Description
from service.openapi_diff.findings import changes_of
from service.openapi_diff.unchanged import Unchanged
from service.openapi_diff.walk import Walk

Document = dict[str, Any]


class LongWay(Unchanged):
    """Finds what has changed as ever, but then says of nothing that it reads the same."""

    def __init__(self, base: Description, revision: Description, *, answer: bool = False) -> None:
        self._answer: bool | None = None
        super().__init__(base, revision)
        self._answer = answer

    def reads_the_same(self, base: Any, revision: Any) -> bool:
        return super().reads_the_same(base, revision) if self._answer is None else self._answer


def _careless(base: Description, revision: Description) -> LongWay:
    return LongWay(base, revision, answer=True)


def _found(
    unchanged: Callable[[Description, Description], Unchanged], base: Document, revision: Document
) -> list[dict[str, Any]]:
    before, after = Description(base), Description(revision)
    walk = Walk(before, after, unchanged(before, after), STRICT.calendar)
    compare_documents(walk)
    walk.run()
    walk.spread()
    return [change.to_dict() for change in changes_of(walk, STRICT)]


def _component(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


# What is shared, and how it may change; everything else of the documents reads the same.
_EDITS: dict[str, tuple[str, Any, Any]] = {
    "a schema": (
        "schemas",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
    ),
    "a schema that becomes binary": (
        "schemas",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string", "format": "binary"}}},
    ),
    "an example": ("examples", {"value": 1}, {"value": 2}),
    "a header": ("headers", {"schema": {"type": "string"}}, {"schema": {"type": "integer"}}),
    "a response": ("responses", {"description": "a"}, {"description": "b"}),
    "a parameter": (
        "parameters",
        {"name": "q", "in": "query", "schema": {"type": "string"}},
        {"name": "q", "in": "query", "required": True, "schema": {"type": "integer"}},
    ),
    "a link": ("links", {"operationId": "a"}, {"operationId": "b"}),
}
_SCHEMA, _EXAMPLE = _component("schemas", "shared"), _component("examples", "shared")
_JSON = {"application/json": {"schema": _SCHEMA}}
_FORM = {
    "multipart/form-data": {"schema": _SCHEMA, "encoding": {"a": {"headers": {"X": {}}}}},
}
_OPERATIONS: dict[str, Document] = {
    "plain": {"responses": {"200": {"description": "d", "content": _JSON}}},
    "of two types": {
        "responses": {"200": {"description": "d", "content": {**_JSON, "text/json": {}}}}
    },
    "with examples": {
        "responses": {
            "2xx": {
                "description": "d",
                "content": {"application/json": {"schema": _SCHEMA, "examples": {"one": _EXAMPLE}}},
            }
        }
    },
    "with a form": {"responses": {"200": {"description": "d", "content": _FORM}}},
    "with headers": {
        "responses": {
            "200": {
                "description": "d",
                "headers": {"X-A": _component("headers", "shared")},
                "links": {"next": _component("links", "shared")},
            }
        }
    },
    "by reference": {"responses": {"200": _component("responses", "shared"), "x-y": {}}},
    "named twice": {
        "responses": {
            "2xx": {"description": "d", "content": _JSON},
            "2XX": {"description": "d"},
        }
    },
    "with a body": {"requestBody": {"content": _JSON}, "responses": {}},
    "with a form in the body": {"requestBody": {"content": _FORM}, "responses": {}},
    "with parameters": {"parameters": [_component("parameters", "shared")], "responses": {}},
    "with a callback": {
        "callbacks": {"c": {"{$url}": {"post": {"requestBody": {"content": _JSON}}}}},
        "responses": {},
    },
}


def _document(version: str, operation: Document, kind: str, shared: Any) -> Document:
    return {
        "openapi": version,
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"get": operation}, "/b": {"post": operation}},
        "components": {
            "schemas": {"shared": {"type": "string"}},
            "examples": {"shared": {"value": 0}},
            "headers": {"shared": {}},
            "responses": {"shared": {"description": "d"}},
            "parameters": {"shared": {"name": "p", "in": "query"}},
            "links": {"shared": {}},
            kind: {"shared": shared},
        },
    }


def _swagger(shared: Any) -> Document:
    response = {"description": "d", "schema": {"$ref": "#/definitions/shared"}}
    body = {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/shared"}}
    return {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "produces": ["application/json", "text/json"],
        "paths": {
            "/a": {
                "parameters": [{"$ref": "#/parameters/body"}],
                "get": {"responses": {"200": response}},
                "post": {"produces": ["text/json"], "responses": {"200": response}},
            }
        },
        "parameters": {"body": body},
        "definitions": {"shared": shared},
    }


def _pairs() -> Iterator[tuple[Document, Document]]:
    for kind, before, after in _EDITS.values():
        for operation in _OPERATIONS.values():
            for version in ("3.0.3", "3.1.0"):
                yield (
                    _document(version, operation, kind, before),
                    _document(version, operation, kind, after),
                )
        if kind == "schemas":
            yield _swagger(before), _swagger(after)


_PAIRS = [pair for one, other in _pairs() for pair in ((one, other), (other, one))]


@pytest.mark.parametrize(("base", "revision"), _PAIRS)
def test_short_ways_find_what_the_long_way_finds(base: Document, revision: Document) -> None:
    short, long = _found(Unchanged, base, revision), _found(LongWay, base, revision)

    assert short == long


def test_the_pairs_have_something_to_find() -> None:
    found = [bool(_found(LongWay, *pair)) for pair in _PAIRS]

    assert found.count(True) > len(_PAIRS) / 5


def test_a_short_way_taken_where_it_must_not_be_is_found() -> None:
    """Of an operation that does not read the same, the short way would miss most."""
    base, revision = (
        _document("3.1.0", {"description": text, "responses": {}}, "schemas", {})
        for text in ("one", "two")
    )

    assert _found(LongWay, base, revision) != _found(_careless, base, revision)
