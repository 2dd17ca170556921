"""Does every event reach its receiver in order, whatever happens to either of the two?"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from service.unit_of_work import UnitsOfWork
from service.webhooks.models import Delivery, DeliveryState, Webhook
from tests.factories.identities import audited
from tests.factories.webhooks import (
    WEBHOOKS,
    deliveries_of,
    events_of,
    let_time_pass,
    publish,
    subscribe,
)
from tests.factories.world import Client, World
from tests.webhook_receivers import deliverer, receiving

pytestmark = pytest.mark.both_databases
A_DAY = 24 * 3600


@pytest.fixture
def setting_values() -> dict[str, object]:
    """The loopback may be called."""
    return {"outgoing_networks": "127.0.0.0/8"}


@pytest.fixture
def client(world: World) -> Client:
    """An owner of the group acme, which has the APIs orders and stock."""
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.api(acme, "orders")
    world.api(acme, "stock")
    return world.client(alice)


def test_a_receiver_that_was_down_for_a_day_gets_everything_once_and_in_order(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as receiver:
        receiver.status = 503
        made = subscribe(client, receiver)
        sender = deliverer(units)
        passed = 0
        for number in range(12):  # one event every two hours, and a look every hour
            publish(client, f"1.{number}.0", api="orders" if number % 3 else "stock")
            sender.deliver_due()
            let_time_pass(units, A_DAY / 12)
            passed += A_DAY // 12
            sender.deliver_due()
        assert passed == A_DAY
        down = len(receiver.heard)
        receiver.status = 200
        receiver.heard.clear()

        let_time_pass(units, 14 * 3600)
        sender.deliver_due()

    assert down > 0
    told = client.get("/groups/acme/events").json["items"]
    assert sorted(receiver.ids) == sorted(item["id"] for item in told)
    for api_id in {item["api_id"] for item in told}:
        in_order = [item["id"] for item in reversed(told) if item["api_id"] == api_id]
        assert [one for one in receiver.ids if one in in_order] == in_order
    assert {one["state"] for one in deliveries_of(client, made["webhook"])} == {"delivered"}


def test_later_events_of_an_api_wait_and_those_of_others_do_not(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as receiver:
        subscribe(client, receiver)
        publish(client, "1.0.0")
        receiver.status = 500
        sender = deliverer(units)
        sender.deliver_due()
        receiver.status = 200
        publish(client, "1.1.0")
        publish(client, "1.0.0", api="stock")

        sender.deliver_due()

    first, _, stock = events_of(client)
    assert receiver.ids == [first, stock]


def test_after_ten_attempts_an_event_is_given_up_and_the_next_one_goes(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as receiver:
        receiver.status = 500
        made = subscribe(client, receiver)
        publish(client, "1.0.0")
        publish(client, "1.1.0")
        sender = deliverer(units)
        while receiver.ids.count(events_of(client)[0]) < 10:
            assert sender.deliver_due() >= 1
            let_time_pass(units, 31 * 3600)
            _forget_failing(units)
        receiver.status = 200
        sender.deliver_due()

    first, second = events_of(client)
    assert (receiver.ids.count(first), receiver.ids.count(second)) == (10, 2)
    states = [one["state"] for one in deliveries_of(client, made["webhook"])]
    assert states == ["delivered", "failed"]


def _forget_failing(units: UnitsOfWork) -> None:
    """Let the receiver not be disabled for failing."""
    with units.writing() as work:
        work.session.execute(update(Webhook).values(failing_since=None))


def test_gone_disables_at_once(client: Client, units: UnitsOfWork, world: World) -> None:
    with receiving() as receiver:
        receiver.status = 410
        made = subscribe(client, receiver)["webhook"]
        publish(client, "1.0.0")
        publish(client, "1.1.0")

        assert deliverer(units).deliver_due() == 1

    told = client.get(f"{WEBHOOKS}/{made['id']}").json
    assert (told["is_enabled"], told["disabled_reason"]) == (False, "gone")
    assert [one["state"] for one in deliveries_of(client, made)] == ["cancelled", "failed"]
    assert ("system", "webhook.disabled", made["id"]) in audited(world)


def test_five_days_of_nothing_but_failures_disable_and_tell_the_others(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as dead, receiving() as other:
        dead.status = 500
        made = subscribe(client, dead, event_types=["version.published"])["webhook"]
        subscribe(client, other, event_types=["webhook.disabled"])
        publish(client, "1.0.0")
        sender = deliverer(units)
        sender.deliver_due()
        let_time_pass(units, 4 * A_DAY)
        sender.deliver_due()
        assert client.get(f"{WEBHOOKS}/{made['id']}").json["is_enabled"]

        let_time_pass(units, 1.1 * A_DAY)
        sender.deliver_due()

    told = client.get(f"{WEBHOOKS}/{made['id']}").json
    assert (told["is_enabled"], told["disabled_reason"]) == (False, "failing")
    [notice] = other.heard
    assert json.loads(notice.body)["data"] == {
        "group": "acme",
        "webhook_id": made["id"],
        "reason": "failing",
    }


@pytest.mark.parametrize(
    ("asked", "least", "most"), [("120", 115, 121), ("999999999", 86_000, 86_401), ("x", 8, 12)]
)
def test_retry_after_is_honoured_within_bounds(
    client: Client, units: UnitsOfWork, asked: str, least: float, most: float
) -> None:
    with receiving() as receiver:
        receiver.status, receiver.headers = 503, {"Retry-After": asked}
        made = subscribe(client, receiver)["webhook"]
        publish(client, "1.0.0")
        deliverer(units).deliver_due()

    with units.reading() as work:
        due = work.session.scalars(select(Delivery.due_at)).one()
        assert due is not None
        assert least < (due - work.now).total_seconds() < most
    assert deliveries_of(client, made)[0]["failure"] == "refused"


def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    deadline = time.monotonic() + 40
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_deliverer_killed_between_sending_and_noting_repeats_and_loses_nothing(
    client: Client, units: UnitsOfWork, database_url: str
) -> None:
    with receiving() as receiver:
        subscribe(client, receiver)
        publish(client, "1.0.0")
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.dying_deliverer"],
            env={**os.environ, "BINDERY_TEST_DATABASE": database_url},
            stdout=subprocess.DEVNULL,
        )
        until(lambda: len(receiver.heard) == 1)
        assert process.wait(timeout=30) == -signal.SIGKILL
        assert deliverer(units).deliver_due() == 0  # the dead one's lease still holds
        with units.writing() as work:
            work.session.execute(update(Webhook).values(leased_until=None))

        assert deliverer(units).deliver_due() == 1

    assert receiver.ids == events_of(client) * 2
    with units.reading() as work:
        row = work.session.scalars(select(Delivery)).one()
        assert (row.state, row.attempts) == (DeliveryState.DELIVERED, 2)
