"""What does a comparison answer?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from service.openapi_diff.proofs import Unproved, Witness
from service.openapi_diff.rules import RULES
from service.openapi_diff.sentences import sentence_of
from service.openapi_diff.verdicts import Assumption, Cause, Direction, Judgement, Level, Verdict

_ORDER = {judgement: list(Level).index(judgement.level) for judgement in Judgement}


@dataclass(slots=True)  # not frozen but final: thousands are made, and freezing costs most of it
class Change:
    """One edit of one definition, judged in one direction, with every operation it reaches.

    `direction` is None where an edit means the same both ways (a path, a server, a description).
    A pointer is None on the side where the thing does not exist. `before` and `after` are JSON
    values of bounded size; `subject` is the name of what was edited, or empty. `cause` is set
    exactly when the judgement is `undetermined`; `assumption` names what a harmless judgement
    rests on beyond the documents. Where somebody looked for a proof of what breaks or could not
    be told, either `witness` is set or `unproved`, which says why there is none.
    """

    rule: Final[str]
    judgement: Final[Judgement]
    direction: Final[Direction | None]
    location: Final[str]
    operations: Final[tuple[str, ...]]
    base_pointer: Final[str | None]
    revision_pointer: Final[str | None]
    before: Final[Any]
    after: Final[Any]
    fingerprint: Final[str]
    subject: Final[str] = ""
    cause: Final[Cause | None] = None
    assumption: Final[Assumption | None] = None
    witness: Final[Witness | None] = None
    unproved: Final[Unproved | None] = None

    @property
    def level(self) -> Level:
        return self.judgement.level

    @property
    def message(self) -> str:
        """Say it to people; written when it is asked for, because most changes are never shown."""
        return sentence_of(self)

    @property
    def operation_count(self) -> int:
        return len(self.operations)

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON values."""
        return {
            "rule": self.rule,
            "level": self.level.value,
            "judgement": self.judgement.value,
            "direction": self.direction.value if self.direction else None,
            "location": self.location,
            "operations": list(self.operations),
            "operation_count": self.operation_count,
            "base_pointer": self.base_pointer,
            "revision_pointer": self.revision_pointer,
            "before": self.before,
            "after": self.after,
            "fingerprint": self.fingerprint,
            "message": self.message,
            "cause": self.cause.value if self.cause else None,
            "assumption": self.assumption.value if self.assumption else None,
            "witness": self.witness.to_dict() if self.witness else None,
            "unproved": self.unproved.value if self.unproved else None,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on a revision, its changes in a fixed order, and what the verdict rests on."""

    verdict: Verdict
    changes: tuple[Change, ...]
    assumptions: tuple[Assumption, ...]
    undetermined_causes: tuple[Cause, ...]
    engine_version: str
    ruleset_digest: str
    options_digest: str

    @property
    def counts(self) -> dict[Level, int]:
        """How many changes there are of each level, loudest first."""
        found = Counter(change.level for change in self.changes)
        return {level: found[level] for level in Level}

    @property
    def proved_count(self) -> int:
        """How many of the breaking changes carry a witness."""
        return sum(change.witness is not None for change in self.changes)

    @property
    def unproved_counts(self) -> dict[Unproved, int]:
        """Why the others carry none, where somebody looked; reasons that occur."""
        found = Counter(change.unproved for change in self.changes)
        return {reason: found[reason] for reason in Unproved if found[reason]}

    def with_changes(self, changes: Iterable[Change]) -> "Comparison":
        """The same comparison with other changes, and all that follows from them."""
        ordered = tuple(sorted(changes, key=place_of))
        return replace(
            self,
            verdict=verdict_of(ordered),
            changes=ordered,
            assumptions=assumptions_of(ordered),
            undetermined_causes=causes_of(ordered),
        )

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON values, the same for the same two documents."""
        return {
            "verdict": self.verdict.value,
            "counts": {level.value: count for level, count in self.counts.items()},
            "proved_count": self.proved_count,
            "unproved_counts": {
                reason.value: count for reason, count in self.unproved_counts.items()
            },
            "assumptions": [
                {"id": assumption.value, "statement": assumption.statement}
                for assumption in self.assumptions
            ],
            "undetermined_causes": [cause.value for cause in self.undetermined_causes],
            "engine_version": self.engine_version,
            "ruleset_digest": self.ruleset_digest,
            "options_digest": self.options_digest,
            "changes": [change.to_dict() for change in self.changes],
        }


def place_of(change: Change) -> tuple[Any, ...]:
    """By what changes are ordered: loudest first, then by place."""
    return (
        _ORDER[change.judgement],
        change.base_pointer or change.revision_pointer or "",
        change.rule,
        change.direction or "",
        change.fingerprint,
    )


def verdict_of(changes: Iterable[Change]) -> Verdict:
    """What the changes come to as a whole."""
    judgements = {change.judgement for change in changes}
    if Judgement.BREAKS in judgements:
        return Verdict.BREAKING
    if Judgement.UNDETERMINED in judgements:
        return Verdict.UNDETERMINED
    return Verdict.COMPATIBLE


def assumptions_of(changes: Iterable[Change]) -> tuple[Assumption, ...]:
    """What the harmless ones rest on, each once."""
    resting = [change for change in changes if change.assumption is not None]
    found = {change.assumption for change in resting}
    found.update(RULES[change.rule].also_assumes for change in resting)
    return tuple(assumption for assumption in Assumption if assumption in found)


def causes_of(changes: Iterable[Change]) -> tuple[Cause, ...]:
    """Why some could not be told, each once."""
    found = {change.cause for change in changes}
    return tuple(cause for cause in Cause if cause in found)
