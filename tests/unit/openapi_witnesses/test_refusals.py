"""Is nothing called a proof that is none, and does every search end?"""

import copy
import resource
import time
from collections.abc import Iterator
from typing import Any

import pytest

from service.openapi_diff import Judgement, Unproved, compare
from service.openapi_diff.description import Description
from service.openapi_diff.proofs import Side
from service.openapi_diff.verdicts import Direction
from service.openapi_witnesses import prove
from service.openapi_witnesses.confirmation import Judge, Reading
from service.openapi_witnesses.effort import Effort, Unsupported
from service.openapi_witnesses.instances import Builder
from service.openapi_witnesses.translation import Library
from tests.unit.openapi_witnesses.documents import document, proved

_OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}


def test_what_both_sides_accept_is_never_a_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    base, revision = document(_OBJECT), document({**_OBJECT, "required": ["a"]})

    def harmless(*_: Any) -> Iterator[Any]:
        yield {"a": "both accept this"}

    monkeypatch.setattr(Builder, "values", harmless)
    comparison = proved(base, revision)

    (change,) = comparison.changes
    assert change.witness is None
    assert change.unproved is Unproved.CONTRADICTED
    assert comparison.proved_count == 0


@pytest.mark.parametrize("more", [{"required": ["a"]}, {"additionalProperties": False}])
def test_what_neither_side_accepts_is_never_a_witness(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, Any]
) -> None:
    def wrong(*_: Any) -> Iterator[Any]:
        yield 5

    monkeypatch.setattr(Builder, "values", wrong)
    comparison = proved(document(_OBJECT), document({**_OBJECT, **more}))

    assert [change.unproved for change in comparison.changes] == [Unproved.NONE_FOUND]


def test_what_nobody_declares_is_never_a_witness_of_something_else() -> None:
    # The revision refuses {"b": 1}, which the base accepts; but no client sends an undeclared `b`.
    old = {"type": "object", "properties": {"a": {"pattern": "(?=a)a"}}}
    new = {"type": "object", "properties": {"a": {"pattern": "(?=a)."}, "b": {"type": "string"}}}

    comparison = proved(document(old), document(new))

    assert all("b" not in (c.witness.instance if c.witness else {}) for c in comparison.changes)


def test_a_refusal_elsewhere_in_the_message_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    new = {
        **old,
        "properties": {name: {"type": "string", "maxLength": 2} for name in ("a", "b")},
    }

    def elsewhere(*_: Any) -> Iterator[Any]:
        yield {"b": "long"}

    monkeypatch.setattr(Builder, "values", elsewhere)
    comparison = proved(document(old), document(new))

    pointers = {change.base_pointer: change.witness for change in comparison.changes}
    assert [w is not None for p, w in pointers.items() if p and p.endswith("/b")] == [True]
    assert [w for p, w in pointers.items() if p and p.endswith("/a")] == [None]


def test_a_refusal_at_a_property_of_like_name_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = {"type": "string"}
    short = {**text, "maxLength": 2}
    old = {"type": "object", "properties": {"a": text, "ab": text}}
    new = {"type": "object", "properties": {"a": short, "ab": short}}

    def elsewhere(*_: Any) -> Iterator[Any]:
        yield {"ab": "long"}

    monkeypatch.setattr(Builder, "values", elsewhere)
    comparison = proved(document(old), document(new))

    shown = {c.base_pointer: c.witness is not None for c in comparison.changes}
    assert sorted((str(p).rpartition("/")[2], found) for p, found in shown.items()) == [
        ("a", False),
        ("ab", True),
    ]


def test_a_break_that_another_alternative_makes_up_for_is_contradicted() -> None:
    old = {"anyOf": [{"type": "string"}, {"type": "string", "enum": ["a", "b"]}]}
    new = {"anyOf": [{"type": "string"}, {"type": "string", "enum": ["a"]}]}
    base, revision = document(old), document(new)

    comparison = prove(compare(base, revision), base, revision)

    assert comparison.proved_count == 0
    told = {c.unproved for c in comparison.changes if c.judgement is Judgement.BREAKS}
    assert told <= {Unproved.CONTRADICTED}


def _nested(depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(depth):
        schema = {"type": "object", "required": ["a"], "properties": {"a": schema}}
    return schema


_SELF = {"$ref": "#/components/schemas/S"}
HOSTILE: dict[str, tuple[Any, Any, Any]] = {
    "a huge minLength": (
        {"type": "string", "minLength": 10**9},
        {"type": "string", "minLength": 10**9 + 1},
        {},
    ),
    "a huge maxLength": ({"type": "string"}, {"type": "string", "maxLength": 10**9}, {}),
    "a huge minItems": (
        {"type": "array", "minItems": 10**9},
        {"type": "array", "minItems": 10**9, "uniqueItems": True},
        {},
    ),
    "a huge minProperties": (
        {"type": "object", "minProperties": 10**9},
        {"type": "object", "minProperties": 10**9 + 1},
        {},
    ),
    "a huge tuple of contained items": (
        {"type": "array", "contains": {}, "minContains": 10**9},
        {"type": "array", "contains": {}, "minContains": 10**9 + 1},
        {},
    ),
    "a catastrophic pattern": (
        {"type": "string", "pattern": "^(a|a)*$", "minLength": 60},
        {"type": "string", "pattern": "^(?=.)(a+)+b$", "minLength": 60},
        {},
    ),
    "a pattern of many states": (
        {"type": "string", "pattern": "(a|b)*a(a|b){14}$"},
        {"type": "string", "pattern": "(a|b)*b(a|b){14}$"},
        {},
    ),
    "a definition that requires itself": (
        {**_SELF, "description": "x"},
        _SELF,
        {"S": {"type": "object", "required": ["s"], "properties": {"s": _SELF, "t": {}}}},
    ),
    "a definition that is itself": (_SELF, {**_SELF, "maxLength": 1}, {"S": {"allOf": [_SELF]}}),
    "a deep schema": (_nested(90), _nested(91), {}),
    "a bush of required copies of itself": (
        {"type": "object", "required": ["a"], "properties": {"a": _SELF}},
        {"type": "object", "required": ["a", "b"], "properties": {"a": _SELF}},
        {
            "S": {
                "type": "object",
                "required": ["x", "y", "z"],
                "properties": {"x": _SELF, "y": _SELF, "z": _SELF},
            }
        },
    ),
    "many alternatives in each other": (
        {"allOf": [{"oneOf": [_SELF, {"type": "string"}]}, {"anyOf": [_SELF, {"type": "null"}]}]},
        {"type": "string", "maxLength": 1},
        {"S": {"oneOf": [{"anyOf": [_SELF, {"type": "string"}]}, {"not": _SELF}]}},
    ),
    "thousands of alternatives": (
        {"oneOf": [{"const": number} for number in range(3_000)]},
        {"oneOf": [{"const": number} for number in range(2_999)]},
        {},
    ),
    "conflicting steps": (
        {"type": "number", "multipleOf": 1e-300},
        {"type": "number", "multipleOf": 1e300},
        {},
    ),
    "an unknown dynamic reference": (
        {"$dynamicRef": "#x", "maxLength": 3},
        {"$dynamicRef": "#x", "maxLength": 2},
        {},
    ),
    "a reference to nowhere": (
        {"type": "object", "properties": {"a": {"$ref": "#/nowhere"}, "b": {}}},
        {"type": "object", "properties": {"a": {"$ref": "#/nowhere"}, "b": {}}, "required": ["b"]},
        {},
    ),
    "keywords of the wrong type": (
        {"type": 5, "properties": [], "required": "a", "enum": 1, "oneOf": {}, "items": 3},
        {"type": "string", "maxLength": "x", "minimum": "y", "pattern": 4, "not": 7},
        {},
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("place", ["body", "response"])
def test_a_hostile_schema_is_soon_done_with(name: str, place: str) -> None:
    old, new, schemas = HOSTILE[name]
    base, revision = (document(schema, place, schemas=schemas) for schema in (old, new))
    comparison = compare(base, revision)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()

    found = prove(comparison, base, revision)

    assert time.process_time() - start < 20  # seconds; a hang, not a measurement
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 200_000  # kilobytes
    for change in found.changes:
        told = change.judgement in (Judgement.BREAKS, Judgement.UNDETERMINED)
        assert told is bool(change.witness or change.unproved)


def test_a_search_that_is_given_no_steps_says_so() -> None:
    comparison = proved(document(_OBJECT), document({**_OBJECT, "required": ["a"]}), steps=0)

    assert [change.unproved for change in comparison.changes] == [Unproved.BUDGET]


def test_the_same_documents_get_the_same_proofs_and_stay_as_they_are() -> None:
    base, revision = document(_OBJECT), document({**_OBJECT, "required": ["a"], "maxProperties": 1})
    before = copy.deepcopy((base, revision))

    answers = [proved(base, revision).to_dict() for _ in range(2)]

    assert answers[0] == answers[1]
    assert (base, revision) == before


def _judge(schema: Any, schemas: Any) -> Judge:
    effort = Effort(in_all=100_000, each=100_000)
    effort.begin()
    description = Description(document(schema, schemas=schemas))
    library = Library(Side.BASE, description, Direction.REQUEST)
    return Judge(lambda reference: library.at(reference.partition("#")[2]), effort)


def test_a_schema_that_asks_only_for_itself_is_not_given_to_the_validator() -> None:
    judge = _judge(_SELF, {"S": {"anyOf": [_SELF, {"type": "string"}]}})

    with pytest.raises(Unsupported):
        judge.accepts({"$ref": "base#/components/schemas/S"}, "a")


def test_a_pattern_that_the_validator_gives_up_on_is_no_refusal() -> None:
    judge = _judge({}, {})

    with pytest.raises(Unsupported):
        judge.accepts({"pattern": "^(?!x)(a|aa)*\\1(a|a)*$"}, "a" * 40 + "b")


def test_a_closed_reading_refuses_what_no_alternative_declares() -> None:
    judge = _judge({}, {})
    schema = {
        "properties": {"a": {"properties": {"b": True}}},
        "anyOf": [{"properties": {"c": True}}],
    }

    assert judge.accepts(schema, {"a": {"b": 1}, "c": 1}, Reading.CLOSED)
    assert not judge.accepts(schema, {"a": {"x": 1}}, Reading.CLOSED)
    assert judge.accepts(schema, {"a": {"x": 1}, "y": 1})
