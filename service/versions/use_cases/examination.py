"""What would publishing this document come to? The first half of the road; a check ends here."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum

from service.apis.models import Api
from service.apis.repository import ApiRepository
from service.authorization import Actor, require
from service.comparisons.use_cases import keep_comparison
from service.documents.use_cases import read_received
from service.errors import InvalidInput
from service.groups.quotas import quota_of, require_room
from service.names import VERSION_NAME_PATTERN
from service.openapi_documents import OpenApiDocument, ReadLimits
from service.unit_of_work import UnitOfWork, UnitsOfWork
from service.versions.errors import VersionExists
from service.versions.models import VersionState
from service.versions.permissions import can_publish_version
from service.versions.publication_rules import Accepted, Held, Refused
from service.versions.repository import StockRepository
from service.versions.use_cases.assessment import Assessment, assess, assess_repetition
from service.versions.use_cases.grounds import Grounds, load_grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What a publisher sends; `version_name` None means the document's `info.version`."""

    group_name: str
    api_name: str
    raw: bytes
    version_name: str | None
    base_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowances:
    """What the instance grants to one publication; a group's own quotas replace those here.

    `slot` opens one of the places for reading documents, waiting a while; it raises
    `Unavailable` if none becomes free.
    """

    limits: ReadLimits
    slot: Callable[[], AbstractContextManager[None]]
    quota_versions: int
    quota_bytes: int


class PublicationResult(StrEnum):
    """What a publication or a check came to."""

    ACCEPTED = "accepted"
    HELD = "held"
    REFUSED = "refused"
    UNCHANGED = "unchanged"
    """The version is there already, with this content, and was accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What is known of a submission."""

    name: str
    document: OpenApiDocument
    grounds: Grounds
    assessment: Assessment

    @property
    def result(self) -> PublicationResult:
        """What publishing now would come to."""
        match self.assessment.decision:
            case Accepted():
                is_there = self.grounds.existing is not None
                return PublicationResult.UNCHANGED if is_there else PublicationResult.ACCEPTED
            case Held():
                return PublicationResult.HELD
            case Refused():
                return PublicationResult.REFUSED


def check_version(
    units: UnitsOfWork, actor: Actor, *, submission: Submission, allowances: Allowances
) -> Examination:
    """Say what publishing would come to, and publish nothing.

    Raises what `publish_version` raises, but for a refusal by policy: that is an answer here.
    """
    require_publisher(units, actor, submission=submission)
    with allowances.slot():
        document, name = read_submission(submission, limits=allowances.limits)
        return examine(
            units, actor, submission=submission, document=document, name=name, allowances=allowances
        )


def require_publisher(units: UnitsOfWork, actor: Actor, *, submission: Submission) -> None:
    """Return if the actor may publish; asked before the document is looked at.

    Raises `NotFound`, `NotAuthenticated`, `NotPermitted`.
    """
    with units.reading() as work:
        load_api_to_publish(work, actor, submission=submission)


def load_api_to_publish(work: UnitOfWork, actor: Actor, *, submission: Submission) -> Api:
    """Return the API; raises `NotFound`, `NotAuthenticated`, `NotPermitted`."""
    apis = ApiRepository(work.session)
    api = apis.get_visible(submission.group_name, submission.api_name, actor)
    require(actor, can_publish_version(actor, api))
    return api


def read_submission(submission: Submission, *, limits: ReadLimits) -> tuple[OpenApiDocument, str]:
    """Return the document and the version's name.

    Raises `TooLarge`, `DocumentInvalid`, and `InvalidInput` if `info.version`, which stands in
    for a name that was not given, is not acceptable as one.
    """
    document = read_received(submission.raw, limits=limits)
    if submission.version_name is not None:
        return document, submission.version_name
    if re.fullmatch(VERSION_NAME_PATTERN.strip("^$"), document.version) is None:
        raise InvalidInput(
            "The document's info.version is no acceptable version name; pass one: ?version=...",
            details={"query": {"version": ["Missing, and info.version cannot stand in for it."]}},
        )
    return document, document.version


def examine(
    units: UnitsOfWork,
    actor: Actor,
    *,
    submission: Submission,
    document: OpenApiDocument,
    name: str,
    allowances: Allowances,
) -> Examination:
    """Compare the document with what counts, and decide; no transaction is held meanwhile.

    Raises `VersionExists`, `NameTaken`, `QuotaExceeded`, `InvalidInput` for a base that is none.
    """
    with units.reading() as work:
        api = load_api_to_publish(work, actor, submission=submission)
        grounds = load_grounds(work, api, name=name, base_name=submission.base_name)
        require_same_content(grounds, name, document)
        if grounds.existing is None:
            require_room_for(work, api, document, allowances=allowances)
    if grounds.existing is None:
        assessment = assess(units, document, name=name, grounds=grounds)
    else:
        assessment = assess_repetition(grounds.existing)
    return Examination(name=name, document=document, grounds=grounds, assessment=assessment)


def require_same_content(grounds: Grounds, name: str, document: OpenApiDocument) -> None:
    """Return if the name is free or stands for this content; raises `VersionExists`."""
    if grounds.existing_digest not in {None, document.digest}:
        was_rejected = grounds.existing_state is VersionState.REJECTED
        known_as = "was rejected" if was_rejected else "exists with other content"
        raise VersionExists(
            f"Version '{name}' {known_as}; publish under a new name.",
            details={
                "version": name,
                "existing_digest": grounds.existing_digest,
                "digest": document.digest,
            },
        )


def require_room_for(
    work: UnitOfWork, api: Api, document: OpenApiDocument, *, allowances: Allowances
) -> None:
    """Return if the group has room for one more version; raises `QuotaExceeded`."""
    versions, size = StockRepository(work.session).usage_of(api.group_id)
    most_versions = quota_of(api.group.quota_versions, default=allowances.quota_versions)
    most_bytes = quota_of(api.group.quota_bytes, default=allowances.quota_bytes)
    require_room("quota_versions", used=versions, limit=most_versions)
    require_room("quota_bytes", used=size, limit=most_bytes, adding=document.size)


def keep_comparisons(work: UnitOfWork, examination: Examination) -> dict[str, str]:
    """Store the results; return their ids by the digest of the base.

    In one order everywhere, so that two publications never wait for each other.
    """
    encounters = examination.assessment.encounters
    by_digest = {one.base.digest: one.comparison for one in encounters if one.comparison}
    return {digest: keep_comparison(work, by_digest[digest]).id for digest in sorted(by_digest)}
