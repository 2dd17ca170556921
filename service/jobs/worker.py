"""How is due work done? One loop, for a worker beside the web process and for any number elsewhere.

The loop takes leases, has each job done in a process of its own and extends the lease while that
runs. Whatever ends a worker, its leases end too, and others take the jobs. It has one thread.
"""

import os
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from sqlalchemy.exc import SQLAlchemyError

from service.jobs import leases
from service.jobs.child_process import ChildProcess
from service.jobs.kinds import JobHandlers, JobKind
from service.jobs.models import Job
from service.jobs.performing import perform
from service.jobs.schedule import Schedule, cause_due
from service.settings import Settings
from service.unit_of_work import UnitsOfWork

_log = structlog.get_logger("service.jobs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often the loop does what, in seconds."""

    lease: float = 30
    heartbeat: float = 5
    poll: float = 0.25
    """How often to look for work when there is none."""
    grace: float = 20
    """How long work in flight may go on after the worker was told to stop."""
    schedule: float = 15
    """How often to see whether periodic work is due."""
    look_at_children: float = 0.02
    pause_after_fault: float = 1


@dataclass(slots=True, kw_only=True)
class _Running:
    job: Job
    kind: JobKind
    child: ChildProcess
    started: float = field(default_factory=time.monotonic)
    extended: float = field(default_factory=time.monotonic)
    tried: float = field(default_factory=time.monotonic)
    ended: tuple[str, str] | None = None
    """Why this worker ended it: a code and a sentence."""


class Worker:
    """Does due jobs, as many at once as it has places."""

    def __init__(
        self,
        units: UnitsOfWork,
        handlers: JobHandlers,
        *,
        settings: Settings,
        places: int = 1,
        pace: Pace = Pace(),  # noqa: B008 - frozen
        schedule: Schedule = (),
    ) -> None:
        self._units = units
        self._handlers = handlers
        self._settings = settings
        self._places = places
        self._pace = pace
        self._schedule = schedule
        self._looked_at_schedule = float("-inf")
        self._running: list[_Running] = []
        self._name = f"{socket.gethostname()[:100]}:{os.getpid()}"

    def run(self, should_stop: Callable[[], bool]) -> None:
        """Do jobs as they become due, until told to stop."""
        while not should_stop():
            self._turn()
            time.sleep(self._pace.look_at_children if self._running else self._pace.poll)
        self._wind_down()

    def work_off(self, should_stop: Callable[[], bool], *, seconds: float) -> None:
        """Do jobs until none is due, or for so long; what was begun is ended."""
        deadline = time.monotonic() + seconds
        while not should_stop():
            takes_more = time.monotonic() < deadline
            if not self._turn(takes_more=takes_more) and not self._running:
                return
            time.sleep(self._pace.look_at_children)
        self._wind_down()

    def _turn(self, *, takes_more: bool = True) -> bool:
        """Look after what runs, and begin what is due; return whether something was begun."""
        begun = False
        try:
            for running in list(self._running):
                self._look_after(running)
            if takes_more:
                self._look_at_schedule()
            while takes_more and len(self._running) < self._places and self._begin():
                begun = True
        except SQLAlchemyError as fault:  # away or busy; leases and fences keep the work safe
            _log.warning("the database does not answer the worker", reason=type(fault).__name__)
            time.sleep(self._pace.pause_after_fault)
        return begun

    def _look_at_schedule(self) -> None:
        if time.monotonic() < self._looked_at_schedule + self._pace.schedule:
            return
        self._looked_at_schedule = time.monotonic()
        for name in cause_due(self._units, self._schedule):
            _log.info("periodic work is due", name=name)

    def _begin(self) -> bool:
        """Take a job and start it; return whether there was one."""
        kinds = {kind.name: kind for kind in self._handlers if self._has_place_for(kind)}
        job = leases.take_job(
            self._units, list(kinds), lease_seconds=self._pace.lease, worker=self._name
        )
        if job is None:
            return False
        if len(self._running) + 1 >= self._places and leases.is_any_due(self._units, list(kinds)):
            self._units.ring()  # this worker is busy now; there may be others
        kind = kinds[job.kind]
        if not leases.end_poisoned(self._units, job, kind):
            self._start(job, kind)
        return True

    def _has_place_for(self, kind: JobKind) -> bool:
        same = sum(running.kind is kind for running in self._running)
        return same < kind.limits.at_once

    def _start(self, job: Job, kind: JobKind) -> None:
        self._units.disconnect()  # or two processes would talk on one connection
        handler = self._handlers[kind]
        child = ChildProcess(
            lambda: perform(job, kind, handler, units=self._units, settings=self._settings),
            memory_bytes=kind.limits.memory_bytes,
        )
        self._running.append(_Running(job=job, kind=kind, child=child))

    def _look_after(self, running: _Running) -> None:
        """Take note of the job's end, end it where it takes too long, or keep its lease."""
        status = running.child.poll()
        limit = running.kind.limits.seconds
        now = time.monotonic()
        if status is not None:
            self._end(running, status)
        elif now > running.started + limit:
            running.ended = ("too_slow", f"It took longer than {limit} seconds.")
            running.child.kill()
        elif now > running.tried + self._pace.heartbeat:
            self._keep(running)

    def _end(self, running: _Running, status: int) -> None:
        """Write down the end of an attempt, unless the child has done so itself."""
        if status != 0:
            code, message = running.ended or ("process_ended", _told_end(status))
            leases.end_attempt(self._units, running.job, running.kind, code=code, message=message)
        self._running.remove(running)

    def _keep(self, running: _Running) -> None:
        """Extend the lease; end what is no longer ours, or may not be."""
        running.tried = time.monotonic()
        try:
            held = leases.extend_lease(self._units, running.job, lease_seconds=self._pace.lease)
        except SQLAlchemyError:
            if time.monotonic() < running.extended + self._pace.lease:
                raise
            held = False
        if held:
            running.extended = running.tried
        elif running.child.poll() is None:
            _log.warning("job is no longer this worker's", job_id=running.job.id)
            running.child.kill()

    def _wind_down(self) -> None:
        """Let work in flight end; what does not end in time is handed back."""
        deadline = time.monotonic() + self._pace.grace
        while self._running and time.monotonic() < deadline:
            self._turn(takes_more=False)
            time.sleep(self._pace.look_at_children)
        for running in self._running:
            running.child.kill()
            try:
                leases.hand_back(self._units, running.job)
            except SQLAlchemyError:
                _log.warning("job was not handed back; its lease will end", job_id=running.job.id)
        self._running.clear()


def _told_end(status: int) -> str:
    """Say how a process ended that did not say so itself."""
    if status >= 0:
        return f"Its process ended with the status {status} and without an answer."
    return f"Its process was ended by the signal {signal.Signals(-status).name}."
