"""What changed between any two versions of an API?"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from service.apis.repository import ApiRepository
from service.apis.use_cases import approvals_in_force
from service.authorization import Actor
from service.comparisons.models import StoredComparison
from service.comparisons.use_cases import compute_comparison, find_comparison, keep_comparison
from service.documents.use_cases import load_comparable, lock_content, read_comparable
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitsOfWork
from service.versions.change_filter import ChangeFilter
from service.versions.errors import NotComparable
from service.versions.permissions import sees_unaccepted
from service.versions.repository import StockRepository, VersionRepository
from service.versions.standing import Standing
from service.versions.told_changes import Telling

Slot = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions of one API, by name."""

    group: str
    api: str
    base: str
    revision: str


def compare_versions(
    units: UnitsOfWork,
    actor: Actor,
    *,
    pair: Pair,
    page: PageRequest,
    chosen: ChangeFilter,
    slot: Slot,
) -> dict[str, Any]:
    """Return the result of comparing two versions, with one page of its changes.

    A result is computed once and kept: nothing but time tells the difference. Raises `NotFound`,
    `NotComparable` if a document was withheld before it was compared, `Unavailable`.
    """
    with units.reading() as work:
        api = ApiRepository(work.session).get_visible(pair.group, pair.api, actor)
        versions = VersionRepository(work.session, api)
        with_unaccepted = sees_unaccepted(actor, api)
        base = versions.get_visible(pair.base, with_unaccepted=with_unaccepted)
        revision = versions.get_visible(pair.revision, with_unaccepted=with_unaccepted)
        approvals = approvals_in_force(work, api)
        comparison = find_comparison(work, base_digest=base.digest, revision_digest=revision.digest)
    sides = Standing.of(base), Standing.of(revision)
    if comparison is None:
        with slot():
            comparison = compute_and_keep(units, *sides)
    is_withheld = any(side.is_withheld for side in sides)
    telling = Telling(approvals=approvals, is_withheld=is_withheld)
    return _told(pair, comparison, telling.tell_page(comparison, chosen=chosen, page=page))


def compute_and_keep(units: UnitsOfWork, base: Standing, revision: Standing) -> StoredComparison:
    """Compare the documents of two versions and store the result.

    No transaction is held while it compares. Raises `NotComparable` if one of them was withheld,
    `DocumentWithheld` if that happened a moment ago, `DocumentInvalid` if this release's reader no
    longer takes one.
    """
    if base.is_withheld or revision.is_withheld:
        raise _not_comparable()
    with units.reading() as work:
        stored = [load_comparable(work, side.checksum) for side in (base, revision)]
    comparison = compute_comparison(*map(read_comparable, stored))
    with units.writing() as work:
        kept = keep_comparison(work, comparison)
        lock_content(work, [base.digest, revision.digest])
        if StockRepository(work.session).is_any_withheld([base.id, revision.id]):
            raise _not_comparable()  # a moment ago: what was kept is rolled back
        return kept


def _not_comparable() -> NotComparable:
    return NotComparable("A document was withheld before these versions were compared.")


def _told(pair: Pair, comparison: StoredComparison, page: Page[dict[str, Any]]) -> dict[str, Any]:
    return {
        "base": pair.base,
        "revision": pair.revision,
        "verdict": comparison.verdict,
        "counts": comparison.counts,
        "proved_count": comparison.proved_count,
        "judged_by": comparison.judged_by,
        "assumptions": comparison.assumptions,
        "causes": comparison.causes,
        "engine_version": comparison.engine_version,
        "items": page.items,
        "next_cursor": page.next_cursor,
    }
