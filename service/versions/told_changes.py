"""How are changes told: page by page, in bounds, and without what was withheld?"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from service.comparisons.models import StoredComparison
from service.comparisons.use_cases import redacted
from service.pagination import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from service.versions.change_filter import ChangeFilter

MOST_TOLD_AT_ONCE = 100
"""Changes in one answer that is not a list; the rest is found page by page."""

MOST_OPERATIONS_TOLD = 50
"""Operations of one change; `operation_count` says how many there are."""

LONGEST_INSTANCE_TOLD = 10_000
"""Characters, as JSON, of the instance that proves a change; `instance_length` is always told."""

_TOLD_AS_STORED = (
    *("rule", "level", "judgement", "direction", "location", "operation_count"),
    *("base_pointer", "revision_pointer", "before", "after", "fingerprint", "message"),
    *("cause", "assumption", "unproved"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """In which light changes are told.

    `approvals` are the fingerprints in force. `is_withheld`: one of the two documents was; then
    nothing that may quote it is told, nor can it be searched for.
    """

    approvals: Collection[str] = ()
    is_withheld: bool = False

    def tell(self, changes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the changes as answers show them."""
        return [self._shown(change) for change in self.visible(changes)]

    def tell_page(
        self, comparison: StoredComparison, *, chosen: ChangeFilter, page: PageRequest
    ) -> Page[dict[str, Any]]:
        """Return one page of the changes that are wanted.

        A cursor names a place among all changes of one result, so that it stays right while
        approvals come and go. Raises `InvalidInput` if it is not one of this result.
        """
        start = _place(page.cursor, comparison)
        wanted = [
            (place, change)
            for place, change in enumerate(self.visible(comparison.changes))
            if place >= start
            and chosen.takes(change, is_approved=change["fingerprint"] in self.approvals)
        ]
        shown, rest = wanted[: page.limit], wanted[page.limit :]
        following = encode_cursor([comparison.id, rest[0][0]]) if rest else None
        return Page([self._shown(change) for _, change in shown], following)

    def visible(self, changes: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
        """Return the changes without what was withheld."""
        return [redacted(change) for change in changes] if self.is_withheld else changes

    def _shown(self, change: dict[str, Any]) -> dict[str, Any]:
        return {
            **{name: change.get(name) for name in _TOLD_AS_STORED},
            "operations": change["operations"][:MOST_OPERATIONS_TOLD],
            "witness": _told_witness(change.get("witness")),
            "is_approved": change["fingerprint"] in self.approvals,
        }


def _told_witness(witness: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return a proof with an instance of bounded size: a value of an enum may be of any length."""
    if witness is None:
        return None
    length = len(json.dumps(witness["instance"], ensure_ascii=False))
    is_told = length <= LONGEST_INSTANCE_TOLD
    instance = witness["instance"] if is_told else None
    return {**witness, "instance": instance, "instance_length": length}


def _place(cursor: str | None, comparison: StoredComparison) -> int:
    """Return at which of the changes a page begins."""
    if cursor is None:
        return 0
    comparison_id, place = decode_cursor(cursor, length=2)
    if comparison_id != comparison.id or not isinstance(place, int):
        raise bad_cursor()
    if not 0 <= place < len(comparison.changes):
        raise bad_cursor()
    return place
