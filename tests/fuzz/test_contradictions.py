"""Does the second opinion on breaks let only those go that no message could show?"""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from service.openapi_diff import Judgement, Verdict
from tests.fuzz.contradictions import closed, contradictions
from tests.fuzz.documents import Place, Side
from tests.fuzz.inclusion import InclusionOracle
from tests.fuzz.pairs import Pair

_TEXT = {"type": "string"}
_FULL = {"type": "object", "required": ["a", "b"], "maxProperties": 2}
_ROOM = {"type": "object", "required": ["a"], "maxProperties": 2}


def _said(base: Any, revision: Any, rule: str, pointer: str = "") -> list[str]:
    """What is said of an engine that calls a change breaking, whatever the change is."""
    pair = Pair(Side(base, {}, "3.1.0"), Side(revision, {}, "3.1.0"), Place.REQUEST)
    # Some real break lends its form; the rule and the place are the ones asked about.
    model = Pair(Side({}, {}, "3.1.0"), Side(_TEXT, {}, "3.1.0"), Place.REQUEST).compare()
    breaking = next(change for change in model.changes if change.judgement is Judgement.BREAKS)
    where = f"{breaking.base_pointer}{pointer}"
    change = replace(
        breaking, rule=rule, base_pointer=where, revision_pointer=where, before=None, after=None
    )
    alarm = replace(model, verdict=Verdict.BREAKING, changes=(change,))
    with InclusionOracle() as oracle:
        return [*contradictions(pair, alarm, oracle, Random(0))]


def test_a_break_of_what_accepts_the_same_is_found() -> None:
    assert _said(_TEXT, {**_TEXT, "minLength": 0}, "schema.min-length-tightened")


def test_a_break_that_is_one_is_not_found() -> None:
    assert not _said(_TEXT, {**_TEXT, "minLength": 1}, "schema.min-length-tightened")


@pytest.mark.parametrize(("around", "is_found"), [(_FULL, False), (_ROOM, True)])
def test_only_what_no_message_can_have_is_let_go(around: Any, *, is_found: bool) -> None:
    base, revision = (
        {**around, "properties": {"c": {**_TEXT, **more}}} for more in ({}, {"minLength": 0})
    )

    said = _said(base, revision, "schema.min-length-tightened", "/properties/c")

    assert bool(said) is is_found


@pytest.mark.parametrize(("kind", "is_found"), [("object", False), ("string", True)])
def test_an_open_object_does_not_make_another_alternative_the_same(
    kind: str, *, is_found: bool
) -> None:
    base: dict[str, Any] = {"type": kind, "properties": {"a": {}}}
    further = {"type": kind, "properties": {"a": {}, "b": {}}}

    said = _said(base, {"anyOf": [base, further]}, "compose.wrapped-in-one-of")

    assert bool(said) is is_found


def test_closing_reaches_what_declares_properties_alone() -> None:
    schema = {"anyOf": [{"properties": {"a": _TEXT}}, {"required": ["a"]}]}

    found = closed(schema)

    assert found["anyOf"][0]["additionalProperties"] is False
    assert found["anyOf"][1] == {"required": ["a"]}


@pytest.mark.parametrize(("name", "is_found"), [("uuid", True), ("float", False)])
def test_a_format_that_no_validator_knows_proves_nothing(name: str, *, is_found: bool) -> None:
    pair = Pair(Side(_TEXT, {}, "3.1.0"), Side(_TEXT, {}, "3.1.0"), Place.REQUEST)
    model = Pair(Side({}, {}, "3.1.0"), Side(_TEXT, {}, "3.1.0"), Place.REQUEST).compare()
    change = replace(model.changes[0], rule="schema.format-added", before=None, after=name)
    alarm = replace(model, changes=(replace(change, judgement=Judgement.BREAKS),))

    with InclusionOracle() as oracle:
        said = [*contradictions(pair, alarm, oracle, Random(0))]

    assert bool(said) is is_found
