"""What can happen to users?"""

from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.identities.models import User
from service.unit_of_work import Event

KEPT, ENDED = "kept", "ended"
"""What becomes of the other access tokens of a user who changes the password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserCreated(Event):
    """An operator created a user."""

    name = "user.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserChanged(Event):
    """An administrator changed a user."""

    name = "user.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordChanged(Event):
    """A user has another password; their access tokens end, but for the one that was used for it,
    unless they are kept.
    """

    name = "user.password_changed"

    @property
    def ends_access_tokens(self) -> bool:
        """Whether the user's other access tokens are to end."""
        return bool(self.details["access_tokens"] == ENDED)


UserEvent = TypeVar("UserEvent", bound=Event)


def about_user(kind: type[UserEvent], actor: Actor, user: User, **details: object) -> UserEvent:
    """Return an event of that kind about the user."""
    return kind(
        actor=actor,
        subject_type="user",
        subject_id=user.id,
        subject=user.username,
        details=details,
    )
