"""Is periodic work caused once per period, however many ask and however late?"""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from service.database import DatabaseTime
from service.jobs.kinds import JobKind
from service.jobs.models import Job, PeriodicTask
from service.jobs.schedule import PeriodicJob, cause_due
from service.jobs.worker import Worker
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.at_once import at_once
from tests.factories.jobs import HANDLERS, QUICK, REFUSE

pytestmark = pytest.mark.both_databases
TIDY = PeriodicJob(name="tidy", every=timedelta(hours=6), kind=JobKind(name="test.tidy"))


def caused_jobs(units: UnitsOfWork) -> int:
    """How many jobs there are."""
    with units.reading() as work:
        return work.session.scalar(select(func.count()).select_from(Job)) or 0


def let_time_pass(units: UnitsOfWork) -> None:
    """Let the period end now."""
    with units.writing() as work:
        work.session.execute(update(PeriodicTask).values(next_at=DatabaseTime(-1)))


def test_work_is_caused_at_first_and_then_once_per_period(units: UnitsOfWork) -> None:
    first = cause_due(units, [TIDY])
    again = cause_due(units, [TIDY])
    let_time_pass(units)
    later = cause_due(units, [TIDY])

    assert (first, again, later) == (["tidy"], [], ["tidy"])
    assert caused_jobs(units) == 2


def test_many_who_ask_at_once_cause_it_once(units: UnitsOfWork) -> None:
    first = at_once([lambda: cause_due(units, [TIDY])] * 8)
    let_time_pass(units)
    later = at_once([lambda: cause_due(units, [TIDY])] * 8)

    assert first.count(["tidy"]) == 1
    assert later.count(["tidy"]) == 1
    assert caused_jobs(units) == 2


def test_a_worker_looks_at_the_schedule(units: UnitsOfWork) -> None:
    refused = PeriodicJob(name="refused", every=timedelta(hours=1), kind=REFUSE)
    worker = Worker(units, HANDLERS, settings=make_settings(), pace=QUICK, schedule=[refused, TIDY])

    worker.work_off(lambda: False, seconds=30)

    with units.reading() as work:
        states = {job.kind: job.state for job in work.session.scalars(select(Job))}
    assert states == {"test.refuse": "failed", "test.tidy": "queued"}
