"""Which verdicts on record would the present engine not give again?

Verdicts on record are history: they say what a version was accepted or refused by, and stay. What
the present engine says is stored beside, so that a run that was interrupted goes on where it was.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from service.apis.repository import ApiRepository
from service.authorization import SYSTEM
from service.comparisons.models import StoredComparison
from service.comparisons.use_cases import find_comparison, is_current, load_changes
from service.documents.errors import DocumentInvalid, DocumentWithheld
from service.unit_of_work import UnitOfWork, UnitsOfWork
from service.versions.errors import NotComparable
from service.versions.models import ApiVersion
from service.versions.repository import StockRepository
from service.versions.standing import Standing
from service.versions.use_cases.comparing import compute_and_keep

_AT_ONCE = 100


class Omission(StrEnum):
    """Why a verdict on record could not be recomputed."""

    BASE_MISSING = "base_missing"
    DOCUMENT_WITHHELD = "document_withheld"
    DOCUMENT_UNREADABLE = "document_unreadable"
    """This release's reader no longer takes a document that an earlier one took."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What an engine said about a version and its base."""

    engine_version: str
    verdict: str
    counts: dict[str, int]

    @classmethod
    def of(cls, comparison: StoredComparison) -> "Judged":
        """Return what a stored result says."""
        return cls(
            engine_version=comparison.engine_version,
            verdict=comparison.verdict,
            counts=comparison.counts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDrift:
    """How many changes of a rule there are, at a level, by either engine."""

    rule: str
    level: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """A version's comparison with its base: as it is on record, and as the engine sees it now.

    `after` is None exactly where `omission` says why.
    """

    api: str
    version: str
    base: str | None
    before: Judged
    after: Judged | None
    omission: Omission | None = None
    rules: tuple[RuleDrift, ...] = ()

    @property
    def has_drifted(self) -> bool:
        """Whether the verdict, or the number of changes at a level, is another one now."""
        if self.after is None:
            return False
        on_record = self.before.verdict, self.before.counts
        return on_record != (self.after.verdict, self.after.counts)


def count_verdicts(units: UnitsOfWork, *, api_id: str | None) -> int:
    """Return how many verdicts rest on a comparison, of all APIs or of one."""
    with units.reading() as work:
        return StockRepository(work.session).count_compared(api_id=api_id)


def find_api_id(units: UnitsOfWork, *, group_name: str, api_name: str) -> str:
    """Return the id of an API, for operators; raises `NotFound`."""
    with units.reading() as work:
        return ApiRepository(work.session).get_visible(group_name, api_name, SYSTEM).id


def recompute_verdicts(units: UnitsOfWork, *, api_id: str | None) -> Iterator[Recomputed]:
    """Yield each version that was compared with a base, judged by the present engine.

    API by API in publish order; for operators. Holds one pair of documents at a time, and no
    transaction between two versions.
    """
    version: ApiVersion | None = None
    while True:
        with units.reading() as work:
            batch = StockRepository(work.session).list_compared(
                api_id=api_id, after=version, limit=_AT_ONCE
            )
        if not batch:
            return
        for version in batch:  # the last one is where the next batch goes on
            yield _recompute(units, version)


def _recompute(units: UnitsOfWork, version: ApiVersion) -> Recomputed:
    on_record = version.comparison
    if on_record is None:  # pragma: no cover - only versions with one are listed
        raise AssertionError(version.id)
    if is_current(on_record):
        return _told(version, on_record, now=on_record)
    now = _judge_now(units, version)
    if isinstance(now, Omission):
        return _told(version, on_record, now=None, omission=now)
    with units.reading() as work:
        rules = _rule_drift(work, on_record, now)
    return _told(version, on_record, now=now, rules=rules)


def _judge_now(units: UnitsOfWork, version: ApiVersion) -> StoredComparison | Omission:
    base = version.base
    if base is None:
        return Omission.BASE_MISSING
    with units.reading() as work:
        known = find_comparison(work, base_digest=base.digest, revision_digest=version.digest)
    try:
        return known or compute_and_keep(units, Standing.of(base), Standing.of(version))
    except (NotComparable, DocumentWithheld):
        return Omission.DOCUMENT_WITHHELD
    except DocumentInvalid:
        return Omission.DOCUMENT_UNREADABLE


def _told(
    version: ApiVersion,
    on_record: StoredComparison,
    *,
    now: StoredComparison | None,
    omission: Omission | None = None,
    rules: tuple[RuleDrift, ...] = (),
) -> Recomputed:
    return Recomputed(
        api=version.api.full_name,
        version=version.name,
        base=version.base_name,
        before=Judged.of(on_record),
        after=Judged.of(now) if now else None,
        omission=omission,
        rules=rules,
    )


def _rule_drift(
    work: UnitOfWork, on_record: StoredComparison, now: StoredComparison
) -> tuple[RuleDrift, ...]:
    if (on_record.verdict, on_record.counts) == (now.verdict, now.counts):
        return ()
    before = _by_rule(load_changes(work, on_record.id).changes)
    after = _by_rule(load_changes(work, now.id).changes)
    return tuple(
        RuleDrift(rule=rule, level=level, before=before[rule, level], after=after[rule, level])
        for rule, level in sorted(before.keys() | after.keys())
        if before[rule, level] != after[rule, level]
    )


def _by_rule(changes: Sequence[dict[str, Any]]) -> Counter[tuple[str, str]]:
    return Counter((change["rule"], change["level"]) for change in changes)
