"""Do invitations keep their promises over HTTP?"""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from service.authorization import Scope
from service.invitations.models import Invitation
from tests.at_once import at_once
from tests.factories.identities import OTHER_PASSWORD, audited, exchange, person
from tests.factories.world import Client, World
from tests.statements import statements

pytestmark = pytest.mark.both_databases

TO_ACME = {"email": "Bob@Example.com", "group": "acme", "role": "publisher"}


def invite(owner: Client, **change: Any) -> Any:
    """Send an invitation; return the answer's body."""
    return owner.post("/invitations", json={**TO_ACME, **change}).json


def accept(world: World, secret: str, username: str = "bob", **change: Any) -> Any:
    """Try to accept an invitation; return the response."""
    body = {"secret": secret, "username": username, "password": OTHER_PASSWORD, **change}
    return world.anonymous().post("/invitations/accept", json=body)


@pytest.fixture
def owner(world: World) -> Client:
    """Return the owner of the group acme."""
    alice = world.user("alice")
    world.group("acme", owner=alice)
    return world.client(alice)


def test_who_accepts_is_a_member_and_can_sign_in(world: World, owner: Client) -> None:
    sent = invite(owner)

    accepted = accept(world, sent["secret"], display_name="Bob B.")

    bob = accepted.json
    assert sent["link"] == f"http://localhost/invitations/{sent['secret']}"
    assert sent["invitation"]["invited_by"] == "alice"
    assert accepted.status_code == 201
    assert (bob["username"], bob["email"], bob["display_name"], bob["is_admin"]) == (
        "bob", "bob@example.com", "Bob B.", False
    )  # fmt: skip
    assert exchange(world, "bob", OTHER_PASSWORD).status_code == 201
    members = owner.get("/groups/acme/members").json["items"]
    assert ("bob", "publisher") in [(m["username"], m["role"]) for m in members]
    assert ("bob", "invitation.accepted", "bob@example.com") in audited(world)


def test_a_secret_is_good_once(world: World, owner: Client) -> None:
    secret = invite(owner)["secret"]

    answers = [accept(world, secret, name) for name in ("bob", "rob")]

    assert [answer.status_code for answer in answers] == [201, 409]
    assert answers[1].json["error"]["code"] == "invitation_not_usable"


def test_of_two_who_accept_at_once_one_comes_in(world: World, owner: Client) -> None:
    secret = invite(owner)["secret"]

    answers = at_once([partial(accept, world, secret, f"bob-{number}") for number in range(4)])

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert len(world.admin().get("/users?is_admin=false").json["items"]) == 2


def test_a_secret_that_cannot_be_used_tells_nothing(world: World, owner: Client) -> None:
    revoked, expired, used = (invite(owner) for _ in range(3))
    owner.delete(f"/invitations/{revoked['invitation']['id']}")
    _expire(world, expired["invitation"]["id"])
    accept(world, used["secret"])
    secrets = [revoked["secret"], expired["secret"], used["secret"], "x" * 43]

    answers = [accept(world, secret, "rob") for secret in secrets]

    assert [answer.status_code for answer in answers] == [409] * 4
    assert len({answer.json["error"]["message"] for answer in answers}) == 1


def test_an_invitation_is_worth_what_its_sender_may_do_now(world: World) -> None:
    callers: dict[str, Any] = {}
    for name in ("leaver", "demoted", "deactivated", "stays"):
        user = world.user(name)
        world.group(name, owner=user)
        callers[name] = invite(world.client(user), email=f"{name}@a.example", group=name)["secret"]
    root = world.user("root", is_admin=True)
    by_root = invite(world.client(root, Scope.ADMIN), group=None, role=None)["secret"]
    admin = world.admin()
    for group in ("leaver", "demoted"):
        admin.put(f"/groups/{group}/members/root", json={"role": "owner"})
    admin.delete("/groups/leaver/members/leaver")
    admin.put("/groups/demoted/members/demoted", json={"role": "maintainer"})
    admin.patch("/users/deactivated", json={"is_active": False}, headers={"If-Match": "*"})
    admin.patch("/users/root", json={"is_admin": False}, headers={"If-Match": "*"})

    answers = {name: accept(world, secret, f"by-{name}") for name, secret in callers.items()}
    answers["root"] = accept(world, by_root, "by-root")

    assert {name: answer.status_code for name, answer in answers.items()} == {
        "leaver": 409,
        "demoted": 409,
        "deactivated": 409,
        "stays": 201,
        "root": 409,
    }


def test_whoever_fails_to_accept_can_try_again(world: World, owner: Client) -> None:
    secret = invite(owner)["secret"]

    weak = accept(world, secret, password="too short")  # noqa: S106 - that is the point
    taken = accept(world, secret, "alice")
    good = accept(world, secret)

    assert [weak.status_code, taken.status_code, good.status_code] == [400, 409, 201]
    assert (weak.json["error"]["code"], taken.json["error"]["code"]) == (
        "weak_password",
        "username_taken",
    )


def test_one_address_makes_one_user(world: World, owner: Client) -> None:
    secrets = [invite(owner)["secret"] for _ in range(2)]
    accept(world, secrets[0], "bob")

    answer = accept(world, secrets[1], "rob")

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "email_taken")


def test_two_who_want_one_name_at_once_get_one_user(world: World, owner: Client) -> None:
    secrets = [invite(owner, email=f"{n}@example.com")["secret"] for n in ("bob", "rob")]

    answers = at_once([partial(accept, world, secret, "bob") for secret in secrets])

    assert sorted(answer.status_code for answer in answers) == [201, 409]


def test_only_owners_invite_and_only_to_their_group(world: World, owner: Client) -> None:
    maintainer = world.user("mia")
    owner.put("/groups/acme/members/mia", json={"role": "maintainer"})
    callers = [
        (world.anonymous(), TO_ACME),
        (world.client(maintainer), TO_ACME),
        (world.client(), TO_ACME),
        (owner, {"email": "bob@example.com"}),
    ]

    answers = [caller.post("/invitations", json=body) for caller, body in callers]

    assert [answer.status_code for answer in answers] == [401, 403, 404, 403]


def test_an_administrator_invites_to_the_instance_alone(world: World) -> None:
    sent = invite(world.admin(), group=None, role=None)

    accepted = accept(world, sent["secret"])

    assert (accepted.status_code, sent["invitation"]["group"]) == (201, None)


@pytest.mark.parametrize(
    "change",
    [{"role": None}, {"group": None}, {"email": "bob"}, {"email": "a@b\n.org"}, {"email": "a@b"}],
)
def test_an_impossible_invitation_is_refused(owner: Client, change: dict[str, str | None]) -> None:
    answer = owner.post("/invitations", json={**TO_ACME, **change})

    assert answer.status_code == 400


def test_owners_see_and_revoke_the_invitations_to_their_groups_only(
    world: World, owner: Client
) -> None:
    mine = invite(owner)["invitation"]
    mallory = world.user()
    world.group("evil", owner=mallory)
    other = world.client(mallory)
    theirs = invite(other, group="evil")["invitation"]

    listed = owner.get("/invitations").json["items"]
    across = owner.delete(f"/invitations/{theirs['id']}")
    of_all = world.admin().get("/invitations").json["items"]

    assert [invitation["id"] for invitation in listed] == [mine["id"]]
    assert across.status_code == 404
    assert {invitation["id"] for invitation in of_all} == {mine["id"], theirs["id"]}
    assert world.client(world.user(), Scope.MANAGE).get("/invitations").json["items"] == []


def test_invitations_are_told_by_state(world: World, owner: Client) -> None:
    sent = [invite(owner, email=f"{number}@example.com") for number in range(4)]
    ids = [body["invitation"]["id"] for body in sent]
    accept(world, sent[1]["secret"])
    owner.delete(f"/invitations/{ids[2]}")
    _expire(world, ids[3])

    by_state = {
        state: [item["id"] for item in owner.get(f"/invitations?state={state}").json["items"]]
        for state in ("open", "accepted", "revoked", "expired")
    }

    assert by_state == {
        "open": [ids[0]],
        "accepted": [ids[1]],
        "revoked": [ids[2]],
        "expired": [ids[3]],
    }


def test_the_secret_is_not_stored(world: World, owner: Client) -> None:
    secret = invite(owner)["secret"]

    with world.units.reading() as work:
        stored = work.session.execute(Invitation.__table__.select()).all()

    assert len(stored) == 1
    assert secret not in str(stored)


def test_listing_many_invitations_takes_as_many_statements_as_few(
    app: Flask, owner: Client
) -> None:
    invite(owner)
    with statements(app) as few:
        owner.get("/invitations")
    for number in range(10):
        invite(owner, email=f"{number}@example.com")

    with statements(app) as many:
        owner.get("/invitations?limit=100")

    assert len(many) == len(few)


def _expire(world: World, invitation_id: str) -> None:
    with world.units.writing() as work:
        long_ago: datetime = work.now - timedelta(days=30)
        work.session.execute(
            update(Invitation).where(Invitation.id == invitation_id).values(expires_at=long_ago)
        )


def test_a_person_without_invitation_does_not_get_in(world: World) -> None:
    person(world, "alice")

    answer = world.anonymous().post("/users", json={"username": "bob"})

    assert answer.status_code == 405
