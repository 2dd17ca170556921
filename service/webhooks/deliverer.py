"""How is word brought to receivers? One loop, with threads that wait for slow receivers.

Any number of deliverers may work on one database. Each takes leases on webhooks, so that a receiver
has one request at a time, and a slow one holds one place, not all.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import structlog
from sqlalchemy.exc import SQLAlchemyError

from service.outgoing_http import OutgoingHttp
from service.unit_of_work import UnitsOfWork
from service.webhooks.attempts import Errand, attempt
from service.webhooks.retry_schedule import RetrySchedule
from service.webhooks.use_cases.delivering import LEASE_SECONDS, end_errand, take_errand

_log = structlog.get_logger("service.webhooks")


@dataclass(frozen=True, slots=True, kw_only=True)
class DelivererPace:
    """How often the loop does what, in seconds."""

    poll: float = 0.25
    """How often to look for what is due when there is nothing."""
    lease: float = LEASE_SECONDS
    pause_after_fault: float = 1.0


class Deliverer:
    """Delivers what is due, to as many receivers at once as it has places."""

    def __init__(
        self,
        units: UnitsOfWork,
        client: OutgoingHttp,
        *,
        secret_key: str,
        places: int,
        schedule: RetrySchedule = RetrySchedule(),  # noqa: B008 - frozen
        pace: DelivererPace = DelivererPace(),  # noqa: B008 - frozen
    ) -> None:
        self._units = units
        self._client = client
        self._secret_key = secret_key
        self._places = places
        self._schedule = schedule
        self._pace = pace
        self._running: dict[Future[None], Errand] = {}
        self._has_ended = threading.Event()

    def run(self, should_stop: Callable[[], bool]) -> None:
        """Deliver until told to stop; what is under way is ended, which its deadline bounds."""
        with ThreadPoolExecutor(self._places, thread_name_prefix="deliver") as pool:
            while not should_stop():
                if not self._begin(pool):
                    self._has_ended.wait(self._pace.poll)
                    self._has_ended.clear()

    def deliver_due(self) -> int:
        """Deliver until nothing is due and nothing under way; return how many attempts."""
        count = 0
        with ThreadPoolExecutor(self._places, thread_name_prefix="deliver") as pool:
            while True:
                if self._begin(pool):
                    count += 1
                elif not self._running:
                    return count
                else:
                    self._has_ended.wait(self._pace.poll)
                    self._has_ended.clear()

    def _begin(self, pool: ThreadPoolExecutor) -> bool:
        """Take what is due and send it off; return whether there was something."""
        self._look_after()
        if len(self._running) >= self._places:
            return False
        failing = sum(errand.is_failing for errand in self._running.values())
        try:
            errand = take_errand(
                self._units,
                secret_key=self._secret_key,
                lease_seconds=self._pace.lease,
                # half the places are for those that answer, however many do not
                only_well=failing >= max(1, self._places // 2),
            )
        except SQLAlchemyError as fault:  # away or busy: nothing is lost by coming back later
            _log.warning("the database does not answer the deliverer", reason=type(fault).__name__)
            time.sleep(self._pace.pause_after_fault)
            return False
        if errand is None:
            return False
        future = pool.submit(self._deliver, errand)
        self._running[future] = errand
        future.add_done_callback(lambda _: self._has_ended.set())
        return True

    def _look_after(self) -> None:
        """Forget what has ended; a fault of ours is told, and its lease ends by itself."""
        for future in [future for future in self._running if future.done()]:
            errand = self._running.pop(future)
            if (fault := future.exception()) is not None:
                _log.error("an attempt raised", errand=repr(errand), exc_info=fault)

    def _deliver(self, errand: Errand) -> None:
        outcome = attempt(errand, self._client, now=self._units.now)
        until = time.monotonic() + self._pace.lease
        while True:
            try:
                held = end_errand(self._units, errand, outcome, schedule=self._schedule)
            except SQLAlchemyError:
                if time.monotonic() > until:
                    raise
                time.sleep(self._pace.pause_after_fault)
                continue
            if not held:
                _log.warning("a delivery was no longer this deliverer's", errand=repr(errand))
            return
