"""How is a worker put together? As `app.py` does it for the web, without the web."""

from sqlalchemy import create_engine

from service.clock import system_clock
from service.database import engine_options, prepare_engine
from service.event_handlers import EVENT_HANDLERS
from service.job_handlers import JOB_HANDLERS
from service.jobs.kinds import JobHandlers
from service.jobs.worker import Pace, Worker
from service.settings import Settings
from service.unit_of_work import UnitsOfWork


def create_worker(
    settings: Settings, *, places: int, handlers: JobHandlers = JOB_HANDLERS
) -> Worker:
    """Return a worker on the database of the settings; it connects to nothing yet."""
    engine = create_engine(settings.resolved_database_url, **engine_options(settings))
    prepare_engine(engine)
    units = UnitsOfWork(engine, clock=system_clock, reactions=EVENT_HANDLERS)
    pace = Pace(grace=settings.job_grace_seconds)
    return Worker(units, handlers, settings=settings, places=places, pace=pace)
