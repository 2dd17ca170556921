"""How do people come in? One function per verb."""

from dataclasses import dataclass
from datetime import timedelta

from service.authorization import Actor, ActorKind, Allowed, Role, Scope, require
from service.errors import InvalidInput
from service.groups.models import Group, Membership
from service.groups.repository import GroupRepository, MembershipRepository
from service.identities.models import User
from service.identities.passwords import Passwords
from service.identities.repository import UserRepository
from service.identities.use_cases import hash_new_password
from service.invitations.errors import InvitationNotUsable
from service.invitations.events import (
    InvitationAccepted,
    InvitationCreated,
    InvitationRevoked,
    about_invitation,
)
from service.invitations.models import Invitation, InvitationState
from service.invitations.permissions import can_invite, can_manage_invitation
from service.invitations.repository import InvitationRepository
from service.invitations.secret_text import hash_of, new_secret
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork, UnitsOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Who is invited; to no group: to the instance alone."""

    email: str
    group: str | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """Who accepts; without a display name, the user name serves."""

    username: str
    password: str
    display_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentInvitation:
    """A new invitation and its secret, which nobody can read again."""

    invitation: Invitation
    secret: str


def invite(work: UnitOfWork, actor: Actor, *, guest: Guest, lifetime: timedelta) -> SentInvitation:
    """Invite somebody; raises `NotFound` (the group), `NotPermitted`, `InvalidInput`."""
    if (guest.group is None) != (guest.role is None):
        raise InvalidInput(
            "A group is named with a role, and a role with a group.",
            details={"json": {"role": ["Needed with `group`, and only then."]}},
        )
    group = _group_of(work, actor, guest)
    require(actor, can_invite(actor, group.id if group else None))
    secret = new_secret()
    invitation = InvitationRepository(work.session).add(
        Invitation(
            email=guest.email.lower(),
            secret_hash=hash_of(secret),
            group=group,
            role=guest.role,
            inviter=UserRepository(work.session).find(actor.id or ""),
            created_at=work.now,
            expires_at=work.now + lifetime,
        )
    )
    work.record(about_invitation(InvitationCreated, actor, invitation, role=guest.role))
    return SentInvitation(invitation=invitation, secret=secret)


def list_invitations(
    work: UnitOfWork, actor: Actor, *, page: PageRequest, state: InvitationState | None
) -> Page[Invitation]:
    """Return a page of the invitations that the actor may manage."""
    return InvitationRepository(work.session).list_visible(
        actor, page=page, state=state, now=work.now
    )


def revoke_invitation(work: UnitOfWork, actor: Actor, *, invitation_id: str) -> None:
    """Take an invitation back; raises `NotFound`. One that is closed stays as it is."""
    invitations = InvitationRepository(work.session)
    invitation = invitations.get_visible(invitation_id, actor)
    require(actor, can_manage_invitation(actor, invitation.group_id))
    if invitations.revoke(invitation.id, work.now):
        work.record(about_invitation(InvitationRevoked, actor, invitation))


def accept_invitation(
    units: UnitsOfWork, *, secret: str, new_user: NewUser, passwords: Passwords
) -> User:
    """Make the user that the invitation is for, and a member if it names a group.

    Raises `InvitationNotUsable`, `WeakPassword`, `UsernameTaken`, `EmailTaken`. Whatever it
    raises, the invitation can still be accepted. The password is hashed while no transaction is
    open, and only for who holds a good secret.
    """
    with units.reading() as work:
        _get_open(work, secret)
    password_hash = hash_new_password(passwords, new_user.password, username=new_user.username)
    with units.writing() as work:
        invitation = _get_open(work, secret)
        if not InvitationRepository(work.session).use_up(invitation.id, work.now):
            raise _not_usable()
        user = UserRepository(work.session).add(
            User(
                username=new_user.username,
                email=invitation.email,
                display_name=new_user.display_name or new_user.username,
                password_hash=password_hash,
                password_changed_at=work.now,
                is_admin=False,
                is_active=True,
                created_at=work.now,
                revision=1,
            )
        )
        _join(work, user, invitation)
        actor = Actor(kind=ActorKind.USER, id=user.id, name=user.username)
        work.record(about_invitation(InvitationAccepted, actor, invitation, role=invitation.role))
    return user


def _group_of(work: UnitOfWork, actor: Actor, guest: Guest) -> Group | None:
    if guest.group is None:
        return None
    return GroupRepository(work.session).get_visible(guest.group, actor)


def _get_open(work: UnitOfWork, secret: str) -> Invitation:
    invitation = InvitationRepository(work.session).find_open(hash_of(secret), work.now)
    if invitation is None or not _inviter_may_still_invite(work, invitation):
        raise _not_usable()
    return invitation


def _inviter_may_still_invite(work: UnitOfWork, invitation: Invitation) -> bool:
    """Whether who sent the invitation could send it now: rights end with what they came from."""
    inviter = UserRepository(work.session).find(invitation.invited_by or "")
    if inviter is None or not inviter.is_active:
        return False
    actor = Actor(
        kind=ActorKind.USER,
        id=inviter.id,
        name=inviter.username,
        is_admin=inviter.is_admin,
        scopes=frozenset({Scope.ADMIN}),
        roles=MembershipRepository(work.session).roles_of(inviter.id),
    )
    return isinstance(can_invite(actor, invitation.group_id), Allowed)


def _join(work: UnitOfWork, user: User, invitation: Invitation) -> None:
    if invitation.group_id is not None and invitation.role is not None:
        MembershipRepository(work.session).add(
            Membership(
                group_id=invitation.group_id,
                user=user,
                role=invitation.role,
                created_at=work.now,
            )
        )


def _not_usable() -> InvitationNotUsable:
    return InvitationNotUsable("This invitation cannot be accepted (any more); ask for another.")
