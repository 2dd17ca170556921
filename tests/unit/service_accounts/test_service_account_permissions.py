"""Who may manage the machines of a group?"""

import pytest

from service.authorization import Actor, ActorKind, Allowed, Denied, Role, Scope
from service.service_accounts.permissions import can_manage_service_accounts

MANAGE = frozenset({Scope.MANAGE})


def member(role: Role) -> Actor:
    """Return a member of the group `one`."""
    return Actor(kind=ActorKind.USER, scopes=MANAGE, roles={"one": role})


@pytest.mark.parametrize("role", list(Role))
def test_only_owners_manage_machines(role: Role) -> None:
    decision = can_manage_service_accounts(member(role), "one")

    assert isinstance(decision, Allowed) is (role is Role.OWNER)


def test_an_owner_of_another_group_does_not() -> None:
    assert isinstance(can_manage_service_accounts(member(Role.OWNER), "two"), Denied)


def test_an_administrator_does() -> None:
    administrator = Actor(kind=ActorKind.USER, scopes=frozenset({Scope.ADMIN}), is_admin=True)

    assert can_manage_service_accounts(administrator, "one") == Allowed()
