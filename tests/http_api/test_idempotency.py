"""Is a POST with an Idempotency-Key safe to repeat, also at the same moment?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from flask import Flask

from service.app import create_app
from service.authorization import Scope
from service.extensions import database
from service.idempotency.use_cases import ABANDONED_AFTER, Claim, claim_key, forget_expired_keys
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.at_once import at_once
from tests.factories.identities import leave
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases
BODY = {"name": "acme", "display_name": "Acme"}
CLAIM = Claim(scope="s" * 64, key="k", body_digest="d" * 64)
A_DAY = timedelta(hours=24)


def create(client: Client, key: str = "key-1", **values: str) -> Any:
    """Create a group with a key."""
    return client.post("/groups", json={**BODY, **values}, headers={"Idempotency-Key": key})


def test_the_second_answer_is_the_first_with_its_headers(world: World) -> None:
    client = world.client()

    first, second = create(client), create(client)

    assert (second.status_code, second.json) == (201, first.json)
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers


def test_a_replay_carries_its_own_request_id(world: World) -> None:
    client = world.client()
    create(client)

    second = client.post(
        "/groups", json=BODY, headers={"Idempotency-Key": "key-1", "X-Request-ID": "second"}
    )

    assert second.headers["X-Request-ID"] == "second"


def test_a_key_belongs_to_one_body(world: World) -> None:
    client = world.client()
    create(client)

    answer = create(client, display_name="Other")

    assert (answer.status_code, answer.json["error"]["code"]) == (400, "idempotency_key_reused")


def test_a_key_belongs_to_one_caller(world: World) -> None:
    create(world.client())

    answer = create(world.client())

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "name_taken")


def test_who_has_lost_the_right_is_not_told_the_answer_again(world: World) -> None:
    olga, mia = world.user(), world.user()
    acme = world.group("acme", owner=olga, maintainer=mia)
    path, body = "/groups/acme/apis", {"name": "orders", "display_name": "Orders"}
    key = {"Idempotency-Key": "key-1"}
    client, same_rights = world.client(mia), world.client(mia)
    created = client.post(path, json=body, headers=key)
    replayed = same_rights.post(path, json=body, headers=key)
    narrower = world.client(mia, Scope.MANAGE, group_id=world.group("zoo", owner=mia).id)
    leave(world, mia, acme)

    answers = [caller.post(path, json=body, headers=key) for caller in (client, narrower)]

    assert [created.status_code, replayed.status_code] == [201, 201]
    assert replayed.headers["Idempotency-Replayed"] == "true"
    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_refusal_does_not_use_up_the_key(world: World) -> None:
    client = world.client()
    world.group("acme")
    refused = create(client)
    world.admin().delete("/groups/acme", headers={"If-Match": "*"})

    answer = create(client)

    assert [refused.status_code, answer.status_code] == [409, 201]


@pytest.mark.parametrize("key", ["", "k" * 256, "with space", "t\u00e4st"])
def test_a_key_is_up_to_255_visible_ascii_characters(world: World, key: str) -> None:
    answer = create(world.client(), key=key)

    assert answer.status_code == 400
    assert list(answer.json["error"]["details"]["headers"]) == ["Idempotency-Key"]


def test_of_requests_at_the_same_moment_one_creates_and_all_are_told_the_same(
    world: World,
) -> None:
    client = world.client()

    answers = at_once([partial(create, client)] * 8)

    created = [answer for answer in answers if answer.status_code == 201]
    others = {answer.json["error"]["code"] for answer in answers if answer.status_code != 201}
    assert {answer.json["id"] for answer in created} == {create(client).json["id"]}
    assert sum("Idempotency-Replayed" not in answer.headers for answer in created) == 1
    assert others <= {"idempotency_in_flight"}


def test_without_keys_requests_at_the_same_moment_are_told_apart(world: World) -> None:
    client = world.client()

    answers = at_once([partial(client.post, "/groups", json=BODY)] * 8)

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7


def test_a_request_in_flight_is_a_409(units: UnitsOfWork, world: World) -> None:
    del world
    claim_key(units, CLAIM, keep_for=A_DAY)

    with pytest.raises(Exception, match="at work") as refusal:
        claim_key(units, CLAIM, keep_for=A_DAY)

    assert getattr(refusal.value, "code", None) == "idempotency_in_flight"


class TestOverTime:
    """What a clock does to keys."""

    @pytest.fixture
    def now(self) -> list[datetime]:
        """Return the time, to be moved by the test."""
        return [datetime(2026, 11, 20, tzinfo=UTC)]

    @pytest.fixture
    def app(self, database_url: str, now: list[datetime]) -> Iterator[Flask]:
        application = create_app(make_settings(database_url=database_url), clock=lambda: now[0])
        yield application
        with application.app_context():
            database.engine.dispose()

    def test_a_claim_of_a_process_that_died_is_taken_over(
        self, units: UnitsOfWork, now: list[datetime]
    ) -> None:
        claim_key(units, CLAIM, keep_for=A_DAY)
        now[0] += ABANDONED_AFTER

        assert claim_key(units, CLAIM, keep_for=A_DAY) is None

    def test_a_key_is_remembered_for_a_day(self, world: World, now: list[datetime]) -> None:
        client = world.client(expires_at=now[0] + timedelta(days=9))
        create(client)
        now[0] += timedelta(hours=23, minutes=59)
        replayed = create(client)
        now[0] += timedelta(minutes=1)

        again = create(client)

        assert replayed.headers["Idempotency-Replayed"] == "true"
        assert again.json["error"]["code"] == "name_taken"

    def test_expired_keys_are_swept(self, units: UnitsOfWork, now: list[datetime]) -> None:
        claim_key(units, CLAIM, keep_for=A_DAY)
        now[0] += A_DAY

        with units.writing() as work:
            swept = forget_expired_keys(work)

        assert swept == 1
