"""Does a receiver that is well notice that others are not?"""

import threading
import time
from contextlib import ExitStack

from service.unit_of_work import UnitsOfWork
from service.webhooks.event_types import EventType
from service.webhooks.models import Webhook
from service.webhooks.repository import DeliveryRepository
from service.webhooks.signing import new_key
from service.webhooks.use_cases.outbox import write_event
from tests.app_settings import make_settings
from tests.factories.world import World
from tests.hostile_receivers import all_of_them
from tests.webhook_receivers import Receiver, deliverer, receiving

EVENTS = 60
PATIENCE = 12.0
"""Seconds; less than an attempt at a silent receiver takes."""


def subscribed(units: UnitsOfWork, group_id: str, url: str) -> str:
    """Add a webhook past the API; return its id."""
    with units.writing() as work:
        webhook = Webhook(
            group_id=group_id, url=url, event_types=[], created_by="a", created_at=work.now
        )
        work.session.add(webhook)
        webhook.key_salt = webhook.key_check = ""
        work.session.flush()
        key = new_key(make_settings().secret_key, webhook.id)
        webhook.key_salt, webhook.key_check = key.salt, key.check
    return webhook.id


def cause(units: UnitsOfWork, group_id: str, webhook_id: str, count: int) -> None:
    """Put so many events on their way to a webhook, none of which waits for another."""
    with units.writing() as work:
        webhook = work.session.get_one(Webhook, webhook_id)
        data = {"group": "acme", "webhook_id": webhook_id, "reason": "failing"}
        events = [
            write_event(
                work,
                EventType.WEBHOOK_DISABLED,
                group_id=group_id,
                api_id=None,
                data=data,
                order_key=f"key-{number}",
            )
            for number in range(count)
        ]
        DeliveryRepository(work.session).send(webhook, events, work.now)


def seconds_for(units: UnitsOfWork, healthy: Receiver, *, places: int) -> float:
    """Return how long the healthy receiver waits for everything; patience ends it."""
    stops = threading.Event()
    sender = deliverer(units, places=places)
    running = threading.Thread(target=sender.run, args=(stops.is_set,))
    begun = time.monotonic()
    running.start()
    while len(set(healthy.ids)) < EVENTS and time.monotonic() < begun + PATIENCE:
        time.sleep(0.005)
    passed = time.monotonic() - begun
    stops.set()
    running.join()
    return passed


def measured(world: World, *, places: int, hostile: bool) -> float:
    """Return the seconds that the healthy receiver's events take."""
    group = world.group()
    with ExitStack() as stack:
        others = stack.enter_context(all_of_them()) if hostile else []
        for port in others:
            webhook_id = subscribed(world.units, group.id, f"http://127.0.0.1:{port}/")
            cause(world.units, group.id, webhook_id, 3)
        healthy = stack.enter_context(receiving())
        cause(world.units, group.id, subscribed(world.units, group.id, healthy.url), EVENTS)
        return seconds_for(world.units, healthy, places=places)


def test_twelve_hostile_receivers_hold_nobody_up(world: World) -> None:
    alone = measured(world, places=32, hostile=False)
    beside = measured(world, places=32, hostile=True)

    assert beside < alone + 6  # one that waits is held up for 15 s at least; machines are busy


def test_where_all_share_one_place_they_do_hold_it_up(world: World) -> None:
    assert measured(world, places=2, hostile=True) > PATIENCE
