"""Are values found where the accepting side asks for much, and does the validator agree?"""

from typing import Any

import pytest

from service.openapi_diff import Judgement, Unproved, WitnessKind
from service.openapi_witnesses.confirmation import Judge
from service.openapi_witnesses.conjunctions import demand_of
from service.openapi_witnesses.effort import Effort, Exhausted
from service.openapi_witnesses.formats import OWN_CHECKS, SAMPLES, texts_with, texts_without
from service.openapi_witnesses.numbers_between import numbers
from service.openapi_witnesses.text_forms import readings_of_text
from service.openapi_witnesses.texts import Writer
from tests.unit.openapi_witnesses.documents import accepts, document, proved

_TEXT = {"type": "string"}
_SHORT = {"type": "string", "maxLength": 2}
_A = {"required": ["a"], "properties": {"a": {"const": 1}}}
_B = {"required": ["b"], "properties": {"b": {"const": 1}}}

# What else an object asks for whose property `name` is restricted.
AROUND: dict[str, dict[str, Any]] = {
    "alternatives that overlap": {
        "oneOf": [{"properties": {"k": {"const": "x"}}}, {"properties": {"k": {"const": "y"}}}]
    },
    "alternatives within alternatives": {"anyOf": [{"oneOf": [_A, _B]}, {"required": ["c"]}]},
    "something excluded": {
        "properties": {"a": True},
        "not": {"properties": {"a": {"type": "string"}}},
    },
    "a property excluded": {"not": {"anyOf": [{"required": ["x"]}, {"minProperties": 9}]}},
    "a condition that must hold": {
        "required": ["a"],
        "properties": {"a": {"enum": [1, 2]}},
        "if": {"properties": {"a": {"const": 1}}},
        "then": {"required": ["b"]},
        "else": {"required": ["c", "d"]},
    },
    "a condition that must not hold": {
        "if": {"required": ["name"]},
        "then": {"required": ["b"]},
        "else": False,
    },
    "a schema that a property brings": {"dependentSchemas": {"name": {"required": ["z"]}}},
    "properties that others require": {"dependentRequired": {"name": ["a"], "a": ["b"]}},
    "a least number of properties": {"minProperties": 3},
    "names of a form": {"minProperties": 3, "propertyNames": {"pattern": "^[a-z]+$"}},
    "names of a pattern": {
        "minProperties": 3,
        "patternProperties": {"^x-": {"type": "integer"}},
        "additionalProperties": False,
    },
    "a list with something in it": {
        "required": ["l"],
        "properties": {"l": {"contains": {"const": 5}, "minContains": 2, "items": {}}},
    },
    "a list of different things": {
        "required": ["l"],
        "properties": {"l": {"items": _TEXT, "minItems": 3, "uniqueItems": True}},
    },
    "numbers between": {
        "required": ["n", "m"],
        "properties": {
            "n": {"type": "number", "exclusiveMinimum": 0.25, "exclusiveMaximum": 0.75},
            "m": {"type": "integer", "multipleOf": 6, "minimum": 7},
        },
    },
    "texts of a form": {
        "required": ["t", "u"],
        "properties": {
            "t": {"type": "string", "pattern": "^[A-Z]{2}[0-9]{3}$"},
            "u": {"type": "string", "format": "uri", "minLength": 40},
        },
    },
}


@pytest.mark.parametrize("name", AROUND)
def test_a_message_is_built_though_much_is_asked_of_it(name: str) -> None:
    around = {"type": "object", **AROUND[name]}
    properties = around.get("properties", {})
    old = {**around, "properties": {**properties, "name": _TEXT}}
    new = {**around, "properties": {**properties, "name": _SHORT}}

    comparison = proved(document(old), document(new))

    (witness,) = [
        found.witness for found in comparison.changes if found.rule == "schema.max-length-tightened"
    ]
    assert witness is not None
    assert witness.kind is WitnessKind.REFUSED
    assert witness.pointer == "/name"
    assert accepts(old, witness.instance)
    assert not accepts(new, witness.instance)


# Ways from the root of a message to the schema that is restricted.
WAYS: dict[str, Any] = {
    "additional properties": lambda inner: {"type": "object", "additionalProperties": inner},
    "properties of a pattern": lambda inner: {"type": "object", "patternProperties": {"^p": inner}},
    "what a property brings": lambda inner: {
        "type": "object",
        "properties": {"a": True, "b": True},
        "dependentSchemas": {"a": {"properties": {"b": inner}}},
    },
    "then": lambda inner: {
        "type": "object",
        "properties": {"a": True, "b": True},
        "if": {"required": ["a"]},
        "then": {"properties": {"b": inner}},
    },
    "else": lambda inner: {
        "type": "object",
        "properties": {"a": True, "b": True},
        "if": {"required": ["a"]},
        "else": {"properties": {"b": inner}},
    },
    "contained items": lambda inner: {"type": "array", "contains": inner, "items": _TEXT},
    "items after a tuple": lambda inner: {"prefixItems": [{"type": "null"}], "items": inner},
}


@pytest.mark.parametrize("name", WAYS)
def test_a_definition_is_reached_by_every_way(name: str) -> None:
    old, new = (WAYS[name](schema) for schema in (_TEXT, _SHORT))

    comparison = proved(document(old), document(new))

    breaking = [found for found in comparison.changes if found.judgement is Judgement.BREAKS]
    assert breaking
    for change in breaking:
        assert change.witness is not None
        assert accepts(old, change.witness.instance)
        assert not accepts(new, change.witness.instance)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ({"contentEncoding": "base64"}, {"contentEncoding": "base16"}, "YQ=="),
        ({}, {"contentMediaType": "application/json"}, "a"),
        ({"x-extensible-enum": ["a", "b"]}, {"x-extensible-enum": ["a"]}, "b"),
    ],
)
def test_a_remark_that_becomes_a_rule_is_named_as_such(old: Any, new: Any, shown: str) -> None:
    comparison = proved(document({**_TEXT, **old}), document({**_TEXT, **new}))

    witnesses = [found.witness for found in comparison.changes if found.witness]
    assert [(one.kind, one.instance) for one in witnesses] == [(WitnessKind.INTERPRETED, shown)]


def test_a_discriminator_with_alternatives_says_which_schema_holds() -> None:
    def tagged(*names: str) -> dict[str, Any]:
        targets = [{"$ref": f"#/components/schemas/{name}"} for name in names]
        return {"oneOf": targets, "discriminator": {"propertyName": "kind"}}

    def shape(letter: str) -> dict[str, Any]:
        properties = {"kind": _TEXT, letter: _TEXT}
        return {"type": "object", "required": ["kind", letter], "properties": properties}

    schemas = {name: shape(name.lower()) for name in ("A", "B", "C")}
    base = document(tagged("A", "B", "C"), schemas=schemas)
    revision = document(tagged("A", "B"), schemas=schemas)

    comparison = proved(base, revision)

    assert comparison.proved_count > 0
    for change in comparison.changes:
        assert change.judgement is not Judgement.BREAKS or change.witness is not None


def test_paths_are_matched_by_their_shape_and_parameters_by_their_media_type() -> None:
    def described(path: str, schema: Any) -> dict[str, Any]:
        content = {"application/json": {"schema": schema}}
        parameter = {"name": "q", "in": "query", "content": content}
        operation = {"parameters": [parameter], "responses": {"200": {"description": "done"}}}
        return {
            "openapi": "3.1.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {path: {"get": operation}},
        }

    comparison = proved(described("/a/{x}", _TEXT), described("/a/{y}", _SHORT))

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert (witness.name, witness.media_type) == ("q in query", "application/json")


def test_a_format_that_nobody_knows_has_no_witness() -> None:
    comparison = proved(document(_TEXT), document({**_TEXT, "format": "our-own"}))

    assert [change.unproved for change in comparison.changes] == [Unproved.UNKNOWN_FORMAT]


@pytest.mark.parametrize(
    ("keyword", "before", "after", "expected"),
    [
        ("contentMediaType", "image/png", "image/gif", Unproved.UNKNOWN_FORMAT),
        ("contentMediaType", None, "application/json", None),
        ("contentEncoding", None, "rot13", Unproved.UNKNOWN_FORMAT),
        ("contentEncoding", None, "base64", None),
    ],
)
def test_content_whose_form_nobody_knows_has_no_witness(
    keyword: str, before: str | None, after: str, expected: Unproved | None
) -> None:
    base = {**_TEXT, keyword: before} if before else _TEXT

    comparison = proved(document(base), document({**_TEXT, keyword: after}))

    (change,) = comparison.changes
    assert change.unproved is expected
    assert (change.witness is None) is (expected is not None)


@pytest.mark.parametrize("kind", ["number", "integer"])
def test_a_number_beyond_the_largest_float_shows_that_a_format_has_gone(kind: str) -> None:
    base = {"type": "number", "format": "float"}

    comparison = proved(document(base, "response"), document({"type": kind}, "response"))

    (found,) = [one for one in comparison.changes if one.rule == "schema.format-removed"]
    assert found.witness is not None
    assert abs(found.witness.instance) > 3.5e38


def _judge() -> Judge:
    effort = Effort(in_all=10**6, each=10**6)
    effort.begin()
    return Judge(lambda _: True, effort)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_of_a_format_have_it_and_something_else_has_not(name: str) -> None:
    judge = _judge()
    schema = {"format": name}

    assert [text for text in texts_with([name], 30) if not judge.accepts(schema, text)] == []
    assert any(not judge.accepts({"format": name}, text) for text in texts_without([name]))


def test_checks_of_our_own_refuse_what_they_must() -> None:
    wrong = {
        "byte": "a",
        "base64url": "+/",
        "content-encoding base16": "6",
        "content-encoding base32": "1",
        "content-encoding base64": "*",
        "content-encoding base64url": "+/",
        "content-encoding quoted-printable": "ä",
        "content-media-type application/json": "{",
    }

    assert wrong.keys() == OWN_CHECKS.keys()
    assert [name for name, text in wrong.items() if OWN_CHECKS[name](text)] == []


@pytest.mark.parametrize(
    ("schema", "whole", "first"),
    [
        ({"minimum": 3}, True, 3),
        ({"exclusiveMinimum": 3, "multipleOf": 4}, True, 4),
        ({"multipleOf": 2, "not": {"multipleOf": 4}}, True, 2),
        ({"minimum": 2**63}, True, 2**63),
        ({"minimum": 0.1, "maximum": 0.2}, False, 0.15),
        ({"multipleOf": 0.3, "minimum": 0.5}, False, 0.6),
    ],
)
def test_a_number_is_found_between_limits(schema: Any, whole: bool, first: float) -> None:  # noqa: FBT001 - a row of the table
    assert next(numbers(demand_of([schema]), whole=whole)) == first


@pytest.mark.parametrize(
    ("schema", "first"),
    [
        ({}, "a"),
        ({"maxLength": 0}, ""),
        ({"minLength": 3}, "aaa"),
        ({"pattern": "^x"}, "x"),
        ({"pattern": "^[0-9]{2}$", "not": {"pattern": "0"}}, "11"),
        ({"pattern": "^$"}, ""),
        ({"pattern": "^\\p{L}(?=b)", "minLength": 2}, "aa"),
        ({"pattern": "^[^a-zA-Z0-9]$"}, "-"),
        ({"pattern": "^[\\x00-\\x1f]$"}, "\x01"),
    ],
)
def test_a_text_is_found_that_patterns_accept(schema: Any, first: str) -> None:
    effort = Effort(in_all=10**5, each=10**5)
    effort.begin()

    assert next(Writer(effort).texts(demand_of([schema]))) == first


def test_a_text_too_long_to_show_is_not_looked_for() -> None:
    effort = Effort(in_all=10**5, each=10**5)
    effort.begin()

    with pytest.raises(Exhausted):
        next(Writer(effort).texts(demand_of([{"minLength": 10**6}])))


def test_text_is_read_as_text_number_and_boolean() -> None:
    assert readings_of_text("5") == ["5", 5]
    assert readings_of_text(None) == [None, "null"]
    assert readings_of_text(["5", "a"]) == [["5", "a"], [5, "a"]]
    assert readings_of_text({"a": 1}) == [{"a": 1}, {"a": "1"}]
    assert readings_of_text("{}") == ["{}", "{}"]
