"""Do the known one-edit pairs and real documents get the proofs that are claimed?

The documents are no part of the project: where they are absent, the tests say so and are skipped.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from service.openapi_diff import Change, Judgement, Unproved, WitnessKind, compare
from service.openapi_witnesses import prove, search
from service.openapi_witnesses.confirmation import Judge, Reading
from service.openapi_witnesses.effort import Effort
from tests.requirements import need_shared

_PAIRS = ("box-year", "twilio-chat-small", "stripe-spec3-month")
_TO_BE_PROVED = (Judgement.BREAKS, Judgement.UNDETERMINED)
_WANTED = 0.95


def _probes() -> list[dict[str, Any]]:
    lines = need_shared("comparison", "probes.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _findings(base: Any, revision: Any) -> Iterator[Change]:
    found = prove(compare(base, revision), base, revision)
    for change in found.changes:
        is_wanted = change.witness is not None or change.judgement in _TO_BE_PROVED
        if is_wanted and change.unproved is not Unproved.NOT_A_SCHEMA_CHANGE:
            yield change


def test_nearly_all_findings_of_the_one_edit_pairs_are_proved() -> None:
    probes = _probes()

    found = [change for p in probes for change in _findings(p["base"], p["revision"])]

    proved = [change for change in found if change.witness]
    assert len(found) > 100
    assert len(proved) >= _WANTED * len(found)


def test_no_harmless_one_edit_pair_is_called_breaking_for_a_witness() -> None:
    probes = _probes()

    shown = [
        probe["id"]
        for probe in probes
        if probe["verdict"] in "N0D"
        for change in _findings(probe["base"], probe["revision"])
        if change.witness
    ]

    assert shown == []


@pytest.mark.parametrize("pair", _PAIRS)
def test_a_witness_stands_when_nothing_is_left_out_of_the_schemas(
    pair: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The validator is given a part of each schema; this gives it all, and asks again."""
    folder = need_shared("real", pair)
    base, revision = (json.loads((folder / f"{side}.json").read_text()) for side in _SIDES)
    asked: list[tuple[bool, bool]] = []
    original = search.Search._refused  # noqa: SLF001 - the test looks behind the curtain

    def asking_again(self: Any, case: Any, *rest: Any) -> Any:
        witness = original(self, case, *rest)
        if witness is not None and witness.kind is WitnessKind.REFUSED:
            whole = _WholeJudge(self._resolve)
            asked.append(
                (
                    whole.accepts(case.accepted, witness.instance, Reading.AS_WRITTEN),
                    whole.accepts(case.refused, witness.instance, Reading.AS_WRITTEN),
                )
            )
        return witness

    monkeypatch.setattr(search.Search, "_refused", asking_again)
    prove(compare(base, revision), base, revision)

    assert asked
    assert set(asked) == {(True, False)}


_SIDES = ("base", "revision")


class _EveryName(frozenset[str]):
    def __contains__(self, name: object) -> bool:
        return True


class _WholeJudge(Judge):
    """Leaves nothing out."""

    def __init__(self, resolve: Any) -> None:
        effort = Effort(in_all=10**9, each=10**9)
        effort.begin()
        super().__init__(resolve, effort)

    def _names(self, _: Any) -> frozenset[str]:
        return _EveryName()
