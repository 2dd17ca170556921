"""Is it seen that alternatives ask for nothing, or take away nothing, that the rest does not?"""

from typing import Any

import pytest

from service.openapi_diff import Assumption, compare
from tests.unit.openapi_diff.documents import compared, reported, with_schema

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
ADDED, REMOVED = "compose.all-of-added", "compose.all-of-removed"


def thing(required: list[str], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"a": TEXT, "b": WHOLE}, "required": required, **more}


def kinds(*names: str) -> dict[str, Any]:
    return {"properties": {"a": {"enum": list(names)}}}


IMPLIED = [
    (thing(["a"]), {"anyOf": [{"required": ["a"]}, {"required": ["c"]}]}),
    (thing(["a"]), {"oneOf": [{"required": ["a"]}, {"required": ["c", "a"]}]}),
    (thing(["a"], properties={"a": {"enum": ["x"]}}), {"oneOf": [kinds("x", "y"), kinds("z")]}),
    (thing(["a"]), {"oneOf": [{"type": "object"}, {"type": "string"}]}),
]
NOT_IMPLIED = [
    (thing(["b"]), {"anyOf": [{"required": ["a"]}, {"required": ["c"]}]}),
    (thing(["a"]), {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}),
    (
        thing(["a"], additionalProperties=TEXT),
        {"oneOf": [{"required": ["a"]}, {"required": ["c"]}]},
    ),
    ({"required": ["a"]}, {"oneOf": [{"required": ["a"]}, {"required": ["c"]}]}),
    (thing(["a"], properties={"a": {"enum": ["x"]}}), {"oneOf": [kinds("x"), kinds("z", "x")]}),
    (thing(["b"], properties={"a": {"enum": ["x"]}}), {"oneOf": [kinds("x"), kinds("z")]}),
]


@pytest.mark.parametrize(("schema", "alternatives"), IMPLIED)
def test_what_held_already_may_be_said(schema: Any, alternatives: Any) -> None:
    changes = compared(schema, {**schema, **alternatives})

    assert ("request", "breaks") not in {change[1:] for change in changes}


@pytest.mark.parametrize(("schema", "alternatives"), NOT_IMPLIED)
def test_what_did_not_hold_breaks(schema: Any, alternatives: Any) -> None:
    assert (ADDED, "request", "breaks") in compared(schema, {**schema, **alternatives})


@pytest.mark.parametrize(
    ("schema", "alternatives", "judgement"),
    [(*IMPLIED[2], "safe"), (*IMPLIED[3], "safe"), (*NOT_IMPLIED[1], "breaks")],
)
def test_what_holds_still_need_not_be_said(schema: Any, alternatives: Any, judgement: str) -> None:
    assert (REMOVED, "response", judgement) in compared({**schema, **alternatives}, schema)


def test_that_nobody_sends_what_is_not_declared_is_named_as_the_reason() -> None:
    schema, alternatives = IMPLIED[1]

    answer = compare(with_schema(schema), with_schema({**schema, **alternatives}))

    (change,) = [c for c in answer.changes if c.rule == ADDED and c.direction == "request"]
    assert change.assumption is Assumption.CLIENTS_SEND_DECLARED


ALIKE = {"type": "object", "properties": {"name": TEXT}}
PARTS = dict.fromkeys("ABC", ALIKE)


def one_of(*names: str) -> dict[str, Any]:
    return {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}


def test_alternatives_that_refused_each_other_lose_nothing_to_a_further_one() -> None:
    answer = compare(
        with_schema(one_of("A", "B"), **PARTS), with_schema(one_of("A", "B", "C"), **PARTS)
    )

    assert {judgement for _, _, judgement in reported(answer)} == {"safe"}


def test_an_alternative_that_counted_is_taken_away_by_its_like() -> None:
    parts = {**PARTS, "B": WHOLE}

    answer = compare(
        with_schema(one_of("A", "B"), **parts), with_schema(one_of("A", "B", "C"), **parts)
    )

    assert ("compose.one-of-branch-added", "request", "breaks") in reported(answer)


@pytest.mark.parametrize(
    ("values", "expected"),
    [([3], []), ([2, 3], ["schema.enum-value-added", "schema.enum-value-added"])],
)
def test_what_two_lists_of_a_one_of_share_is_refused(
    values: list[int], expected: list[str]
) -> None:
    lists = {"oneOf": [{"enum": [1, 2, 3]}, {"enum": [1, 2]}]}

    changes = compared(lists, {"enum": values})

    assert [rule for rule, _, _ in changes] == expected


def test_a_plain_list_may_become_the_same_list_by_exclusion() -> None:
    lists = {"oneOf": [{"enum": [1, 2, 3]}, {"enum": [1, 2]}]}

    assert compared({"enum": [3]}, lists) == []
    assert ("schema.enum-value-removed", "request", "breaks") in compared({"enum": [2, 3]}, lists)


@pytest.mark.parametrize(
    "extra", [{"if": {}, "then": {"type": "object"}}, {"not": {}}, {"enum": ["a"]}, {"const": 1}]
)
def test_null_that_something_else_refuses_is_no_null(extra: dict[str, Any]) -> None:
    base, revision = (
        {"oneOf": [{"type": "object"}, {"type": "null", **more}]} for more in ({}, extra)
    )

    assert "breaks" in {judgement for _, _, judgement in compared(base, revision)}
