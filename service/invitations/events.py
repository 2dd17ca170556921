"""What can happen to invitations?"""

from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.invitations.models import Invitation
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationCreated(Event):
    """Somebody was invited."""

    name = "invitation.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRevoked(Event):
    """An invitation was taken back."""

    name = "invitation.revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAccepted(Event):
    """Somebody accepted: there is a new user, and a new member if a group was named."""

    name = "invitation.accepted"


InvitationEvent = TypeVar("InvitationEvent", bound=Event)


def about_invitation(
    kind: type[InvitationEvent], actor: Actor, invitation: Invitation, **details: object
) -> InvitationEvent:
    """Return an event of that kind about the invitation."""
    return kind(
        actor=actor,
        subject_type="invitation",
        subject_id=invitation.id,
        subject=invitation.email,
        group_id=invitation.group_id,
        details=details,
    )
