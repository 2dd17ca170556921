"""Who may manage users, and who has a password to change?"""

import pytest

from service.authorization import ANONYMOUS, SYSTEM, Actor, ActorKind, Allowed, Scope
from service.identities.permissions import can_change_own_password, can_manage_users

MANAGE, ADMIN = frozenset({Scope.MANAGE}), frozenset({Scope.ADMIN})
USER = ActorKind.USER


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (ANONYMOUS, False),
        (SYSTEM, True),
        (Actor(kind=USER, is_admin=True, scopes=ADMIN), True),
        (Actor(kind=USER, is_admin=True, scopes=MANAGE), False),
        (Actor(kind=USER, is_admin=False, scopes=ADMIN), False),
        (Actor(kind=USER, is_admin=True, scopes=ADMIN, bound_group_id="one"), False),
    ],
)
def test_who_may_manage_users(actor: Actor, *, allowed: bool) -> None:
    assert isinstance(can_manage_users(actor), Allowed) is allowed


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (ANONYMOUS, False),
        (SYSTEM, False),
        (Actor(kind=ActorKind.SERVICE_ACCOUNT, scopes=MANAGE), False),
        (Actor(kind=USER, scopes=MANAGE), True),
        (Actor(kind=USER, scopes=frozenset({Scope.PUBLISH})), False),
        (Actor(kind=USER, scopes=MANAGE, bound_group_id="one"), False),
    ],
)
def test_who_may_change_the_own_password(actor: Actor, *, allowed: bool) -> None:
    assert isinstance(can_change_own_password(actor), Allowed) is allowed
