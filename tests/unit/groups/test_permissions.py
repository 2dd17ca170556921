"""Who may create groups and set quotas?"""

import pytest

from service.authorization import (
    ANONYMOUS,
    SYSTEM,
    Actor,
    ActorKind,
    Allowed,
    Denied,
    Scope,
)
from service.groups.permissions import can_create_group, can_set_quotas


def actor(
    kind: ActorKind = ActorKind.USER,
    *,
    scope: Scope = Scope.MANAGE,
    is_admin: bool = False,
    bound_group_id: str | None = None,
) -> Actor:
    """Return somebody with credentials."""
    return Actor(
        kind=kind,
        id="an-id",
        scopes=frozenset({scope}),
        is_admin=is_admin,
        bound_group_id=bound_group_id,
    )


@pytest.mark.parametrize("who", [actor(), actor(scope=Scope.ADMIN), SYSTEM])
def test_users_create_groups(who: Actor) -> None:
    assert can_create_group(who) == Allowed()


@pytest.mark.parametrize(
    "who",
    [
        ANONYMOUS,
        actor(scope=Scope.PUBLISH),
        actor(ActorKind.SERVICE_ACCOUNT),
        actor(bound_group_id="a-group"),
    ],
    ids=["nobody", "lesser token", "machine", "bound token"],
)
def test_others_do_not(who: Actor) -> None:
    assert isinstance(can_create_group(who), Denied)


def test_quotas_are_set_by_administrators_who_use_their_power() -> None:
    decisions = [
        can_set_quotas(actor(is_admin=True, scope=Scope.ADMIN)),
        can_set_quotas(actor(is_admin=True, scope=Scope.MANAGE)),
        can_set_quotas(actor(is_admin=True, scope=Scope.ADMIN, bound_group_id="a-group")),
        can_set_quotas(actor(is_admin=False, scope=Scope.ADMIN)),
    ]

    assert [type(decision) for decision in decisions] == [Allowed, Denied, Denied, Denied]
