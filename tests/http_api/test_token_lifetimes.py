"""How long do access tokens live that are made with a token, with a password?"""

from datetime import datetime, timedelta

import pytest

from service.clock import system_clock
from tests.factories.identities import exchange, person
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


def test_a_token_makes_none_that_outlives_it(world: World) -> None:
    alice = world.user()
    world.group("acme", owner=alice)
    client = world.client(alice)  # for a day
    own_end = client.get("/access-tokens").json["items"][0]["expires_at"]
    machines = "/groups/acme/service-accounts"
    client.post(machines, json={"name": "ci"})
    body = {"name": "t", "scopes": ["read"]}

    issued = [
        client.post(path, json={**body, **days}).json["access_token"]["expires_at"]
        for path in ("/access-tokens", f"{machines}/ci/access-tokens")
        for days in ({}, {"days": 365})
    ]

    assert issued == [own_end] * 4


def test_a_token_makes_one_that_ends_sooner(world: World) -> None:
    ends = system_clock() + timedelta(days=30)
    client = world.client(world.user(), expires_at=ends)

    issued = client.post("/access-tokens", json={"name": "t", "scopes": ["read"], "days": 2})

    found = datetime.fromisoformat(issued.json["access_token"]["expires_at"])
    assert timedelta(days=1) < found - system_clock() <= timedelta(days=2)


def test_a_password_gives_all_the_time_there_is(world: World) -> None:
    person(world, "alice")

    issued = exchange(world, "alice", days=365)

    found = datetime.fromisoformat(issued.json["access_token"]["expires_at"])
    assert found - system_clock() > timedelta(days=364)
