"""How does a maintainer let a held version through, or turn it down?"""

from dataclasses import dataclass
from enum import StrEnum

from service.authorization import Actor
from service.comparisons.use_cases import keep_comparison
from service.database import require_etag
from service.documents.use_cases import load_comparable, read_comparable
from service.unit_of_work import UnitOfWork, UnitsOfWork
from service.versions.errors import Busy, NotComparable, PublicationRefused, StateNotAllowed
from service.versions.events import VersionRejected, VersionReleased
from service.versions.models import ApiVersion, VersionState
from service.versions.publication_reasons import Violation, reason_as_plain
from service.versions.publication_rules import Refused
from service.versions.repository import VersionRepository
from service.versions.state_rules import REVIEWABLE
from service.versions.use_cases.assessment import Assessment, assess
from service.versions.use_cases.comparing import Slot
from service.versions.use_cases.grounds import Grounds, load_grounds
from service.versions.use_cases.reading import Place
from service.versions.use_cases.states import load_to_manage, move_to, record_about

MOST_ATTEMPTS = 5


class ReviewDecision(StrEnum):
    """What a maintainer decides about a held version."""

    RELEASE = "release"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a maintainer says about a held version."""

    decision: ReviewDecision
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _HeldVersion:
    """Who reviews which version, and in which revision they saw it."""

    actor: Actor
    place: Place
    expected: frozenset[str]

    def load(self, work: UnitOfWork) -> ApiVersion:
        """Return the version, whose API is locked, if it may be reviewed as it is now."""
        _, version = load_to_manage(work, self.actor, place=self.place)
        require_etag(version, self.expected)
        if version.state not in REVIEWABLE:
            raise StateNotAllowed(
                f"A version that is {version.state} is not waiting for a review.",
                details={"state": version.state, "allowed": []},
            )
        return version


def review_version(
    units: UnitsOfWork,
    actor: Actor,
    *,
    place: Place,
    expected: frozenset[str],
    review: Review,
    slot: Slot,
) -> ApiVersion:
    """Release or reject a version that is held.

    Any maintainer may, also the one who published it: small teams have one. A version is
    released into what is true now: if its base is no longer the previous version, it is compared
    again first. Raises `NotFound`, `NotPermitted`, `StateNotAllowed`, `PreconditionFailed`, and
    `PublicationRefused` if it would break by now.
    """
    held = _HeldVersion(actor=actor, place=place, expected=expected)
    match review.decision:
        case ReviewDecision.REJECT:
            return _reject(units, held, reason=review.reason)
        case ReviewDecision.RELEASE:
            return _release(units, held, reason=review.reason, slot=slot)


def _reject(units: UnitsOfWork, held: _HeldVersion, *, reason: str) -> ApiVersion:
    with units.writing() as work:
        version = held.load(work)
        move_to(work, version, state=VersionState.REJECTED, reason=reason)
        VersionRepository(work.session, version.api).save()
        details = {"reason": reason}
        record_about(work, held.actor, version=version, kind=VersionRejected, details=details)
    return version


def _release(units: UnitsOfWork, held: _HeldVersion, *, reason: str, slot: Slot) -> ApiVersion:
    for _ in range(MOST_ATTEMPTS):
        with units.writing() as work:
            version = held.load(work)
            grounds = load_grounds(work, version.api, name=version.name, base_name=None)
            if _is_current(version, grounds):
                return _carry_out(work, held.actor, version=version, reason=reason)
        with slot():
            assessment = _assess_again(units, version, grounds=grounds)
        with units.writing() as work:
            version = held.load(work)
            now = load_grounds(work, version.api, name=version.name, base_name=None)
            if now == grounds and version.withheld_at is None:
                _rebase(work, version, assessment=assessment)
                return _carry_out(work, held.actor, version=version, reason=reason)
    raise Busy("Others publish to this API at the same time; try again.")


def _is_current(version: ApiVersion, grounds: Grounds) -> bool:
    return version.base_id == (grounds.base.id if grounds.base else None)


def _assess_again(units: UnitsOfWork, version: ApiVersion, *, grounds: Grounds) -> Assessment:
    """Compare with what is the previous version by now.

    Raises `PublicationRefused`, and `NotComparable` if its document was withheld.
    """
    if version.withheld_at is not None:
        raise NotComparable("Its document was withheld, and its base is another one by now.")
    with units.reading() as work:
        stored = load_comparable(work, version.document_checksum)
    assessment = assess(units, read_comparable(stored), name=version.name, grounds=grounds)
    reasons = assessment.decision.reasons
    breaks = any(isinstance(reason, Violation) for reason in reasons)
    if breaks and isinstance(assessment.decision, Refused):
        raise PublicationRefused(
            "Other versions were published meanwhile, and it breaks with them.",
            details={
                "version": version.name,
                "base": grounds.base.name if grounds.base else None,
                "reasons": [reason_as_plain(reason) for reason in reasons],
            },
        )
    return assessment


def _rebase(work: UnitOfWork, version: ApiVersion, *, assessment: Assessment) -> None:
    comparison = assessment.comparison
    version.base_id = assessment.base.id if assessment.base else None
    version.comparison_id = keep_comparison(work, comparison).id if comparison else None
    version.verdict = assessment.verdict.value if assessment.verdict else None
    version.verdict_reason = assessment.verdict_reason
    version.decision_reasons = [reason_as_plain(one) for one in assessment.decision.reasons]


def _carry_out(work: UnitOfWork, actor: Actor, *, version: ApiVersion, reason: str) -> ApiVersion:
    move_to(work, version, state=VersionState.PUBLISHED, reason=reason)
    versions = VersionRepository(work.session, version.api)
    versions.save()
    versions.reload(version)
    record_about(work, actor, version=version, kind=VersionReleased, details={"reason": reason})
    return version
