"""Of which kind is a disagreement?

A class is recognised by what the case holds, never by its name. A switch of the source's profile
that brings agreement explains it first.
"""

from collections.abc import Iterable

from benchmarks.conformance.answers import Agreement, Answer
from benchmarks.conformance.disagreement_classes import (
    POLICIES,
    REASONS,
    UNEXPLAINED,
    DisagreementClass,
    Side,
)
from benchmarks.conformance.policies import DISPUTES, switches_that_agree


def classes_of(answers: Iterable[Answer]) -> dict[str, DisagreementClass]:
    """The class of each case that does not agree, by its id."""
    return {
        answer.case.id: class_of(answer)
        for answer in answers
        if answer.agreement in (Agreement.MISSED, Agreement.ALARM, Agreement.UNDETERMINED)
    }


def class_of(answer: Answer) -> DisagreementClass:
    """The class of a case that does not agree."""
    switches = switches_that_agree(answer)
    if switches:
        return _of_switches(switches)
    for kind, fits in (*POLICIES, *REASONS):
        if fits(answer):
            return kind
    return UNEXPLAINED


def _of_switches(switches: tuple[str, ...]) -> DisagreementClass:
    points = "; ".join(dict.fromkeys(DISPUTES[switch] for switch in switches))
    name = switches[0] if len(switches) == 1 else "several-switches"
    return DisagreementClass(name, Side.POLICY, f"disputed: {points}")
