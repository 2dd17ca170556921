"""Are the documents of a case read, whatever they lack, and refused where they cannot be?"""

import json

import pytest

from benchmarks.conformance.cases import Case, UnknownFormat, load_cases
from benchmarks.conformance.documents import Unreadable, read_pair
from benchmarks.conformance.json_schemas import as_document, modernised
from service.openapi_diff import Verdict, compare
from tests.unit.conformance.corpora import CorpusFolder, Json, document


def only_case(corpus: CorpusFolder) -> Case:
    (case,) = load_cases(corpus.folder)
    return case


def test_a_manifest_of_another_format_is_refused(corpus: CorpusFolder) -> None:
    (corpus.folder / "manifest.json").write_text('{"format": "other/2", "cases": []}')

    with pytest.raises(UnknownFormat, match="other/2"):
        load_cases(corpus.folder)


def test_a_valid_pair_has_no_faults(corpus: CorpusFolder) -> None:
    corpus.add(document({}), document({}))

    pair = read_pair(only_case(corpus))

    assert pair.faults == ()
    assert pair.base == pair.revision


def test_a_fragment_is_read_and_its_fault_is_named(corpus: CorpusFolder) -> None:
    corpus.add({"swagger": 2.0, "paths": {}}, document({}))

    pair = read_pair(only_case(corpus))

    assert pair.faults == ("unsupported-version",)
    assert pair.base == {"swagger": 2.0, "paths": {}}


def test_a_comma_too_many_does_not_hinder(corpus: CorpusFolder) -> None:
    corpus.add('{"openapi": "3.0.0", "paths": {},}', document({}))

    assert read_pair(only_case(corpus)).base == {"openapi": "3.0.0", "paths": {}}


@pytest.mark.parametrize("text", ["[1, 2]", "{'a': [", "just text"])
def test_what_is_no_object_is_unreadable(corpus: CorpusFolder, text: str) -> None:
    corpus.add(text, document({}))

    with pytest.raises(Unreadable):
        read_pair(only_case(corpus))


def test_an_address_is_left_alone(corpus: CorpusFolder) -> None:
    far = {"openapi": "3.1.0", "paths": {"/a": {"$ref": "https://example.org/a.json#/b"}}}
    corpus.add(far, far)

    assert read_pair(only_case(corpus)).base == far


def test_a_missing_file_makes_the_case_unreadable(corpus: CorpusFolder) -> None:
    corpus.add(document({}), document({}))
    (corpus.folder / "0-base.json").unlink()

    with pytest.raises(Unreadable, match=r"0-base\.json is not there"):
        read_pair(only_case(corpus))


def test_files_that_a_document_refers_to_are_put_inside(corpus: CorpusFolder) -> None:
    split = document({"requestBody": {"$ref": "parts.json#/Body"}})
    body = {"content": {"application/json": {"schema": {"$ref": "#/Thing"}}}}
    parts = {"Body": body, "Thing": {"type": "string"}, "Loop": {"$ref": "parts.json#/Loop"}}
    (corpus.folder / "parts.json").write_text(json.dumps(parts))
    inline = {"content": {"application/json": {"schema": {"type": "string"}}}}
    corpus.add(split, document({"requestBody": inline}))

    pair = read_pair(only_case(corpus))

    assert "outside-reference" in pair.faults
    assert compare(pair.base, pair.revision).verdict is Verdict.COMPATIBLE


def test_a_file_that_is_referred_to_but_missing_makes_the_case_unreadable(
    corpus: CorpusFolder,
) -> None:
    corpus.add(document({"requestBody": {"$ref": "gone.json#/Body"}}), document({}))

    with pytest.raises(Unreadable, match=r"gone\.json is not there"):
        read_pair(only_case(corpus))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"items": [{}, {}]}, {"prefixItems": [{}, {}]}),
        (
            {"items": [{}], "additionalItems": False},
            {"prefixItems": [{}], "items": False},
        ),
        ({"items": {"type": "string"}}, {"items": {"type": "string"}}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": 3}, {"exclusiveMaximum": 3}),
        ({"dependencies": {"a": ["b"]}}, {"dependentRequired": {"a": ["b"]}}),
        (
            {"dependencies": {"a": {"minimum": 1, "exclusiveMinimum": True}}},
            {"dependentSchemas": {"a": {"exclusiveMinimum": 1}}},
        ),
        (
            {"$ref": "#/definitions/a", "type": "string", "definitions": {"a": {}}},
            {"$ref": "#/components/schemas/Subject/definitions/a", "definitions": {"a": {}}},
        ),
        ({"$ref": "other.json"}, {"$ref": "other.json"}),
        (
            {"enum": [{"items": [1]}], "default": {"$ref": "#"}},
            {"enum": [{"items": [1]}], "default": {"$ref": "#"}},
        ),
        (
            {"properties": {"items": {"items": [{}]}}},
            {"properties": {"items": {"prefixItems": [{}]}}},
        ),
        ({"$schema": "http://json-schema.org/draft-04/schema#"}, {}),
        (True, True),
    ],
)
def test_older_drafts_are_said_in_the_words_of_today(old: Json, new: Json) -> None:
    before = json.dumps(old)

    assert modernised(old) == new
    assert json.dumps(old) == before


def test_a_json_schema_is_asked_as_the_body_of_a_request(corpus: CorpusFolder) -> None:
    corpus.add({"type": "string"}, {"type": "integer"}, kind="json-schema")

    pair = read_pair(only_case(corpus))

    assert pair.base == as_document({"type": "string"})
    assert compare(pair.base, pair.revision).verdict is Verdict.BREAKING
