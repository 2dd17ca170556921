"""Does every list of people, groups, tokens and what they did find its rows by an index?"""

import pytest
from flask import Flask

from service.authorization import Scope
from tests.factories.identities import machine
from tests.factories.world import Client, World
from tests.query_plans import engine_of, plan_of, reads_all_of, recorded, sorts

pytestmark = pytest.mark.both_databases

TABLES = (
    "users",
    "access_tokens",
    "invitations",
    "service_accounts",
    "groups",
    "memberships",
    "apis",
    "approvals",
    "audit_events",
)
OF_OWNERS = (
    "/access-tokens",
    "/access-tokens?state=active",
    "/access-tokens?state=ended",
    "/invitations",
    "/invitations?state=open",
    "/groups",
    "/groups?visibility=private",
    "/groups/acme",
    "/groups/acme/members",
    "/groups/acme/service-accounts",
    "/groups/acme/service-accounts/ci",
    "/groups/acme/service-accounts/ci/access-tokens",
    "/groups/acme/service-accounts/ci/access-tokens?state=active",
    "/groups/acme/apis",
    "/groups/acme/apis/orders",
    "/groups/acme/apis/orders/approvals",
    "/groups/acme/apis/orders/approvals?in_force=true",
    "/groups/acme/audit-events",
    "/groups/acme/audit-events?action=group.created",
    "/groups/acme/audit-events?actor=alice",
)
OF_ADMINISTRATORS = (
    "/users",
    "/users?is_active=true&is_admin=false",
    "/users/alice",
    "/groups",
    "/groups?visibility=public",
    "/invitations",
    "/invitations?state=expired",
    "/audit-events",
    "/audit-events?action=group.created",
    "/audit-events?actor=alice",
    "/audit-events?action=group.created&actor=alice",
)


@pytest.fixture
def owner(world: World) -> Client:
    """Return the owner of acme, which has of everything some."""
    alice = world.user("alice")
    acme = world.group("acme", owner=alice, reader=world.user("bob"))
    world.api(acme, "orders")
    world.api(acme, "billing")
    client = world.client(alice)
    machine(world, client, acme)
    for number in range(2):
        body = {"email": f"{number}@a.example", "group": "acme", "role": "reader"}
        client.post("/invitations", json=body)
    return client


def bad_plans(app: Flask, client: Client, path: str) -> list[str]:
    """Return the plans behind a request that read a table from end to end, or sort.

    Who asks for everything may read everything, in order, until the page is full.
    """
    engine = engine_of(app)
    with recorded(engine, TABLES) as seen:
        assert client.get(path).status_code == 200
    plans = [(statement, plan_of(engine, statement, values)) for statement, values in seen]
    assert plans != []
    return [
        plan
        for statement, plan in plans
        if ("WHERE" in statement and reads_all_of(plan, TABLES)) or sorts(plan)
    ]


@pytest.mark.parametrize("path", OF_OWNERS)
def test_what_owners_list_is_read_in_the_order_of_an_index(
    app: Flask, owner: Client, path: str
) -> None:
    assert bad_plans(app, owner, path) == []


@pytest.mark.parametrize("path", OF_ADMINISTRATORS)
def test_what_administrators_list_is_read_in_the_order_of_an_index(
    app: Flask, world: World, owner: Client, path: str
) -> None:
    assert owner.get("/me").status_code == 200

    assert bad_plans(app, world.admin(), path) == []


@pytest.mark.parametrize("path", ["/audit-events", "/invitations", "/users", "/groups/acme/apis"])
def test_second_pages_are_found_by_index_too(
    app: Flask, world: World, owner: Client, path: str
) -> None:
    client = world.client(world.user("root", is_admin=True), Scope.ADMIN)
    assert owner.get("/me").status_code == 200
    cursor = client.get(f"{path}?limit=1").json["next_cursor"]
    assert cursor is not None

    assert bad_plans(app, client, f"{path}?limit=1&cursor={cursor}") == []


def test_the_control_a_filter_without_an_index_is_noticed(app: Flask) -> None:
    engine = engine_of(app)

    plan = plan_of(
        engine, "SELECT id FROM audit_events WHERE subject = 'x' ORDER BY client_address", ()
    )

    assert reads_all_of(plan, TABLES) == ["audit_events"]
    assert sorts(plan)
