"""Does the audit keep what happened, and from whom does it keep it?"""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from service.audit.models import AuditEvent, AuditIsAppendOnly
from service.authorization import Role, Scope
from service.groups.models import Visibility
from tests.factories.identities import audited, machine
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases


def test_an_event_says_who_did_what_in_which_request(world: World) -> None:
    client = world.client(alice := world.user("alice"))

    client.post(
        "/groups",
        json={"name": "acme", "display_name": "Acme"},
        headers={"X-Request-ID": "the-request"},
    )
    event = world.admin().get("/audit-events").json["items"][0]

    assert (event["action"], event["subject"]) == ("group.created", "acme")
    assert (event["actor_kind"], event["actor_id"]) == ("user", alice.id)
    assert (event["request_id"], event["client_address"]) == ("the-request", "127.0.0.1")
    assert event["token_id"] is not None


def test_a_change_that_came_to_nothing_leaves_no_event(world: World) -> None:
    client = world.client(alice := world.user("alice"))
    world.group("acme", owner=alice)

    client.put("/groups/acme/members/nobody", json={"role": "reader"})
    client.delete("/groups/acme/members/alice")

    assert audited(world) == []


def test_events_are_read_newest_first_and_by_filter(world: World) -> None:
    alice, bob = world.user("alice"), world.user("bob")
    for user, name in ((alice, "one"), (bob, "two"), (alice, "three")):
        world.client(user).post("/groups", json={"name": name, "display_name": name})
    admin = world.admin()

    first = admin.get("/audit-events?limit=2").json
    second = admin.get(f"/audit-events?limit=2&cursor={first['next_cursor']}").json
    of_alice = admin.get("/audit-events?actor=alice&action=group.created").json["items"]
    of_none = admin.get("/audit-events?action=group.deleted").json["items"]

    subjects = [event["subject"] for event in first["items"] + second["items"]]
    assert subjects == ["three", "two", "one"]
    assert [event["subject"] for event in of_alice] == ["three", "one"]
    assert of_none == []


def test_owners_read_what_was_done_in_their_group_only(world: World) -> None:
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.group("zoo", owner=alice)
    client = world.client(alice)
    client.patch("/groups/zoo", json={"display_name": "Z"}, headers={"If-Match": "*"})
    machine(world, client, acme, role=Role.READER)

    events = client.get("/groups/acme/audit-events").json["items"]

    assert [event["action"] for event in events] == [
        "access_token.created",
        "service_account.created",
    ]


def test_who_may_read_the_audit(world: World) -> None:
    owner, maintainer = world.user(), world.user()
    world.group("acme", visibility=Visibility.PUBLIC, owner=owner, maintainer=maintainer)
    world.group("hidden", owner=world.user())
    admin_who_is_a_user_now = world.client(world.user(is_admin=True), Scope.MANAGE)
    callers = [
        world.anonymous(),
        world.client(),
        world.client(maintainer),
        world.client(owner, Scope.READ),
        admin_who_is_a_user_now,
        world.admin(),
    ]

    of_group = [caller.get("/groups/acme/audit-events").status_code for caller in callers]
    of_all = [caller.get("/audit-events").status_code for caller in callers]
    of_hidden = world.client(owner).get("/groups/hidden/audit-events").status_code

    assert of_group == [401, 403, 403, 200, 403, 200]
    assert of_all == [401, 403, 403, 403, 403, 200]
    assert of_hidden == 404


def test_the_database_refuses_to_change_or_remove_events(backend: str, world: World) -> None:
    world.client(world.user("alice")).post("/groups", json={"name": "a", "display_name": "A"})
    attempts = ["UPDATE audit_events SET actor_name = 'nobody'", "DELETE FROM audit_events"]
    if backend == "postgresql":
        attempts.append("TRUNCATE audit_events")

    for attempt in attempts:
        with pytest.raises(DBAPIError, match="append-only"), world.units.writing() as work:
            work.session.execute(text(attempt))

    assert audited(world) == [("alice", "group.created", "a")]


def test_code_that_tries_is_stopped_before_the_database(world: World) -> None:
    world.client(world.user()).post("/groups", json={"name": "a", "display_name": "A"})

    with world.units.reading() as work:
        changed = work.session.get_one(AuditEvent, 1)
        changed.actor_name = "nobody"
        with pytest.raises(AuditIsAppendOnly):
            work.session.flush()
    with world.units.reading() as work:
        removed = work.session.get_one(AuditEvent, 1)
        work.session.delete(removed)
        with pytest.raises(AuditIsAppendOnly):
            work.session.flush()

    assert len(audited(world)) == 1


def test_without_its_triggers_the_table_could_be_changed(backend: str, world: World) -> None:
    """Show that it is the triggers that hold, and nothing else."""
    world.client(world.user()).post("/groups", json={"name": "a", "display_name": "A"})
    drop = (
        "DROP TRIGGER audit_events_no_delete"
        if backend == "sqlite"
        else "DROP TRIGGER audit_events_append_only ON audit_events"
    )

    with world.units.reading() as work:  # which takes everything back at its end
        work.session.execute(text(drop))
        work.session.execute(text("DELETE FROM audit_events"))
        left = work.session.execute(text("SELECT count(*) FROM audit_events")).scalar_one()

    assert left == 0


def test_details_hold_no_secret(world: World) -> None:
    client = world.client(alice := world.user())
    acme = world.group("acme", owner=alice)
    ci = machine(world, client, acme)
    sent = client.post(
        "/invitations", json={"email": "b@example.com", "group": "acme", "role": "reader"}
    ).json
    assert ci.token is not None

    with world.units.reading() as work:
        stored = str(work.session.execute(AuditEvent.__table__.select()).all())

    assert "access_token.created" in stored
    assert "invitation.created" in stored
    assert [s for s in (ci.token, ci.token[16:48], sent["secret"]) if s in stored] == []


def test_reading_many_events_takes_as_many_statements_as_few(app: Flask, world: World) -> None:
    client, admin = world.client(), world.admin()
    admin.get("/audit-events")
    with statements(app) as few:
        admin.get("/audit-events")
    for number in range(10):
        client.post("/groups", json={"name": f"g{number}", "display_name": "G"})

    with statements(app) as many:
        admin.get("/audit-events?limit=100")

    assert len(many) == len(few)


def test_every_surface_of_the_audit_is_for_reading(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if "audit" in rule.rule]

    methods = {method for rule in rules for method in rule.methods or ()}

    assert len(rules) == 2
    assert methods == {"GET", "HEAD", "OPTIONS"}
