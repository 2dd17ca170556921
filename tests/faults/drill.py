"""Is any job lost, done twice or left hanging while everything around it dies? `make drill`.

Jobs are caused without pause while a killer ends processes of jobs, lanes and whole workers with
SIGKILL, empties the broker, cuts it off and freezes it. At the end every job must be over, each
that succeeded must have left one effect, and each that failed none.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, text

from service.authorization import SYSTEM
from service.clock import system_clock
from service.doorbell import create_doorbell
from service.job_worker import create_units
from service.jobs.models import OPEN_STATES, Job, JobState
from service.jobs.use_cases import enqueue
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.databases import migrate, temporary_postgresql
from tests.faults.brokers import BROKERS, Broker
from tests.faults.drill_kinds import EFFECTS, PLAIN, POISON
from tests.faults.program import Supervised, celery

WORST_SECONDS = 60
"""By when an interrupted job must be over, in 99 of 100 cases."""
FAULT_SECONDS = 2
MOST_WAITING = 20
"""No more is caused while so many jobs are open: it is no test of speed."""
POISONED = 50
"""One of so many jobs crashes whoever does it."""
FORMS = (("sqlite", None), ("postgresql", "redis"), ("postgresql", "rabbitmq"))


@dataclass(kw_only=True)
class Drill:
    """A drill on one database, with one broker or none, and what came of it."""

    jobs: int
    kills: int
    pace: str = "usual"
    seed: int = 0
    struck: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    interrupted: dict[str, datetime] = field(default_factory=dict)
    """When something was last struck while a job ran; by its id."""
    recoveries: list[float] = field(default_factory=list)

    def run(self, database_url: str, broker_kind: str | None, folder: Path) -> None:
        """Cause jobs and trouble until both are used up, then wait and judge."""
        migrate(database_url)
        with ExitStack() as stack:
            broker = stack.enter_context(BROKERS[broker_kind](folder)) if broker_kind else None
            units = _units(database_url, broker)
            with units.writing() as work:
                work.session.execute(text(f"CREATE TABLE {EFFECTS} (job_id VARCHAR(36))"))
            workers = stack.enter_context(_workers(database_url, broker, folder, pace=self.pace))
            self._strike_and_cause(units, workers, broker)
            self._wait(units)
            self._judge(units)
            units.disconnect()

    def percentile(self, share: float) -> float:
        """Return how long it took at most for that share of the interrupted jobs."""
        ordered = sorted(self.recoveries) or [0.0]
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def _strike_and_cause(
        self, units: UnitsOfWork, workers: list[Supervised], broker: Broker | None
    ) -> None:
        """Cause all jobs; between two of them, now and then, let something die."""
        chance = random.Random(self.seed)  # noqa: S311 - a seed makes it repeatable
        moments = set(chance.sample(range(self.jobs), min(self.kills, self.jobs)))
        for number in range(self.jobs):
            kind = POISON if number % POISONED == POISONED - 1 else PLAIN
            with units.writing() as work:
                enqueue(work, kind, {"number": number}, actor=SYSTEM)
            if number in moments:
                _wait_until_busy(workers)
                self.interrupted |= dict.fromkeys(_running(units), system_clock())
                self.struck[_strike(chance, workers, broker)] += 1
            time.sleep(chance.uniform(0, 0.4))
            while _count_open(units) > MOST_WAITING:
                time.sleep(0.2)

    def _wait(self, units: UnitsOfWork) -> None:
        deadline = time.monotonic() + 2 * WORST_SECONDS + self.jobs
        while _count_open(units) and time.monotonic() < deadline:
            time.sleep(0.5)

    def _judge(self, units: UnitsOfWork) -> None:
        with units.reading() as work:
            found = list(work.session.scalars(select(Job)))
            effects = Counter(work.session.scalars(text(f"SELECT job_id FROM {EFFECTS}")))  # noqa: S608 - a constant
        if len(found) != self.jobs:
            self.complaints.append(f"{self.jobs} jobs were caused, {len(found)} are there")
        for job in found:
            self.states[job.state] += 1
            self.complaints += wrong_with(job, effects[job.id])
            struck_at = self.interrupted.get(job.id)
            if struck_at and job.attempts > 1 and job.finished_at and job.kind == PLAIN.name:
                self.recoveries.append((job.finished_at - struck_at).total_seconds())
        if self.percentile(0.99) > WORST_SECONDS:
            self.complaints.append(f"an interrupted job took {self.percentile(0.99):.0f} s")


def _count_open(units: UnitsOfWork) -> int:
    with units.reading() as work:
        counted = select(func.count()).where(Job.state.in_(OPEN_STATES))
        return work.session.scalar(counted) or 0


def _running(units: UnitsOfWork) -> list[str]:
    with units.reading() as work:
        return list(work.session.scalars(select(Job.id).where(Job.state == JobState.RUNNING)))


def wrong_with(job: Job, effects: int) -> list[str]:
    """Return what is wrong with how a job ended, and with the effects that it left."""
    wanted = 1 if job.state is JobState.SUCCEEDED else 0
    found = []
    if job.state in OPEN_STATES:
        found.append(f"{job.id} is {job.state} for ever")
    elif effects != wanted:
        found.append(f"{job.id} {job.state} and has {effects} effects")
    if job.state is JobState.FAILED and (not job.failure_message or job.attempts > 3):
        found.append(f"{job.id} failed after {job.attempts} attempts: {job.failure_message}")
    if job.kind == POISON.name and job.state is JobState.SUCCEEDED:
        found.append(f"{job.id} cannot have succeeded")
    return found


def _strike(chance: random.Random, workers: list[Supervised], broker: Broker | None) -> str:
    """Let something die; return what."""
    processes = ["process of a job", "lane", "worker"]
    faults: dict[str, Callable[[], None]] = {}
    if broker is not None:
        faults = {
            "broker gone": lambda: _for_a_while(broker.proxy.vanish, broker.proxy.come_back),
            "broker frozen": lambda: _for_a_while(broker.proxy.freeze, broker.proxy.thaw),
        }
        if broker.own_redis is not None:
            faults["broker emptied"] = broker.forget_everything
    deed = chance.choice([*processes, *processes, *faults])
    if deed in faults:
        faults[deed]()
        return deed
    pid, busy = _find_busy(workers) or (chance.choice(workers).process.pid, None)
    lanes = [child for child in _descendants(pid) if child != busy]
    targets = {"process of a job": [busy or pid], "lane": lanes, "worker": [pid]}[deed]
    with suppress(ProcessLookupError):
        os.kill(chance.choice(targets or [pid]), signal.SIGKILL)
    return deed


def _wait_until_busy(workers: list[Supervised]) -> None:
    """Wait until somebody does a job; it is no drill to strike those who rest."""
    deadline = time.monotonic() + FAULT_SECONDS
    while _find_busy(workers) is None and time.monotonic() < deadline:
        time.sleep(0.01)


def _find_busy(workers: list[Supervised]) -> tuple[int, int] | None:
    """Return a worker that does a job, and the process of the job."""
    for pid in (worker.process.pid for worker in workers):
        for child in _descendants(pid):
            with suppress(ProcessLookupError):
                if os.getpgid(child) == child:  # they lead groups of their own
                    return pid, child
    return None


def _for_a_while(begin: Callable[[], None], end: Callable[[], None]) -> None:
    begin()
    time.sleep(FAULT_SECONDS)
    end()


def _descendants(pid: int) -> list[int]:
    try:
        listing = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    children = [int(child) for child in listing.split()]
    return children + [below for child in children for below in _descendants(child)]


def _units(database_url: str, broker: Broker | None) -> UnitsOfWork:
    """Return the door to the database as web processes have it."""
    place = {"broker_url": broker.url, "broker_queue": broker.queue} if broker else {}
    settings = make_settings(database_url=database_url, **place)
    return create_units(settings, doorbell=create_doorbell(settings))


@contextmanager
def _workers(
    database_url: str, broker: Broker | None, folder: Path, *, pace: str
) -> Iterator[list[Supervised]]:
    """Run two workers; whatever ends is begun anew."""
    environment = {"BINDERY_DATABASE_URL": database_url}
    if broker is not None:
        hurry = {} if pace == "usual" else {"DRILL_PACE": pace}
        environment |= broker.settings | hurry
        with ExitStack() as stack:
            yield [
                stack.enter_context(
                    celery(environment, folder=place, app="tests.faults.drill_celery")
                )
                for place in (_made(folder / "one"), _made(folder / "two"))
            ]
        return
    command = [sys.executable, "-m", "tests.faults.drill_worker", pace]
    workers = [
        Supervised(command, environment, log=folder / f"worker-{number}.log") for number in (1, 2)
    ]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.stop()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def main() -> int:
    """Run every form of the drill; return 1 if a job was lost, done twice or left hanging."""
    parser = argparse.ArgumentParser(description="Drill what happens to jobs when things die.")
    parser.add_argument("--jobs", type=int, default=2000, help="jobs in each form")
    parser.add_argument("--kills", type=int, default=100, help="faults in each form")
    parser.add_argument("--pace", choices=["usual", "hurried"], default="usual")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--form", type=int, choices=range(len(FORMS)), help="only this one")
    given = parser.parse_args()
    failed = False
    for database, broker in FORMS if given.form is None else [FORMS[given.form]]:
        drill = Drill(jobs=given.jobs, kills=given.kills, pace=given.pace, seed=given.seed)
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            url = (
                f"sqlite:///{folder}/drill.sqlite3"
                if database == "sqlite"
                else stack.enter_context(temporary_postgresql())
            )
            drill.run(url, broker, Path(folder))
        states = {str(state): count for state, count in drill.states.items()}
        print(f"{database} and {broker or 'no broker'}: {states}, {dict(drill.struck)}")
        seconds = f"{drill.percentile(0.5):.1f} s (median), {drill.percentile(0.99):.1f} s (p99)"
        print(f"  {len(drill.recoveries)} interrupted jobs were over after {seconds}")
        print("\n".join(f"  WRONG: {line}" for line in drill.complaints) or "  nothing wrong")
        failed = failed or bool(drill.complaints)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
