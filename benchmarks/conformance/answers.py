"""What does the engine say to a case, and does it agree with the source?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from benchmarks.conformance.cases import Case, Expected
from benchmarks.conformance.documents import Pair, Unreadable, read_pair
from benchmarks.conformance.vocabularies import NOTHING, VOCABULARIES, Meaning, Vocabulary
from service.openapi_diff import (
    STRICT,
    SWITCHES,
    Calendar,
    Change,
    ComparisonOptions,
    Judgement,
    Verdict,
    compare,
)
from service.openapi_witnesses import prove


class Agreement(StrEnum):
    """How our verdict stands to the source's."""

    AGREES = "agrees"
    MISSED = "missed"  # they say breaking, we say compatible
    ALARM = "alarm"  # they say compatible, we say breaking
    UNDETERMINED = "undetermined"
    UNTOLD = "untold"  # they say nothing
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Answer:
    """A case with everything that the engine found; `pair` is None where it cannot be read."""

    case: Case
    pair: Pair | None
    changes: tuple[Change, ...] = ()
    reason: str = ""

    @property
    def vocabulary(self) -> Vocabulary:
        return VOCABULARIES.get(self.case.source, NOTHING)

    @property
    def seen(self) -> tuple[Change, ...]:
        """The changes that the source looked for."""
        if self.case.scope is None:
            return self.changes
        names = {*self.case.scope, *(expected.id for expected in self.case.expected)}
        looked_for = [self.vocabulary.read(Expected(name)) for name in sorted(names)]
        return tuple(
            change
            for change in self.changes
            if any(wanted is not None and says(wanted, change) for wanted in looked_for)
        )

    @property
    def agreement(self) -> Agreement:
        """How our verdict on what the source looked for stands to the source's."""
        return self.agreement_of(verdict_of(change.judgement for change in self.seen))

    @property
    def whole_agreement(self) -> Agreement:
        """How our verdict on everything stands to the source's, whatever it looked for."""
        return self.agreement_of(verdict_of(change.judgement for change in self.changes))

    def under(self, options: ComparisonOptions) -> "Answer":
        """The answer under other options, on the case's day."""
        if self.pair is None:
            return self
        policy = _on_its_day(self.case, options)
        comparison = compare(self.pair.base, self.pair.revision, policy=policy)
        if Judgement.UNDETERMINED in {change.judgement for change in comparison.changes}:
            # As the command and the service do: what could not be told may be shown.
            comparison = prove(comparison, self.pair.base, self.pair.revision, policy=policy)
        return replace(self, changes=comparison.changes)

    def agreement_of(self, verdict: Verdict) -> Agreement:
        if self.pair is None:
            return Agreement.UNREAD
        if self.case.breaking is None:
            return Agreement.UNTOLD
        if verdict is Verdict.UNDETERMINED:
            return Agreement.UNDETERMINED
        if (verdict is Verdict.BREAKING) is self.case.breaking:
            return Agreement.AGREES
        return Agreement.MISSED if self.case.breaking else Agreement.ALARM


def answer(case: Case) -> Answer:
    """Ask the engine, with the strict reading."""
    try:
        pair = read_pair(case)
    except Unreadable as fault:
        return Answer(case, None, reason=str(fault))
    return Answer(case, pair).under(STRICT)


def _on_its_day(case: Case, options: ComparisonOptions) -> ComparisonOptions:
    """The options with the day of the case; one that asks for notice takes sunsets seriously."""
    if case.clock is None:
        return options
    calendar = Calendar(date.fromisoformat(case.clock[:10]), case.sunset_notice)
    promised = SWITCHES["sunsets-are-promised"].rulings if case.sunset_notice is not None else ()
    return replace(options, calendar=calendar, rulings=(*options.rulings, *promised))


def verdict_of(judgements: Iterable[Judgement]) -> Verdict:
    """The verdict that the worst of these judgements gives."""
    found = set(judgements)
    if Judgement.BREAKS in found:
        return Verdict.BREAKING
    return Verdict.UNDETERMINED if Judgement.UNDETERMINED in found else Verdict.COMPATIBLE


def says(meaning: Meaning, change: Change) -> bool:
    """Whether a change is one of those that are meant."""
    directions = {meaning.direction, change.direction}
    return change.rule in meaning.rules and (None in directions or len(directions) == 1)
