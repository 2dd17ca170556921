"""Does the engine stay fast and on its feet, whatever it is given?"""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from service.openapi_diff import Verdict, compare
from tests.unit.openapi_diff.documents import with_operation, with_schema

_GROWTH = 6  # a fourfold size may take so many more calls; a quadratic way takes sixteen times


def _enum(first: int, size: int) -> dict[str, Any]:
    return with_schema({"enum": [f"value {place}" for place in range(first, first + size)]})


def _branches(keyword: str, kind: str, size: int) -> dict[str, Any]:
    return with_schema(
        {
            keyword: [
                {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {"kind": {"const": str(place)}, "value": {"type": kind}},
                }
                for place in range(size)
            ]
        }
    )


def _calls(task: Callable[[], object]) -> int:
    """How many functions are called, Python's own included: the same on every machine."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(before)
    return count


def _growth(document: Callable[..., dict[str, Any]], small: int, large: int) -> float:
    """By how much more is called for the large pair than for the small one."""
    few, many = (
        _calls(partial(compare, document(size, is_new=False), document(size, is_new=True)))
        for size in (small, large)
    )
    return many / few


def test_a_long_enum_is_compared_in_nearly_linear_time() -> None:
    growth = _growth(lambda size, is_new: _enum(1 if is_new else 0, size), 2_500, 10_000)

    assert growth < _GROWTH


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_two_thousand_alternatives_are_matched_in_nearly_linear_time(keyword: str) -> None:
    growth = _growth(
        lambda size, is_new: _branches(keyword, "integer" if is_new else "string", size), 500, 2_000
    )

    assert growth < _GROWTH


def test_the_control_a_quadratic_way_is_noticed() -> None:
    def pairs(size: int) -> list[bool]:
        return [bool(max(one, other)) for one in range(size) for other in range(size)]

    assert _calls(partial(pairs, 400)) / _calls(partial(pairs, 100)) > _GROWTH


@pytest.mark.parametrize(
    "wrap",
    [
        lambda inner: {"type": "object", "properties": {"a": inner}},
        lambda inner: {"type": "array", "items": inner},
        lambda inner: {"allOf": [inner, {"maxProperties": 9}]},
        lambda inner: {"oneOf": [inner, {"type": "integer"}]},
        lambda inner: {"anyOf": [inner]},
    ],
)
def test_ninety_levels_of_nesting_are_compared(wrap: Callable[[Any], Any]) -> None:
    base, revision = (_nested(leaf, wrap, depth=90) for leaf in ("string", "boolean"))

    assert compare(base, revision).verdict is Verdict.BREAKING


def test_nesting_deeper_than_any_reader_allows_is_compared() -> None:
    base, revision = (
        _nested(leaf, lambda inner: {"items": inner}, depth=300) for leaf in ("string", "boolean")
    )

    assert compare(base, revision).verdict is Verdict.BREAKING


def _nested(leaf: str, wrap: Callable[[Any], Any], *, depth: int) -> dict[str, Any]:
    schema: Any = {"type": leaf}
    for _ in range(depth):
        schema = wrap(schema)
    return with_schema(schema)


def test_alternatives_that_run_in_circles_come_to_an_end() -> None:
    def document(leaf: str) -> dict[str, Any]:
        size = 40
        components = {
            f"C{place}": {
                "anyOf": [
                    {"$ref": f"#/components/schemas/C{(place + 1) % size}"},
                    {"$ref": f"#/components/schemas/C{(place * 7 + 3) % size}"},
                    {"type": "object", "properties": {"value": {"type": leaf}}},
                ]
            }
            for place in range(size)
        }
        return with_schema({"$ref": "#/components/schemas/C0"}, **components)

    assert compare(document("string"), document("integer")).verdict is Verdict.BREAKING


@pytest.mark.parametrize(
    ("base", "revision", "verdict"),
    [
        ({"$ref": "#/nowhere"}, {"$ref": "#/nowhere"}, Verdict.COMPATIBLE),
        ({"$ref": "#/nowhere"}, {"$ref": "#/elsewhere"}, Verdict.UNDETERMINED),
        ({"$ref": "#/components/schemas/Loop"}, {"type": "string"}, Verdict.BREAKING),
        ({"$ref": "#/components/schemas/Loop"}, {}, Verdict.COMPATIBLE),
        ({"$ref": 5}, {"$ref": None}, Verdict.COMPATIBLE),
        ({"type": 5, "enum": "a", "required": 1}, {"properties": []}, Verdict.COMPATIBLE),
        ({"oneOf": {}, "anyOf": [1, None]}, {"allOf": "x", "items": 3}, Verdict.COMPATIBLE),
        ({"pattern": "("}, {"pattern": "[a-"}, Verdict.UNDETERMINED),
        ({"maximum": "9", "multipleOf": 0}, {"maximum": True}, Verdict.COMPATIBLE),
        (True, False, Verdict.BREAKING),
        (False, True, Verdict.BREAKING),
    ],
)
def test_odd_schemas_get_an_answer(base: Any, revision: Any, verdict: Verdict) -> None:
    loop = {"$ref": "#/components/schemas/Loop"}

    comparison = compare(with_schema(base, Loop=loop), with_schema(revision, Loop=loop))

    assert comparison.verdict is verdict


@pytest.mark.parametrize(
    "odd",
    [
        {"parameters": 5, "responses": [], "requestBody": "x", "security": {}, "tags": 3},
        {"parameters": [1, {"name": 3}], "responses": {"200": None}, "callbacks": {"c": 1}},
        {"requestBody": {"content": []}, "responses": {"200": {"content": {"a/b": 3}}}},
        {"responses": {"200": {"headers": {"X": 1}, "links": 3}}, "servers": [1, {}]},
        {"requestBody": {"$ref": "#/nowhere"}, "responses": {"200": {"$ref": "#/nowhere"}}},
        {"callbacks": {"c": {"$ref": "#/nowhere"}}, "security": [{"k": 3}, 5]},
    ],
)
def test_odd_operations_get_an_answer_in_both_orders(odd: dict[str, Any]) -> None:
    plain = with_operation(
        {
            "parameters": [{"name": "q", "in": "query", "schema": {}}],
            "requestBody": {"content": {"a/b": {"schema": {}}}},
            "responses": {"200": {"description": "done", "content": {"a/b": {"schema": {}}}}},
        }
    )

    verdicts = {
        compare(base, revision).verdict
        for base, revision in ((plain, with_operation(odd)), (with_operation(odd), plain))
    }

    assert verdicts <= set(Verdict)


@pytest.mark.parametrize("odd", [{}, {"paths": []}, {"paths": {"/a": 1}}, {"info": 3, "tags": 1}])
def test_odd_documents_get_an_answer_in_both_orders(odd: dict[str, Any]) -> None:
    plain = with_schema({"type": "string"})

    verdicts = [compare(odd, plain).verdict, compare(plain, odd).verdict]

    assert set(verdicts) <= set(Verdict)
