"""Are attempts to sign in bounded, by address and by name, wherever they are counted?"""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
import redis
from flask import Flask
from limits.errors import StorageError

from service.app import create_app
from service.extensions import database, limiter
from service.http_api.state import EXTENSION_NAME
from tests.app_settings import make_settings
from tests.factories.identities import OTHER_PASSWORD, PASSWORD, person
from tests.factories.world import World
from tests.requirements import need_redis

LIMIT = 3
WRONG = "wrong"


@pytest.fixture(params=["memory", "redis"])
def storage_url(request: pytest.FixtureRequest) -> str:
    """Return where attempts are counted."""
    if request.param == "memory":
        return "memory://"
    url = need_redis()
    with redis.Redis.from_url(url) as client:
        for key in client.scan_iter("LIMITS:*"):
            client.delete(key)
    return url


@pytest.fixture
def setting_values(storage_url: str) -> dict[str, object]:
    """Return settings with few attempts."""
    return {
        "rate_limits_enabled": "true",
        "rate_limit_storage_url": storage_url,
        "rate_limit_authentication": f"{LIMIT} per minute",
    }


@pytest.fixture(autouse=True)
def healthy_limiter() -> Iterator[None]:
    """Leave the extension, which all applications share, as it was found."""
    yield
    limiter._storage_dead = False  # noqa: SLF001 - it has no other way to forget an outage
    limiter.enabled = False


def attempt(
    world: World, username: str = "alice", *, address: str = "192.0.2.1", password: str = WRONG
) -> Any:
    """Try to sign in from an address; return the response."""
    return world.anonymous().post(
        "/token-exchange",
        json={"username": username, "password": password},
        environ_base={"REMOTE_ADDR": address},
    )


def test_attempts_from_one_address_are_bounded(world: World) -> None:
    answers = [attempt(world, f"user-{number}") for number in range(LIMIT + 1)]
    elsewhere = attempt(world, "user-0", address="192.0.2.2")

    assert [answer.status_code for answer in answers] == [401] * LIMIT + [429]
    assert elsewhere.status_code == 401


def test_attempts_at_one_name_are_bounded_from_wherever_they_come(world: World) -> None:
    person(world, "alice")

    answers = [attempt(world, "alice", address=f"192.0.2.{number}") for number in range(LIMIT + 1)]
    right = attempt(world, "alice", address="192.0.2.99", password=PASSWORD)
    other = attempt(world, "bob", address="192.0.2.99")

    assert [answer.status_code for answer in answers] == [401] * LIMIT + [429]
    assert right.status_code == 429
    assert other.status_code == 401


def test_a_refusal_says_when_to_come_back(world: World) -> None:
    first, *_, last = [attempt(world) for _ in range(LIMIT + 1)]

    error = last.json["error"]
    told = {name: int(last.headers[name]) for name in ("Retry-After", "RateLimit-Reset")}
    assert (error["code"], error["request_id"]) == (
        "too_many_requests",
        last.headers["X-Request-ID"],
    )
    assert all(0 < seconds <= 61 for seconds in told.values())
    assert (last.headers["RateLimit-Limit"], last.headers["RateLimit-Remaining"]) == ("3", "0")
    assert first.headers["RateLimit-Remaining"] == "2"
    assert "Retry-After" not in first.headers


def test_every_door_counts_the_same_attempts(world: World) -> None:
    client = world.client(person(world, "alice"))
    guess = {"old_password": "wrong", "new_password": OTHER_PASSWORD}
    secret = {"secret": "x" * 43, "username": "bob", "password": OTHER_PASSWORD}
    here = {"REMOTE_ADDR": "192.0.2.1"}

    statuses = [
        attempt(world, "carol").status_code,
        client.put("/me/password", json=guess, environ_base=here).status_code,
        world.anonymous().post("/invitations/accept", json=secret, environ_base=here).status_code,
        client.put("/me/password", json=guess, environ_base=here).status_code,
    ]

    assert statuses == [401, 401, 409, 429]


def test_reports_of_leaks_are_bounded_too(world: World) -> None:
    report = {"token": "bnd_" + "x" * 50}

    answers = [
        world.anonymous().post("/access-tokens/leak-reports", json=report) for _ in range(LIMIT + 1)
    ]

    assert [answer.status_code for answer in answers] == [204] * LIMIT + [429]


def test_a_malformed_attempt_counts_for_nobody(world: World) -> None:
    malformed = [
        world.anonymous().post("/token-exchange", json={"username": "alice"}).status_code
        for _ in range(LIMIT + 1)
    ]

    answer = attempt(world)

    assert malformed == [400] * (LIMIT + 1)
    assert answer.status_code == 401


def test_other_operations_are_not_limited(world: World) -> None:
    client = world.client()

    answers = [client.get("/me") for _ in range(LIMIT + 2)]

    assert {answer.status_code for answer in answers} == {200}
    assert "RateLimit-Limit" not in answers[0].headers


class TestWithoutRedis:
    """Redis is named in the settings and does not answer."""

    @pytest.fixture
    def storage_url(self) -> str:
        """Return the address of a port that nobody listens at."""
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            port = unused.getsockname()[1]
        return f"redis://127.0.0.1:{port}/0"

    def test_people_sign_in_and_attempts_stay_bounded(self, world: World) -> None:
        person(world, "alice")
        right = attempt(world, "alice", password=PASSWORD)

        answers = [attempt(world, "alice") for _ in range(LIMIT)]

        assert right.status_code == 201
        assert [answer.status_code for answer in answers] == [401, 401, 429]


def test_two_processes_share_the_counts_of_redis(database_url: str) -> None:
    values = {
        "database_url": database_url,
        "rate_limits_enabled": "true",
        "rate_limit_storage_url": need_redis(),
        "rate_limit_authentication": f"{LIMIT} per minute",
    }
    name = f"user-{time.time_ns()}"
    statuses = []

    for number in range(LIMIT + 1):
        app: Flask = create_app(make_settings(**values))
        world = World(app, app.extensions[EXTENSION_NAME].units)
        statuses.append(attempt(world, name, address=f"198.51.100.{number}").status_code)
        with app.app_context():
            database.engine.dispose()

    assert statuses == [401] * LIMIT + [429]


class TestSwitchedOff:
    """The control: with the limits off, nothing is bounded."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        """Return settings without limits."""
        return {"rate_limits_enabled": "false", "rate_limit_authentication": "1 per minute"}

    @pytest.fixture
    def storage_url(self) -> str:
        """Return where nothing is counted."""
        return "memory://"

    def test_attempts_are_not_bounded(self, world: World) -> None:
        answers = [attempt(world) for _ in range(LIMIT + 2)]

        assert {answer.status_code for answer in answers} == {401}

    def test_their_storage_is_not_asked_for_its_health(self, app: Flask) -> None:
        answer = app.test_client().get("/health/dependencies")

        assert answer.status_code == 200
        assert [check["name"] for check in (answer.json or {})["checks"]] == ["database"]


class _Gone:
    """What is counted, in a storage that goes away between counting and telling."""

    @property
    def reset_at(self) -> int:
        """Fail as Redis does."""
        raise StorageError(ConnectionError("gone"))


def test_a_storage_that_goes_away_costs_the_headers_only(app: Flask) -> None:
    def view() -> str:
        limiter.context.view_rate_limit = _Gone()  # type: ignore[assignment]  # as much as is asked of it
        return "answered"

    app.add_url_rule("/health/test", view_func=view)

    answer = app.test_client().get("/health/test")

    assert (answer.status_code, answer.text) == (200, "answered")
    assert "RateLimit-Limit" not in answer.headers
