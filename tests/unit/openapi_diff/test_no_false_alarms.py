"""Is nothing called breaking that provably changes nothing?

Each pair of the first list accepts the same on both sides, which is asked of a validator that can
prove it; what stands beside it is nearly the same, and does break.
"""

from typing import Any

import jsonschema_rs
import pytest

from service.openapi_diff import Assumption, compare
from tests.unit.openapi_diff.documents import compared, with_schema

_CLOSED: dict[str, Any] = {"properties": {"a": {}, "b": {}}, "additionalProperties": False}
_TOLD: dict[str, Any] = {"properties": {"a": {}, "b": {}}, "unevaluatedProperties": False}
_LISTS_OR_OBJECTS: dict[str, Any] = {"anyOf": [{"type": "object"}, {"type": "array"}]}
_ONE_EACH: dict[str, Any] = {"items": {"enum": ["a", "b"]}, "uniqueItems": True}
_UNCLOSED: dict[str, Any] = {**_CLOSED, "required": ["c"]}
_NEVER: dict[str, Any] = {"allOf": [{"type": "array"}, {"type": "boolean"}]}


@pytest.mark.parametrize(
    ("one", "more", "less"),
    [
        # A length beside a pattern that asks for as much.
        ({"pattern": "^[a-z]+$"}, {"minLength": 1}, {"minLength": 2}),
        # A number of properties beside their names.
        ({"required": ["a", "b"]}, {"minProperties": 2}, {"minProperties": 3}),
        (_CLOSED, {"maxProperties": 2}, {"maxProperties": 1}),
        (_TOLD, {"maxProperties": 2}, {"maxProperties": 1}),
        # A number of items beside their values and places.
        ({"items": False}, {"maxItems": 0}, {"type": "array"}),
        ({"items": False, "prefixItems": [{}]}, {"maxItems": 1}, {"maxItems": 0}),
        (_ONE_EACH, {"maxItems": 2}, {"maxItems": 1}),
        # A bound beside the step of the numbers.
        (
            {"type": "number", "multipleOf": 5, "minimum": 1},
            {"exclusiveMinimum": 1},
            {"exclusiveMinimum": 5},
        ),
        (
            {"type": "number", "multipleOf": 0.5, "maximum": 3.2},
            {"maximum": 3},
            {"exclusiveMaximum": 3},
        ),
        # A bound of what no alternative is.
        (_LISTS_OR_OBJECTS, {"exclusiveMinimum": 2}, {"minItems": 2}),
        # Conditions that ask for nothing.
        ({}, {"if": _NEVER, "then": {}}, {"if": {"type": "string"}, "then": {"minLength": 1}}),
        ({}, {"if": {}, "else": {"minLength": 1}}, {"if": {}, "then": {"minLength": 1}}),
        (
            {},
            {"dependentRequired": {"a": ["a"]}},
            {"dependentRequired": {"a": ["b"]}},
        ),
        ({}, {"if": {"required": ["a"]}, "then": {"required": []}}, {"required": ["a"]}),
        (
            {},
            {"if": {"required": ["a"]}, "else": {"maxLength": 1}},
            {"if": {"required": ["a"]}, "else": {"required": ["b"]}},
        ),
        (
            {"type": "array"},
            {"if": {"maxItems": 2}, "then": {"required": ["a"]}},
            {"if": {"maxItems": 2}, "then": {"minItems": 1}},
        ),
        (
            {"enum": ["a"]},
            {"if": {"maxItems": 2}, "then": {"required": ["a"]}},
            {"if": {"enum": ["a"]}, "then": {"type": "object"}},
        ),
        ({}, {"additionalProperties": {"properties": {}}}, {"additionalProperties": False}),
        # What is excluded was refused anyway.
        (_CLOSED, {"not": {"type": "object", **_UNCLOSED}}, {"not": {"required": ["a"]}}),
        (
            {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
            {"not": {"type": "object", "properties": {"a": {"type": "integer"}}}},
            {"not": {"type": "object", "properties": {"a": {"type": "string", "minLength": 1}}}},
        ),
        # What is said of names, which are texts.
        ({}, {"propertyNames": {"maximum": 5}}, {"propertyNames": {"maxLength": 5}}),
        ({}, {"propertyNames": {"type": ["string"]}}, {"propertyNames": False}),
        ({"enum": ["b", "c"]}, {"not": {"enum": ["a"]}}, {"not": {"enum": ["b"]}}),
        ({"enum": ["b", "c"]}, {"not": {"pattern": "^a"}}, {"not": {"pattern": "^b"}}),
        ({"enum": ["b", "c"]}, {"not": {"maxLength": 0}}, {"not": {"maxLength": 1}}),
        ({}, {"items": {"$anchor": "here"}}, {"items": {"$anchor": "here", "type": "string"}}),
        ({"format": "uri"}, {"not": {"const": "a b"}}, {"not": {"const": "https://b.c"}}),
    ],
)
def test_what_goes_without_saying_breaks_nobody_when_it_is_said(
    one: dict[str, Any], more: dict[str, Any], less: dict[str, Any]
) -> None:
    assert (_is_included(one, one | more), _is_included(one, one | less)) == (True, False)
    assert _judgements(one, one | more) | _judgements(one | more, one) <= {"safe"}
    assert "breaks" in _judgements(one, one | less)
    assert "breaks" in _judgements(one | less, one)


@pytest.mark.parametrize(
    ("one", "more", "less"),
    [
        ({"pattern": "^[0-9]{3}$"}, {"maxLength": 3}, {"maxLength": 2}),
        ({"pattern": "^[0-9]{3}$"}, {"minLength": 3}, {"minLength": 4}),
        ({"minLength": 1}, {"pattern": "[\\s\\S]"}, {"pattern": "[a-z]"}),
    ],
)
def test_what_a_pattern_or_a_length_says_anyway_breaks_nobody(
    one: dict[str, Any], more: dict[str, Any], less: dict[str, Any]
) -> None:
    assert _judgements(one, one | more) | _judgements(one | more, one) <= {"safe"}
    assert "breaks" in _judgements(one, one | less)
    assert "breaks" in _judgements(one | less, one)


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(
    ("further", "is_possible"),
    [
        (_NEVER, False),
        ({"type": "object"} | _UNCLOSED, False),
        ({"type": "object", "required": ["a", "b"], "maxProperties": 1}, False),
        ({"type": "object", "required": ["c"]}, True),
    ],
)
@pytest.mark.parametrize("few", [[{"type": "string"}], [{"type": "string"}, {"type": "number"}]])
def test_an_alternative_that_nothing_can_be_may_come_and_go(
    keyword: str, further: Any, few: list[Any], *, is_possible: bool
) -> None:
    fewer, more = {keyword: few}, {keyword: [*few, further]}

    said = _judgements(fewer, more) | _judgements(more, fewer)

    assert ("breaks" in said) is is_possible


@pytest.mark.parametrize(
    ("name", "bound", "is_met"),
    [
        ("uuid", {"maxLength": 36}, True),
        ("uuid", {"maxLength": 35}, False),
        ("uri", {"minLength": 1}, True),
        ("uri", {"maxLength": 2000}, False),
        ("no-format-at-all", {"minLength": 1}, False),
    ],
)
def test_a_format_tells_the_lengths_of_its_texts_to_those_who_check_it(
    name: str, bound: dict[str, Any], *, is_met: bool
) -> None:
    text = {"type": "string", "format": name}

    answer = compare(with_schema(text), with_schema(text | bound))

    assert (Assumption.FORMATS_ARE_ASSERTED in answer.assumptions) is is_met
    assert ("breaks" in {change.judgement for change in answer.changes}) is not is_met


@pytest.mark.parametrize(
    ("after", "breaks"),
    [
        ([{"minimum": -5}, {"maximum": 2}], False),
        ([{"minimum": 2}, {"maximum": 2}], False),
        ([{"minimum": 2}, {"exclusiveMaximum": 2}], False),
        ([{"exclusiveMinimum": 2}, {"exclusiveMaximum": 2}], True),
        ([{"minimum": 3}, {"maximum": 2}], True),
        ([{"minimum": -5}, {"maximum": 2, "multipleOf": 2}], True),
    ],
)
def test_numbers_that_are_parted_among_alternatives_are_all_there(
    after: list[dict[str, Any]], *, breaks: bool
) -> None:
    base, revision = (
        {"anyOf": [{"type": "number", **said} for said in sides]}
        for sides in ([{"minimum": -5}, {}], after)
    )

    requests = {said for _, way, said in compared(base, revision) if way == "request"}

    assert _is_included(base, revision) is not breaks
    assert ("breaks" in requests) is breaks


def test_what_does_not_travel_is_not_counted_as_required() -> None:
    base = {"required": ["a", "b"], "properties": {"a": {"readOnly": True}}}

    assert "breaks" in _judgements(base, base | {"minProperties": 2})


def test_a_branch_may_require_what_was_read_only_around_it() -> None:
    branches = [{"type": "object"}, {"type": "object", "required": ["a"]}]
    base = {"anyOf": branches, "properties": {"a": {"readOnly": True}}}
    revision = {"anyOf": branches, "properties": {"a": {}}}

    requests = {(rule, said) for rule, way, said in compared(base, revision) if way == "request"}

    assert ("property.became-required", "undetermined") in requests


def _judgements(base: Any, revision: Any) -> set[str]:
    return {change[2] for change in compared(base, revision)}


def _is_included(inner: Any, outer: Any) -> bool:
    first, second = (
        jsonschema_rs.canonicalize(schema, validate_formats=True, offline=True)
        for schema in (inner, outer)
    )
    return str(first.subtract(second).satisfiability()) == "no"
