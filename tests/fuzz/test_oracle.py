"""Are instances, patterns and the second opinion what the hunt takes them for?"""

import re
from random import Random
from typing import Any

import pytest

from service.openapi_diff import Direction
from tests.fuzz.documents import Place, Side
from tests.fuzz.inclusion import InclusionOracle
from tests.fuzz.oracle import breaking_exchange, loops, texts_of
from tests.fuzz.pairs import Pair
from tests.fuzz.patterns import texts_for
from tests.fuzz.samples import Sampler, compiled
from tests.fuzz.schemas import PATTERNS


@pytest.mark.parametrize("pattern", [*PATTERNS, "^[^a]x?(b|c)+$", "\\w\\s.", "^a{2,}$", "("])
def test_texts_are_found_for_a_pattern(pattern: str) -> None:
    texts = texts_for(pattern)

    assert pattern == "(" or any(re.search(pattern, text) for text in texts)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 3, "maxLength": 5},
        {"type": "integer", "minimum": 3, "exclusiveMaximum": 9, "multipleOf": 2},
        {"type": "object", "required": ["a"], "properties": {"a": {"const": "x"}}},
        {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2},
        {"type": "array", "items": {"enum": [1, 2]}, "minItems": 2, "uniqueItems": True},
        {"type": "array", "prefixItems": [{"type": "string"}], "contains": {"const": 1}},
        {"oneOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]},
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "type": "object"},
        {
            "$ref": "#/$defs/A",
            "$defs": {"A": {"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}}},
        },
        {
            "$ref": "#/$defs/A",
            "$defs": {"A": {"type": "object", "propertyNames": {"$ref": "#/$defs/A"}}},
        },
    ],
)
def test_some_instances_of_a_schema_are_accepted_and_some_are_not(schema: Any) -> None:
    validator = compiled(schema, {})

    answers = {validator.is_valid(instance) for instance in Sampler(schema, Random(0)).instances()}

    assert answers == {True, False}


def test_each_scalar_in_a_parameter_is_read_by_itself() -> None:
    assert [*texts_of([1, {"a": False}, None, "x"])] == [
        ["1", {"a": "false"}, None, "x"],
        ["1", {"a": False}, None, "x"],
        [1, {"a": "false"}, None, "x"],
        [1, {"a": False}, None, "x"],
    ]


def test_what_a_parameter_is_read_as_has_an_end() -> None:
    assert len([*texts_of([True] * 40)]) == 256


@pytest.mark.parametrize(("before", "breaks"), [("boolean", False), ("array", True)])
def test_a_parameter_whose_parts_can_be_read_breaks_nobody(before: str, *, breaks: bool) -> None:
    base, revision = (
        Side({"properties": {"a": {"type": "number"}, "b": {"type": kind}}}, {}, "3.0.3")
        for kind in (before, "string")
    )
    pair = Pair(base, revision, Place.PARAMETER)

    found = breaking_exchange(pair, Direction.REQUEST, Random(0))

    assert bool(found) is breaks


@pytest.mark.parametrize(
    ("place", "least", "is_found"),
    [(Place.PARAMETER, 1, False), (Place.PARAMETER, 2, True), (Place.REQUEST, 1, True)],
)
def test_a_text_is_a_list_of_one_in_a_query_and_nowhere_else(
    place: Place, least: int, *, is_found: bool
) -> None:
    text = {"type": "string"}
    base = Side(text, {}, "3.1.0")
    revision = Side({"type": "array", "items": text, "minItems": least}, {}, "3.1.0")
    pair = Pair(base, revision, place)

    found = breaking_exchange(pair, Direction.REQUEST, Random(0))

    assert (found is not None) is is_found


def test_the_second_opinion_proves_and_does_not_guess() -> None:
    short, long = {"type": "string", "maxLength": 3}, {"type": "string", "maxLength": 5}

    with InclusionOracle() as oracle:
        answers = [oracle.is_included(short, long), oracle.is_included(long, short)]

    assert answers == [True, None]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ({"anyOf": [{"type": "string"}, {"$ref": "#/$defs/A"}]}, True),
        ({"allOf": [{"$ref": "#/$defs/B"}]}, True),
        ({"properties": {"a": {"$ref": "#/$defs/A"}}}, False),
    ],
)
def test_a_schema_that_leads_to_itself_in_place_is_told(inner: Any, expected: Any) -> None:
    definitions = {"A": inner, "B": {"not": {"$ref": "#/$defs/A"}}}

    assert loops({"$ref": "#/$defs/A", "$defs": definitions}) is expected
