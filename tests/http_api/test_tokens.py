"""Do access tokens keep their promises over HTTP?"""

import json
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import text

from service.authorization import Scope
from service.clock import system_clock
from service.groups.models import Visibility
from service.tables import METADATA
from tests.at_once import at_once
from tests.factories.identities import PASSWORD, audited, exchange, leave, person, token_id
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases

OWNER_ONLY = {"json": {"display_name": "B"}, "headers": {"If-Match": "*"}}


def everything_stored(world: World) -> str:
    """Return all rows of all tables as one text."""
    with world.units.reading() as work:
        rows = [
            str(row)
            for table in METADATA.sorted_tables
            for row in work.session.execute(table.select())
        ]
    return "\n".join(rows)


def test_a_token_says_who_holds_it_and_what_counts_with_it(world: World) -> None:
    alice = world.user("alice")
    world.group("zoo", reader=alice)
    acme = world.group("acme", owner=alice)
    orders = world.api(acme, "orders")

    free = world.client(alice, Scope.PUBLISH).get("/me").json
    bound = world.client(alice, Scope.READ, group_id=acme.id, api_id=orders.id).get("/me").json

    roles = [(m["group"], m["role"]) for m in free["memberships"]]
    assert (free["kind"], free["name"], free["scopes"]) == ("user", "alice", ["publish"])
    assert (free["group"], free["api"], roles) == (
        None,
        None,
        [("acme", "owner"), ("zoo", "reader")],
    )
    assert (bound["group"], bound["api"]) == ("acme", "orders")
    assert bound["memberships"] == [{"group": "acme", "role": "owner"}]


def test_a_password_is_exchanged_for_a_token_that_works(world: World) -> None:
    person(world, "alice")

    answer = exchange(world, "alice", name="laptop", days=3)
    caller = world.anonymous()
    caller.token = answer.json["token"]

    issued = answer.json["access_token"]
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (issued["name"], issued["scopes"], issued["group"]) == ("laptop", ["manage"], None)
    assert caller.get("/me").json["name"] == "alice"
    assert audited(world)[0] == ("alice", "access_token.created", "laptop")


def test_who_signs_in_wrongly_learns_nothing(app: Flask, world: World) -> None:
    person(world, "alice")
    person(world, "gone", is_active=False)
    world.user("without-password")
    answers, counts = [], []

    for name in ("nobody", "alice", "gone", "without-password"):
        password = PASSWORD if name == "gone" else "wrong password"
        with statements(app) as sent:
            answers.append(exchange(world, name, password))
        counts.append(len(sent))

    bodies = [
        {key: value for key, value in answer.json["error"].items() if key != "request_id"}
        for answer in answers
    ]
    assert [answer.status_code for answer in answers] == [401] * 4
    assert bodies == [bodies[0]] * 4
    assert bodies[0]["code"] == "invalid_credentials"
    assert counts == [counts[0]] * 4


def test_the_scope_admin_is_for_administrators_who_ask_for_it(world: World) -> None:
    person(world, "alice")
    person(world, "root", is_admin=True)

    refused = exchange(world, "alice", scopes=["admin"])
    unasked = exchange(world, "root").json
    asked = exchange(world, "root", scopes=["admin"]).json

    assert refused.status_code == 403
    assert unasked["access_token"]["scopes"] == ["manage"]
    assert asked["access_token"]["scopes"] == ["admin"]


def test_nothing_stored_authenticates(world: World) -> None:
    alice = person(world, "alice")
    signed_in = exchange(world, "alice").json["token"]
    made = world.client(alice).post(
        "/access-tokens",
        json={"name": "t", "scopes": ["read"]},
        headers={"Idempotency-Key": "a-key-that-is-not-taken"},
    )
    secrets = [signed_in, made.json["token"], PASSWORD]

    stored = everything_stored(world)

    assert "alice" in stored
    assert [secret for secret in secrets if secret in stored or secret[16:48] in stored] == []


def test_a_token_never_makes_one_that_can_do_more(world: World) -> None:
    alice = world.user("alice", is_admin=True)
    acme, zoo = world.group("acme", owner=alice), world.group("zoo", owner=alice)
    orders = world.api(acme, "orders")
    unbound = {"name": "t", "scopes": ["read"]}
    wishes = [
        (world.client(alice, Scope.PUBLISH), unbound),
        (world.client(alice, Scope.MANAGE), {**unbound, "scopes": ["read", "admin"]}),
        (world.client(alice, group_id=acme.id), unbound),
        (world.client(alice, group_id=acme.id), {**unbound, "group": "zoo"}),
        (world.client(alice, group_id=acme.id, api_id=orders.id), {**unbound, "group": "acme"}),
        (world.client(alice, group_id=acme.id, api_id=orders.id), unbound),
    ]

    answers = [client.post("/access-tokens", json=wish) for client, wish in wishes]

    # zoo is private: for a token bound to acme it does not exist
    assert [answer.status_code for answer in answers] == [403, 403, 403, 404, 403, 403]
    assert zoo.visibility is Visibility.PRIVATE


def test_a_token_makes_one_that_can_do_less(world: World) -> None:
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.api(acme, "orders")
    body = {"name": "ci", "scopes": ["publish"], "group": "acme", "api": "orders", "days": 30}
    client = world.client(alice, group_id=acme.id, expires_at=system_clock() + timedelta(days=60))

    answer = client.post("/access-tokens", json=body)

    issued = answer.json["access_token"]
    assert answer.status_code == 201
    assert (issued["scopes"], issued["group"], issued["api"]) == (["publish"], "acme", "orders")
    assert issued["expires_at"][:10] == str((system_clock() + timedelta(days=30)).date())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"days": 366}, "days"),
        ({"days": 0}, "days"),
        ({"api": "orders"}, "group"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["root"]}, "scopes"),
        ({"user_id": "x"}, "user_id"),
    ],
)
def test_an_impossible_wish_is_refused(world: World, change: dict[str, object], field: str) -> None:
    body = {"name": "t", "scopes": ["read"], **change}

    answer = world.client().post("/access-tokens", json=body)

    assert answer.status_code == 400
    assert list(answer.json["error"]["details"]["json"]) == [field]


def test_own_tokens_are_listed_without_secrets(world: World) -> None:
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.token(world.user("bob"))
    world.token(alice, name="gone", expires_at=system_clock() - timedelta(days=1))
    bound = world.client(alice, Scope.READ, name="bound", group_id=acme.id)
    free = world.client(alice, Scope.READ, name="free")

    listed = free.get("/access-tokens").json["items"]
    active = free.get("/access-tokens?state=active").json["items"]
    ended = free.get("/access-tokens?state=ended").json["items"]
    by_bound = bound.get("/access-tokens").json["items"]

    assert [token["name"] for token in listed] == ["free", "bound", "gone"]
    assert [token["name"] for token in active] == ["free", "bound"]
    assert [token["name"] for token in ended] == ["gone"]
    assert [(token["name"], token["group"]) for token in by_bound] == [("bound", "acme")]
    assert free.token is not None
    assert listed[0]["lookup"] in free.token
    assert free.token[16:48] not in json.dumps(listed)


def test_listing_many_tokens_takes_as_many_statements_as_few(app: Flask, world: World) -> None:
    alice = world.user("alice")
    client = world.client(alice, Scope.READ)
    client.get("/access-tokens")
    with statements(app) as few:
        client.get("/access-tokens")
    for number in range(10):
        world.token(alice, group_id=world.group(f"group-of-{number}", owner=alice).id)

    with statements(app) as many:
        client.get("/access-tokens?limit=100")

    assert len(many) == len(few)


def test_the_tokens_of_others_do_not_exist_except_for_administrators(world: World) -> None:
    alice = world.user("alice")
    path = f"/access-tokens/{token_id(world, world.token(alice))}"
    bob, admin = world.client(), world.admin()

    by_bob = [bob.get(path).status_code, bob.delete(path).status_code]
    by_admin = [admin.get(path).status_code, admin.delete(path).status_code]

    assert (by_bob, by_admin) == ([404, 404], [200, 204])


def test_a_revoked_token_ends_at_once_and_for_good(world: World) -> None:
    client = world.client(alice := world.user("alice"))
    victim = world.client(alice, name="victim")
    assert victim.token is not None
    path = f"/access-tokens/{token_id(world, victim.token)}"

    before = victim.get("/me").status_code
    answers = [client.delete(path).status_code for _ in range(2)]
    after = victim.get("/me").status_code

    assert (before, answers, after) == (200, [204, 204], 401)
    assert [event for event in audited(world) if event[1] == "access_token.revoked"] == [
        ("alice", "access_token.revoked", "victim")
    ]


def test_of_many_revocations_at_once_one_is_audited(world: World) -> None:
    client = world.client(alice := world.user("alice"))
    path = f"/access-tokens/{token_id(world, world.token(alice))}"

    answers = at_once([partial(client.delete, path)] * 6)

    assert {answer.status_code for answer in answers} == {204}
    assert len([event for event in audited(world) if event[1] == "access_token.revoked"]) == 1


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer bnd_",
        "Basic YWxpY2U6c2VjcmV0",
        "Bearer bnd_" + "0" * 50,
        "Bearer " + "x" * 5000,
    ],
)
def test_what_is_no_token_is_told_apart_by_nothing(world: World, header: str) -> None:
    expired = world.token(world.user(), expires_at=system_clock() - timedelta(seconds=1))
    caller = world.anonymous()

    answer = caller.get("/me", headers={"Authorization": header})
    of_expired = caller.get("/me", headers={"Authorization": f"Bearer {expired}"})

    assert [answer.status_code, of_expired.status_code] == [401, 401]
    assert answer.json["error"]["message"] == of_expired.json["error"]["message"]
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="bindery"'


def test_a_mistyped_token_is_refused_without_asking_the_database(app: Flask, world: World) -> None:
    good = world.token(world.user())
    mistyped = good[:20] + ("A" if good[20] != "A" else "B") + good[21:]

    with statements(app) as sent:
        answer = world.anonymous().get("/me", headers={"Authorization": f"Bearer {mistyped}"})

    assert (answer.status_code, sent) == (401, [])


def test_whoever_finds_a_token_can_end_it(world: World) -> None:
    leaked = world.client(world.user("alice"), name="leaked")
    stranger = world.anonymous()

    answers = [
        stranger.post("/access-tokens/leak-reports", json={"token": found}).status_code
        for found in (f" {leaked.token}\n", leaked.token, "bnd_unknown", "x")
    ]

    assert answers == [204] * 4
    assert leaked.get("/me").status_code == 401
    assert [event for event in audited(world) if "leaked" in event[1]] == [
        ("anonymous", "access_token.leaked", "leaked")
    ]


def test_who_leaves_a_group_keeps_no_right_in_it(world: World) -> None:
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    clients = [world.client(alice), world.client(alice, group_id=acme.id)]

    before = [client.patch("/groups/acme", **OWNER_ONLY).status_code for client in clients]
    leave(world, alice, acme)
    after = [client.patch("/groups/acme", **OWNER_ONLY).status_code for client in clients]

    assert (before, after) == ([200, 200], [404, 404])


def test_a_bound_token_works_nowhere_else(world: World) -> None:
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.group("zoo", owner=alice)
    world.group("hall", visibility=Visibility.INTERNAL, owner=alice)
    orders, billing = world.api(acme, "orders"), world.api(acme, "billing")
    to_group = world.client(alice, group_id=acme.id)
    to_api = world.client(alice, group_id=acme.id, api_id=orders.id)

    group_statuses = [
        to_group.get(f"/groups/{name}").status_code for name in ("acme", "zoo", "hall")
    ]
    api_statuses = [
        to_api.patch(f"/groups/acme/apis/{api.name}", **OWNER_ONLY).status_code
        for api in (orders, billing)
    ]

    assert group_statuses == [200, 404, 404]
    assert api_statuses == [200, 404]
    assert to_api.patch("/groups/acme", **OWNER_ONLY).status_code == 403


def test_the_last_use_is_noted(world: World) -> None:
    alice = world.user("alice")
    client = world.client(alice, Scope.READ)
    assert client.token is not None
    path = f"/access-tokens/{token_id(world, client.token)}"

    client.get("/me")

    assert client.get(path).json["last_used_at"] is not None


def test_a_hash_that_was_made_with_other_parameters_is_renewed(world: World) -> None:
    person(world, "alice")
    outdated = "$argon2id$v=19$m=8,t=1,p=1$"
    query = text("SELECT password_hash FROM users WHERE username = 'alice'")
    with world.units.writing() as work:
        from argon2 import PasswordHasher  # noqa: PLC0415 - this test alone goes round our own

        weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        work.session.execute(text("UPDATE users SET password_hash = :weak"), {"weak": weak})

    answer = exchange(world, "alice")
    with world.units.reading() as work:
        renewed = str(work.session.scalar(query))

    assert weak.startswith(outdated)
    assert answer.status_code == 201
    assert renewed.startswith("$argon2id$v=19$m=64,t=1,p=1$")
    assert exchange(world, "alice").status_code == 201
