"""Do the rules about groups hold when callers are many, greedy or late?"""

from collections import Counter
from datetime import UTC, datetime
from functools import partial
from types import MappingProxyType

import pytest
from flask import Flask
from sqlalchemy import delete, select

from service.apis.models import Api
from service.apis.repository import ApiRepository
from service.audit.models import AuditEvent
from service.authorization import SYSTEM, Scope
from service.errors import NotFound
from service.groups.models import Group, Visibility
from service.groups.repository import GroupRepository
from service.groups.use_cases import create_group
from tests.at_once import at_once
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases

ANY = MappingProxyType({"If-Match": "*"})


def test_a_group_with_apis_cannot_be_deleted(world: World) -> None:
    group = world.group("acme", owner=(user := world.user()))
    world.api(group, "orders")
    client = world.client(user)

    refused = client.delete("/groups/acme", headers=ANY)
    client.delete("/groups/acme/apis/orders", headers=ANY)
    deleted = client.delete("/groups/acme", headers=ANY)

    assert (refused.status_code, refused.json["error"]["code"]) == (409, "group_not_empty")
    assert deleted.status_code == 204
    assert client.get("/groups/acme").status_code == 404


def test_a_group_goes_with_its_members_and_policy_but_not_its_audit(world: World) -> None:
    client = world.client(owner := world.user("olga"))
    world.group("acme", owner=owner, reader=world.user())
    client.put("/groups/acme/policy", json={"mode": "enforce"}, headers=ANY)

    client.delete("/groups/acme", headers=ANY)
    client.post("/groups", json={"name": "acme", "display_name": "Acme"})

    members = client.get("/groups/acme/members").json["items"]
    assert [member["username"] for member in members] == ["olga"]
    assert client.get("/groups/acme/policy").json["own"]["mode"] is None
    with world.units.reading() as work:
        actions = [event.action for event in work.session.scalars(select(AuditEvent))]
    assert sorted(actions) == ["group.created", "group.deleted", "policy.set"]


def test_of_many_who_create_the_same_group_one_succeeds(world: World) -> None:
    clients = [world.client() for _ in range(6)]
    body = {"name": "acme", "display_name": "Acme"}

    answers = at_once([partial(client.post, "/groups", json=body) for client in clients])

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 5}


def test_a_member_can_be_set_again_but_a_stranger_not_removed(world: World) -> None:
    world.group("acme")
    world.user("olga")
    admin = world.admin()

    made = admin.put("/groups/acme/members/olga", json={"role": "owner"})
    again = admin.put("/groups/acme/members/olga", json={"role": "owner"})
    nobody = admin.delete("/groups/acme/members/someone-else")

    assert [made.status_code, again.status_code, nobody.status_code] == [200, 200, 404]


def test_what_is_created_while_its_group_is_deleted_meets_no_fault(world: World) -> None:
    world.group("acme", owner=(owner := world.user()))
    world.user("olga")
    client = world.client(owner)
    api = {"name": "orders", "display_name": "Orders"}

    answers = at_once(
        [
            partial(client.delete, "/groups/acme", headers=ANY),
            partial(client.post, "/groups/acme/apis", json=api),
            partial(client.put, "/groups/acme/members/olga", json={"role": "reader"}),
            partial(client.put, "/groups/acme/policy", json={"mode": "warn"}, headers=ANY),
        ]
    )

    assert {answer.status_code for answer in answers} <= {200, 201, 204, 404, 409, 412}


def test_of_two_owners_who_remove_each_other_one_stays(world: World) -> None:
    first, second = world.user("first"), world.user("second")
    world.group("acme", owner=first)
    world.client(first).put("/groups/acme/members/second", json={"role": "owner"})
    clients = {"second": world.client(first), "first": world.client(second)}

    answers = at_once(
        [partial(client.delete, f"/groups/acme/members/{name}") for name, client in clients.items()]
    )

    members = world.admin().get("/groups/acme/members").json["items"]
    assert [member["role"] for member in members] == ["owner"]
    assert 204 in {answer.status_code for answer in answers}
    assert {answer.status_code for answer in answers} <= {204, 403, 404, 409}


def test_many_who_make_the_same_user_a_member_all_succeed(world: World) -> None:
    world.group("acme", owner=(owner := world.user()))
    world.user("newcomer")
    client = world.client(owner)
    path = "/groups/acme/members/newcomer"

    answers = at_once([partial(client.put, path, json={"role": "reader"})] * 6)

    assert Counter(answer.status_code for answer in answers) == {200: 6}
    assert len(client.get("/groups/acme/members").json["items"]) == 2


@pytest.mark.parametrize("field", ["quota_apis", "quota_versions", "quota_bytes"])
def test_quotas_take_what_they_promise_to_take(world: World, field: str) -> None:
    world.group("acme")
    admin = world.admin()

    largest = admin.patch("/groups/acme", json={field: 10**15}, headers=ANY)
    too_large = admin.patch("/groups/acme", json={field: 10**15 + 1}, headers=ANY)
    none = admin.patch("/groups/acme", json={field: 0}, headers=ANY)

    assert [largest.status_code, too_large.status_code, none.status_code] == [200, 400, 400]
    assert admin.get("/groups/acme").json[field] == 10**15


def test_owners_do_not_raise_their_own_quotas(world: World) -> None:
    world.group("acme", owner=(owner := world.user()))

    answer = world.client(owner).patch("/groups/acme", json={"quota_apis": 9}, headers=ANY)

    assert (answer.status_code, answer.json["error"]["code"]) == (403, "not_permitted")


def test_an_administrator_with_a_lesser_token_is_a_user_like_any_other(world: World) -> None:
    world.group("acme", visibility=Visibility.PUBLIC)
    chief = world.user(is_admin=True)
    change = {"json": {"display_name": "Mine"}, "headers": ANY}

    lesser = world.client(chief, Scope.MANAGE).patch("/groups/acme", **change)
    full = world.client(chief, Scope.ADMIN).patch("/groups/acme", **change)

    assert [lesser.status_code, full.status_code] == [403, 200]


def test_a_change_that_changes_nothing_leaves_no_trace(world: World) -> None:
    world.group("acme", owner=(owner := world.user()))
    client = world.client(owner)
    before = client.get("/groups/acme").headers["ETag"]

    answer = client.patch("/groups/acme", json={"display_name": "Acme"}, headers=ANY)

    with world.units.reading() as work:
        assert list(work.session.scalars(select(AuditEvent))) == []
    assert answer.headers["ETag"] == before


def test_a_group_that_the_operator_creates_has_no_members(world: World) -> None:
    values = {"name": "acme", "display_name": "Acme", "visibility": Visibility.PUBLIC}

    with world.units.writing() as work:
        create_group(work, SYSTEM, values=values)

    assert world.admin().get("/groups/acme/members").json["items"] == []


@pytest.mark.parametrize("size", [1, 20])
def test_lists_cost_as_many_statements_for_twenty_as_for_one(
    app: Flask, world: World, size: int
) -> None:
    group = world.group("group-1", owner=(owner := world.user("user-1")))
    client = world.client(owner, last_used_at=datetime.now(tz=UTC))
    for number in range(2, size + 1):
        world.group(f"group-{number}", owner=owner)
        world.user(f"user-{number}")
        client.put(f"/groups/{group.name}/members/user-{number}", json={"role": "reader"})

    with statements(app) as for_groups:
        groups = client.get("/groups")
    with statements(app) as for_members:
        members = client.get(f"/groups/{group.name}/members")

    assert [len(groups.json["items"]), len(members.json["items"])] == [size, size]
    assert [len(for_groups), len(for_members)] == [4, 5]


def test_who_waited_for_a_lock_and_comes_too_late_finds_nothing(world: World) -> None:
    group = world.group("acme")
    api = world.api(group, "orders")

    with world.units.writing() as work:
        loaded = ApiRepository(work.session).get_visible(group.name, api.name, SYSTEM)
        work.session.execute(delete(Api))
        work.session.execute(delete(Group))

        with pytest.raises(NotFound):
            ApiRepository(work.session).lock(loaded)
        with pytest.raises(NotFound):
            GroupRepository(work.session).lock(loaded.group)


def test_groups_are_listed_by_visibility(world: World) -> None:
    for visibility in Visibility:
        world.group(f"{visibility}-one", visibility=visibility)

    listed = world.admin().get("/groups?visibility=internal").json["items"]

    assert [group["name"] for group in listed] == ["internal-one"]
