"""Do groups and memberships keep their promises over HTTP?"""

import pytest

from service.authorization import Scope
from service.groups.models import Visibility
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


def test_who_creates_a_group_owns_it(world: World) -> None:
    alice = world.user("alice")
    client = world.client(alice)

    created = client.post("/groups", json={"name": "acme", "display_name": "Acme"})
    members = client.get("/groups/acme/members")

    assert created.status_code == 201
    assert created.json["visibility"] == "private"
    assert [(m["username"], m["role"]) for m in members.json["items"]] == [("alice", "owner")]


def test_a_private_group_does_not_exist_for_strangers(world: World) -> None:
    world.group("acme", owner=world.user())

    answer = world.client().get("/groups/acme")

    assert answer.status_code == 404
    assert answer.json["error"]["code"] == "not_found"


def test_names_that_differ_only_in_punctuation_are_twins(world: World) -> None:
    client = world.client()
    client.post("/groups", json={"name": "acme-shop", "display_name": "Acme"})

    answer = client.post("/groups", json={"name": "acme.shop", "display_name": "Acme"})

    assert answer.status_code == 409
    assert answer.json["error"]["code"] == "name_taken"


def test_the_hidden_twin_of_a_name_is_not_named(world: World) -> None:
    world.group("big-secret", owner=world.user())

    answer = world.client().post("/groups", json={"name": "big.secret", "display_name": "Big"})

    error = answer.json["error"]
    assert (answer.status_code, error["details"]) == (409, {"name": "big.secret"})
    assert error["message"] == "The name 'big.secret' is taken."


def test_a_stale_change_is_refused(world: World) -> None:
    client = world.client(alice := world.user())
    world.group("acme", owner=alice)
    etag = client.get("/groups/acme").headers["ETag"]

    first = client.patch("/groups/acme", json={"display_name": "A"}, headers={"If-Match": etag})
    second = client.patch("/groups/acme", json={"display_name": "B"}, headers={"If-Match": etag})
    without = client.patch("/groups/acme", json={"display_name": "C"})

    assert [first.status_code, second.status_code, without.status_code] == [200, 412, 428]
    assert client.get("/groups/acme").json["display_name"] == "A"


def test_the_last_owner_stays(world: World) -> None:
    client = world.client(alice := world.user("alice"))
    world.group("acme", owner=alice)

    demoted = client.put("/groups/acme/members/alice", json={"role": "reader"})
    removed = client.delete("/groups/acme/members/alice")

    assert [demoted.status_code, removed.status_code] == [409, 409]
    assert demoted.json["error"]["code"] == "last_owner"


def test_a_read_token_cannot_change_anything(world: World) -> None:
    alice = world.user()
    world.group("acme", owner=alice)

    answer = world.client(alice, Scope.READ).patch(
        "/groups/acme", json={"display_name": "B"}, headers={"If-Match": "*"}
    )

    assert answer.status_code == 403
    assert answer.json["error"]["code"] == "insufficient_scope"


def test_groups_are_listed_in_pages_and_only_those_that_may_be_seen(world: World) -> None:
    for number in range(5):
        world.group(f"public-{number}", visibility=Visibility.PUBLIC)
    world.group("private-one")
    caller = world.anonymous()

    first = caller.get("/groups?limit=3").json
    second = caller.get(f"/groups?limit=3&cursor={first['next_cursor']}").json

    names = [group["name"] for group in first["items"] + second["items"]]
    assert names == [f"public-{number}" for number in range(5)]
    assert second["next_cursor"] is None


def test_a_repeated_creation_with_the_same_key_answers_the_same(world: World) -> None:
    client = world.client()
    headers = {"Idempotency-Key": "create-acme"}
    body = {"name": "acme", "display_name": "Acme"}

    first = client.post("/groups", json=body, headers=headers)
    second = client.post("/groups", json=body, headers=headers)
    other = client.post("/groups", json={**body, "display_name": "B"}, headers=headers)

    assert [first.status_code, second.status_code] == [201, 201]
    assert first.json == second.json
    assert second.headers["Idempotency-Replayed"] == "true"
    assert other.json["error"]["code"] == "idempotency_key_reused"
