"""What does the generator get for what it could not read, and is the meaning still there?"""

from typing import Any

import pytest

from service.sdk_packages.preparation import Prepared, prepare
from service.sdk_packages.wire_names import wire_name_in
from tests.unit.sdk_packages.petstore import petstore, read

TEXT = {"type": "string"}
JSON = "application/json"

SWAGGER: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "Old", "version": "1"},
    "consumes": [JSON],
    "parameters": {"Page": {"name": "page", "in": "query", "type": "integer"}},
    "responses": {"Gone": {"description": "gone"}},
    "paths": {
        "/pets/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
            "put": {
                "operationId": "put",
                "parameters": [
                    {"$ref": "#/parameters/Page"},
                    {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/Pet"}},
                    {
                        "name": "many", "in": "query", "type": "array",
                        "items": {"type": "string"}, "collectionFormat": "multi",
                    },
                ],
                "responses": {"200": {"description": ".", "schema": {"type": "file"}}},
            },
            "post": {
                "operationId": "post",
                "consumes": ["multipart/form-data"],
                "parameters": [
                    {"name": "f", "in": "formData", "type": "file", "required": True},
                    {"name": "n", "in": "formData", "type": "integer", "description": "how"},
                ],
                "responses": {
                    "200": {"description": ".", "schema": {"$ref": "#/definitions/Pet"}},
                    "410": {"$ref": "#/responses/Gone"},
                },
            },
        }
    },
    "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}},
}  # fmt: skip


def prepared(schemas: dict[str, Any] | None = None, **operation: Any) -> Prepared:
    """Prepare a document with these schemas, and an operation of these members."""
    content = petstore()
    content["components"]["schemas"] |= schemas or {}
    content["paths"]["/tried"] = {
        "post": {"operationId": "tried", "responses": {"204": {"description": "."}}, **operation}
    }
    return prepare(read(content))


def schema(name: str, schemas: dict[str, Any]) -> Any:
    """Return what becomes of one schema."""
    return prepared(schemas).content["components"]["schemas"][name]


def shown(made: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a class, by their names on the wire."""
    return {wire_name_in(name): field for name, field in made["properties"].items()}


def sent(result: Prepared) -> dict[str, Any]:
    """Return the operation that was tried."""
    found: dict[str, Any] = result.content["paths"]["/tried"]["post"]
    return found


def test_all_of_is_unfolded_and_the_closer_word_counts() -> None:
    made = schema(
        "Child",
        {
            "Parent": {"type": "object", "required": ["a"], "properties": {"a": TEXT, "b": TEXT}},
            "Child": {
                "allOf": [
                    {"$ref": "#/components/schemas/Parent"},
                    {"required": ["b"], "properties": {"c": {"type": "integer"}, "a": {}}},
                ]
            },
        },
    )

    assert shown(made) == {"a": TEXT, "b": TEXT, "c": {"type": "integer"}}
    assert sorted(wire_name_in(name) for name in made["required"]) == ["a", "b"]


def test_an_inherited_field_keeps_the_class_of_its_parent() -> None:
    inner = {"type": "object", "properties": {"x": TEXT}}
    parent = {"type": "object", "properties": {"inner": inner}}

    made = schema("Child", {"Parent": parent, "Child": {
        "allOf": [{"$ref": "#/components/schemas/Parent"}, {"properties": {"own": TEXT}}]
    }})  # fmt: skip

    assert shown(made)["inner"] == {"$ref": "#/components/schemas/ParentInner"}


def test_schemas_that_are_all_of_each_other_come_to_an_end() -> None:
    ring = {
        "A": {"allOf": [{"$ref": "#/components/schemas/B"}, {"properties": {"a": TEXT}}]},
        "B": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": TEXT}}]},
    }

    assert shown(schema("A", ring)) == {"a": TEXT, "b": TEXT}


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"type": "string", "nullable": True}, {"anyOf": [TEXT, {"type": "null"}]}),
        ({"enum": ["a", 1]}, {"anyOf": [{"type": "integer"}, TEXT]}),
        ({"enum": [1.5, 2.5]}, {"type": "number"}),
        ({"enum": ["a\ud800"]}, TEXT),
        ({"type": "array"}, {"type": "array", "items": {}}),
        ({"type": "object"}, {}),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, {}),
        ({"oneOf": [TEXT, {}]}, TEXT),
        ({"oneOf": [TEXT, {"type": "integer"}]}, {"anyOf": [TEXT, {"type": "integer"}]}),
        (
            {
                "oneOf": [
                    {"type": "array", "items": TEXT},
                    {"type": "array", "items": {"type": "null"}},
                ]
            },
            {"type": "array", "items": {"anyOf": [TEXT, {"type": "null"}]}},
        ),
        ({"not": TEXT}, {}),
        ({"type": "string", "format": "binary"}, TEXT),
        ({"type": "string", "format": "uuid"}, {"type": "string", "format": "uuid"}),
        ({"type": "string", "default": "x", "example": "y"}, TEXT),
        ({"type": "string", "description": "a\x00b"}, {**TEXT, "description": "ab"}),
        ({"allOf": [TEXT], "description": "why"}, {**TEXT, "description": "why"}),
    ],
)
def test_a_field_is_read_as_loosely_as_it_must_be(given: Any, made: Any) -> None:
    content = petstore()
    content["components"]["schemas"]["Pet"]["properties"]["tried"] = given
    document = read(petstore())
    object.__setattr__(document, "content", content)

    result = prepare(document).content["components"]["schemas"]["Pet"]

    assert shown(result)["tried"] == made


def test_branches_beside_fields_give_fields_that_may_be_there() -> None:
    made = schema(
        "Tried",
        {
            "Tried": {
                "type": "object",
                "properties": {"a": TEXT},
                "oneOf": [
                    {"properties": {"b": TEXT}, "required": ["b"]},
                    {"properties": {"a": {"type": "integer"}, "c": TEXT}},
                ],
            }
        },
    )

    assert set(shown(made)) == {"a", "b", "c"}
    assert made["required"] == []
    assert shown(made)["a"] == {"anyOf": [TEXT, {"type": "integer"}]}


def test_a_body_is_sent_as_json_where_there_is_a_choice() -> None:
    body = {
        "content": {
            "application/xml": {"schema": TEXT},
            "application/x-www-form-urlencoded": {"schema": {"type": "object"}},
            JSON: {"schema": TEXT},
        }
    }

    result = prepared(requestBody=body)

    assert list(sent(result)["requestBody"]["content"]) == [JSON]
    assert [remark.pointer for remark in result.remarks] == [
        "/paths/~1tried/post/requestBody/content"
    ]


@pytest.mark.parametrize(
    ("media_type", "told", "treated"),
    [
        ("application/merge-patch+json", "application/merge-patch+json", JSON),
        ("image/*", "application/octet-stream", "application/octet-stream"),
        ("*/*", JSON, JSON),
        ("text/csv", "text/csv", "application/octet-stream"),
    ],
)
def test_the_media_type_of_a_body_is_one_that_can_be_sent(
    media_type: str, told: str, treated: str
) -> None:
    result = prepared(requestBody={"content": {media_type: {"schema": TEXT}}})

    assert list(sent(result)["requestBody"]["content"]) == [told]
    assert result.content_types[told] == treated


def test_errors_are_left_to_exceptions_and_successes_stay() -> None:
    plain = {"description": "."}

    statuses = {"201": plain, "2XX": plain, "302": plain, "404": plain, "default": plain}

    assert set(sent(prepared(responses=statuses))["responses"]) == {"201", "2XX"}
    only = {"302": plain, "404": plain, "default": plain}
    assert set(sent(prepared(responses=only))["responses"]) == {"302", "default"}


@pytest.mark.parametrize(
    ("parameter", "spelled"),
    [
        ({"in": "query", "schema": {"type": "array", "items": TEXT}}, {"x": "array"}),
        ({"in": "query", "explode": False, "schema": {"type": "array"}}, {"x": "string"}),
        ({"in": "header", "schema": {"type": "array"}}, {"x": "string"}),
        ({"in": "header", "schema": {"type": "integer", "nullable": True}}, {"x": "integer"}),
        ({"in": "header", "schema": {"type": "string", "format": "date"}}, {"x": "string"}),
        ({"in": "query", "content": {JSON: {"schema": {"type": "object"}}}}, {"x": "string"}),
        (
            {
                "in": "query",
                "style": "deepObject",
                "schema": {"anyOf": [{"type": "integer"}, {"properties": {"gte": TEXT}}]},
            },
            {"x": "integer", "x[gte]": "string"},
        ),
    ],
)
def test_a_parameter_is_spelled_as_it_is_sent(
    parameter: dict[str, Any], spelled: dict[str, str]
) -> None:
    result = sent(prepared(parameters=[{"name": "x", **parameter}]))

    told = {wire_name_in(each["name"]): each["schema"]["type"] for each in result["parameters"]}
    assert told == spelled


def test_headers_that_openapi_ignores_are_no_arguments() -> None:
    given = [{"name": "Authorization", "in": "header", "schema": TEXT}]

    assert sent(prepared(parameters=given))["parameters"] == []


def test_a_document_without_operations_is_remarked_upon() -> None:
    content = {**petstore(), "paths": {}}

    result = prepare(read(content))

    assert [remark.pointer for remark in result.remarks] == ["/paths"]


def test_a_reference_out_of_the_document_is_remarked_upon_with_its_place() -> None:
    content = petstore()
    content["components"]["schemas"]["Pet"]["properties"]["far"] = {"$ref": "other.json#/a"}
    document = read(petstore())
    object.__setattr__(document, "content", content)

    result = prepare(document)

    assert [remark.pointer for remark in result.remarks] == [
        "/components/schemas/Pet/properties/far/$ref"
    ]


def test_operations_of_one_name_get_different_modules() -> None:
    content = petstore()
    item = content["paths"]["/pets"]["post"]
    del item["operationId"]
    content["paths"]["/Pets"] = {"post": {**item, "tags": ["Pets"]}}

    names = [(each.tag, each.name) for each in prepare(read(content)).operations]

    assert len({f"{tag}/{name}" for tag, name in names}) == 3


def test_a_multipart_body_that_contains_itself_comes_to_an_end() -> None:
    file = {"type": "string", "format": "binary"}
    node = {
        "type": "object",
        "properties": {
            "file": file,
            "files": {"type": "array", "items": file},
            "more": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
        },
    }

    result = prepared(
        {"Node": node},
        requestBody={
            "content": {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Node"}}}
        },
    )

    components = result.content["components"]["schemas"]
    form, nested = shown(components["TriedBody"]), shown(components["Node"])
    assert form["file"] == file
    assert form["files"]["items"] == file
    assert form["more"]["items"] == {"$ref": "#/components/schemas/Node"}
    assert nested["file"] == TEXT  # within JSON, where no bytes can be


@pytest.mark.parametrize(
    ("path", "spelled", "remarks"),
    [
        ("/a/{x y}", "/a/{x_y}", 1),
        ("/a/{x}/{x}", None, 2),
        ("/a/{}", None, 2),
        ("/a/b}", None, 1),
        ("/a", "/a", 0),
    ],
)
def test_a_path_is_filled_in_by_what_it_names(path: str, spelled: str | None, remarks: int) -> None:
    content = petstore()
    unused = {"name": "unused", "in": "path", "required": True, "schema": TEXT}
    content["paths"] = {
        path: {"get": {"parameters": [unused], "responses": {"204": {"description": "."}}}},
        "/other": {"get": {"responses": {"204": {"description": "."}}}},
    }
    document = read(petstore())
    object.__setattr__(document, "content", content)

    result = prepare(document)

    assert [each.path for each in result.operations if each.path != "/other"] == (
        [spelled] if spelled else []
    )
    assert len(result.remarks) == remarks


def test_swagger_2_is_read_as_what_it_says() -> None:
    result = prepare(read(SWAGGER))

    put, post = result.operations
    assert put.body_schema == {"$ref": "#/components/schemas/Pet"}
    assert [each.wire_name for each in put.arguments] == ["id", "page", "many"]
    assert put.arguments[2].schema["type"] == "array"
    assert put.answers[0].kind == "application/octet-stream"
    form = result.content["components"]["schemas"][post.body_schema["$ref"].rpartition("/")[2]]
    assert shown(form)["f"] == {"type": "string", "format": "binary"}
    assert post.answers[0].schema == {"$ref": "#/components/schemas/Pet"}
    assert result.pointers["Pet"] == "/definitions/Pet"
