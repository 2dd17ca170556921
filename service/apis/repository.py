"""Which APIs, policies and approvals are stored, and which of the APIs may an actor see?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, contains_eager

from service.apis.errors import ApiNotEmpty
from service.apis.models import Api, Approval, CompatibilityPolicy
from service.authorization import Actor
from service.errors import NotFound, PreconditionFailed
from service.groups.errors import NameTaken
from service.groups.models import Group, Visibility
from service.groups.repository import visible_groups
from service.names import folded_name
from service.pagination import Order, Page, PageRequest, fetch_page


def visible_apis(actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Api` joined with `Group` that holds for what the actor may see.

    A token bound to one API sees that one by membership, and others as a stranger would.
    """
    in_visible_group = visible_groups(actor)
    if actor.bound_api_id is None:
        return in_visible_group
    return or_(
        and_(in_visible_group, Api.id == actor.bound_api_id),
        Group.visibility == Visibility.PUBLIC,
    )


class ApiRepository:
    """All SQL about APIs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, api: Api) -> Api:
        """Add an API to its group, which must be locked.

        Raises `NameTaken` if its name, or a twin of it, is in use there.
        """
        twin = select(Api.name).where(
            Api.group_id == api.group.id, Api.folded_name == folded_name(api.name)
        )
        if taken := self._session.scalar(twin):
            raise NameTaken(f"The name '{taken}' is taken.", details={"name": taken})
        self._session.add(api)
        self._session.flush()
        return api

    def get_visible(self, group_name: str, api_name: str, actor: Actor) -> Api:
        """Return the API with its group; raises `NotFound` also if the actor may not see it."""
        api = self._session.scalar(
            _visible(actor).where(Group.name == group_name, Api.name == api_name)
        )
        if api is None:
            raise _no_api(f"{group_name}/{api_name}")
        return api

    def list_visible(self, actor: Actor, *, group_id: str, page: PageRequest) -> Page[Api]:
        """Return a page of the group's APIs with their group, by name."""
        statement = _visible(actor).where(Api.group_id == group_id)
        return fetch_page(self._session, statement, order=Order([Api.name]), page=page)

    def count(self, group_id: str) -> int:
        """Return how many APIs the group has."""
        statement = select(func.count()).select_from(Api).where(Api.group_id == group_id)
        return self._session.scalar(statement) or 0

    def lock(self, api: Api) -> None:
        """Let no other transaction lock, change or delete the API until this one ends.

        Raises `NotFound` if it was deleted meanwhile. SQLite's writers wait for each other anyway.
        """
        row = select(Api.id).where(Api.id == api.id).with_for_update(key_share=True)
        if self._session.scalar(row) is None:
            raise _no_api(api.full_name)

    def remove(self, api: Api) -> None:
        """Delete an API with its policy and approvals; raises `ApiNotEmpty` if it has versions."""
        self._session.delete(api)
        try:
            self._session.flush()
        except IntegrityError:  # only versions hold on to an API; all else goes with it
            raise ApiNotEmpty("The API has versions; others may rely on them.") from None


class PolicyRepository:
    """All SQL about compatibility policies."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_set(self, scope_keys: Sequence[str]) -> dict[str, CompatibilityPolicy]:
        """Return the policies that were set at these levels, by scope key."""
        rows = self._session.scalars(
            select(CompatibilityPolicy).where(CompatibilityPolicy.scope_key.in_(scope_keys))
        )
        return {row.scope_key: row for row in rows}

    def add(self, policy: CompatibilityPolicy) -> CompatibilityPolicy:
        """Add a level's first policy; raises `PreconditionFailed` if somebody else just did."""
        self._session.add(policy)
        try:
            self._session.flush()
        except IntegrityError:
            raise PreconditionFailed("It was changed by somebody else meanwhile.") from None
        return policy


class ApprovalRepository:
    """All SQL about approvals."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, approval: Approval) -> Approval:
        """Add an approval."""
        self._session.add(approval)
        self._session.flush()
        return approval

    def get(self, api_id: str, approval_id: str) -> Approval:
        """Return an approval of the API; raises `NotFound`."""
        approval = self._session.scalar(
            select(Approval).where(Approval.api_id == api_id, Approval.id == approval_id)
        )
        if approval is None:
            raise NotFound("There is no such approval.")
        return approval

    def list_of_api(
        self, api_id: str, *, page: PageRequest, in_force: bool | None, now: datetime
    ) -> Page[Approval]:
        """Return a page of the API's approvals, the newest first; `in_force` None means all."""
        statement = select(Approval).where(Approval.api_id == api_id)
        if in_force is not None:
            statement = statement.where(_in_force(now) if in_force else ~_in_force(now))
        order = Order([Approval.created_at, Approval.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def find_in_force(self, api_id: str, fingerprint: str, now: datetime) -> Approval | None:
        """Return the approval of this change that holds at `now`."""
        return self._session.scalar(
            select(Approval).where(
                Approval.api_id == api_id, Approval.fingerprint == fingerprint, _in_force(now)
            )
        )

    def fingerprints_in_force(self, api_id: str, now: datetime) -> frozenset[str]:
        """Return the fingerprints of the API's changes that are approved at `now`."""
        rows = self._session.scalars(
            select(Approval.fingerprint).where(Approval.api_id == api_id, _in_force(now))
        )
        return frozenset(rows)


def _visible(actor: Actor) -> Select[Api]:
    return select(Api).join(Api.group).options(contains_eager(Api.group)).where(visible_apis(actor))


def _in_force(now: datetime) -> ColumnElement[bool]:
    """Return the condition on `Approval` that holds where it is neither revoked nor expired."""
    unexpired = or_(Approval.expires_at.is_(None), Approval.expires_at > now)
    return and_(Approval.revoked_at.is_(None), unexpired)


def _no_api(full_name: str) -> NotFound:
    return NotFound(f"There is no API '{full_name}'.")
