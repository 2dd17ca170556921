"""Is what means the same found to be the same, however it is written?"""

from typing import Any

import pytest

from service.openapi_diff import Verdict, compare
from tests.unit.openapi_diff.documents import compared, reported, with_operation, with_schema

_TEXT = {"type": "string"}
_PERSON = {"type": "object", "properties": {"name": _TEXT}}


_SWAGGER = {
    "swagger": "2.0",
    "info": {"title": "Things", "version": "1"},
    "host": "example.org",
    "basePath": "/v1",
    "schemes": ["https"],
    "consumes": ["application/json"],
    "produces": ["application/json"],
    "securityDefinitions": {"b": {"type": "basic"}},
    "security": [{"b": []}],
    "paths": {
        "/things/{id}": {
            "put": {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "type": "string"},
                    {"name": "q", "in": "query", "type": "array", "items": _TEXT},
                    {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/P"}},
                ],
                "responses": {
                    "200": {"description": "done", "schema": {"$ref": "#/definitions/P"}}
                },
            },
            "post": {
                "consumes": ["multipart/form-data"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "type": "string"},
                    {"name": "f", "in": "formData", "required": True, "type": "file"},
                ],
                "responses": {"204": {"description": "done"}},
            },
        }
    },
    "definitions": {"P": _PERSON},
}
_MEDIA = {"application/json": {"schema": {"$ref": "#/components/schemas/P"}}}
_PATH_ID = {"name": "id", "in": "path", "required": True, "schema": _TEXT}
_LISTED = {"type": "array", "items": _TEXT}
_FORM = {
    "type": "object",
    "properties": {"f": _TEXT},
    "required": ["f"],
}
_MODERN = {
    "openapi": "3.0.3",
    "info": {"title": "Things", "version": "1"},
    "servers": [{"url": "https://example.org/v1"}],
    "security": [{"b": []}],
    "paths": {
        "/things/{id}": {
            "put": {
                "parameters": [
                    _PATH_ID,
                    {"name": "q", "in": "query", "explode": False, "schema": _LISTED},
                ],
                "requestBody": {"content": _MEDIA},
                "responses": {"200": {"description": "done", "content": _MEDIA}},
            },
            "post": {
                "parameters": [_PATH_ID],
                "requestBody": {
                    "required": True,
                    "content": {"multipart/form-data": {"schema": _FORM}},
                },
                "responses": {"204": {"description": "done"}},
            },
        }
    },
    "components": {
        "schemas": {"P": _PERSON},
        "securitySchemes": {"b": {"type": "http", "scheme": "basic"}},
    },
}


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        ({"type": ["string", "null"]}, {"anyOf": [_TEXT, {"type": "null"}]}),
        ({"type": ["string", "null"]}, {"oneOf": [{"type": "null"}, _TEXT]}),
        ({"type": "integer", "maximum": 9}, {"type": "integer", "exclusiveMaximum": 10}),
        ({"type": "integer", "minimum": 1}, {"type": "integer", "exclusiveMinimum": 0}),
        ({"type": "integer"}, {"type": "integer", "multipleOf": 1}),
        (_TEXT, {"allOf": [_TEXT]}),
        (_TEXT, {"type": "string", "minLength": 0}),
        (_TEXT, {"anyOf": [_TEXT, _TEXT]}),
        ({"const": "a"}, {"enum": ["a"]}),
        ({"type": "boolean"}, {"type": "boolean", "enum": [False, True]}),
        ({"type": "null"}, {"enum": [None]}),
        ({"enum": [1, 2]}, {"enum": [2.0, 1]}),
        (_PERSON, {"allOf": [{"type": "object"}, {"properties": {"name": _TEXT}}]}),
        ({"type": "array", "items": True}, {"type": "array"}),
        ({"type": "object", "additionalProperties": {}}, {"type": "object"}),
        ({"type": "string", "maximum": 3}, {"type": "string", "maximum": 4}),
        ({"type": "string", "pattern": "^\\d+$"}, {"type": "string", "pattern": "^[0-9]+$"}),
        ({"not": {}}, False),
        (
            {"type": "integer", "minimum": 1, "maximum": 1_000},
            {"type": "integer", "minimum": 1, "maximum": 1_000, "format": "int64"},
        ),
    ],
)
def test_two_spellings_of_one_schema_do_not_differ(base: Any, revision: Any) -> None:
    assert (compared(base, revision), compared(revision, base)) == ([], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"type": "number", "maximum": 5, "exclusiveMaximum": True},
            {"type": "number", "exclusiveMaximum": 5},
        ),
        ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}),
        (
            {"type": "string", "format": "binary"},
            {"type": "string", "contentMediaType": "application/octet-stream"},
        ),
        ({"type": "string", "format": "binary"}, {"type": "string"}),
        ({"nullable": True, "type": "object"}, {"anyOf": [{"type": "null"}, {"type": "object"}]}),
    ],
)
def test_a_document_may_move_to_the_next_openapi_version(old: Any, new: Any) -> None:
    changes = reported(compare(with_schema(old, "3.0.3"), with_schema(new, "3.1.0")))

    assert changes == [("document.dialect-changed", "", "safe")]


def test_swagger_2_and_openapi_3_can_say_the_same() -> None:
    changes = reported(compare(_SWAGGER, _MODERN))

    assert changes == [("document.dialect-changed", "", "safe")] * 2


def test_a_component_may_get_another_name() -> None:
    def tree(name: str) -> dict[str, Any]:
        reference = {"$ref": f"#/components/schemas/{name}"}
        node = {"type": "object", "properties": {"next": reference, "text": _TEXT}}
        return with_schema(reference, **{name: node})

    assert compare(tree("Old"), tree("New")).changes == ()


def test_references_may_be_escaped() -> None:
    base = with_schema({"$ref": "#/components/schemas/a~1b%20c"}, **{"a/b c": _TEXT})
    revision = with_schema(_TEXT, **{"a/b c": _TEXT})

    assert compare(base, revision).changes == ()


def test_a_binary_body_may_lose_its_schema_on_the_way_to_the_next_openapi_version() -> None:
    binary = {"schema": {"type": "string", "format": "binary"}}
    old, new = (
        with_operation({"requestBody": {"content": {"application/octet-stream": media}}}, version)
        for media, version in ((binary, "3.0.3"), ({}, "3.1.0"))
    )

    answers = [reported(compare(old, new)), reported(compare(new, old))]

    assert answers == [[("document.dialect-changed", "", "safe")]] * 2


def test_a_mapping_may_be_written_down_that_holds_anyhow() -> None:
    def document(**mapping: Any) -> dict[str, Any]:
        discriminator = {"propertyName": "name", **mapping}
        branches = [{"$ref": "#/components/schemas/P"}]
        return with_schema({"oneOf": branches, "discriminator": discriminator}, P=_PERSON)

    written = document(mapping={"P": "#/components/schemas/P"})

    assert compare(document(), written).verdict is Verdict.COMPATIBLE


def test_an_anchor_leads_to_its_schema() -> None:
    base = with_schema({"$ref": "#here"}, A={"$anchor": "here", "type": "string"})
    revision = with_schema({"$ref": "#here"}, A={"$anchor": "here", "type": "integer"})

    assert [change[0] for change in reported(compare(base, revision))] == [
        "schema.type-incompatible",
        "schema.type-incompatible",
    ]


def test_a_parameter_may_move_to_its_path() -> None:
    parameter = {"name": "q", "in": "query", "schema": _TEXT}
    base = with_operation({"parameters": [parameter], "responses": {}})
    revision = with_operation({"responses": {}})
    revision["paths"]["/things"]["parameters"] = [parameter]

    assert compare(base, revision).changes == ()


def test_the_names_of_alternatives_may_change_their_order() -> None:
    assert compared({"oneOf": [_TEXT, _PERSON]}, {"oneOf": [_PERSON, _TEXT]}) == []


def test_the_document_level_security_may_move_to_the_operation() -> None:
    base = {**with_operation({"responses": {}}), "security": [{"k": []}]}
    revision = with_operation({"responses": {}, "security": [{"k": []}]})

    assert compare(base, revision).changes == ()


def test_the_case_of_a_header_parameter_means_nothing() -> None:
    base, revision = (
        with_operation({"parameters": [{"name": name, "in": "header", "schema": _TEXT}]})
        for name in ("X-Thing", "x-thing")
    )

    assert compare(base, revision).changes == ()


def test_permissions_for_queries_mean_nothing_in_a_header() -> None:
    header = {"name": "h", "in": "header", "schema": _TEXT}
    allowing = {**header, "allowReserved": True, "allowEmptyValue": True}

    comparison = compare(
        with_operation({"parameters": [allowing]}), with_operation({"parameters": [header]})
    )

    assert comparison.changes == ()


def test_excluding_what_the_type_excludes_already_changes_nothing() -> None:
    number = {"type": "number"}

    assert compared(number, {**number, "not": {"type": "object", "required": ["a"]}}) == []
    assert compared(number, {**number, "not": {"type": "integer"}}) != []


def _any_of(*branches: Any) -> dict[str, Any]:
    return with_schema({"anyOf": list(branches)})


def test_a_list_of_known_texts_beside_any_text_may_change() -> None:
    base = _any_of(_TEXT, {**_TEXT, "enum": ["a", "b"]})

    assert compare(base, _any_of(_TEXT, {**_TEXT, "enum": ["b", "c"]})).changes == ()


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        # What the other branch does not accept.
        (_any_of(_TEXT, {"enum": ["a", 1]}), _any_of(_TEXT, {"enum": ["a"]})),
        # The other branch changed as well, and no longer covers this one.
        (
            _any_of({**_TEXT, "maxLength": 9}, {**_TEXT, "maxLength": 3}),
            _any_of({**_TEXT, "maxLength": 2}, {**_TEXT, "maxLength": 1}),
        ),
        # A oneOf refuses what two branches accept.
        (
            with_schema({"oneOf": [_TEXT, {**_TEXT, "enum": ["a", "b"]}]}),
            with_schema({"oneOf": [_TEXT, {**_TEXT, "enum": ["a"]}]}),
        ),
    ],
)
def test_the_control_a_branch_that_is_not_covered_is_compared(base: Any, revision: Any) -> None:
    assert compare(base, revision).verdict is Verdict.BREAKING
