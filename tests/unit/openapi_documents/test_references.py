"""Is a document complete in itself, and is nothing outside of it ever needed?"""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from service.openapi_documents import InvalidDocument, OpenApiDocument, ReadLimits, read_document
from service.openapi_documents.canonical_form import canonical_bytes

Read = Callable[[Any], OpenApiDocument]
Refused = Callable[[Any], list[tuple[str, str | None]]]

OUTSIDE = [
    "http://example.com/pet.json",
    "https://example.com/pet.json#/Pet",
    "file:///etc/passwd",
    "ftp://example.com/pet.json",
    "data:application/json,%7B%7D",
    "//example.com/pet.json",
    "pet.yaml",
    "./pet.yaml#/Pet",
    "../pet.yaml",
    "%2e%2e/pet.yaml",
    "/components/schemas/Pet",
    "",
]


@pytest.mark.parametrize("reference", OUTSIDE)
def test_a_reference_out_of_the_document_is_refused_without_a_look_at_its_target(
    document: dict[str, Any], refused: Refused, reference: str
) -> None:
    document["components"] = {"schemas": {"Pet": {"$ref": reference}}}
    opened: list[str] = []
    is_watching = True
    refused(document)  # what is loaded lazily is loaded now

    def watch(event: str, _arguments: object) -> None:
        if is_watching and event in {"open", "socket.connect", "socket.getaddrinfo"}:
            opened.append(event)

    sys.addaudithook(watch)
    codes = refused(document)
    is_watching = False

    assert codes == [("outside-reference", "/components/schemas/Pet/$ref")]
    assert opened == []


def test_the_watch_for_opened_files_would_notice() -> None:
    opened: list[str] = []
    is_watching = True

    def watch(event: str, _arguments: object) -> None:
        if is_watching and event == "open":
            opened.append(event)

    sys.addaudithook(watch)
    with open(__file__, "rb"):  # noqa: PTH123  # the control: an open like any other
        is_watching = False

    assert opened == ["open"]


def test_the_refusal_of_a_document_in_many_files_says_how_to_bundle_it(
    document: dict[str, Any],
) -> None:
    document["paths"] = {"/pets": {"$ref": "pets.yaml"}}

    with pytest.raises(InvalidDocument, match="redocly bundle"):
        read_document(canonical_bytes(document))


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("#/components/schemas/None", "dangling-reference"),
        ("#/components/schemas/Pet/allOf/1", "dangling-reference"),
        ("#/components/schemas/Pet/allOf/01", "dangling-reference"),
        ("#/components/schemas/Pet/allOf/x", "dangling-reference"),
        ("#anchor", "dangling-reference"),
        ("#/info/title", "wrong-reference"),
        ("#/components/parameters/limit", "wrong-reference"),
        ("#", "wrong-reference"),
        ("#/components/schemas", "wrong-reference"),
        ("#/components/schemas/Pet/allOf", "wrong-reference"),
        ("#/components/schemas/Self", "circular-reference"),
        ("#/components/schemas/Other", "circular-reference"),
    ],
)
def test_a_reference_that_leads_to_no_schema_is_refused(
    document: dict[str, Any], refused: Refused, reference: str, code: str
) -> None:
    document["components"] = {
        "parameters": {"limit": {"in": "query", "name": "limit", "schema": {}}},
        "schemas": {
            "Pet": {"allOf": [{}]},
            "Self": {"$ref": reference},
            "Other": {"$ref": "#/components/schemas/Self"},
        },
    }

    assert refused(document)[-1] == (code, "/components/schemas/Self/$ref")


@pytest.mark.parametrize(
    "reference",
    [
        "#/components/schemas/a~1b~0c",
        "#/components/schemas/with%20space/properties/x%25",
        "#/paths/~1pets/get/responses/200/content/text~1plain/schema",
        "#/components/schemas/All/allOf/0",
        "#/x-schemas/Hidden",
    ],
)
def test_a_reference_finds_its_target_wherever_it_is(
    document: dict[str, Any], read: Read, reference: str
) -> None:
    ok = {"200": {"description": "", "content": {"text/plain": {"schema": {}}}}}
    document["paths"] = {"/pets": {"get": {"responses": ok}}}
    document["x-schemas"] = {"Hidden": {"type": "string"}}
    document["components"] = {
        "schemas": {
            "Used.a~1b": {"$ref": reference},
            "All": {"allOf": [{}], "default": {"$ref": "anything.yaml"}},
        }
    }
    document["components"]["schemas"].pop("Used.a~1b")
    schemas = document["components"]["schemas"]
    schemas["Used"] = {"$ref": reference}
    document["x-names"] = 1
    if "a~1b" in reference or "space" in reference:
        document["x-schemas"] |= {"a/b~c": {}, "with space": {"properties": {"x%": {}}}}
        schemas["Used"]["$ref"] = reference.replace("components/schemas", "x-schemas")

    assert read(document).warnings == ()


def test_examples_defaults_enums_extensions_and_property_names_may_hold_anything(
    document: dict[str, Any], read: Read
) -> None:
    anything = {"$ref": "http://example.com/x", "$id": "x", "operationId": "x"}
    schema = {
        "default": anything,
        "example": anything,
        "enum": [anything],
        "x-own": anything,
        "properties": {"$ref": {"type": "string"}, "example": {"type": "string"}},
    }
    media = {"schema": schema, "examples": {"a": {"value": anything}}, "x-own": anything}
    document["x-own"] = anything
    document["components"] = {
        "schemas": {"Pet": schema},
        "responses": {"a": {"description": "", "content": {"text/plain": media}}},
    }

    assert read(document).warnings == ()


def test_every_kind_of_reference_position_is_looked_at(
    document: dict[str, Any], refused: Refused
) -> None:
    bad = {"$ref": "x.yaml"}
    document["paths"] = {
        "/a": {
            "parameters": [bad],
            "post": {
                "parameters": [bad],
                "requestBody": bad,
                "responses": {"200": bad, "x-note": bad},
                "callbacks": {"done": bad, "more": {"{$url}": bad, "x-note": bad}},
            },
        },
        "/b": bad,
    }
    sections = ("schemas", "responses", "parameters", "examples", "requestBodies")
    more = ("headers", "securitySchemes", "links", "callbacks")
    document["components"] = {section: {"a": bad} for section in (*sections, *more)}

    pointers = sorted(pointer or "" for _code, pointer in refused(document))

    assert pointers == sorted(
        [f"/components/{section}/a/$ref" for section in (*sections, *more)]
        + [
            "/paths/~1a/parameters/0/$ref",
            "/paths/~1a/post/parameters/0/$ref",
            "/paths/~1a/post/requestBody/$ref",
            "/paths/~1a/post/responses/200/$ref",
            "/paths/~1a/post/callbacks/done/$ref",
            "/paths/~1a/post/callbacks/more/{$url}/$ref",
            "/paths/~1b/$ref",
        ]
    )


def test_schema_keywords_of_3_1_that_name_a_place_are_judged(
    document: dict[str, Any], refused: Refused, read: Read
) -> None:
    document["openapi"] = "3.1.0"
    good = {
        "Tree": {"$anchor": "tree", "$dynamicAnchor": "node", "items": {"$dynamicRef": "#node"}},
        "Use": {"$ref": "#tree", "not": False, "properties": {"a": True}},
        "Odd": {"$ref": "#/components/schemas/Use/not"},
        "Id": {"$id": "https://example.com/pet"},
    }
    document["components"] = {"schemas": good}
    warnings = [(w.code, w.pointer) for w in read(document).warnings]
    document["components"] = {"schemas": {**good, "Bad": {"$dynamicRef": "x.json#node"}}}

    assert warnings == [("schema-id", "/components/schemas/Id/$id")]
    assert refused(document) == [("outside-reference", "/components/schemas/Bad/$dynamicRef")]


def test_links_and_discriminators_that_name_a_place_are_judged(
    document: dict[str, Any], refused: Refused, read: Read
) -> None:
    mapping = {"a": "Pet", "b": "#/components/schemas/Pet", "c": "Unknown"}
    document["components"] = {
        "schemas": {
            "Pet": {"discriminator": {"propertyName": "kind", "mapping": mapping}},
            "Cat": {"discriminator": {"propertyName": "kind"}},
        },
        "links": {"a": {"operationId": "unknown"}},
        "examples": {"a": {"externalValue": "http://example.com/a.json"}},
    }
    warnings = sorted((w.code, w.pointer) for w in read(document).warnings)
    mapping |= {"d": "dog.json", "e": "#/components/schemas/Dog"}
    document["components"]["links"] = {"b": {"operationRef": "other.yaml#/paths/~1a/get"}}

    assert warnings == [
        ("external-example", "/components/examples/a/externalValue"),
        ("unknown-mapping", "/components/schemas/Pet/discriminator/mapping/c"),
        ("unknown-operation", "/components/links/a/operationId"),
    ]
    assert sorted(refused(document)) == [
        ("dangling-reference", "/components/schemas/Pet/discriminator/mapping/e"),
        ("outside-reference", "/components/links/b/operationRef"),
        ("outside-reference", "/components/schemas/Pet/discriminator/mapping/d"),
    ]


def test_many_warnings_are_cut_off(document: dict[str, Any], read: Read) -> None:
    examples = {f"a{number}": {"externalValue": "x"} for number in range(99)}
    document["components"] = {"examples": examples}

    warnings = read(document).warnings

    assert [w.code for w in warnings] == ["external-example"] * 50 + ["more-problems"]


def test_different_references_are_counted(document: dict[str, Any]) -> None:
    document["components"] = {
        "schemas": {f"a{i}": {"$ref": f"#/components/schemas/a{i + 1}"} for i in range(3)}
    }
    document["components"]["schemas"]["a3"] = {}
    raw = canonical_bytes(document)

    assert read_document(raw, limits=ReadLimits(distinct_references=3)).warnings == ()
    with pytest.raises(InvalidDocument, match="more than 2 different references"):
        read_document(raw, limits=ReadLimits(distinct_references=2))
