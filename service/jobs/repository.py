"""Which jobs are stored, and which of them is due?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Result, delete, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from service.authorization import Actor, Role
from service.database import Base, DatabaseTime
from service.errors import NotFound
from service.jobs.models import OPEN_STATES, Job, JobState, PeriodicTask
from service.pagination import Order, Page, PageRequest, fetch_page

_OVER = {"due_at": None, "open_subject": None, "worker": None}


def visible_jobs(actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Job` that holds for the jobs the actor may see.

    Jobs are for members of their group, also where the group is public; those of no group are for
    administrators. A token bound to one API sees what is about that API.
    """
    if actor.acts_as_admin():
        return true()
    member_of = [group_id for group_id in actor.roles if actor.has_role(group_id, Role.READER)]
    by_membership = Job.group_id.in_(member_of)
    if actor.bound_api_id is None:
        return by_membership
    return by_membership & (Job.api_id == actor.bound_api_id)


class JobRepository:
    """The SQL of those who cause jobs and look after them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, values: dict[str, Any], *, delay_seconds: float = 0) -> Job:
        """Add a queued job; return the open job about the same subject instead, if there is one."""
        row = {
            **values,
            "state": JobState.QUEUED,
            "open_subject": values["subject"],
            "created_at": DatabaseTime(0),
            "due_at": DatabaseTime(delay_seconds),
        }
        insertion = _insert(self._session, Job).on_conflict_do_nothing(
            index_elements=["open_subject"]
        )
        while True:
            added: Job | None = self._session.scalar(insertion.values(row).returning(Job))
            if added is not None:
                return added
            # Another one about it is open; unless it has just ended, which makes room for this.
            taken = select(Job).where(Job.open_subject == values["subject"])
            if (found := self._session.scalar(taken)) is not None:
                return found

    def get_visible(self, job_id: str, actor: Actor) -> Job:
        """Return the job; raises `NotFound` also if the actor may not see it."""
        job = self._session.scalar(select(Job).where(Job.id == job_id, visible_jobs(actor)))
        if job is None:
            raise NotFound("There is no such job.")
        return job

    def list_visible(
        self, actor: Actor, *, page: PageRequest, only: Mapping[str, str | None]
    ) -> Page[Job]:
        """Return a page of the jobs the actor may see, the newest first.

        `only` maps columns to what they must hold; None: anything.
        """
        wanted = [getattr(Job, name) == value for name, value in only.items() if value is not None]
        statement = select(Job).where(visible_jobs(actor), *wanted)
        order = Order([Job.created_at, Job.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def remove_finished_before(self, moment: datetime) -> int:
        """Delete the jobs that were over by then; return how many."""
        return _count(self._session.execute(delete(Job).where(Job.finished_at < moment)))

    def cancel(self, job: Job) -> Job | None:
        """End an open job; None if it is over. Whoever does it now will find the lease lost."""
        return self._change(
            job,
            OPEN_STATES,
            **_OVER,
            state=JobState.CANCELLED,
            fence=Job.fence + 1,
            finished_at=DatabaseTime(0),
        )

    def retry(self, job: Job) -> Job | None:
        """Queue a failed or cancelled job as if it were new; None if it is neither.

        Raises sqlalchemy's `IntegrityError` if another one about the same subject is open.
        """
        return self._change(
            job,
            {JobState.FAILED, JobState.CANCELLED},
            state=JobState.QUEUED,
            due_at=DatabaseTime(0),
            open_subject=Job.subject,
            attempts=0,
            progress_done=0,
            progress_total=None,
            progress_message="",
            failure_code=None,
            failure_message=None,
            started_at=None,
            finished_at=None,
        )

    def _change(self, job: Job, states: Collection[JobState], **values: Any) -> Job | None:
        return self._session.scalar(
            update(Job)
            .where(Job.id == job.id, Job.state.in_(states))
            .values(values)
            .returning(Job)
            .execution_options(synchronize_session=False, populate_existing=True)
        )


class LeaseRepository:
    """The SQL of workers: each statement holds only for the one whose fencing token it names."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, kinds: Sequence[str], *, lease_seconds: float, worker: str) -> Job | None:
        """Take the job that has been due for longest, if any; it is this worker's for a while.

        That is the next attempt of a queued job, or a running one whose worker let its lease end.
        """
        due = (
            select(Job.id)
            .where(Job.due_at <= DatabaseTime(0), Job.kind.in_(kinds))
            .order_by(Job.due_at, Job.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        return self._session.scalar(
            update(Job)
            .where(Job.id == due.scalar_subquery())
            .values(
                state=JobState.RUNNING,
                due_at=DatabaseTime(lease_seconds),
                fence=Job.fence + 1,
                attempts=Job.attempts + 1,
                worker=worker,
                progress_done=0,
                progress_total=None,
                progress_message="",
                started_at=DatabaseTime(0),
            )
            .returning(Job)
            .execution_options(synchronize_session=False)
        )

    def is_any_due(self, kinds: Sequence[str]) -> bool:
        """Whether a job can be taken now."""
        due = select(Job.id).where(Job.due_at <= DatabaseTime(0), Job.kind.in_(kinds)).limit(1)
        return self._session.scalar(due) is not None

    def extend(self, job_id: str, *, fence: int, lease_seconds: float) -> bool:
        """Extend the lease; return whether it was still held."""
        return self._write(job_id, fence, due_at=DatabaseTime(lease_seconds))

    def report(
        self, job_id: str, *, fence: int, done: int, total: int | None, message: str
    ) -> bool:
        """Note how far the work is; return whether the lease is still held."""
        return self._write(
            job_id, fence, progress_done=done, progress_total=total, progress_message=message
        )

    def succeed(self, job_id: str, *, fence: int, result: dict[str, Any]) -> bool:
        """End the job well; return whether the lease was still held."""
        return self._write(
            job_id,
            fence,
            **_OVER,
            state=JobState.SUCCEEDED,
            result=result,
            failure_code=None,
            failure_message=None,
            finished_at=DatabaseTime(0),
        )

    def fail(self, job_id: str, *, fence: int, code: str, message: str) -> bool:
        """End the job badly, for good; return whether the lease was still held."""
        return self._write(
            job_id,
            fence,
            **_OVER,
            state=JobState.FAILED,
            failure_code=code,
            failure_message=message,
            finished_at=DatabaseTime(0),
        )

    def postpone(self, job_id: str, *, fence: int, code: str, message: str, seconds: float) -> bool:
        """Queue the job for another attempt; return whether the lease was still held."""
        return self._write(
            job_id,
            fence,
            state=JobState.QUEUED,
            due_at=DatabaseTime(seconds),
            worker=None,
            failure_code=code,
            failure_message=message,
        )

    def hand_back(self, job_id: str, *, fence: int) -> bool:
        """Queue the job as if it had not been taken; return whether the lease was still held."""
        return self._write(
            job_id,
            fence,
            state=JobState.QUEUED,
            due_at=DatabaseTime(0),
            worker=None,
            attempts=Job.attempts - 1,
        )

    def forget_attempt(self, job_id: str, *, fence: int) -> bool:
        """Do not count this attempt, as it was one only in order to end the job."""
        return self._write(job_id, fence, attempts=Job.attempts - 1)

    def _write(self, job_id: str, fence: int, **values: Any) -> bool:
        written = self._session.execute(
            update(Job)
            .where(Job.id == job_id, Job.fence == fence, Job.state == JobState.RUNNING)
            .values(values)
            .execution_options(synchronize_session=False)
        )
        return _count(written) == 1


class PeriodicRepository:
    """The SQL of work that is done every so often."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def is_due(self, name: str) -> bool:
        """Whether the time has come, or this was never done."""
        later = select(PeriodicTask.name).where(
            PeriodicTask.name == name, PeriodicTask.next_at > DatabaseTime(0)
        )
        return self._session.scalar(later) is None

    def claim(self, name: str, *, seconds: float) -> bool:
        """Set the next time; return whether it was this caller who did."""
        moved = self._session.execute(
            update(PeriodicTask)
            .where(PeriodicTask.name == name, PeriodicTask.next_at <= DatabaseTime(0))
            .values(next_at=DatabaseTime(seconds))
            .execution_options(synchronize_session=False)
        )
        if _count(moved):
            return True
        first = _insert(self._session, PeriodicTask).on_conflict_do_nothing()
        added = first.values(name=name, next_at=DatabaseTime(seconds)).returning(PeriodicTask.name)
        return self._session.scalar(added) is not None


def _insert(session: Session, table: type[Base]) -> Any:
    """Return an INSERT that can say what to do about a conflict; each dialect has its own."""
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    return (postgresql if is_postgresql else sqlite).insert(table)


def _count(result: Result[Any]) -> int:
    return int(result.rowcount)  # type: ignore[attr-defined]  # changes give a CursorResult
