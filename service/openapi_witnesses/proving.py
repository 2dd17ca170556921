"""Which findings of a comparison can be shown by an instance?

For each finding that breaks or could not be told: find the messages in which the changed definition
travels, ask for a value there that the other side refuses, build a small message around it that the
one side accepts, and have a validator confirm both halves on the schema of the whole message.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from service.collector import collector_paused
from service.openapi_diff.changes import Change, Comparison
from service.openapi_diff.description import Description
from service.openapi_diff.options import STRICT, ComparisonOptions
from service.openapi_diff.proofs import Side, Unproved, Witness
from service.openapi_diff.rules import RULES
from service.openapi_diff.rulings import Bench, Settled
from service.openapi_diff.verdicts import Direction, Judgement
from service.openapi_witnesses.aims import is_about_schemas
from service.openapi_witnesses.effort import Effort, Exhausted, Unsupported
from service.openapi_witnesses.formats import encoding_format, is_known, media_type_format
from service.openapi_witnesses.messages import Messages
from service.openapi_witnesses.search import Search, Trace
from service.openapi_witnesses.translation import Library

STEPS_IN_ALL = 600_000
STEPS_EACH = 8_000  # for one operation that a finding reaches
_TO_BE_PROVED = (Judgement.BREAKS, Judgement.UNDETERMINED)
_MOST_OPERATIONS = 4
# By the beginning of a rule: under which name the format is checked that it is about.
_CHECKED_AS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("schema.format", str),
    ("schema.content-encoding", encoding_format),
    ("schema.content-media-type", media_type_format),
)


def prove(
    comparison: Comparison,
    base: dict[str, Any],
    revision: dict[str, Any],
    *,
    policy: ComparisonOptions = STRICT,
    steps: int = STEPS_IN_ALL,
) -> Comparison:
    """The same comparison with a witness for every finding that one was found for.

    The documents are those that were compared, and stay as they are. A finding that could not be
    told breaks once it has a witness, and the verdict with it; `policy` is what was compared under.
    """
    prover = _Prover(
        Description(base), Description(revision), Effort(in_all=steps, each=STEPS_EACH)
    )
    bench = Bench(policy)
    with collector_paused():
        return comparison.with_changes(
            _proved(change, prover, bench) for change in comparison.changes
        )


def _proved(change: Change, prover: "_Prover", bench: Bench) -> Change:
    if change.judgement not in _TO_BE_PROVED:
        return change
    found = prover.find(change)
    if isinstance(found, Unproved):
        return replace(change, unproved=found)
    if change.judgement is Judgement.BREAKS:
        return replace(change, witness=found)
    breaks = Settled(Judgement.BREAKS, None, None)
    settled = bench.settle(RULES[change.rule], change.direction, breaks, change.before)
    return replace(change, witness=found, judgement=settled.judgement, cause=settled.cause)


class _Prover:
    """Finds witnesses; keeps what was read of the documents for the next finding."""

    def __init__(self, base: Description, revision: Description, effort: Effort) -> None:
        self._effort = effort
        self._descriptions = {Side.BASE: base, Side.REVISION: revision}
        self._messages = Messages(base, revision)
        self._directions: dict[Direction, Search] = {}

    def find(self, change: Change) -> Witness | Unproved:
        if change.direction is None or not is_about_schemas(change.rule):
            return Unproved.NOT_A_SCHEMA_CHANGE
        trace = Trace()
        for operation in change.operations[:_MOST_OPERATIONS]:
            try:
                self._effort.begin()
                witness = self._search(change, operation, trace)
            except Exhausted:
                trace.was_exhausted = True
                continue
            if witness is not None:
                return witness
        return self._part(change, trace) or _why_not(change, trace)

    def _part(self, change: Change, trace: Trace) -> Witness | None:
        """What is left to show where no whole message was found that the one side accepts."""
        if trace.reached is None or trace.was_contradicted or trace.was_unsupported:
            return None
        try:
            self._effort.begin()
            return self._direction(trace.reached.direction).part(change, trace.reached, trace)
        except (Exhausted, Unsupported):
            return None

    def _search(self, change: Change, operation: str, trace: Trace) -> Witness | None:
        direction = self._direction(change.direction or Direction.REQUEST)
        for exchange in self._messages.of(operation):
            if exchange.direction is not change.direction:
                continue
            try:
                witness = direction.witness(change, exchange, trace)
            except Unsupported:
                trace.was_unsupported = True
                continue
            if witness is not None:
                return witness
        return None

    def _direction(self, direction: Direction) -> Search:
        if direction not in self._directions:
            libraries = {
                side: Library(side, description, direction)
                for side, description in self._descriptions.items()
            }
            self._directions[direction] = Search(libraries, self._effort)
        return self._directions[direction]


def _why_not(change: Change, trace: Trace) -> Unproved:
    if _turns_on_unknown_format(change):
        return Unproved.UNKNOWN_FORMAT
    if trace.was_exhausted:
        return Unproved.BUDGET
    if trace.was_contradicted:
        return Unproved.CONTRADICTED
    if trace.was_unsupported:
        return Unproved.UNSUPPORTED
    if trace.reached is None:
        return Unproved.NOT_REACHED
    return Unproved.NONE_FOUND


def _turns_on_unknown_format(change: Change) -> bool:
    name_of = next((name for rule, name in _CHECKED_AS if change.rule.startswith(rule)), None)
    if name_of is None:
        return False
    stated = [text for text in (change.before, change.after) if isinstance(text, str)]
    return not all(is_known(name_of(text)) for text in stated)
