"""Does exactly one of many publications win, whoever comes first?"""

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from threading import Barrier, get_ident
from typing import Any
from unittest import mock

import pytest
from flask import Flask

from service.authorization import Scope
from service.comparisons.repository import ComparisonRepository
from service.documents.repository import DocumentRepository
from service.identities.models import User
from service.versions.use_cases import grounds, publishing, reviews
from service.versions.use_cases.examination import examine
from service.versions.use_cases.grounds import Grounds, load_grounds
from tests.at_once import at_once
from tests.factories.documents import (
    JSON_TYPE,
    Publisher,
    document_bytes,
    undetermined_pair,
)
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases

PATH = "/groups/acme/apis/orders"
CLIENTS = 50


@pytest.fixture
def alice(world: World) -> User:
    """Return a maintainer of acme/orders, where the policy is enforced."""
    user = world.user("alice")
    world.api(world.group("acme", maintainer=user), "orders")
    Publisher(world.client(user, Scope.MANAGE), PATH).set_policy(mode="enforce")
    return user


@pytest.fixture
def caller(app: Flask, world: World, alice: User) -> Publisher:
    """Return a caller who may be many at once, as the runs of a pipeline with one token are."""
    return Publisher(Client(app, world.token(alice, Scope.PUBLISH)), PATH)


@pytest.fixture
def examined_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the first two publications both be examined before either goes on."""
    barrier, seen = Barrier(2), set[int]()

    def examine_and_wait(*args: Any, **kwargs: Any) -> Any:
        examination = examine(*args, **kwargs)
        if get_ident() not in seen:
            seen.add(get_ident())
            barrier.wait(timeout=30)
        return examination

    monkeypatch.setattr(publishing, "examine", examine_and_wait)


def published_at_once(caller: Publisher, *publications: tuple[bytes, str]) -> list[Any]:
    """Return the answers to publications (body, version) that start together."""

    def call(body: bytes, version: str) -> Callable[[], Any]:
        return lambda: caller.publish(body, version=version)

    return at_once([call(body, version) for body, version in publications])


def statuses(answers: Sequence[Any]) -> Counter[int]:
    """Return how often each status came."""
    return Counter(answer.status_code for answer in answers)


def test_fifty_clients_publish_the_same_and_one_creates_it(caller: Publisher) -> None:
    answers = published_at_once(caller, *[(document_bytes("/orders"), "1.0.0")] * CLIENTS)

    assert statuses(answers) == {201: 1, 200: CLIENTS - 1}
    assert len({answer.json["id"] for answer in answers}) == 1


def test_of_fifty_clients_with_five_contents_one_content_gets_the_name(caller: Publisher) -> None:
    bodies = [document_bytes(f"/orders-{number % 5}") for number in range(CLIENTS)]

    answers = published_at_once(caller, *[(body, "1.0.0") for body in bodies])

    same = CLIENTS // 5
    assert statuses(answers) == {201: 1, 200: same - 1, 409: CLIENTS - same}
    assert {one.json["error"]["code"] for one in answers if one.status_code == 409} == {
        "version_exists"
    }


def test_versions_published_at_once_are_each_compared_with_the_one_before(
    caller: Publisher,
) -> None:
    body = document_bytes("/orders")

    answers = published_at_once(caller, *[(body, f"1.{number}.0") for number in range(10)])
    listed = caller.get("/versions?sort=oldest").json["items"]

    assert statuses(answers) == {201: 10}
    assert [one["base"] for one in listed] == [None, *(one["name"] for one in listed[:-1])]


@pytest.mark.usefixtures("examined_together")
def test_a_version_that_was_published_meanwhile_becomes_the_base(caller: Publisher) -> None:
    answers = published_at_once(
        caller, (document_bytes("/orders"), "1.1.0"), (document_bytes("/items"), "1.2.0")
    )

    assert statuses(answers) == {201: 1, 409: 1}
    winner = next(answer for answer in answers if answer.status_code == 201)
    error = next(answer for answer in answers if answer.status_code == 409).json["error"]
    assert error["code"] == "publication_refused"
    assert error["details"]["base"] == winner.json["name"]


@pytest.mark.usefixtures("examined_together")
def test_without_the_second_look_under_the_lock_a_break_slips_through(
    caller: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "load_grounds", lambda *_, **__: mock.ANY)

    answers = published_at_once(
        caller, (document_bytes("/orders"), "1.1.0"), (document_bytes("/items"), "1.2.0")
    )

    assert statuses(answers) == {201: 2}


def test_one_key_sent_at_once_publishes_once(caller: Publisher) -> None:
    def publish_with_key() -> Any:
        return caller.client.post(
            f"{PATH}/versions",
            data=document_bytes("/orders"),
            headers={**JSON_TYPE, "Idempotency-Key": "pipeline-7"},
        )

    answers = at_once([publish_with_key] * 10)
    again = publish_with_key()

    counted = statuses(answers)
    assert set(counted) <= {201, 409}
    assert counted[201] >= 1
    assert {one.json["error"]["code"] for one in answers if one.status_code == 409} <= {
        "idempotency_in_flight"
    }
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert len(caller.get("/versions").json["items"]) == 1


def test_who_is_overtaken_for_ever_is_told_to_come_again(
    caller: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "load_grounds", lambda *_, **__: object())

    answer = caller.publish(document_bytes("/orders"), version="1.0.0")

    assert (answer.status_code, answer.json["error"]["code"]) == (503, "unavailable")
    assert answer.headers["Retry-After"] == "5"


def test_a_release_that_is_overtaken_for_ever_is_told_to_come_again(
    world: World, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    maintainer = Publisher(world.client(alice, Scope.MANAGE), PATH)
    before, after = undetermined_pair()
    maintainer.publish(before, version="1.0.0")
    maintainer.publish(after, version="1.1.0")

    def load_others(*args: Any, **kwargs: Any) -> Grounds:
        news = frozenset({str(uuid.uuid4())})
        return replace(load_grounds(*args, **kwargs), bases=(), approvals=news)

    monkeypatch.setattr(reviews, "load_grounds", load_others)
    answer = maintainer.review("1.1.0", "release")

    assert (answer.status_code, answer.json["error"]["code"]) == (503, "unavailable")
    assert maintainer.get("/versions/1.1.0").json["state"] == "pending"


def test_a_line_too_long_to_compare_whole_is_held(
    world: World, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    maintainer = Publisher(world.client(alice, Scope.MANAGE), PATH)
    maintainer.set_policy(mode="enforce", level="backward_transitive")
    for number in range(4):
        maintainer.publish(
            document_bytes("/orders", *[f"/{n}" for n in range(number)]), version=f"1.{number}.0"
        )
    monkeypatch.setattr(grounds, "MOST_COMPARED", 2)

    answer = maintainer.publish(
        document_bytes("/orders", *[f"/{n}" for n in range(4)]), version="1.4.0"
    )

    assert answer.status_code == 202
    assert [reason["id"] for reason in answer.json["reasons"]] == ["not_all_compared"]


@pytest.mark.parametrize("blind", [DocumentRepository, ComparisonRepository])
def test_who_stores_the_same_a_moment_later_takes_what_is_there(
    world: World,
    alice: User,
    monkeypatch: pytest.MonkeyPatch,
    blind: type[DocumentRepository] | type[ComparisonRepository],
) -> None:
    _publish_two(world, alice, "orders")
    world.api(world.group("other", maintainer=alice), "orders")
    _look_away_once(monkeypatch, blind)

    answers = _publish_two(world, alice, "orders", group="other")

    assert [answer.status_code for answer in answers] == [201, 201]


def _publish_two(world: World, user: User, api: str, *, group: str = "acme") -> list[Any]:
    publisher = Publisher(world.client(user, Scope.MANAGE), f"/groups/{group}/apis/{api}")
    return [
        publisher.publish(document_bytes("/orders"), version="1.0.0"),
        publisher.publish(document_bytes("/orders", "/items"), version="1.1.0"),
    ]


def _look_away_once(
    monkeypatch: pytest.MonkeyPatch, kind: type[DocumentRepository] | type[ComparisonRepository]
) -> None:
    """Let the first look before storing find nothing, as if the other came in between."""
    name = "_restore" if kind is DocumentRepository else "_same_as"
    look, looks = getattr(kind, name), count()

    def look_late(*args: Any) -> Any:
        return look(*args) if next(looks) else None

    monkeypatch.setattr(kind, name, look_late)
