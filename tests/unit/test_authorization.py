"""Are scopes, roles and bindings narrowed as they say?"""

from types import MappingProxyType

import pytest

from service.authorization import (
    ANONYMOUS,
    SYSTEM,
    Actor,
    ActorKind,
    Allowed,
    Denied,
    Role,
    Scope,
    decide_in_group,
    decide_in_instance,
    require,
)
from service.errors import NotAuthenticated, NotPermitted

GROUP, OTHER, API = "group-1", "group-2", "api-1"


def member(role: Role, scope: Scope = Scope.MANAGE, **values: str) -> Actor:
    """Return a user with a role in the group."""
    return Actor(
        kind=ActorKind.USER,
        id="user-1",
        name="alice",
        scopes=frozenset({scope}),
        roles=MappingProxyType({GROUP: role}),
        **values,  # type: ignore[arg-type]  # the bindings, all of them texts
    )


def administrator(scope: Scope = Scope.ADMIN, **values: str) -> Actor:
    """Return an administrator of the instance."""
    return Actor(
        kind=ActorKind.USER,
        id="user-2",
        name="root",
        is_admin=True,
        scopes=frozenset({scope}),
        **values,  # type: ignore[arg-type]  # the bindings, all of them texts
    )


def may(
    actor: Actor, *, role: Role = Role.READER, group: str = GROUP, api: str | None = None
) -> bool:
    """Whether the actor may do what asks for the role and the scope `manage`."""
    decision = decide_in_group(actor, group, role=role, scope=Scope.MANAGE, api_id=api)
    return decision == Allowed()


@pytest.mark.parametrize("held", Scope)
@pytest.mark.parametrize("asked", Scope)
def test_a_scope_includes_the_ones_before_it(held: Scope, asked: Scope) -> None:
    order = [Scope.READ, Scope.PUBLISH, Scope.MANAGE, Scope.ADMIN]

    assert held.includes(asked) is (order.index(held) >= order.index(asked))


@pytest.mark.parametrize("held", Role)
@pytest.mark.parametrize("asked", Role)
def test_a_role_includes_the_ones_before_it(held: Role, asked: Role) -> None:
    order = [Role.READER, Role.PUBLISHER, Role.MAINTAINER, Role.OWNER]

    assert may(member(held), role=asked) is (order.index(held) >= order.index(asked))


def test_a_role_counts_in_its_group_only() -> None:
    assert not may(member(Role.OWNER), group=OTHER)


def test_a_token_with_too_little_scope_does_not_help_an_owner() -> None:
    assert not may(member(Role.OWNER, Scope.PUBLISH))


def test_a_token_bound_to_another_group_counts_nowhere_else() -> None:
    assert not may(member(Role.OWNER, bound_group_id=OTHER))
    assert may(member(Role.OWNER, bound_group_id=GROUP))


def test_a_token_bound_to_an_api_counts_for_that_api_only() -> None:
    actor = member(Role.OWNER, bound_group_id=GROUP, bound_api_id=API)

    assert [may(actor, api=api) for api in (API, "api-2", None)] == [True, False, False]


def test_an_administrator_may_everywhere_unless_the_token_is_bound_or_too_small() -> None:
    assert may(administrator(), role=Role.OWNER, group=OTHER)
    assert not may(administrator(Scope.READ), group=OTHER)
    assert not may(administrator(bound_group_id=GROUP), group=OTHER)


def test_the_instance_is_for_administrators_with_the_scope_for_it() -> None:
    assert decide_in_instance(administrator()) == Allowed()
    assert decide_in_instance(SYSTEM) == Allowed()
    for actor in (administrator(Scope.MANAGE), member(Role.OWNER, Scope.ADMIN), ANONYMOUS):
        assert isinstance(decide_in_instance(actor), Denied)


def test_nobody_is_asked_to_sign_in_and_somebody_is_told_why_not() -> None:
    with pytest.raises(NotAuthenticated):
        require(ANONYMOUS, Denied("because"))
    with pytest.raises(NotPermitted, match="because"):
        require(member(Role.READER), Denied("because"))


def test_what_is_allowed_raises_nothing() -> None:
    require(ANONYMOUS, Allowed())


def test_an_actor_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        member(Role.READER).roles[OTHER] = Role.OWNER  # type: ignore[index]  # what is tested
