"""Which figures sum up the answers?"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from benchmarks.conformance.answers import Agreement, Answer
from benchmarks.conformance.disagreement_classes import DisagreementClass, Side
from benchmarks.conformance.policies import PROFILES, agreement_under
from benchmarks.conformance.refutation import Refutation
from benchmarks.conformance.scoring import Tally, tally


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of some cases: of a source, or of a grade."""

    name: str
    cases: int
    verdicts: Counter[Agreement]
    agreeing_whole: int  # also with what the source did not look for
    agreeing_with_profile: int  # with all switches of the source's profile on, for every case
    refused: int  # read, though a registry would refuse the documents
    sides: Counter[Side]
    refuted: int  # answers of the source that a validator refutes, policy differences aside
    ours: int  # disagreements in which the source is refuted, or argued to err
    tally: Tally

    @property
    def judged(self) -> int:
        """The cases on which both sides have a verdict, or could have."""
        return self.cases - self.verdicts[Agreement.UNREAD] - self.verdicts[Agreement.UNTOLD]

    @property
    def undisputed(self) -> int:
        """The judged cases that no named policy difference explains."""
        return self.judged - self.sides[Side.POLICY]

    @property
    def agreeing(self) -> int:
        return self.verdicts[Agreement.AGREES]

    @property
    def tenable(self) -> int:
        """The undisputed cases whose source no validator refutes."""
        return self.undisputed - self.refuted

    @property
    def agreeing_or_right(self) -> int:
        """The cases on which both agree, and those in which they err, as is shown or argued."""
        return self.agreeing + self.ours

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON values."""
        counts = self.tally
        return {
            "name": self.name,
            "cases": self.cases,
            "verdicts": {kind.value: self.verdicts[kind] for kind in Agreement},
            "agreeing_whole": self.agreeing_whole,
            "agreeing_with_profile": self.agreeing_with_profile,
            "refused": self.refused,
            "sides": {side.value: self.sides[side] for side in Side},
            "refuted": self.refuted,
            "ids_found": [counts.found, counts.expected],
            "ids_confirmed": [counts.confirmed, counts.reported],
            "pointers": [counts.placed, counts.pointers],
            "unmapped": dict(sorted(counts.unmapped.items())),
            "without_counterpart": dict(sorted(counts.without_counterpart.items())),
            "missed": dict(sorted(counts.missed.items())),
            "unconfirmed": dict(sorted(counts.unconfirmed.items())),
        }


@dataclass(frozen=True, slots=True)
class Figures:
    """All rows, the classes of disagreement by grade, the cases of each in which the source is
    refuted, by what a source is refuted, and why cases could not be asked, both by case.
    """

    sources: tuple[Row, ...]
    grades: tuple[Row, ...]
    classes: dict[DisagreementClass, Counter[str]]
    proved: Counter[DisagreementClass]
    refuted: dict[str, str]
    unread: dict[str, str]

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON values."""
        return {
            "sources": [row.to_dict() for row in self.sources],
            "grades": [row.to_dict() for row in self.grades],
            "classes": [
                {
                    "name": kind.name,
                    "side": kind.side,
                    "why": kind.why,
                    "cases": dict(counts),
                    "refuted": self.proved[kind],
                }
                for kind, counts in self.classes.items()
            ],
            "refuted": self.refuted,
            "unread": self.unread,
        }


def figures_of(
    answers: list[Answer],
    classes: dict[str, DisagreementClass],
    refutations: dict[str, Refutation],
) -> Figures:
    """The figures by source and by grade; by case, `classes` tells the class of disagreement and
    `refutations` what a validator has against the source.
    """
    sources = sorted({found.case.source for found in answers})
    grades = sorted({found.case.grade for found in answers})
    return Figures(
        tuple(
            _row(name, [a for a in answers if a.case.source == name], classes, refutations)
            for name in sources
        ),
        tuple(
            _row(f"grade {g}", [a for a in answers if a.case.grade == g], classes, refutations)
            for g in grades
        ),
        _counted(answers, classes),
        Counter(classes[case] for case in refutations),
        {case: found.why for case, found in refutations.items()},
        {found.case.id: found.reason for found in answers if found.pair is None},
    )


def _counted(
    answers: list[Answer], classes: dict[str, DisagreementClass]
) -> dict[DisagreementClass, Counter[str]]:
    """How many cases of each grade a class has, policies first, large classes first."""
    counts: dict[DisagreementClass, Counter[str]] = {}
    for found in answers:
        if found.case.id in classes:
            counts.setdefault(classes[found.case.id], Counter())[found.case.grade] += 1
    order = list(Side)
    ranked = sorted(
        counts, key=lambda kind: (order.index(kind.side), -counts[kind].total(), kind.name)
    )
    return {kind: counts[kind] for kind in ranked}


def _row(
    name: str,
    answers: list[Answer],
    classes: dict[str, DisagreementClass],
    refutations: dict[str, Refutation],
) -> Row:
    cases = [found.case.id for found in answers]
    refuted = refutations.keys() & set(cases)
    argued = {case for case in cases if case in classes and classes[case].side is Side.OURS}
    return Row(
        name=name,
        cases=len(answers),
        verdicts=Counter(found.agreement for found in answers),
        agreeing_whole=sum(found.whole_agreement is Agreement.AGREES for found in answers),
        agreeing_with_profile=sum(_agrees_with_profile(found) for found in answers),
        refused=sum(found.pair is not None and bool(found.pair.faults) for found in answers),
        sides=Counter(classes[a.case.id].side for a in answers if a.case.id in classes),
        refuted=len(refuted),
        ours=len(refuted | argued),
        tally=tally(answers),
    )


def _agrees_with_profile(found: Answer) -> bool:
    profile = PROFILES.get(found.case.source)
    agreement = found.agreement if profile is None else agreement_under(found, profile)
    return agreement is Agreement.AGREES
