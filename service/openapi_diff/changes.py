"""What does a comparison answer?"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from service.openapi_diff.sentences import sentence_of
from service.openapi_diff.verdicts import Assumption, Cause, Direction, Judgement, Level, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One edit of one definition, judged in one direction, with every operation it reaches.

    `direction` is None where an edit means the same both ways (a path, a server, a description).
    A pointer is None on the side where the thing does not exist. `before` and `after` are JSON
    values of bounded size; `subject` is the name of what was edited, or empty. `cause` is set
    exactly when the judgement is `undetermined`; `assumption` names what a harmless judgement
    rests on beyond the documents.
    """

    rule: str
    judgement: Judgement
    direction: Direction | None
    location: str
    operations: tuple[str, ...]
    base_pointer: str | None
    revision_pointer: str | None
    before: Any
    after: Any
    fingerprint: str
    subject: str = ""
    cause: Cause | None = None
    assumption: Assumption | None = None

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

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON values, the same for the same two documents."""
        return {
            "verdict": self.verdict.value,
            "counts": {level.value: count for level, count in self.counts.items()},
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
