"""What can be done with approvals?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from service.apis.errors import AlreadyExpired
from service.apis.events import ApprovalRevoked, ChangeApproved, about_api
from service.apis.models import Api, Approval
from service.apis.permissions import can_approve_change, can_list_approvals
from service.apis.repository import ApiRepository, ApprovalRepository
from service.authorization import Actor, require
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork


def approvals_in_force(work: UnitOfWork, api: Api) -> frozenset[str]:
    """Return the fingerprints of the API's changes that are approved now."""
    return ApprovalRepository(work.session).fingerprints_in_force(api.id, work.now)


def list_approvals(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    api_name: str,
    page: PageRequest,
    in_force: bool | None,
) -> Page[Approval]:
    """Return a page of an API's approvals, the newest first; raises `NotFound`, `NotPermitted`."""
    api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    require(actor, can_list_approvals(actor, api))
    return ApprovalRepository(work.session).list_of_api(
        api.id, page=page, in_force=in_force, now=work.now
    )


def approve_change(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    api_name: str,
    values: Mapping[str, Any],
) -> tuple[Approval, bool]:
    """Accept a change of an API by its fingerprint; say whether that is new.

    At most one approval of a change is in force. Where there is one that ends at the same time, it
    stands; where it ends at another time, the new one takes its place, and it counts as revoked.
    Raises `NotFound`, `NotPermitted`, `AlreadyExpired`.
    """
    apis = ApiRepository(work.session)
    api = apis.get_visible(group_name, api_name, actor)
    require(actor, can_approve_change(actor, api))
    _require_future(values["expires_at"], work.now)
    apis.lock(api)
    approvals = ApprovalRepository(work.session)
    known = approvals.find_in_force(api.id, values["fingerprint"], work.now)
    if known is not None and known.expires_at == values["expires_at"]:
        return known, False
    if known is not None:
        _revoke(work, actor, api=api, approval=known)
    approval = approvals.add(
        Approval(**values, api_id=api.id, approved_by=actor.name, created_at=work.now)
    )
    work.record(about_api(ChangeApproved, actor, api, **_told(approval)))
    return approval, True


def revoke_approval(
    work: UnitOfWork, actor: Actor, *, group_name: str, api_name: str, approval_id: str
) -> None:
    """Take an approval back; once is enough, and again changes nothing.

    Raises `NotFound`, `NotPermitted`.
    """
    apis = ApiRepository(work.session)
    api = apis.get_visible(group_name, api_name, actor)
    require(actor, can_approve_change(actor, api))
    apis.lock(api)
    approval = ApprovalRepository(work.session).get(api.id, approval_id)
    if approval.revoked_at is None:
        _revoke(work, actor, api=api, approval=approval)


def _revoke(work: UnitOfWork, actor: Actor, *, api: Api, approval: Approval) -> None:
    approval.revoked_at = work.now
    work.record(about_api(ApprovalRevoked, actor, api, **_told(approval)))


def _require_future(expires_at: datetime | None, now: datetime) -> None:
    if expires_at is not None and expires_at <= now:
        raise AlreadyExpired(
            "The approval would have expired already.", details={"now": now.isoformat()}
        )


def _told(approval: Approval) -> dict[str, Any]:
    """Return what the audit keeps of an approval."""
    return {
        "approval_id": approval.id,
        "fingerprint": approval.fingerprint,
        "reason": approval.reason,
        "expires_at": approval.expires_at.isoformat() if approval.expires_at else None,
    }
