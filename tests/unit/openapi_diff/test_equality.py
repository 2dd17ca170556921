"""When are two JSON values the same?"""

from typing import Any

import pytest

from service.openapi_diff.equality import identity, references_in, same


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


def _nested(leaf: Any) -> Any:
    for _ in range(5_000):
        leaf = {"a": [leaf]}
    return leaf
