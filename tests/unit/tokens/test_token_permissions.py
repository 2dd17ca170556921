"""Is nothing made that could do more than what made it?"""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.authorization import Actor, ActorKind, Allowed, Denied, Role, Scope
from service.service_accounts.models import ServiceAccount
from service.tokens.permissions import can_create_account_token, can_create_token

SCOPE_SETS = [
    frozenset(chosen)
    for chosen in chain.from_iterable(combinations(Scope, size) for size in (1, 2, 3, 4))
]
IDS = st.sampled_from(["one", "two"])


@st.composite
def users(draw: st.DrawFn) -> Actor:
    """Any user with any credentials."""
    group_id = draw(st.none() | IDS)
    return Actor(
        kind=ActorKind.USER,
        id="user",
        is_admin=draw(st.booleans()),
        scopes=draw(st.sampled_from(SCOPE_SETS)),
        roles={"one": Role.OWNER},
        bound_group_id=group_id,
        bound_api_id=draw(st.none() | IDS) if group_id else None,
    )


@given(users(), st.sampled_from(SCOPE_SETS), st.none() | IDS, st.none() | IDS)
def test_an_allowed_token_holds_no_right_that_its_maker_lacks(
    maker: Actor, scopes: frozenset[Scope], group_id: str | None, api_id: str | None
) -> None:
    decision = can_create_token(maker, scopes=scopes, group_id=group_id, api_id=api_id)

    made = Actor(
        kind=maker.kind,
        id=maker.id,
        is_admin=maker.is_admin,
        scopes=scopes,
        roles=maker.roles,
        bound_group_id=group_id,
        bound_api_id=api_id,
    )
    gains = [scope for scope in Scope if made.has_scope(scope) and not maker.has_scope(scope)]
    reaches_further = any(
        made.has_role(group, Role.READER) and not maker.has_role(group, Role.READER)
        for group in ("one", "two")
    )
    if isinstance(decision, Allowed):
        assert gains == []
        assert not reaches_further
        assert made.acts_as_admin() <= maker.acts_as_admin()
        assert maker.bound_api_id in {None, api_id}


def test_a_manager_may_make_what_is_less() -> None:
    maker = Actor(kind=ActorKind.USER, id="user", scopes=frozenset({Scope.MANAGE}))

    decision = can_create_token(maker, scopes=[Scope.READ], group_id="one", api_id=None)

    assert decision == Allowed()


@pytest.mark.parametrize("kind", [k for k in ActorKind if k is not ActorKind.USER])
def test_only_users_make_tokens_for_themselves(kind: ActorKind) -> None:
    maker = Actor(kind=kind, id="x", is_admin=True, scopes=frozenset(Scope))

    decision = can_create_token(maker, scopes=[Scope.READ], group_id=None, api_id=None)

    assert isinstance(decision, Denied)


def test_a_machine_makes_no_tokens_for_machines_even_as_an_owner() -> None:
    machine = Actor(
        kind=ActorKind.SERVICE_ACCOUNT,
        id="machine",
        scopes=frozenset({Scope.MANAGE}),
        roles={"one": Role.OWNER},
    )
    account = ServiceAccount(group_id="one", name="ci", role=Role.PUBLISHER)

    decision = can_create_account_token(machine, account, scopes=[Scope.READ])

    assert isinstance(decision, Denied)


def test_a_machine_is_given_no_power_over_the_instance() -> None:
    owner = Actor(
        kind=ActorKind.USER,
        id="user",
        is_admin=True,
        scopes=frozenset({Scope.ADMIN}),
        roles={"one": Role.OWNER},
    )
    account = ServiceAccount(group_id="one", name="ci", role=Role.PUBLISHER)

    allowed = can_create_account_token(owner, account, scopes=[Scope.MANAGE])
    refused = can_create_account_token(owner, account, scopes=[Scope.READ, Scope.ADMIN])

    assert allowed == Allowed()
    assert isinstance(refused, Denied)
