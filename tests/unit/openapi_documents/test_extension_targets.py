"""Is what references find in places that the specification does not know held to its rules?"""

from collections.abc import Callable
from typing import Any

import pytest

from service.openapi_documents import InvalidDocument, OpenApiDocument, ReadLimits, read_document
from service.openapi_documents.canonical_form import canonical_bytes

Read = Callable[[Any], OpenApiDocument]
Refused = Callable[[Any], list[tuple[str, str | None]]]


def test_what_is_reached_in_an_extension_is_held_to_the_same_rules(
    document: dict[str, Any], refused: Refused
) -> None:
    document["x-schemas"] = {"Hidden": {"properties": {"a": {"$ref": "b.yaml"}}}}
    document["components"] = {"schemas": {"Pet": {"$ref": "#/x-schemas/Hidden"}}}

    assert refused(document) == [
        ("outside-reference", "/x-schemas/Hidden/properties/a/$ref"),
    ]


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("schemas", {"type": 1}),
        ("responses", {}),
        ("parameters", {"in": []}),
        ("callbacks", {"a": 1}),
        ("links", {"operationId": []}),
    ],
)
def test_what_is_not_valid_in_an_extension_is_no_target(
    document: dict[str, Any], refused: Refused, section: str, kind: dict[str, Any]
) -> None:
    document["x-own"] = kind
    document["components"] = {section: {"a": {"$ref": "#/x-own"}}}

    assert refused(document) == [("wrong-reference", f"/components/{section}/a/$ref")]


def test_a_swagger_document_may_refer_into_an_extension(read: Read, refused: Refused) -> None:
    raw: dict[str, Any] = {
        "swagger": "2.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "definitions": {"A": {"$ref": "#/x-own"}},
        "x-own": {"type": "string"},
    }
    is_accepted = read(raw).title == ""
    raw["x-own"] = {"type": 1}

    assert is_accepted
    assert refused(raw) == [("wrong-reference", "/definitions/A/$ref")]


def test_values_found_in_extensions_are_counted_for_each_reference(
    document: dict[str, Any],
) -> None:
    inner: dict[str, Any] = {"properties": {"b": {}}}
    document["x-own"] = {"properties": {"a": inner}}
    references = ["#/x-own", "#/x-own/properties/a"]
    document["components"] = {
        "schemas": {str(i): {"$ref": text} for i, text in enumerate(references)}
    }
    raw = canonical_bytes(document)

    assert read_document(raw, limits=ReadLimits(alias_nodes=8)).warnings == ()
    with pytest.raises(InvalidDocument, match="more than 7 values"):
        read_document(raw, limits=ReadLimits(alias_nodes=7))


def test_garbage_beside_a_reference_does_no_harm(document: dict[str, Any], read: Read) -> None:
    garbage = {"operationId": [], "security": [1], "servers": [1, {"variables": 1}], "tags": 1}
    variables = {"servers": [{"variables": {"a": 1, "b": {"enum": 1}, "c": {}}}], "security": 1}
    beside = {"$ref": "#/components/callbacks/b", "{$u}": {"get": garbage, "put": variables}}
    link = {"$ref": "#/components/links/b", "operationId": {}}
    document["components"] = {
        "callbacks": {"a": beside, "b": {}},
        "links": {"a": link, "b": {}},
        "schemas": {
            "A": {"$ref": "#/components/schemas/B", "properties": 1},
            "B": {},
            "C": {"$ref": "#/components/schemas/B", "items": {"$ref": {"a": 1}}},
        },
    }

    assert read(document).warnings == ()
