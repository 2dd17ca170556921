"""What does a handler hold of the job it does?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from service.jobs.errors import LeaseLost
from service.jobs.repository import LeaseRepository
from service.settings import Settings
from service.unit_of_work import UnitOfWork, UnitsOfWork

REPORT_SECONDS = 0.5
"""Progress is written no more often than this: nobody reads faster, and each write is a wait."""
_MESSAGE_LENGTH = 300


@dataclass(slots=True, kw_only=True)
class RunningJob:
    """A job in the hands of its handler, until the lease is lost.

    `units` opens transactions whose audit rows and log lines carry the id of the request that
    caused the job. `result` holds ids of what comes of it and is stored with success.
    """

    id: str
    kind: str
    attempt: int
    fence: int
    group_id: str | None
    api_id: str | None
    request_id: str
    units: UnitsOfWork
    settings: Settings
    result: dict[str, str | int] = field(default_factory=dict)
    is_finished: bool = False
    _reported: float = field(default=float("-inf"), init=False)

    def progress(self, done: int, total: int | None = None, message: str = "") -> None:
        """Tell those who wait how far the work is.

        Raises `LeaseLost` if the job is no longer this worker's: then there is no use in going on.
        """
        is_last = done == total
        if not is_last and time.monotonic() < self._reported + REPORT_SECONDS:
            return
        self._reported = time.monotonic()
        with self.units.writing() as work:
            held = LeaseRepository(work.session).report(
                self.id,
                fence=self.fence,
                done=done,
                total=total,
                message=message[:_MESSAGE_LENGTH],
            )
        if not held:
            raise LeaseLost

    @contextmanager
    def finishing(self) -> Iterator[UnitOfWork]:
        """Open the transaction of the job's effects, which ends the job with success.

        Both are written, or neither: raises `LeaseLost`, and writes nothing, if the job is no
        longer this worker's.
        """
        with self.units.writing() as work:
            yield work
            succeeded = LeaseRepository(work.session).succeed(
                self.id, fence=self.fence, result=dict(self.result)
            )
            if not succeeded:
                raise LeaseLost
        self.is_finished = True
