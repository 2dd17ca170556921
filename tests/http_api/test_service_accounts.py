"""Do the machines of a group keep their promises over HTTP?"""

import pytest
from flask import Flask

from service.authorization import Role, Scope
from service.groups.models import Membership, Visibility
from tests.factories.identities import audited, leave, machine
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases

ACCOUNTS = "/groups/acme/service-accounts"
TOKENS = f"{ACCOUNTS}/ci/access-tokens"
ANY_REVISION = {"If-Match": "*"}


def test_a_machine_acts_with_its_role_in_its_group(world: World) -> None:
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.group("zoo", owner=alice)

    ci = machine(world, world.client(alice), acme, role=Role.PUBLISHER)

    me = ci.get("/me").json
    assert (me["kind"], me["name"], me["is_admin"]) == ("service_account", "ci", False)
    assert me["memberships"] == [{"group": "acme", "role": "publisher"}]
    assert [ci.get(f"/groups/{name}").status_code for name in ("acme", "zoo")] == [200, 404]
    assert ci.get(ACCOUNTS).status_code == 403
    assert ci.post("/groups", json={"name": "own", "display_name": "Own"}).status_code == 403


def test_owners_keep_the_accounts_of_their_group(world: World) -> None:
    client = world.client(alice := world.user("alice"))
    world.group("acme", owner=alice)

    created = client.post(ACCOUNTS, json={"name": "ci", "description": "Main branch"})
    taken = client.post(ACCOUNTS, json={"name": "ci"})
    read = client.get(f"{ACCOUNTS}/ci")
    etag = {"If-Match": read.headers["ETag"]}
    changed = client.patch(f"{ACCOUNTS}/ci", json={"role": "reader"}, headers=etag)
    stale = client.patch(f"{ACCOUNTS}/ci", json={"role": "publisher"}, headers=etag)
    listed = client.get(ACCOUNTS).json["items"]
    deleted = client.delete(f"{ACCOUNTS}/ci", headers=ANY_REVISION)

    assert [created.status_code, taken.status_code] == [201, 409]
    assert taken.json["error"]["code"] == "name_taken"
    assert created.headers["ETag"] == read.headers["ETag"]
    assert (created.json["role"], changed.json["role"]) == ("publisher", "reader")
    assert stale.status_code == 412
    assert [account["name"] for account in listed] == ["ci"]
    assert (deleted.status_code, client.get(f"{ACCOUNTS}/ci").status_code) == (204, 404)
    actions = [action for _, action, _ in audited(world)]
    assert [action for action in actions if action.startswith("service_account")] == [
        "service_account.created",
        "service_account.changed",
        "service_account.deleted",
    ]


@pytest.mark.parametrize("role", ["reader", "publisher", "maintainer"])
def test_lesser_members_do_not_manage_machines(world: World, role: str) -> None:
    owner, member = world.user(), world.user()
    acme = world.group("acme", owner=owner)
    owners = world.client(owner)
    owners.put(f"/groups/acme/members/{member.username}", json={"role": role})
    machine(world, owners, acme)
    client = world.client(member)

    answers = [
        client.get(ACCOUNTS),
        client.post(ACCOUNTS, json={"name": "mine"}),
        client.patch(f"{ACCOUNTS}/ci", json={"role": "maintainer"}, headers=ANY_REVISION),
        client.delete(f"{ACCOUNTS}/ci", headers=ANY_REVISION),
        client.get(TOKENS),
        client.post(TOKENS, json={"name": "t", "scopes": ["read"]}),
    ]

    assert [answer.status_code for answer in answers] == [403] * 6


def test_the_owner_of_one_group_has_no_hand_in_another(world: World) -> None:
    alice, mallory = world.user(), world.user()
    acme = world.group("acme", visibility=Visibility.PUBLIC, owner=alice)
    world.group("evil", owner=mallory)
    machine(world, world.client(alice), acme)
    issued = world.client(alice).get(TOKENS).json["items"][0]["id"]
    client = world.client(mallory)
    client.post("/groups/evil/service-accounts", json={"name": "ci"})

    across = client.delete(f"/groups/evil/service-accounts/ci/access-tokens/{issued}")
    direct = client.delete(f"{TOKENS}/{issued}")
    as_own = client.delete(f"/access-tokens/{issued}")

    assert [across.status_code, direct.status_code, as_own.status_code] == [404, 403, 404]


def test_a_machine_gets_no_token_that_its_maker_could_not_use(world: World) -> None:
    alice = world.user(is_admin=True)
    acme = world.group("acme", owner=alice)
    orders = world.api(acme, "orders")
    machine(world, world.client(alice), acme)
    body = {"name": "t", "scopes": ["read"]}

    by_reader = world.client(alice, Scope.READ).post(TOKENS, json=body)
    by_bound_to_api = world.client(alice, group_id=acme.id, api_id=orders.id).post(
        TOKENS, json=body
    )
    with_admin = world.client(alice, Scope.ADMIN).post(TOKENS, json={**body, "scopes": ["admin"]})

    statuses = [by_reader.status_code, by_bound_to_api.status_code, with_admin.status_code]
    assert statuses == [403, 403, 403]


def test_a_machine_mints_no_tokens_itself(world: World) -> None:
    alice = world.user()
    ci = machine(world, world.client(alice), world.group("acme", owner=alice), role=Role.MAINTAINER)

    own = ci.post("/access-tokens", json={"name": "t", "scopes": ["read"]})
    listed = ci.get("/access-tokens").json["items"]

    assert own.status_code == 403
    assert [token["name"] for token in listed] == ["test"]


def test_no_machine_is_an_owner(world: World) -> None:
    client = world.client(alice := world.user())
    acme = world.group("acme", owner=alice)

    created = client.post(ACCOUNTS, json={"name": "boss", "role": "owner"})
    machine(world, client, acme)
    changed = client.patch(f"{ACCOUNTS}/ci", json={"role": "owner"}, headers=ANY_REVISION)

    assert [created.status_code, changed.status_code] == [400, 400]
    assert client.get(f"{ACCOUNTS}/ci").json["role"] == "publisher"


def test_a_token_can_be_bound_to_one_api(world: World) -> None:
    alice = world.user()
    acme = world.group("acme", owner=alice)
    world.api(acme, "orders")
    client = world.client(alice)
    client.post(ACCOUNTS, json={"name": "ci"})
    body = {"name": "t", "scopes": ["publish"], "api": "orders"}

    bound = client.post(TOKENS, json=body)
    unknown = client.post(TOKENS, json={**body, "api": "billing"})

    issued = bound.json["access_token"]
    assert (issued["group"], issued["api"]) == ("acme", "orders")
    assert unknown.status_code == 404


def test_a_token_of_a_machine_is_revoked_by_any_owner(world: World) -> None:
    alice, olga = world.user(), world.user("olga")
    acme = world.group("acme", owner=alice)
    with world.units.writing() as work:
        work.session.add(
            Membership(group_id=acme.id, user_id=olga.id, role=Role.OWNER, created_at=work.now)
        )
    ci = machine(world, world.client(alice), acme)
    olgas = world.client(olga)
    issued = olgas.get(TOKENS).json["items"][0]["id"]

    answer = olgas.delete(f"{TOKENS}/{issued}")

    assert (answer.status_code, ci.get("/me").status_code) == (204, 401)
    events = olgas.get("/groups/acme/audit-events?action=access_token.revoked").json["items"]
    assert [event["actor_name"] for event in events] == ["olga"]


def test_a_deactivated_machine_is_out_at_once(world: World) -> None:
    alice = world.user()
    client = world.client(alice)
    ci = machine(world, client, world.group("acme", owner=alice))

    client.patch(f"{ACCOUNTS}/ci", json={"is_active": False}, headers=ANY_REVISION)
    off = ci.get("/me").status_code
    client.patch(f"{ACCOUNTS}/ci", json={"is_active": True}, headers=ANY_REVISION)
    on = ci.get("/me").status_code

    assert (off, on) == (401, 200)


def test_a_machine_goes_with_its_group_and_stays_when_its_maker_leaves(world: World) -> None:
    alice, olga = world.user(), world.user()
    acme, zoo = world.group("acme", owner=alice), world.group("zoo", owner=olga)
    with world.units.writing() as work:
        work.session.add(
            Membership(group_id=acme.id, user_id=olga.id, role=Role.OWNER, created_at=work.now)
        )
    of_acme = machine(world, world.client(alice), acme)
    of_zoo = machine(world, world.client(olga), zoo)

    leave(world, alice, acme)
    deleted = world.client(olga).delete("/groups/zoo", headers=ANY_REVISION)

    assert deleted.status_code == 204
    assert [of_acme.get("/me").status_code, of_zoo.get("/me").status_code] == [200, 401]


def test_an_owner_token_can_give_no_role_that_was_lost(world: World) -> None:
    alice, olga = world.user(), world.user()
    acme = world.group("acme", owner=olga, maintainer=alice)

    answer = world.client(alice).post(
        f"/groups/{acme.name}/service-accounts", json={"name": "ci", "role": "maintainer"}
    )

    assert answer.status_code == 403


def test_listing_many_accounts_takes_as_many_statements_as_few(app: Flask, world: World) -> None:
    alice = world.user()
    client = world.client(alice)
    machine(world, client, world.group("acme", owner=alice))
    with statements(app) as few:
        client.get(ACCOUNTS)
    for number in range(10):
        client.post(ACCOUNTS, json={"name": f"ci-{number}"})

    with statements(app) as many:
        client.get(f"{ACCOUNTS}?limit=100")

    assert len(many) == len(few)
