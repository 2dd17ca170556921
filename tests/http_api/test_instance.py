"""Does the instance tell what runs here and how much there is?"""

from importlib.metadata import version

import pytest
from flask import Flask

from service.authorization import Scope
from service.openapi_diff import RULESET_DIGEST
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases


def test_everybody_can_ask_what_runs_here(world: World) -> None:
    answer = world.anonymous().get("/instance")

    assert answer.status_code == 200
    assert answer.json["version"] == version("bindery")
    assert answer.json["ruleset_digest"] == RULESET_DIGEST
    assert answer.json["document"] == "/openapi.json"


def test_an_administrator_learns_how_much_there_is(world: World) -> None:
    alice = world.user("alice")
    api = world.api(world.group("acme", owner=alice))
    world.version(api)
    world.client(alice).post("/groups", json={"name": "zoo", "display_name": "Zoo"})
    admin = world.admin()

    counts = admin.get("/instance/statistics").json

    assert counts == {
        "users": 2,
        "active_users": 2,
        "active_administrators": 1,
        "open_invitations": 0,
        "active_access_tokens": 2,
        "service_accounts": 0,
        "groups": 2,
        "apis": 1,
        "versions": 1,
        "documents": 1,
        "document_bytes": len(b'{"openapi":"3.1.0"}'),
        "audit_events": 1,
    }


def test_counting_takes_one_statement(app: Flask, world: World) -> None:
    admin = world.admin()
    admin.get("/me")
    with statements(app) as of_me:
        admin.get("/me")

    with statements(app) as of_statistics:
        admin.get("/instance/statistics")

    # both ask who it is; the one then asks for names, the other for the counts
    assert len(of_statistics) == len(of_me)


def test_statistics_are_for_administrators(world: World) -> None:
    callers = [
        world.anonymous(),
        world.client(),
        world.client(world.user(is_admin=True), Scope.MANAGE),
        world.client(world.user(), Scope.ADMIN),
    ]

    statuses = [caller.get("/instance/statistics").status_code for caller in callers]

    assert statuses == [401, 403, 403, 403]
