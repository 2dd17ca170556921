"""Which invitations are stored, and which of them may an actor see?"""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, false, or_, select, true, update
from sqlalchemy.orm import Session, joinedload

from service.authorization import Actor, Role
from service.errors import NotFound
from service.invitations.models import Invitation, InvitationState
from service.pagination import Order, Page, PageRequest, fetch_page


def visible_invitations(actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Invitation` for those the actor may manage: nobody sees others."""
    if actor.acts_as_admin():
        return true()
    owned = [group_id for group_id in actor.roles if actor.has_role(group_id, Role.OWNER)]
    if actor.bound_api_id is not None:
        return false()
    return Invitation.group_id.in_(owned) if owned else false()


class InvitationRepository:
    """All SQL about invitations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, invitation: Invitation) -> Invitation:
        """Add an invitation."""
        self._session.add(invitation)
        self._session.flush()
        return invitation

    def get_visible(self, invitation_id: str, actor: Actor) -> Invitation:
        """Return the invitation; raises `NotFound` also if the actor may not see it."""
        invitation = self._session.scalar(
            _with_names().where(Invitation.id == invitation_id, visible_invitations(actor))
        )
        if invitation is None:
            raise NotFound("There is no such invitation.")
        return invitation

    def list_visible(
        self, actor: Actor, *, page: PageRequest, state: InvitationState | None, now: datetime
    ) -> Page[Invitation]:
        """Return a page of the invitations the actor may see, the newest first."""
        statement = _with_names().where(visible_invitations(actor))
        if state is not None:
            statement = statement.where(_is_in(state, now))
        order = Order([Invitation.created_at, Invitation.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def find_open(self, secret_hash: str, now: datetime) -> Invitation | None:
        """Return the invitation with that secret if it can still be accepted."""
        return self._session.scalar(
            select(Invitation).where(
                Invitation.secret_hash == secret_hash, _is_in(InvitationState.OPEN, now)
            )
        )

    def use_up(self, invitation_id: str, now: datetime) -> bool:
        """Mark as accepted; return whether this did it. Of two at once, one is told no."""
        return self._close(invitation_id, now, accepted_at=now)

    def revoke(self, invitation_id: str, now: datetime) -> bool:
        """Take back; return whether this did it."""
        return self._close(invitation_id, now, revoked_at=now)

    def remove_closed_before(self, instant: datetime) -> int:
        """Delete invitations that were closed, or expired, before that; return how many."""
        result = self._session.execute(
            delete(Invitation).where(
                or_(
                    Invitation.accepted_at < instant,
                    Invitation.revoked_at < instant,
                    Invitation.expires_at < instant,
                )
            )
        )
        return int(result.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult

    def _close(self, invitation_id: str, now: datetime, **values: datetime) -> bool:
        result = self._session.execute(
            update(Invitation)
            .where(Invitation.id == invitation_id, _is_in(InvitationState.OPEN, now))
            .values(**values)
        )
        return bool(result.rowcount == 1)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def _is_in(state: InvitationState, now: datetime) -> ColumnElement[bool]:
    untouched = and_(Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None))
    match state:
        case InvitationState.OPEN:
            return and_(untouched, Invitation.expires_at > now)
        case InvitationState.EXPIRED:
            return and_(untouched, Invitation.expires_at <= now)
        case InvitationState.ACCEPTED:
            return Invitation.accepted_at.is_not(None)
        case InvitationState.REVOKED:
            return Invitation.revoked_at.is_not(None)


def _with_names() -> Select[Invitation]:
    return select(Invitation).options(joinedload(Invitation.group), joinedload(Invitation.inviter))
