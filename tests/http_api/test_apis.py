"""Do APIs keep their promises over HTTP?"""

from collections import Counter
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from service.audit.models import AuditEvent
from service.authorization import Scope
from service.groups.models import Visibility
from service.unit_of_work import UnitsOfWork
from tests.at_once import at_once
from tests.factories.world import Client, World
from tests.statements import statements

pytestmark = pytest.mark.both_databases

ORDERS = {"name": "orders", "display_name": "Orders"}


def audit_rows(units: UnitsOfWork) -> list[tuple[str, str]]:
    """Return what was done to what, in order."""
    with units.reading() as work:
        rows = work.session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        return [(row.action, row.subject) for row in rows]


@pytest.fixture
def maintainer(world: World) -> Client:
    """Return a maintainer of the private group `acme`."""
    world.group("acme", owner=world.user(), maintainer=(user := world.user("mary")))
    return world.client(user)


def test_a_maintainer_creates_reads_changes_and_deletes_an_api(
    maintainer: Client, units: UnitsOfWork
) -> None:
    created = maintainer.post("/groups/acme/apis", json=ORDERS)
    read = maintainer.get("/groups/acme/apis/orders")
    changed = maintainer.patch(
        "/groups/acme/apis/orders",
        json={"description": "New."},
        headers={"If-Match": read.headers["ETag"]},
    )
    deleted = maintainer.delete(
        "/groups/acme/apis/orders", headers={"If-Match": changed.headers["ETag"]}
    )
    gone = maintainer.get("/groups/acme/apis/orders")

    assert [created.status_code, read.status_code, changed.status_code] == [201, 200, 200]
    assert created.json == read.json
    assert {
        name: value for name, value in read.json.items() if name not in {"id", "created_at"}
    } == {
        "group": "acme",
        "name": "orders",
        "display_name": "Orders",
        "description": "",
    }
    assert changed.json == {**read.json, "description": "New."}
    assert [deleted.status_code, gone.status_code] == [204, 404]
    assert audit_rows(units) == [
        ("api.created", "acme/orders"),
        ("api.changed", "acme/orders"),
        ("api.deleted", "acme/orders"),
    ]


def test_a_change_that_changes_nothing_leaves_tag_and_audit_alone(
    maintainer: Client, units: UnitsOfWork
) -> None:
    created = maintainer.post("/groups/acme/apis", json=ORDERS)

    answer = maintainer.patch(
        "/groups/acme/apis/orders", json={"display_name": "Orders"}, headers={"If-Match": "*"}
    )

    assert answer.headers["ETag"] == created.headers["ETag"]
    assert audit_rows(units) == [("api.created", "acme/orders")]


def test_a_stale_change_or_deletion_is_refused(maintainer: Client) -> None:
    etag = maintainer.post("/groups/acme/apis", json=ORDERS).headers["ETag"]
    path = "/groups/acme/apis/orders"
    maintainer.patch(path, json={"display_name": "A"}, headers={"If-Match": etag})

    change = maintainer.patch(path, json={"display_name": "B"}, headers={"If-Match": etag})
    deletion = maintainer.delete(path, headers={"If-Match": etag})
    without = maintainer.delete(path)

    assert [change.status_code, deletion.status_code, without.status_code] == [412, 412, 428]
    assert maintainer.get(path).json["display_name"] == "A"


def test_an_unchanged_api_is_not_sent_again(maintainer: Client) -> None:
    etag = maintainer.post("/groups/acme/apis", json=ORDERS).headers["ETag"]

    answer = maintainer.get("/groups/acme/apis/orders", headers={"If-None-Match": etag})

    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", etag)


def test_names_that_differ_only_in_punctuation_are_twins_within_a_group(
    world: World, maintainer: Client
) -> None:
    other = world.group("other", maintainer=(user := world.user()))
    world.api(other, "orders-v2")
    maintainer.post("/groups/acme/apis", json={**ORDERS, "name": "orders-v2"})

    twin = maintainer.post("/groups/acme/apis", json={**ORDERS, "name": "orders_v2"})
    elsewhere = world.client(user).post("/groups/other/apis", json=ORDERS)

    assert (twin.status_code, twin.json["error"]["code"]) == (409, "name_taken")
    assert twin.json["error"]["details"] == {"name": "orders-v2"}
    assert elsewhere.status_code == 201


def test_of_many_who_create_the_same_api_one_succeeds(world: World, maintainer: Client) -> None:
    callers = [world.client(world.user(is_admin=True), Scope.ADMIN) for _ in range(6)]

    answers = at_once([partial(c.post, "/groups/acme/apis", json=ORDERS) for c in callers])

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 5}
    assert len(maintainer.get("/groups/acme/apis").json["items"]) == 1


def test_the_quota_holds_and_says_how_much_is_used(world: World, maintainer: Client) -> None:
    world.admin().patch("/groups/acme", json={"quota_apis": 1}, headers={"If-Match": "*"})

    first = maintainer.post("/groups/acme/apis", json=ORDERS)
    second = maintainer.post("/groups/acme/apis", json={**ORDERS, "name": "stock"})

    assert [first.status_code, second.status_code] == [201, 409]
    assert second.json["error"]["code"] == "quota_exceeded"
    assert second.json["error"]["details"] == {"quota": "quota_apis", "limit": 1, "used": 1}


def test_many_creations_at_once_do_not_exceed_the_quota(world: World, maintainer: Client) -> None:
    world.admin().patch("/groups/acme", json={"quota_apis": 3}, headers={"If-Match": "*"})
    bodies = [{**ORDERS, "name": f"orders-{number}"} for number in range(8)]

    answers = at_once([partial(maintainer.post, "/groups/acme/apis", json=b) for b in bodies])

    assert Counter(answer.status_code for answer in answers) == {201: 3, 409: 5}
    assert len(maintainer.get("/groups/acme/apis").json["items"]) == 3


class TestWithALowInstanceQuota:
    """What holds where the group has no quota of its own?"""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        """Let groups have one API."""
        return {"quota_apis": 1}

    def test_the_settings_quota_holds_for_groups_without_their_own(
        self, maintainer: Client
    ) -> None:
        first = maintainer.post("/groups/acme/apis", json=ORDERS)
        second = maintainer.post("/groups/acme/apis", json={**ORDERS, "name": "stock"})

        assert [first.status_code, second.status_code] == [201, 409]


def test_an_api_with_versions_cannot_be_deleted(world: World, maintainer: Client) -> None:
    group = world.group("shop", maintainer=(user := world.user()))
    world.version(world.api(group, "orders"), "1.0.0")
    client = world.client(user)

    answer = client.delete("/groups/shop/apis/orders", headers={"If-Match": "*"})

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "api_not_empty")
    assert client.get("/groups/shop/apis/orders").status_code == 200
    assert maintainer.get("/groups/shop/apis/orders").status_code == 404


def test_an_api_goes_with_its_policy_and_approvals(maintainer: Client) -> None:
    path = "/groups/acme/apis/orders"
    maintainer.post("/groups/acme/apis", json=ORDERS)
    maintainer.put(f"{path}/policy", json={"mode": "enforce"}, headers={"If-Match": "*"})
    maintainer.post(f"{path}/approvals", json={"fingerprint": "ab" * 16, "reason": "Agreed."})

    deleted = maintainer.delete(path, headers={"If-Match": "*"})
    maintainer.post("/groups/acme/apis", json=ORDERS)

    assert deleted.status_code == 204
    assert maintainer.get(f"{path}/approvals").json["items"] == []
    assert maintainer.get(f"{path}/policy").json["own"]["mode"] is None


def test_apis_are_listed_by_name_in_pages(world: World) -> None:
    group = world.group("acme", visibility=Visibility.PUBLIC)
    for name in ("c", "a", "e", "b", "d"):
        world.api(group, name)
    world.api(world.group("other", visibility=Visibility.PUBLIC), "f")
    caller = world.anonymous()

    first = caller.get("/groups/acme/apis?limit=3").json
    second = caller.get(f"/groups/acme/apis?limit=3&cursor={first['next_cursor']}").json

    assert [api["name"] for api in first["items"]] == ["a", "b", "c"]
    assert [api["name"] for api in second["items"]] == ["d", "e"]
    assert second["next_cursor"] is None


@pytest.mark.parametrize("size", [1, 20])
def test_a_list_costs_as_many_statements_for_twenty_as_for_one(
    app: Flask, world: World, size: int
) -> None:
    group = world.group("acme", visibility=Visibility.PUBLIC)
    for _ in range(size):
        world.api(group)
    caller = world.anonymous()

    with statements(app) as sent:
        answer = caller.get("/groups/acme/apis")

    assert len(answer.json["items"]) == size
    assert len(sent) == 2


def test_an_api_of_a_hidden_group_does_not_exist(world: World) -> None:
    world.api(world.group("acme", owner=world.user()), "orders")
    stranger = world.client()

    listed = stranger.get("/groups/acme/apis")
    read = stranger.get("/groups/acme/apis/orders")
    created = stranger.post("/groups/acme/apis", json=ORDERS)

    assert [listed.status_code, read.status_code, created.status_code] == [404, 404, 404]


def test_a_token_bound_to_one_api_sees_the_others_as_a_stranger_would(world: World) -> None:
    group = world.group("acme", maintainer=(user := world.user()))
    bound_to, other = world.api(group, "orders"), world.api(group, "stock")
    client = world.client(user, Scope.MANAGE, group_id=group.id, api_id=bound_to.id)
    change = {"json": {"description": "x"}, "headers": {"If-Match": "*"}}

    own = client.patch(f"/groups/acme/apis/{bound_to.name}", **change)
    foreign = client.patch(f"/groups/acme/apis/{other.name}", **change)
    created = client.post("/groups/acme/apis", json={**ORDERS, "name": "third"})
    listed = client.get("/groups/acme/apis")

    assert [own.status_code, foreign.status_code, created.status_code] == [200, 404, 403]
    assert [api["name"] for api in listed.json["items"]] == ["orders"]


def test_fields_that_are_not_the_callers_to_set_are_refused(maintainer: Client) -> None:
    answer = maintainer.post("/groups/acme/apis", json={**ORDERS, "group_id": "x", "id": "y"})

    assert answer.status_code == 400
    assert sorted(answer.json["error"]["details"]["json"]) == ["group_id", "id"]
