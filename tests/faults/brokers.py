"""Which brokers do tests of faults have? Real ones, that nobody else is harmed by."""

import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import redis

from tests.faults.proxy import FaultProxy
from tests.live_server import free_port, stop
from tests.requirements import need_program, need_rabbitmq


@dataclass(frozen=True, slots=True)
class Broker:
    """A broker behind a proxy: where it is reached, and the queue that is ours."""

    url: str
    queue: str
    proxy: FaultProxy
    own_redis: str | None
    """The address of a Redis that is this test's alone; None: not a Redis."""

    @property
    def settings(self) -> dict[str, str]:
        """The settings that lead there."""
        return {"BINDERY_BROKER_URL": self.url, "BINDERY_BROKER_QUEUE": self.queue}

    def forget_everything(self) -> None:
        """Empty the broker as an operator's slip or a lost disk does; Redis only."""
        if self.own_redis is not None:
            with redis.Redis.from_url(self.own_redis) as client:
                client.flushall()


@contextmanager
def redis_broker(folder: Path) -> Iterator[Broker]:
    """Run a Redis of our own."""
    port = free_port()
    command = [need_program("redis-server"), "--port", str(port), "--bind", "127.0.0.1"]
    command += ["--save", "", "--appendonly", "no", "--dir", str(folder)]
    with (folder / "redis.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log)  # noqa: S603 - the machine's own program
    proxy = FaultProxy("127.0.0.1", port)
    try:
        yield Broker(
            f"redis://127.0.0.1:{proxy.port}/0", "bindery", proxy, f"redis://127.0.0.1:{port}/0"
        )
    finally:
        proxy.vanish()
        stop(process)


@contextmanager
def rabbitmq_broker(_folder: Path) -> Iterator[Broker]:
    """Use the machine's RabbitMQ, with a queue of our own."""
    place = urlsplit(need_rabbitmq())
    proxy = FaultProxy(place.hostname or "127.0.0.1", place.port or 5672)
    account, _, _ = place.netloc.rpartition("@")
    url = urlunsplit(place._replace(netloc=f"{account}@127.0.0.1:{proxy.port}"))
    queue = f"bindery-test-{uuid.uuid4().hex[:12]}"
    try:
        yield Broker(url, queue, proxy, None)
    finally:
        proxy.thaw()
        _delete_queue(place.geturl(), queue)
        proxy.vanish()


def _delete_queue(url: str, queue: str) -> None:
    from kombu.connection import Connection  # noqa: PLC0415 - only where there is a RabbitMQ

    with Connection(url) as connection:  # type: ignore[no-untyped-call]  # kombu has no types
        connection.default_channel.queue_delete(queue)


BROKERS = {"redis": redis_broker, "rabbitmq": rabbitmq_broker}
