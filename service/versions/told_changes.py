"""How are changes told: which fields, how many, and what of a withheld document?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from service.comparisons.use_cases import redacted

MOST_TOLD_AT_ONCE = 100
"""Changes in one answer that is not a list; the rest is found page by page."""

MOST_OPERATIONS_TOLD = 50
"""Operations of one change; `operation_count` says how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which changes are wanted; None means all."""

    level: str | None = None
    direction: str | None = None
    rule: str | None = None

    def choose(self, changes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the changes that are wanted."""
        wanted = {"level": self.level, "direction": self.direction, "rule": self.rule}
        given = {name: value for name, value in wanted.items() if value is not None}
        return [
            change
            for change in changes
            if all(change[key] == value for key, value in given.items())
        ]


_TOLD_AS_STORED = (
    *("rule", "level", "judgement", "direction", "location", "operation_count"),
    *("base_pointer", "revision_pointer", "before", "after", "fingerprint", "message"),
    *("cause", "assumption"),
)


def tell_changes(
    changes: Sequence[dict[str, Any]], *, approvals: Collection[str], is_withheld: bool = False
) -> list[dict[str, Any]]:
    """Return the changes as answers show them.

    `is_withheld`: one of the two documents was; then nothing that may quote it is told.
    """
    shown = [redacted(change) for change in changes] if is_withheld else changes
    return [
        {
            **{name: change.get(name) for name in _TOLD_AS_STORED},
            "operations": change["operations"][:MOST_OPERATIONS_TOLD],
            "is_approved": change["fingerprint"] in approvals,
        }
        for change in shown
    ]
