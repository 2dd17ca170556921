"""Are instances, patterns and the second opinion what the hunt takes them for?"""

import re
from random import Random
from typing import Any

import pytest

from tests.fuzz.inclusion import InclusionOracle
from tests.fuzz.oracle import as_text, loops
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
    ],
)
def test_some_instances_of_a_schema_are_accepted_and_some_are_not(schema: Any) -> None:
    validator = compiled(schema, {})

    answers = {validator.is_valid(instance) for instance in Sampler(schema, Random(0)).instances()}

    assert answers == {True, False}


def test_a_parameter_is_text_through_and_through() -> None:
    assert as_text([1, 0.5, True, {"a": False}, None, "x"]) == [
        *("1", "0.5", "true"),
        {"a": "false"},
        *(None, "x"),
    ]


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
