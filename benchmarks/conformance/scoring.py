"""How well do our rules and pointers match what a source expects of a case?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.conformance.answers import Answer, says
from benchmarks.conformance.cases import Expected
from benchmarks.conformance.places import is_same_place
from service.openapi_diff import Change, Judgement, Level
from service.openapi_diff.names import shape_of

_LEVELS_BELOW = {"error": (Level.WARNING, Level.INFO), "warning": (Level.INFO,)}


@dataclass(slots=True)
class Tally:
    """Counts over cases; each `of` is what could have been right."""

    found: int = 0
    expected: int = 0
    confirmed: int = 0
    reported: int = 0
    placed: int = 0
    pointers: int = 0
    unmapped: Counter[str] = field(default_factory=Counter)
    without_counterpart: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    unconfirmed: Counter[str] = field(default_factory=Counter)

    def add(self, answer: Answer) -> None:
        """Count one case."""
        if answer.pair is None:
            return
        for expected in answer.case.expected:
            self._look_for(answer, expected)
        if answer.case.mode == "exact":
            self._confirm(answer)

    def _look_for(self, answer: Answer, expected: Expected) -> None:
        meaning = answer.vocabulary.read(expected)
        if meaning is None:
            self.unmapped[expected.id] += 1
        elif not meaning.rules:
            self.without_counterpart[expected.id] += 1
        else:
            same = [change for change in answer.changes if _is_meant(answer, expected, change)]
            self.expected += 1
            self.found += bool(same)
            if same:
                self._compare_places(answer, expected, same)
            else:
                self.missed[expected.id] += 1

    def _compare_places(self, answer: Answer, expected: Expected, same: list[Change]) -> None:
        if answer.pair is None:
            return
        for document, pointers, side in (
            (answer.pair.base, expected.base_pointers, "base_pointer"),
            (answer.pair.revision, expected.revision_pointers, "revision_pointer"),
        ):
            ours = [pointer for change in same if (pointer := getattr(change, side)) is not None]
            if pointers and ours:
                self.pointers += 1
                self.placed += any(
                    is_same_place(document, theirs, pointer)
                    for theirs in pointers
                    for pointer in ours
                )

    def _confirm(self, answer: Answer) -> None:
        known = [*answer.case.expected, *answer.case.observed]
        for change in _sayable(answer):
            self.reported += 1
            if any(_is_meant(answer, expected, change) for expected in known):
                self.confirmed += 1
            else:
                self.unconfirmed[change.rule] += 1


def tally(answers: Iterable[Answer]) -> Tally:
    """The counts of some cases."""
    counts = Tally()
    for answer in answers:
        counts.add(answer)
    return counts


def _sayable(answer: Answer) -> list[Change]:
    """Our changes that the source has a word for, and would have listed at the level it asked."""
    case = answer.case
    quiet = () if case.observed else _LEVELS_BELOW.get(case.min_level or "", ())
    return [
        change
        for change in (answer.changes if case.observed else answer.seen)
        if change.rule in answer.vocabulary.words and change.level not in quiet
        # Few report documentation; those who do list it as such.
        if change.judgement is not Judgement.DOCUMENTATION or case.min_level == "annotation"
    ]


def _is_meant(answer: Answer, expected: Expected, change: Change) -> bool:
    meaning = answer.vocabulary.read(expected)
    return meaning is not None and says(meaning, change) and _reaches(expected, change)


def _reaches(expected: Expected, change: Change) -> bool:
    """Whether the change concerns the operation that the source names, if it names one."""
    if expected.operation is None or not change.operations:
        return True
    wanted = shape_of(expected.operation)
    return any(shape_of(label) == wanted for label in change.operations) or "webhook:" in wanted
