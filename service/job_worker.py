"""How is a worker put together? As `app.py` does it for the web, without the web."""

from sqlalchemy import create_engine

from service.clock import system_clock
from service.database import engine_options, prepare_engine
from service.event_handlers import EVENT_HANDLERS
from service.job_handlers import JOB_HANDLERS, SCHEDULE
from service.jobs.kinds import JobHandlers
from service.jobs.schedule import Schedule
from service.jobs.worker import Pace, Worker
from service.settings import Settings
from service.unit_of_work import Doorbell, UnitsOfWork, silent_doorbell

POLL_EMBEDDED, POLL_SERVER = 0.25, 1.0


def create_units(settings: Settings, *, doorbell: Doorbell = silent_doorbell) -> UnitsOfWork:
    """Return the door to the database of the settings; it connects to nothing yet."""
    engine = create_engine(settings.resolved_database_url, **engine_options(settings))
    prepare_engine(engine)
    return UnitsOfWork(engine, clock=system_clock, reactions=EVENT_HANDLERS, doorbell=doorbell)


def create_worker(
    settings: Settings,
    *,
    places: int,
    doorbell: Doorbell = silent_doorbell,
    handlers: JobHandlers = JOB_HANDLERS,
    schedule: Schedule = SCHEDULE,
    pace: Pace | None = None,
) -> Worker:
    """Return a worker on the database of the settings; it connects to nothing yet."""
    usual = Pace(
        grace=settings.job_grace_seconds,
        poll=POLL_EMBEDDED if settings.is_embedded else POLL_SERVER,
    )
    return Worker(
        create_units(settings, doorbell=doorbell),
        handlers,
        settings=settings,
        places=places,
        pace=pace or usual,
        schedule=schedule,
    )
