"""What can happen to access tokens?"""

from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.tokens.models import AccessToken
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCreated(Event):
    """An access token was made."""

    name = "access_token.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRevoked(Event):
    """An access token was ended before its time."""

    name = "access_token.revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenLeaked(Event):
    """Somebody who held an access token reported it as leaked, which ended it."""

    name = "access_token.leaked"


TokenEvent = TypeVar("TokenEvent", bound=Event)


def about_token(
    kind: type[TokenEvent],
    actor: Actor,
    token: AccessToken,
    *,
    group_id: str | None = None,
    **details: object,
) -> TokenEvent:
    """Return an event of that kind about the token; `lookup` is its public part, never the secret.

    `group_id` is the group whose owners should know, if it is not the one the token is bound to.
    """
    return kind(
        actor=actor,
        subject_type="access_token",
        subject_id=token.id,
        subject=token.name,
        group_id=group_id or token.group_id,
        api_id=token.api_id,
        details={"lookup": token.lookup, **details},
    )
