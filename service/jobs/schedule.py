"""What is done every so often, whoever looks after it? At most once per period, however many do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from service.authorization import SYSTEM
from service.jobs.kinds import JobKind
from service.jobs.repository import PeriodicRepository
from service.jobs.use_cases import enqueue
from service.unit_of_work import UnitsOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodicJob:
    """A job without arguments that is caused once per period. The name is for ever."""

    name: str
    every: timedelta
    kind: JobKind


Schedule = Sequence[PeriodicJob]


def cause_due(units: UnitsOfWork, schedule: Schedule) -> list[str]:
    """Cause the jobs whose time has come; return their names."""
    return [entry.name for entry in schedule if _cause(units, entry)]


def _cause(units: UnitsOfWork, entry: PeriodicJob) -> bool:
    with units.reading() as work:  # most often it is not time yet, and looking locks nobody out
        if not PeriodicRepository(work.session).is_due(entry.name):
            return False
    with units.writing() as work:
        claimed = PeriodicRepository(work.session).claim(
            entry.name, seconds=entry.every.total_seconds()
        )
        if claimed:
            enqueue(work, entry.kind, {}, actor=SYSTEM)
    return claimed
