"""What does comparing with earlier versions say about a document?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from service.comparisons.models import StoredComparison
from service.comparisons.use_cases import Document, compute_comparison, find_comparison
from service.documents.errors import DocumentInvalid, DocumentWithheld
from service.documents.use_cases import load_comparable, read_comparable
from service.openapi_diff import Judgement, Verdict
from service.unit_of_work import UnitsOfWork
from service.versions.models import ApiVersion
from service.versions.publication_rules import (
    ComparedWith,
    PublicationDecision,
    decide_publication,
    decide_repetition,
)
from service.versions.standing import Standing
from service.versions.use_cases.grounds import Grounds

NO_BASE = "no_base"
BASE_WITHHELD = "base_withheld"
BASE_UNREADABLE = "base_unreadable"
"""Stored by an older release, and no longer accepted by the reader."""

_WORST_FIRST = (Verdict.BREAKING, Verdict.UNDETERMINED, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """A document met an earlier version: the result, or why there is none."""

    base: Standing
    comparison: StoredComparison | None
    cause: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What was not compared is undetermined, never compatible."""
        if self.comparison is None:
            return Verdict.UNDETERMINED
        return Verdict(self.comparison.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The decision about a document, and what led to it.

    `verdict` is the worst of all encounters; None, with a reason, where there was none.
    """

    encounters: tuple[Encounter, ...]
    verdict: Verdict | None
    verdict_reason: str | None
    decision: PublicationDecision

    @property
    def told(self) -> Encounter | None:
        """The first encounter that gave the verdict: so verdict, base and changes are of one."""
        return next((one for one in self.encounters if one.verdict is self.verdict), None)

    @property
    def base(self) -> Standing | None:
        """The version that the changes are told against."""
        return self.told.base if self.told else None

    @property
    def comparison(self) -> StoredComparison | None:
        """The result against the base."""
        return self.told.comparison if self.told else None


def assess(units: UnitsOfWork, document: Document, *, name: str, grounds: Grounds) -> Assessment:
    """Compare a document with the versions that count, and decide.

    Holds no transaction while it compares.
    """
    encounters = tuple(_meet(units, base, document=document) for base in grounds.bases)
    decision = decide_publication(
        grounds.policy,
        name,
        compared=[_compared_with(one, grounds.approvals) for one in encounters],
        is_complete=grounds.is_complete,
    )
    verdicts = {one.verdict for one in encounters}
    return Assessment(
        encounters=encounters,
        verdict=next((verdict for verdict in _WORST_FIRST if verdict in verdicts), None),
        verdict_reason=_verdict_reason(encounters),
        decision=decision,
    )


def assess_repetition(version: ApiVersion) -> Assessment:
    """Decide about the content of a version that is there already; nothing is compared again."""
    return Assessment(
        encounters=(),
        verdict=None,
        verdict_reason=None,
        decision=decide_repetition(version.name, state=version.state, reason=version.state_reason),
    )


def _verdict_reason(encounters: Sequence[Encounter]) -> str | None:
    """Return why there is no verdict, or why something could not be compared; else None."""
    if not encounters:
        return NO_BASE
    return next((one.cause for one in encounters if one.cause is not None), None)


def _meet(units: UnitsOfWork, base: Standing, *, document: Document) -> Encounter:
    with units.reading() as work:
        known = find_comparison(work, base_digest=base.digest, revision_digest=document.digest)
        if known is not None:
            return Encounter(base=base, comparison=known)
        try:
            stored = None if base.is_withheld else load_comparable(work, base.checksum)
        except DocumentWithheld:  # a moment ago
            stored = None
    if stored is None:
        return Encounter(base=base, comparison=None, cause=BASE_WITHHELD)
    try:
        comparison = compute_comparison(read_comparable(stored), document)
    except DocumentInvalid:
        return Encounter(base=base, comparison=None, cause=BASE_UNREADABLE)
    return Encounter(base=base, comparison=comparison)


def _compared_with(encounter: Encounter, approvals: frozenset[str]) -> ComparedWith:
    name, comparison = encounter.base.name, encounter.comparison
    if comparison is None:
        return ComparedWith(version=name, undetermined=1, causes=(str(encounter.cause),))
    breaking = _judged(comparison.changes, Judgement.BREAKS)
    undetermined = _judged(comparison.changes, Judgement.UNDETERMINED)
    counted = [change for change in undetermined if change["fingerprint"] not in approvals]
    return ComparedWith(
        version=name,
        breaking=sum(change["fingerprint"] not in approvals for change in breaking),
        undetermined=len(counted),
        causes=tuple(sorted({str(change["cause"]) for change in counted})),
        approved=tuple(
            sorted(
                {change["fingerprint"] for change in (*breaking, *undetermined)} & set(approvals)
            )
        ),
    )


def _judged(changes: Sequence[dict[str, Any]], judgement: Judgement) -> list[dict[str, Any]]:
    return [change for change in changes if change["judgement"] == judgement.value]
