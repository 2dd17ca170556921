"""Does a worker live beside the server: begun anew when it dies, gone when the server is?"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine

from service.admin.tasks import SWEEP_INSTANCE
from service.authorization import SYSTEM
from service.clock import system_clock
from service.database import prepare_engine
from service.event_handlers import EVENT_HANDLERS
from service.jobs.models import Job, JobState
from service.jobs.use_cases import enqueue
from service.unit_of_work import UnitsOfWork
from tests.live_server import free_port
from tests.serving import serving


@contextmanager
def units_on(file: Path) -> Iterator[UnitsOfWork]:
    """Yield the door to a database that another process serves from."""
    engine = create_engine(f"sqlite:///{file}")
    prepare_engine(engine)
    yield UnitsOfWork(engine, clock=system_clock, reactions=EVENT_HANDLERS)
    engine.dispose()


def state_of(units: UnitsOfWork, job: Job) -> JobState:
    """Return where the job stands."""
    with units.reading() as work:
        return work.session.get_one(Job, job.id).state


def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in text.split()]


def is_worker(pid: int) -> bool:
    """Whether a process is a worker that lives."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"worker" in command


def worker_of(pid: int) -> int:
    """Return the worker beside the server that this process started."""
    return next(child for child in children_of(pid) if is_worker(child))


def test_work_is_done_also_after_the_worker_was_killed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with (
        serving(folder, free_port()) as (_, process),
        units_on(folder / "bindery.sqlite3") as units,
    ):
        until(lambda: any(map(is_worker, children_of(process.pid))))
        first = worker_of(process.pid)
        os.kill(first, signal.SIGKILL)
        with units.writing() as work:
            job = enqueue(work, SWEEP_INSTANCE, {}, actor=SYSTEM)
        until(lambda: state_of(units, job) is JobState.SUCCEEDED)
        second = worker_of(process.pid)
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=60)

    assert first != second
    assert status == 0
    assert not is_worker(second)


def test_the_worker_ends_when_what_started_it_is_killed(tmp_path: Path) -> None:
    with serving(tmp_path / "data", free_port()) as (_, process):
        until(lambda: any(map(is_worker, children_of(process.pid))))
        worker = worker_of(process.pid)
        server = next(child for child in children_of(process.pid) if child != worker)
        process.kill()
        process.wait(timeout=60)
        try:
            until(lambda: not is_worker(worker))
        finally:
            os.kill(server, signal.SIGTERM)
