"""Who may invite whom, to what?"""

import pytest

from service.authorization import ANONYMOUS, Actor, ActorKind, Allowed, Role, Scope
from service.invitations.permissions import can_invite

MANAGE, ADMIN = frozenset({Scope.MANAGE}), frozenset({Scope.ADMIN})
OWNER = Actor(kind=ActorKind.USER, scopes=MANAGE, roles={"one": Role.OWNER})
MAINTAINER = Actor(kind=ActorKind.USER, scopes=MANAGE, roles={"one": Role.MAINTAINER})
ADMINISTRATOR = Actor(kind=ActorKind.USER, scopes=ADMIN, is_admin=True)
BOUND_TO_API = Actor(
    kind=ActorKind.USER,
    scopes=MANAGE,
    roles={"one": Role.OWNER},
    bound_group_id="one",
    bound_api_id="api",
)


@pytest.mark.parametrize(
    ("actor", "group_id", "allowed"),
    [
        (ANONYMOUS, "one", False),
        (OWNER, "one", True),
        (OWNER, "two", False),
        (OWNER, None, False),
        (MAINTAINER, "one", False),
        (BOUND_TO_API, "one", False),
        (ADMINISTRATOR, None, True),
        (ADMINISTRATOR, "one", True),
    ],
)
def test_who_may_invite(actor: Actor, group_id: str | None, *, allowed: bool) -> None:
    decision = can_invite(actor, group_id)

    assert isinstance(decision, Allowed) is allowed
