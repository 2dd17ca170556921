"""Is each job done once, whatever happens to those who do it?"""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from service.authorization import SYSTEM
from service.database import DatabaseTime
from service.jobs import leases
from service.jobs.errors import LeaseLost
from service.jobs.kinds import BadArguments, JobKind
from service.jobs.models import Job, JobState
from service.jobs.performing import running_job
from service.jobs.use_cases import enqueue
from service.jobs.worker import Worker
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.at_once import at_once
from tests.factories import jobs
from tests.factories.jobs import HANDLERS, QUICK, caused, read

pytestmark = [
    pytest.mark.both_databases,
    pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning"),
]
KINDS = [kind.name for kind in HANDLERS]


def make_worker(units: UnitsOfWork, places: int = 1) -> Worker:
    """Return a worker that does not wait long for anything."""
    return Worker(units, HANDLERS, settings=make_settings(), places=places, pace=QUICK)


def work_off(units: UnitsOfWork) -> None:
    """Do everything that is due, and what becomes due a moment later."""
    for _ in range(6):
        make_worker(units).work_off(lambda: False, seconds=30)
        time.sleep(0.05)


def take(units: UnitsOfWork, worker: str = "somebody") -> Job:
    """Take the one job that is due, as a worker does."""
    job = leases.take_job(units, KINDS, lease_seconds=5, worker=worker)
    assert job is not None
    return job


def end_lease(units: UnitsOfWork, job: Job) -> None:
    """Let the lease of a job end now."""
    with units.writing() as work:
        work.session.execute(update(Job).where(Job.id == job.id).values(due_at=DatabaseTime(-1)))


def until(happened: Callable[[], bool]) -> None:
    """Wait until something has happened."""
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_job_is_done_with_its_result_and_progress(units: UnitsOfWork) -> None:
    job = caused(units, jobs.GREET, name="world")

    work_off(units)

    done = read(units, job)
    assert (done.state, done.attempts, done.result) == (
        JobState.SUCCEEDED,
        1,
        {"greeted": "world"},
    )
    assert (done.progress_done, done.progress_total) == (1, 1)
    assert done.progress_message == "hello world"
    assert done.due_at is None
    assert done.created_at <= (done.started_at or done.created_at)


def test_a_job_whose_cause_is_rolled_back_does_not_exist(units: UnitsOfWork) -> None:
    with units.writing() as work:
        job_id = enqueue(work, jobs.GREET, {"name": "world"}, actor=SYSTEM).id
        work.session.rollback()

    with units.reading() as work:
        assert work.session.get(Job, job_id) is None


def test_workers_are_rung_for_after_the_commit_only(units: UnitsOfWork) -> None:
    seen: list[bool] = []
    ringing = UnitsOfWork(
        units._engine,  # noqa: SLF001 - the same database, with a bell
        clock=lambda: units.now,
        reactions={},
        doorbell=lambda: seen.append(leases.is_any_due(units, KINDS)),
    )

    caused(ringing, jobs.GREET, name="world")
    with pytest.raises(BadArguments):
        caused(ringing, jobs.GREET, name="")

    assert seen == [True]


def test_there_is_one_open_job_about_a_subject(units: UnitsOfWork) -> None:
    first = caused(units, jobs.BUILD, version_id="1", tool="a")
    same = caused(units, jobs.BUILD, version_id="1", tool="b")
    other = caused(units, jobs.BUILD, version_id="2", tool="a")
    with units.writing() as work:
        work.session.execute(
            update(Job).where(Job.id == first.id).values(open_subject=None, due_at=None)
        )
    later = caused(units, jobs.BUILD, version_id="1", tool="a")

    assert same.id == first.id
    assert len({first.id, other.id, later.id}) == 3


def test_many_who_cause_the_same_work_at_once_get_one_job(units: UnitsOfWork) -> None:
    found = at_once([lambda: caused(units, jobs.BUILD, version_id="1", tool="a").id] * 8)

    assert len(set(found)) == 1


@pytest.mark.parametrize("arguments", [{}, {"name": "x", "more": "y"}, {"name": ""}, {"name": "ä"}])
def test_arguments_that_are_not_the_kinds_are_refused(
    units: UnitsOfWork, arguments: dict[str, str]
) -> None:
    with pytest.raises(BadArguments):
        caused(units, jobs.GREET, **arguments)


def test_a_job_that_cannot_be_done_fails_at_once_with_its_reason(units: UnitsOfWork) -> None:
    job = caused(units, jobs.REFUSE)

    work_off(units)

    failed = read(units, job)
    assert (failed.state, failed.attempts, failed.failure_code) == (
        JobState.FAILED,
        1,
        "not_possible",
    )
    assert failed.failure_message == "Move the moon first."


@pytest.mark.parametrize(
    ("kind", "code", "told"),
    [(jobs.RAISE, "internal_error", "RuntimeError"), (jobs.CRASH, "process_ended", "SIGSEGV")],
)
def test_a_poisonous_job_fails_after_three_attempts(
    units: UnitsOfWork, kind: JobKind, code: str, told: str
) -> None:
    job, healthy = caused(units, kind), caused(units, jobs.GREET, name="world")

    work_off(units)

    failed = read(units, job)
    assert (failed.state, failed.attempts, failed.failure_code) == (JobState.FAILED, 3, code)
    assert told in (failed.failure_message or "")
    assert "hunter2" not in (failed.failure_message or "")
    assert read(units, healthy).state is JobState.SUCCEEDED


@pytest.mark.parametrize(
    ("kind", "code"), [(jobs.DEVOUR, "internal_error"), (jobs.DAWDLE, "too_slow")]
)
def test_a_job_is_held_to_its_limits(units: UnitsOfWork, kind: JobKind, code: str) -> None:
    job = caused(units, kind)

    work_off(units)

    failed = read(units, job)
    assert (failed.state, failed.failure_code) == (JobState.FAILED, code)


def test_two_workers_never_take_the_same_job(units: UnitsOfWork) -> None:
    for number in range(12):
        caused(units, jobs.GREET, name=f"n{number}")

    taken = at_once([lambda: [take(units).id for _ in range(3)]] * 4)

    assert len({job_id for some in taken for job_id in some}) == 12


def test_a_job_whose_worker_died_is_taken_again_and_the_dead_one_writes_nothing(
    units: UnitsOfWork,
) -> None:
    job = caused(units, jobs.GREET, name="world")
    first = take(units, "first")
    end_lease(units, job)

    second = take(units, "second")
    stale = running_job(first, units=units, settings=make_settings())
    with pytest.raises(LeaseLost):
        stale.progress(1, 2)
    with pytest.raises(LeaseLost), stale.finishing() as work:
        enqueue(work, jobs.GREET, {"name": "ghost"}, actor=SYSTEM)
    leases.hand_back(units, first)
    leases.end_as_failed(units, first, code="stale", message="stale")
    kept = leases.extend_lease(units, first, lease_seconds=100)

    now = read(units, job)
    assert second.fence == first.fence + 1
    assert (now.state, now.worker, now.progress_done) == (JobState.RUNNING, "second", 0)
    assert not kept
    assert not leases.is_any_due(units, KINDS)


def test_a_job_that_killed_its_workers_is_not_tried_a_fourth_time(units: UnitsOfWork) -> None:
    job = caused(units, jobs.GREET, name="world")
    for _ in range(3):
        take(units)
        end_lease(units, job)

    work_off(units)

    failed = read(units, job)
    assert (failed.state, failed.attempts, failed.failure_code) == (
        JobState.FAILED,
        3,
        leases.LOST,
    )


def test_work_in_flight_is_ended_when_the_worker_stops(units: UnitsOfWork, tmp_path: Path) -> None:
    job = caused(units, jobs.WAIT_FOR, path=str(tmp_path / "go"))
    told = threading.Event()

    def let_go() -> None:
        until((tmp_path / "begun").exists)
        told.set()
        (tmp_path / "go").touch()

    helper = threading.Thread(target=let_go)
    helper.start()
    make_worker(units).run(told.is_set)
    helper.join()

    assert read(units, job).state is JobState.SUCCEEDED


def test_what_does_not_end_in_time_is_handed_back_without_counting(
    units: UnitsOfWork, tmp_path: Path
) -> None:
    job = caused(units, jobs.WAIT_FOR, path=str(tmp_path / "go"))

    make_worker(units).run((tmp_path / "begun").exists)

    back = read(units, job)
    assert (back.state, back.attempts, back.worker) == (JobState.QUEUED, 0, None)
    assert leases.is_any_due(units, KINDS)


def test_a_killed_process_of_a_job_costs_one_attempt(units: UnitsOfWork, tmp_path: Path) -> None:
    job = caused(units, jobs.WAIT_FOR, path=str(tmp_path / "go"))

    def kill_once() -> None:
        until((tmp_path / "begun").exists)
        children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text("ascii")
        for pid in map(int, children.split()):
            if os.getpgid(pid) == pid:
                os.kill(pid, signal.SIGKILL)
        (tmp_path / "go").touch()

    helper = threading.Thread(target=kill_once)
    helper.start()
    work_off(units)
    helper.join()

    done = read(units, job)
    assert (done.state, done.attempts) == (JobState.SUCCEEDED, 2)


def test_a_worker_leaves_kinds_that_it_does_not_know_to_others(units: UnitsOfWork) -> None:
    job = caused(units, JobKind(name="test.of_tomorrow"))

    work_off(units)

    assert read(units, job).state is JobState.QUEUED
