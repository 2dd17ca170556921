"""Does a broker only ever save time? What becomes of jobs, and of those who cause them, without."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from service.admin.tasks import SWEEP_INSTANCE
from service.doorbell import create_doorbell
from service.job_worker import create_units
from service.jobs.models import Job, JobState
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.factories.jobs import caused, read
from tests.faults.brokers import BROKERS, Broker
from tests.faults.program import celery

AT_ONCE = 20
"""Seconds within which a bell that is heard leads to work, on a machine that is busy with tests."""
SWEPT = 90
"""Seconds within which work is found without one."""


@pytest.fixture(params=list(BROKERS))
def broker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Broker]:
    """Yield each kind of broker."""
    with BROKERS[request.param](tmp_path) as made:
        yield made


@pytest.fixture
def ringing(broker: Broker, database_url: str) -> Iterator[UnitsOfWork]:
    """Yield the door to the database, as web processes have it: with a bell."""
    settings = make_settings(
        database_url=database_url, broker_url=broker.url, broker_queue=broker.queue
    )
    units = create_units(settings, doorbell=create_doorbell(settings))
    yield units
    units.disconnect()


def wait_until(happened: Callable[[], bool], *, seconds: float) -> float:
    """Wait until something has happened; return how long that took."""
    begun = time.monotonic()
    while not happened():
        assert time.monotonic() < begun + seconds
        time.sleep(0.02)
    return time.monotonic() - begun


def is_done(units: UnitsOfWork, job: Job) -> bool:
    """Whether the job has succeeded."""
    return read(units, job).state is JobState.SUCCEEDED


def successes(units: UnitsOfWork) -> int:
    """How many jobs have succeeded."""
    with units.reading() as work:
        counted = select(func.count()).where(Job.state == JobState.SUCCEEDED)
        return work.session.scalar(counted) or 0


def test_a_bell_leads_to_work_at_once_and_without_one_it_is_found(
    broker: Broker, ringing: UnitsOfWork, database_url: str, tmp_path: Path
) -> None:
    environment = {**broker.settings, "BINDERY_DATABASE_URL": database_url}
    with celery(environment, folder=tmp_path):
        wait_until(lambda: successes(ringing) > 0, seconds=SWEPT)  # the schedule's own: they run

        heard = caused(ringing, SWEEP_INSTANCE)
        seconds = wait_until(lambda: is_done(ringing, heard), seconds=AT_ONCE)

        broker.proxy.vanish()
        unheard = caused(ringing, SWEEP_INSTANCE)
        time.sleep(1)
        broker.proxy.come_back()
        broker.forget_everything()
        wait_until(lambda: is_done(ringing, unheard), seconds=SWEPT)

    assert seconds < AT_ONCE


@pytest.mark.parametrize("fault", ["vanish", "freeze"])
def test_those_who_cause_work_never_wait_for_the_broker(
    broker: Broker, ringing: UnitsOfWork, fault: str
) -> None:
    caused(ringing, SWEEP_INSTANCE)  # a connection to be lost
    time.sleep(1)
    getattr(broker.proxy, fault)()
    seconds = []
    for _ in range(20):
        begun = time.monotonic()
        ringing.ring()
        seconds.append(time.monotonic() - begun)

    assert max(seconds) < 0.05
