"""Does a comparison by indexes answer what one of the whole documents does, and parse less?"""

import copy
import json
from typing import Any

import orjson
import pytest

from service.indexed_documents import (
    DocumentIndex,
    IndexedDocument,
    UnreadableIndex,
    compare_indexed,
    index_document,
    read_indexed,
)
from service.indexed_documents.comparing import needed_entries
from service.openapi_diff import compare
from service.openapi_diff.engine import compare_parts
from service.openapi_documents import ReadLimits, read_document
from tests.requirements import need_shared
from tests.unit.openapi_diff.case_files import all_cases, documents_of

_LIMITS = ReadLimits(json_bytes=100_000_000, yaml_bytes=20_000_000)
_CASES = all_cases()


def _document() -> dict[str, Any]:
    """Two paths that share nothing, and a third that reaches the first one's schema in a ring."""
    schemas = "#/components/schemas"
    return {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "paths": {
            "/things": _path(f"{schemas}/Thing"),
            "/others/{id}": _path(f"{schemas}/Other"),
            "/rings": _path(f"{schemas}/Ring"),
        },
        "components": {
            "schemas": {
                "Thing": {"type": "object", "properties": {"a": {"type": "string"}}},
                "Other": {"type": "object", "properties": {"b": {"type": "string"}}},
                "Ring": {"properties": {"next": {"$ref": f"{schemas}/Link"}}},
                "Link": {
                    "properties": {
                        "ring": {"$ref": f"{schemas}/Ring"},
                        "thing": {"$ref": f"{schemas}/Thing/properties/a"},
                    }
                },
            }
        },
    }


def _path(reference: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": reference}}}
    return {"get": {"responses": {"200": {"description": "done", "content": content}}}}


def _edited(**properties: Any) -> dict[str, Any]:
    document = _document()
    document["components"]["schemas"]["Thing"]["properties"].update(properties)
    return document


def _answers(base: Any, revision: Any) -> tuple[str, str]:
    """What both ways of comparing answer, as text: the order of keys counts."""
    by_index = compare_indexed(index_document(base), index_document(revision))
    return json.dumps(by_index.to_dict()), json.dumps(compare(base, revision).to_dict())


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_every_case_gets_the_same_answer(case: dict[str, Any]) -> None:
    base, revision = documents_of(case)

    by_index, whole = _answers(base, revision)

    assert by_index == whole


@pytest.mark.parametrize(
    "name",
    [
        "adyen-management-v3-30-31",
        "box-year",
        "intercom-yaml-year",
        "openai-yaml-31-migration",
        "stripe-spec3-month",
        "twilio-chat-small",
    ],
)
def test_real_documents_get_the_same_answer(name: str) -> None:
    folder = need_shared("real", name)
    base, revision = (
        read_document(next(folder.glob(f"{side}.*")).read_bytes(), limits=_LIMITS).content
        for side in ("base", "revision")
    )

    by_index, whole = _answers(base, revision)

    assert by_index == whole


def test_only_what_changed_and_what_touches_it_is_needed() -> None:
    base, revision = index_document(_document()), index_document(_edited(a={"type": "integer"}))

    needed = needed_entries(base.index, revision.index)

    assert needed == {
        "/openapi",
        "/info",
        "/paths/~1things",
        "/paths/~1rings",
        "/components/schemas/Thing",
        "/components/schemas/Ring",
        "/components/schemas/Link",
    }


def test_what_is_not_needed_is_not_parsed() -> None:
    base, revision = index_document(_document()), index_document(_edited(a={"type": "integer"}))
    whole = compare(_document(), _edited(a={"type": "integer"}))

    answer = compare_indexed(
        _spoilt(base, "/components/schemas/Other"), _spoilt(revision, "/paths/~1others~1{id}")
    )

    assert answer == whole


def test_the_check_for_parsing_would_notice_it() -> None:
    base, revision = index_document(_document()), index_document(_edited(a={"type": "integer"}))

    with pytest.raises(orjson.JSONDecodeError):
        compare_indexed(_spoilt(base, "/components/schemas/Ring"), revision)


def _spoilt(document: IndexedDocument, pointer: str) -> IndexedDocument:
    entry = next(entry for entry in document.index.entries if entry.pointer == pointer)
    end = entry.start + entry.length
    text = document.text[: entry.start] + b"!" * entry.length + document.text[end:]
    return IndexedDocument(document.index, text)


@pytest.mark.parametrize(
    "edit",
    [
        {"servers": [{"url": "https://example.org/v2"}]},
        {"security": [{"key": []}]},
        {"openapi": "3.1.0"},
        {"components": {"securitySchemes": {"key": {"type": "http", "scheme": "basic"}}}},
    ],
)
def test_what_concerns_every_path_takes_the_whole(edit: dict[str, Any]) -> None:
    base, revision = _document(), {**_edited(a={"type": "integer"}), **edit}
    by_index, whole = _answers(base, revision)

    needed = needed_entries(index_document(base).index, index_document(revision).index)

    assert needed is None
    assert by_index == whole


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "other.json#/a"},
        {"$ref": "#thing"},
        {"$ref": "#"},
        {"$ref": "#/components/schemas"},
        {"$anchor": "thing"},
        {"$dynamicRef": "#/components/schemas/Thing"},
    ],
)
def test_what_needs_the_whole_to_be_understood_takes_the_whole(schema: dict[str, Any]) -> None:
    base, revision = _document(), _edited(c=schema)
    by_index, whole = _answers(base, revision)

    needed = needed_entries(index_document(base).index, index_document(revision).index)

    assert needed is None
    assert by_index == whole


def test_a_property_called_id_is_no_identifier() -> None:
    indexed = index_document(_edited(**{"$id": {"type": "string"}}))

    assert indexed.index.is_separable


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        ({"/new": _path("#/components/schemas/Missing")}, {}),
        ({}, {"/new": _path("#/components/schemas/Other")}),
        ({"/things": {"$ref": "#/paths/~1others~1{id}"}}, {"/others/{id}": {}}),
        ({"/others/{id}": {}}, {"/others/{key}": {}}),
        ({"x-note": 1}, {"x-note": True}),
    ],
)
def test_paths_that_come_go_or_lead_elsewhere(base: Any, revision: Any) -> None:
    before, after = _document(), _document()
    before["paths"].update(base)
    after["paths"].update(revision)

    for one, other in ((before, after), (after, before)):
        by_index, whole = _answers(one, other)
        assert by_index == whole


def test_a_component_that_a_mapping_names_without_its_path_is_needed() -> None:
    before = _document()
    mapping = {"propertyName": "kind", "mapping": {"thing": "Thing"}}
    before["components"]["schemas"]["Other"]["discriminator"] = mapping
    after = copy.deepcopy(before)
    after["components"]["schemas"]["Thing"]["required"] = ["a"]

    by_index, whole = _answers(before, after)

    assert by_index == whole


@pytest.mark.parametrize(
    "document",
    [
        _document(),
        {},
        {"paths": {}, "components": {"schemas": {}, "x-list": [1]}},
        {"paths": [], "components": None},
        {"swagger": "2.0", "definitions": {"é/~": {"type": "string"}}, "paths": {}},
    ],
)
def test_the_text_is_the_document_in_its_own_order(document: dict[str, Any]) -> None:
    indexed = index_document(document)
    everything = {entry.pointer for entry in indexed.index.entries}

    assert indexed.text == orjson.dumps(document)
    assert orjson.dumps(indexed.parsed_with(everything)) == indexed.text


def test_an_index_is_read_as_it_was_stored() -> None:
    indexed = index_document(_edited(c={"$ref": "#/components/schemas/Nowhere"}))

    stored = indexed.index.to_bytes()

    assert DocumentIndex.from_bytes(stored) == indexed.index
    assert read_indexed(stored, indexed.text) == indexed


def test_a_damaged_index_is_noticed_wherever_the_damage_is() -> None:
    indexed = index_document(_document())
    stored = indexed.index.to_bytes()

    for place in range(0, len(stored), 7):
        damaged = stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :]
        with pytest.raises(UnreadableIndex):
            DocumentIndex.from_bytes(damaged)
        assert read_indexed(damaged, indexed.text) == indexed


@pytest.mark.parametrize("stored", [b"", b"bindery-index-0 ", b"{}", b"\xff" * 100])
def test_what_is_no_index_is_made_anew(stored: bytes) -> None:
    indexed = index_document(_document())

    assert read_indexed(stored, indexed.text) == indexed


def test_the_index_of_another_text_is_made_anew() -> None:
    stored = index_document(_document()).index.to_bytes()
    other = index_document(_edited(c={"type": "string"}))

    assert read_indexed(stored, other.text) == other


def test_what_takes_more_work_than_small_documents_may_is_done_with_the_whole() -> None:
    branches = [{"const": place} for place in range(31_000)]
    base, revision = _edited(a={"anyOf": branches}), _edited(a={"anyOf": branches[1:]})
    documents = [index_document(document) for document in (base, revision)]

    in_parts = compare_parts(base, revision)
    answer = compare_indexed(documents[0], documents[1])

    assert in_parts is None
    assert answer == compare(base, revision)
