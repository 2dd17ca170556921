"""Are contradictions of the specification found, and published documents' faults forgiven?"""

from collections.abc import Callable
from typing import Any

import pytest

from service.openapi_documents import OpenApiDocument

Read = Callable[[Any], OpenApiDocument]
Refused = Callable[[Any], list[tuple[str, str | None]]]

OK = {"responses": {"200": {"description": ""}}}


def parameter(name: str, location: str = "path") -> dict[str, Any]:
    return {"name": name, "in": location, "required": True, "schema": {}}


def test_an_operation_id_stands_once_callbacks_included(
    document: dict[str, Any], refused: Refused
) -> None:
    callback = {"{$url}": {"post": {**OK, "operationId": "twice"}}}
    operation = {**OK, "operationId": "twice", "callbacks": {"done": callback}}
    document["paths"] = {"/a": {"get": operation}, "/b": {"get": {**OK, "operationId": "b"}}}

    assert [code for code, _pointer in refused(document)] == ["duplicate-operation-id"]


def test_a_parameter_stands_once_in_its_list(document: dict[str, Any], refused: Refused) -> None:
    document["components"] = {"parameters": {"q": parameter("q", "query")}}
    reference = {"$ref": "#/components/parameters/q"}
    document["paths"] = {
        "/a": {
            "parameters": [parameter("q", "header"), reference],
            "get": {**OK, "parameters": [parameter("q", "query"), reference]},
        }
    }

    assert refused(document) == [("duplicate-parameter", "/paths/~1a/get/parameters/1")]


@pytest.mark.parametrize(
    ("shared", "own", "expected"),
    [
        (["id"], [], []),
        ([], ["id"], []),
        (["id"], ["id"], []),
        ([], [], ["no-path-parameters"]),
        ([], ["idd"], ["undeclared-path-parameter", "unused-path-parameter"]),
        (["id"], ["other"], ["unused-path-parameter"]),
    ],
)
def test_path_parameters_are_held_against_the_template(
    document: dict[str, Any],
    read: Read,
    refused: Refused,
    *,
    shared: list[str],
    own: list[str],
    expected: list[str],
) -> None:
    document["paths"] = {
        "/a/{id}": {
            "parameters": [parameter(name) for name in shared],
            "get": {**OK, "parameters": [parameter(name) for name in own]},
        },
        "x-note": {"get": 1},
    }

    if expected == ["no-path-parameters"]:
        assert [w.code for w in read(document).warnings] == expected
    else:
        assert refused(document) == [(code, "/paths/~1a~1{id}/get") for code in expected]


def test_a_path_without_operations_needs_no_parameters(
    document: dict[str, Any], read: Read
) -> None:
    document["paths"] = {"/a/{id}": {}}

    assert read(document).warnings == ()


def test_faults_of_published_documents_are_warnings(document: dict[str, Any], read: Read) -> None:
    document["paths"] = {
        "/a/{id}": {"get": {**OK, "parameters": [parameter("id")], "security": [{"key": []}]}},
        "/a/{name}": {"get": {**OK, "parameters": [parameter("name")]}},
    }
    document["tags"] = [{"name": "a", "description": ""}, {"name": "a"}]
    document["security"] = [{}, {"known": []}, {"unknown": []}]
    scheme = {"type": "http", "scheme": "basic"}
    document["components"] = {"securitySchemes": {"known": scheme}}

    warnings = sorted((w.code, w.pointer) for w in read(document).warnings)

    assert warnings == [
        ("duplicate-tag", "/tags/1/name"),
        ("same-shape-paths", "/paths/~1a~1{name}"),
        ("unknown-security-scheme", "/paths/~1a~1{id}/get/security/0/key"),
        ("unknown-security-scheme", "/security/2/unknown"),
    ]


def test_security_of_a_swagger_document_is_looked_up_in_its_own_place(read: Read) -> None:
    raw = {
        "swagger": "2.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "securityDefinitions": {"basic": {"type": "basic"}},
        "security": [{"basic": []}],
    }

    assert read(raw).warnings == ()


def test_a_server_variable_has_one_of_its_values(
    document: dict[str, Any], read: Read, refused: Refused
) -> None:
    def server(default: str, **values: Any) -> dict[str, Any]:
        return {"url": "/{v}", "variables": {"v": {"default": default, **values}}}

    document["servers"] = [server("a"), server("a", enum=["a"]), server("b", enum=["a"])]
    in_3_0 = [(w.code, w.pointer) for w in read(document).warnings]
    document["openapi"] = "3.1.0"

    # 3.0 says SHOULD, 3.1 says MUST.
    assert in_3_0 == [("unknown-server-default", "/servers/2/variables/v")]
    assert refused(document) == in_3_0
