"""When are two JSON values the same?"""

from typing import Any

import pytest

from service.openapi_diff.equality import (
    identity,
    printed,
    references_in,
    references_in_print,
    same,
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1.0}, True),
        ({"a": [True]}, {"a": [1]}, False),
        ([1], [1, 2], False),
        ([1, 2], [2, 1], False),
        ("1", 1, False),
        (None, False, False),
        ({}, [], False),
    ],
)
def test_values_are_the_same_as_json_schema_says(left: Any, right: Any, *, expected: bool) -> None:
    assert (same(left, right), identity(left) == identity(right)) == (expected, expected)


@pytest.mark.parametrize(("leaf", "expected"), [(1, True), (True, False), (2, False)])
def test_values_nested_beyond_recursion_are_compared(leaf: Any, *, expected: bool) -> None:
    left, right = _nested(1), _nested(leaf)

    assert same(left, right) is expected


def test_values_nested_beyond_recursion_may_differ_in_shape() -> None:
    assert not same(_nested([1]), _nested([1, 2]))
    assert not same(_nested({"a": 1}), _nested({"b": 1}))


def test_references_are_found_at_any_depth_and_in_mappings() -> None:
    value = {"a": [{"$ref": "#/x"}], "discriminator": {"mapping": {"k": "#/y", "l": "z"}}}

    assert references_in(value) == {"#/x", "#/y"}


@pytest.mark.parametrize(
    "value",
    [
        {"a": [{"$ref": "#/x"}, {"$ref": "#/x"}, {"$ref": "#/é/~1"}]},
        {"$ref": {"$ref": "#/a property of this name"}},
        {"discriminator": {"mapping": {"k": "#/y", "l": "z"}}, "mapping": "#/text"},
        {"$ref": "#/" + "long" * 1_000, "next": {"$ref": "\ud800"}},
        {"$ref": 1, "mapping": {"$ref": "#/in a mapping"}},
        [],
    ],
)
def test_references_are_found_in_the_print_of_a_value(value: Any) -> None:
    text = printed(value)

    assert text is not None
    assert references_in_print(text, value) == references_in(value)


@pytest.mark.parametrize("end", ["", "u", "u\xff\xff\0\0", "u\x02\0\0\0#/", "u\x01\0\0\0\xff"])
def test_a_text_that_looks_like_a_print_hides_no_reference(end: str) -> None:
    value = [{"a": "u\x04\0\0\0$ref" + end, "$ref": "#/x"}, {"$ref": "#/y"}]
    text = printed(value)

    assert text is not None
    assert references_in_print(text, value) >= {"#/x", "#/y"}


def test_what_nests_too_deeply_has_no_print() -> None:
    assert printed(_nested(1)) is None
    assert printed({"a": object()}) is None


def _nested(leaf: Any) -> Any:
    for _ in range(5_000):
        leaf = {"a": [leaf]}
    return leaf
