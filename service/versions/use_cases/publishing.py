"""How does a document become a version? The road of publishing."""

from dataclasses import asdict, dataclass
from typing import Any

from service.apis.models import Api
from service.apis.repository import ApiRepository
from service.authorization import Actor
from service.documents.use_cases import keep_document
from service.groups.repository import GroupRepository
from service.names import folded_name
from service.unit_of_work import Event, UnitOfWork, UnitsOfWork
from service.versions.errors import Busy, PublicationRefused
from service.versions.events import VersionHeld, VersionPublished, VersionRefused, about_version
from service.versions.models import ApiVersion, RefusedPublication, VersionState
from service.versions.publication_reasons import reason_as_plain
from service.versions.publication_rules import Accepted, Held, Refused
from service.versions.repository import VersionRepository
from service.versions.told_changes import MOST_TOLD_AT_ONCE, Telling
from service.versions.use_cases.assessment import Assessment
from service.versions.use_cases.examination import (
    Allowances,
    Examination,
    PublicationResult,
    Submission,
    examine,
    keep_comparisons,
    load_api_to_publish,
    read_submission,
    require_publisher,
    require_room_for,
)
from service.versions.use_cases.grounds import load_grounds
from service.versions.version_names import major_of

MOST_ATTEMPTS = 20
"""Each time another publication wins, one compares again; so many times at most."""

_LONGEST_TITLE = 500
_LONGEST_INFO_VERSION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A version, and how it came to be there."""

    result: PublicationResult
    version: ApiVersion


def publish_version(
    units: UnitsOfWork, actor: Actor, *, submission: Submission, allowances: Allowances
) -> Publication:
    """Publish a document as a version of the API, if its compatibility policy allows.

    Comparing happens between two transactions; if another publication changes what the decision
    rests on meanwhile, it is made anew. Raises `NotFound`, `NotPermitted`, `DocumentInvalid`,
    `TooLarge`, `VersionExists`, `NameTaken`, `QuotaExceeded`, `Busy`, and `PublicationRefused`
    after the refused attempt was committed.
    """
    require_publisher(units, actor, submission=submission)
    with allowances.slot():
        document, name = read_submission(submission, limits=allowances.limits)
        for _ in range(MOST_ATTEMPTS):
            examination = examine(
                units,
                actor,
                submission=submission,
                document=document,
                name=name,
                allowances=allowances,
            )
            settled = _settle(
                units, actor, submission=submission, examination=examination, allowances=allowances
            )
            if isinstance(settled, RefusedPublication):
                raise _refusal(examination)
            if settled is not None:
                return Publication(result=examination.result, version=settled)
    raise Busy("Others publish to this API at the same time; try again.")


def _settle(
    units: UnitsOfWork,
    actor: Actor,
    *,
    submission: Submission,
    examination: Examination,
    allowances: Allowances,
) -> ApiVersion | RefusedPublication | None:
    """Carry out the decision in one transaction; None if what it rests on is no longer so."""
    existing = examination.grounds.existing
    if existing is not None and examination.result is not PublicationResult.REFUSED:
        return existing
    with units.writing() as work:
        api = load_api_to_publish(work, actor, submission=submission)
        GroupRepository(work.session).lock(api.group)  # its quotas hold for all its APIs
        ApiRepository(work.session).lock(api)
        grounds = load_grounds(work, api, name=examination.name, base_name=submission.base_name)
        if grounds != examination.grounds:
            return None
        if existing is None:
            require_room_for(work, api, examination.document, allowances=allowances)
        return _carry_out(work, actor, api=api, submission=submission, examination=examination)


def _carry_out(
    work: UnitOfWork, actor: Actor, *, api: Api, submission: Submission, examination: Examination
) -> ApiVersion | RefusedPublication:
    """Write down what was decided, with the event that tells of it."""
    assessment = examination.assessment
    outcome, event = _outcome(work, actor, examination=examination, assessment=assessment)
    comparison_ids = keep_comparisons(work, examination)
    outcome.api_id = api.id
    outcome.comparison_id = comparison_ids.get(assessment.base.digest) if assessment.base else None
    versions = VersionRepository(work.session, api)
    if isinstance(outcome, ApiVersion):
        keep_document(work, examination.document, raw=submission.raw)
        versions.add(outcome, examination.document.operations)
    else:
        versions.add_refused(outcome)
    work.record(
        about_version(
            event,
            actor,
            api=api,
            version_id=outcome.id,
            version_name=examination.name,
            details=_told(examination, assessment),
        )
    )
    return outcome


def _outcome(
    work: UnitOfWork, actor: Actor, *, examination: Examination, assessment: Assessment
) -> tuple[ApiVersion | RefusedPublication, type[Event]]:
    """Return what the decision makes of the document, and the kind of event that tells of it."""
    match assessment.decision:
        case Accepted():
            version = _new_version(work, actor, examination=examination, assessment=assessment)
            return version, VersionPublished
        case Held():
            version = _new_version(work, actor, examination=examination, assessment=assessment)
            version.state = VersionState.PENDING
            return version, VersionHeld
        case Refused():
            refused = _new_refusal(work, actor, examination=examination, assessment=assessment)
            return refused, VersionRefused


def _new_version(
    work: UnitOfWork, actor: Actor, *, examination: Examination, assessment: Assessment
) -> ApiVersion:
    document = examination.document
    return ApiVersion(
        state=VersionState.PUBLISHED,
        name=examination.name,
        folded_name=folded_name(examination.name),
        major=major_of(examination.name),
        document_checksum=document.checksum,
        digest=document.digest,
        size=document.size,
        format=document.format.value,
        specification=document.specification.value,
        title=document.title[:_LONGEST_TITLE],
        info_version=document.version[:_LONGEST_INFO_VERSION],
        warnings=[asdict(warning) for warning in document.warnings],
        base_id=assessment.base.id if assessment.base else None,
        verdict=assessment.verdict.value if assessment.verdict else None,
        verdict_reason=assessment.verdict_reason,
        decision_reasons=[reason_as_plain(reason) for reason in assessment.decision.reasons],
        published_by=actor.name,
        published_at=work.now,
        state_changed_at=work.now,
        revision=1,
    )


def _new_refusal(
    work: UnitOfWork, actor: Actor, *, examination: Examination, assessment: Assessment
) -> RefusedPublication:
    return RefusedPublication(
        version_name=examination.name,
        digest=examination.document.digest,
        verdict=assessment.verdict.value if assessment.verdict else None,
        reasons=[reason_as_plain(reason) for reason in assessment.decision.reasons],
        refused_by=actor.name,
        refused_at=work.now,
    )


def _told(examination: Examination, assessment: Assessment) -> dict[str, object]:
    """Return what the audit remembers: ids and digests, nothing of the document's text."""
    return {
        "digest": examination.document.digest,
        "checksum": examination.document.checksum,
        "base": assessment.base.name if assessment.base else None,
        "verdict": assessment.verdict.value if assessment.verdict else None,
        "reasons": [reason.id for reason in assessment.decision.reasons],
    }


def _refusal(examination: Examination) -> PublicationRefused:
    return PublicationRefused(
        _refusal_message(examination),
        details=tell_examination(examination),
    )


def _refusal_message(examination: Examination) -> str:
    if examination.grounds.existing is not None:
        return " ".join(reason.message for reason in examination.assessment.decision.reasons)
    return f"The compatibility policy refuses version '{examination.name}'."


def tell_examination(examination: Examination) -> dict[str, Any]:
    """Return the decision with its reasons and the changes since the base, as plain JSON.

    At most 100 changes; `change_count` says how many there are.
    """
    assessment = examination.assessment
    comparison = assessment.comparison
    changes = comparison.changes if comparison else []
    telling = Telling(
        approvals=examination.grounds.approvals,
        is_withheld=assessment.base is not None and assessment.base.is_withheld,
    )
    return {
        "version": examination.name,
        "decision": examination.result.value,
        "reasons": [reason_as_plain(reason) for reason in assessment.decision.reasons],
        "base": assessment.base.name if assessment.base else None,
        "verdict": assessment.verdict.value if assessment.verdict else None,
        "verdict_reason": assessment.verdict_reason,
        "counts": comparison.counts if comparison else None,
        "proved_count": comparison.proved_count if comparison else None,
        "judged_by": comparison.judged_by if comparison else None,
        "assumptions": comparison.assumptions if comparison else [],
        "change_count": len(changes),
        "changes": telling.tell(changes[:MOST_TOLD_AT_ONCE]),
        "digest": examination.document.digest,
        "warnings": [asdict(warning) for warning in examination.document.warnings],
    }
