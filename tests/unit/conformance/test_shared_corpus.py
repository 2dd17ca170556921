"""Does the engine still agree with other projects' suites as far as the page says?

The bounds are a little below the figures of `benchmarks/conformance/README.md`, so that an edit of
the engine that loses agreement is seen here, and not when somebody prints the figures again.
"""

import pytest

from benchmarks.conformance.answers import Agreement, Answer, answer
from benchmarks.conformance.cases import load_cases
from benchmarks.conformance.disagreement_classes import Side
from benchmarks.conformance.disagreements import classes_of
from benchmarks.conformance.figures import Figures, Row, figures_of
from benchmarks.conformance.refutation import Judge, refutations_of
from tests.fuzz.inclusion import InclusionOracle
from tests.requirements import need_shared


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return [answer(case) for case in load_cases(need_shared("comparison", "corpus"))]


@pytest.fixture(scope="module")
def figures(answers: list[Answer]) -> Figures:
    classes = classes_of(answers)
    return figures_of(answers, classes, refutations_of(answers, classes))


def grade_a(figures: Figures) -> Row:
    (row,) = [row for row in figures.grades if row.name == "grade A"]
    return row


def test_every_case_is_read_that_is_complete_and_every_id_is_mapped(figures: Figures) -> None:
    unmapped = {
        name: count for row in figures.sources for name, count in row.tally.unmapped.items()
    }

    assert [why for why in figures.unread.values() if not why.endswith("is not there.")] == []
    assert len(figures.unread) <= 2
    assert unmapped == {}


def test_verdicts_agree_or_it_is_argued_why_not(figures: Figures) -> None:
    row = grade_a(figures)

    assert row.agreeing / row.judged >= 0.82
    assert row.sides[Side.POLICY] / row.judged <= 0.1
    assert row.agreeing_or_right / row.undisputed >= 0.98


def test_verdicts_agree_with_all_whom_no_validator_refutes(figures: Figures) -> None:
    row = grade_a(figures)

    assert row.agreeing / row.tenable >= 0.95


@pytest.mark.parametrize(
    "name",
    [
        "the-other-direction",
        "same-set-of-values",
        "idle-keyword",
        "written-out-default",
        "offers-more",
    ],
)
def test_a_class_that_speaks_of_values_is_borne_out_by_a_validator(
    figures: Figures, name: str
) -> None:
    (kind,) = [kind for kind in figures.classes if kind.name == name]

    assert kind.side is Side.OURS
    assert figures.proved[kind] / figures.classes[kind].total() >= 0.7


def test_what_both_call_breaking_is_not_proved_to_be_harmless(answers: list[Answer]) -> None:
    asked = [
        (found.pair, found.case.kind == "json-schema")
        for found in answers
        if found.case.breaking and found.agreement is Agreement.AGREES and found.pair is not None
    ][::4]

    with InclusionOracle() as oracle:
        proofs = [Judge(oracle).of_breaking(pair, is_open=is_open) for pair, is_open in asked]

    assert len(asked) > 100
    assert sum(proof is not None for proof in proofs) <= 1


def test_hardly_any_disagreement_is_unexplained_or_undetermined(figures: Figures) -> None:
    row = grade_a(figures)

    assert row.sides[Side.OPEN] <= 2
    assert row.verdicts[Agreement.UNDETERMINED] <= 4


def test_ids_and_pointers_are_the_ones_that_others_expect(figures: Figures) -> None:
    counts = grade_a(figures).tally

    assert counts.found / counts.expected >= 0.84
    assert counts.confirmed / counts.reported >= 0.91
    assert counts.placed / counts.pointers >= 0.9
