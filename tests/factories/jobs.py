"""Which kinds of jobs do tests cause, and what do their handlers do?"""

import faulthandler
import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service.authorization import SYSTEM
from service.jobs.errors import JobFailed
from service.jobs.kinds import JobHandlers, JobKind, JobLimits
from service.jobs.models import Job
from service.jobs.running import RunningJob
from service.jobs.use_cases import enqueue
from service.jobs.worker import Pace
from service.unit_of_work import UnitsOfWork

SOON = JobLimits(backoff_seconds=0.01)
GREET = JobKind(name="test.greet", arguments=("name",), limits=SOON)
BUILD = JobKind(
    name="test.build", arguments=("version_id", "tool"), one_per=("version_id",), limits=SOON
)
REFUSE = JobKind(name="test.refuse", limits=SOON)
RAISE = JobKind(name="test.raise", limits=SOON)
CRASH = JobKind(name="test.crash", limits=SOON)
DEVOUR = JobKind(name="test.devour", limits=JobLimits(memory_bytes=60_000_000, attempts=1))
SLEEP = JobKind(name="test.sleep", limits=SOON)
DAWDLE = JobKind(name="test.dawdle", limits=JobLimits(seconds=0, attempts=1))
WAIT_FOR = JobKind(name="test.wait_for", arguments=("path",), limits=SOON)

QUICK = Pace(lease=5, heartbeat=0.05, poll=0.01, grace=0.3, look_at_children=0.005)


def greet(job: RunningJob, arguments: Mapping[str, Any]) -> None:
    """Succeed, after telling how far it is."""
    job.progress(1, 1, f"hello {arguments['name']}")
    job.result["greeted"] = arguments["name"]


def refuse(_job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Say that it cannot be done."""
    raise JobFailed("not_possible", "Move the moon first.")


def raise_fault(_job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Fail as broken code does."""
    raise RuntimeError("secret=hunter2")


def crash(_job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """End as broken machine code does."""
    faulthandler.disable()  # it is on in tests, and would tell of this at length
    os.kill(os.getpid(), signal.SIGSEGV)


def devour(_job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Take more memory than allowed."""
    bytearray(500_000_000)


def sleep(_job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Take long."""
    time.sleep(60)


def wait_for(_job: RunningJob, arguments: Mapping[str, Any]) -> None:
    """Succeed once a file is there."""
    path = Path(arguments["path"])
    (path.parent / "begun").touch()
    while not path.exists():
        time.sleep(0.01)


HANDLERS: JobHandlers = {
    GREET: greet,
    BUILD: greet,
    REFUSE: refuse,
    RAISE: raise_fault,
    CRASH: crash,
    DEVOUR: devour,
    SLEEP: sleep,
    DAWDLE: sleep,
    WAIT_FOR: wait_for,
}


def caused(units: UnitsOfWork, kind: JobKind, **arguments: str | int) -> Job:
    """Cause a job in a transaction of its own."""
    with units.writing() as work:
        return enqueue(work, kind, arguments, actor=SYSTEM)


def read(units: UnitsOfWork, job: Job) -> Job:
    """Return the job as it is now."""
    with units.reading() as work:
        return work.session.get_one(Job, job.id)
