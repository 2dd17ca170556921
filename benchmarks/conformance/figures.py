"""Which figures sum up the answers?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.conformance.answers import Agreement, Answer
from benchmarks.conformance.scoring import Tally, tally


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of some cases: of a source, or of a grade."""

    name: str
    cases: int
    verdicts: Counter[Agreement]
    agreeing_whole: int  # also with what the source did not look for
    refused: int  # read, though a registry would refuse the documents
    tally: Tally

    @property
    def judged(self) -> int:
        """The cases on which both sides have a verdict, or could have."""
        return self.cases - self.verdicts[Agreement.UNREAD] - self.verdicts[Agreement.UNTOLD]

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON values."""
        counts = self.tally
        return {
            "name": self.name,
            "cases": self.cases,
            "verdicts": {kind.value: self.verdicts[kind] for kind in Agreement},
            "agreeing_whole": self.agreeing_whole,
            "refused": self.refused,
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
    """All rows, and the reasons for which cases could not be asked, by case."""

    sources: tuple[Row, ...]
    grades: tuple[Row, ...]
    unread: dict[str, str]

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON values."""
        return {
            "sources": [row.to_dict() for row in self.sources],
            "grades": [row.to_dict() for row in self.grades],
            "unread": self.unread,
        }


def figures_of(answers: list[Answer]) -> Figures:
    """The figures by source and by grade of reliability."""
    sources = sorted({found.case.source for found in answers})
    grades = sorted({found.case.grade for found in answers})
    return Figures(
        tuple(_row(name, [a for a in answers if a.case.source == name]) for name in sources),
        tuple(
            _row(f"grade {name}", [a for a in answers if a.case.grade == name]) for name in grades
        ),
        {found.case.id: found.reason for found in answers if found.pair is None},
    )


def _row(name: str, answers: Iterable[Answer]) -> Row:
    listed = list(answers)
    return Row(
        name=name,
        cases=len(listed),
        verdicts=Counter(found.agreement for found in listed),
        agreeing_whole=sum(found.whole_agreement is Agreement.AGREES for found in listed),
        refused=sum(found.pair is not None and bool(found.pair.faults) for found in listed),
        tally=tally(listed),
    )
