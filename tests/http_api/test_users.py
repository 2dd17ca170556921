"""Do users and their passwords keep their promises over HTTP?"""

from functools import partial

import pytest
from flask import Flask

from service.authorization import Scope
from tests.at_once import at_once
from tests.factories.identities import OTHER_PASSWORD, PASSWORD, audited, exchange, person
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases


def test_an_administrator_lists_users_by_name(world: World) -> None:
    for name in ("carol", "alice", "bob"):
        world.user(name)
    admin = world.client(world.user("root", is_admin=True), Scope.ADMIN)

    first = admin.get("/users?limit=2").json
    second = admin.get(f"/users?limit=2&cursor={first['next_cursor']}").json
    admins = admin.get("/users?is_admin=true").json

    names = [user["username"] for user in first["items"] + second["items"]]
    assert names == ["alice", "bob", "carol", "root"]
    assert [user["username"] for user in admins["items"]] == ["root"]
    assert first["items"][0].keys() == {
        "id", "username", "email", "display_name", "is_admin", "is_active", "created_at"
    }  # fmt: skip


def test_others_do_not_learn_who_is_a_user(world: World) -> None:
    world.user("alice")
    callers = [world.client(), world.client(world.user(is_admin=True), Scope.MANAGE)]

    answers = [caller.get(f"/users/{name}") for caller in callers for name in ("alice", "nobody")]

    assert [answer.status_code for answer in answers] == [403] * 4
    assert len({answer.json["error"]["message"] for answer in answers}) == 1


def test_an_administrator_changes_a_user(world: World) -> None:
    world.user("alice")
    admin = world.admin()
    read = admin.get("/users/alice")

    changed = admin.patch(
        "/users/alice",
        json={"display_name": "Alice L.", "is_admin": True},
        headers={"If-Match": read.headers["ETag"]},
    )
    stale = admin.patch(
        "/users/alice",
        json={"is_admin": False},
        headers={"If-Match": read.headers["ETag"]},
    )
    without = admin.patch("/users/alice", json={"is_admin": False})

    assert [changed.status_code, stale.status_code, without.status_code] == [200, 412, 428]
    assert (changed.json["display_name"], changed.json["is_admin"]) == ("Alice L.", True)
    assert admin.get("/users/alice").headers["ETag"] == changed.headers["ETag"]


@pytest.mark.parametrize(
    "field", ["id", "username", "email", "password_hash", "revision", "created_at"]
)
def test_what_is_not_offered_for_change_is_refused(world: World, field: str) -> None:
    world.user("alice")

    answer = world.admin().patch("/users/alice", json={field: "x"}, headers={"If-Match": "*"})

    assert answer.status_code == 400
    assert answer.json["error"]["details"] == {"json": {field: ["Unknown field."]}}


@pytest.mark.parametrize("change", [{"is_admin": False}, {"is_active": False}])
def test_the_last_administrator_stays(world: World, change: dict[str, bool]) -> None:
    world.user("gone", is_admin=True)
    admin = world.client(world.user("root", is_admin=True), Scope.ADMIN)
    admin.patch("/users/gone", json={"is_active": False}, headers={"If-Match": "*"})

    answer = admin.patch("/users/root", json=change, headers={"If-Match": "*"})

    assert answer.status_code == 409
    assert answer.json["error"]["code"] == "last_administrator"
    assert admin.get("/users/root").json["is_active"] is True


def test_of_two_administrators_who_oust_each_other_one_remains(world: World) -> None:
    one = world.client(world.user("one", is_admin=True), Scope.ADMIN)
    two = world.client(world.user("two", is_admin=True), Scope.ADMIN)
    change = {"json": {"is_admin": False}, "headers": {"If-Match": "*"}}

    answers = at_once(
        [lambda: one.patch("/users/two", **change), lambda: two.patch("/users/one", **change)]
    )

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses in ([200, 403], [200, 409])


def test_a_deactivated_user_is_out_at_once_and_can_come_back(world: World) -> None:
    alice = person(world, "alice")
    client, admin = world.client(alice), world.admin()
    before = client.get("/me").status_code

    admin.patch("/users/alice", json={"is_active": False}, headers={"If-Match": "*"})
    during = client.get("/me").status_code, exchange(world, "alice").status_code
    admin.patch("/users/alice", json={"is_active": True}, headers={"If-Match": "*"})
    after = client.get("/me").status_code, exchange(world, "alice").status_code

    assert (before, during, after) == (200, (401, 401), (200, 201))


def test_listing_many_users_takes_as_many_statements_as_few(app: Flask, world: World) -> None:
    admin = world.admin()
    admin.get("/users")
    with statements(app) as few:
        admin.get("/users?limit=100")
    for _ in range(20):
        world.user()

    with statements(app) as many:
        admin.get("/users?limit=100")

    assert len(many) == len(few)


def test_a_new_password_replaces_the_old_and_ends_the_other_tokens(world: World) -> None:
    alice = person(world, "alice")
    used, other = world.client(alice), world.client(alice)

    answer = used.put(
        "/me/password", json={"old_password": PASSWORD, "new_password": OTHER_PASSWORD}
    )

    assert answer.status_code == 204
    assert [used.get("/me").status_code, other.get("/me").status_code] == [200, 401]
    assert exchange(world, "alice").status_code == 401
    assert exchange(world, "alice", OTHER_PASSWORD).status_code == 201
    assert ("alice", "user.password_changed", "alice") in audited(world)


def test_who_knows_that_nothing_leaked_can_keep_the_other_tokens(world: World) -> None:
    alice = person(world, "alice")
    used, other = world.client(alice), world.client(alice)
    body = {
        "old_password": PASSWORD,
        "new_password": OTHER_PASSWORD,
        "keep_access_tokens": True,
    }

    used.put("/me/password", json=body)

    assert other.get("/me").status_code == 200


def test_the_old_password_is_asked_for(world: World) -> None:
    client = world.client(person(world, "alice"))

    answer = client.put(
        "/me/password", json={"old_password": OTHER_PASSWORD, "new_password": OTHER_PASSWORD}
    )

    assert answer.status_code == 401
    assert answer.json["error"]["code"] == "invalid_credentials"
    assert exchange(world, "alice").status_code == 201


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short", "Shorter than 12 characters."),
        ("alexandrina-alexandrina", "The same as the user name."),
        ("PasswordPassword", "Too easy to guess."),
        ("aaaaaaaaaaaaaaaaaaab", "Too easy to guess."),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(
    world: World, password: str, reason: str
) -> None:
    client = world.client(person(world, "alexandrina-alexandrina"))

    answer = client.put("/me/password", json={"old_password": PASSWORD, "new_password": password})

    assert answer.status_code == 400
    assert answer.json["error"]["code"] == "weak_password"
    assert reason in answer.json["error"]["details"]["json"]["new_password"]


@pytest.mark.parametrize("password", ["x" * 1025, "\N{SNOWMAN}" * 400])
def test_more_than_1024_bytes_are_never_hashed(world: World, password: str) -> None:
    client = world.client(person(world, "alice"))

    answer = client.put("/me/password", json={"old_password": PASSWORD, "new_password": password})

    assert answer.json["error"]["code"] == "validation_error"


def test_a_narrow_token_cannot_change_the_password(world: World) -> None:
    alice = person(world, "alice")
    group = world.group("acme", owner=alice)
    body = {"old_password": PASSWORD, "new_password": OTHER_PASSWORD}

    by_reader = world.client(alice, Scope.PUBLISH).put("/me/password", json=body)
    by_bound = world.client(alice, group_id=group.id).put("/me/password", json=body)

    assert [by_reader.status_code, by_bound.status_code] == [403, 403]


def test_of_two_new_passwords_at_once_one_wins(world: World) -> None:
    client = world.client(person(world, "alice"))
    bodies = [
        {"old_password": PASSWORD, "new_password": f"{OTHER_PASSWORD} {number}"}
        for number in range(2)
    ]

    answers = at_once([partial(client.put, "/me/password", json=body) for body in bodies])

    assert sorted(answer.status_code for answer in answers) == [204, 401]
