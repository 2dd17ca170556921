"""What can be done with jobs? Cause, look at, steer them; what workers do is in `leases.py`."""

import uuid

from sqlalchemy.exc import IntegrityError

from service.authorization import Actor, require
from service.jobs.errors import JobNotRepeatable, JobOver
from service.jobs.events import JobCancelled, JobRetried, about_job
from service.jobs.kinds import JobArguments, JobKind
from service.jobs.models import Job, JobState
from service.jobs.permissions import can_steer_job
from service.jobs.repository import JobRepository
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork


def enqueue(
    work: UnitOfWork,
    kind: JobKind,
    arguments: JobArguments,
    *,
    actor: Actor,
    group_id: str | None = None,
    api_id: str | None = None,
) -> Job:
    """Add a job in the caller's transaction: it exists if, and only if, its cause does.

    `group_id` and `api_id` say who may see it. Where the kind allows one open job per subject and
    there is one, that is returned. Raises `BadArguments`.
    """
    kind.check(arguments)
    job = JobRepository(work.session).add(
        {
            "kind": kind.name,
            "arguments": dict(arguments),
            "subject": kind.subject_of(arguments),
            "group_id": group_id,
            "api_id": api_id,
            "request_id": work.context.request_id or str(uuid.uuid4()),
            "actor_kind": actor.kind,
            "actor_id": actor.id,
            "actor_name": actor.name,
        }
    )
    work.wake_workers()
    return job


def get_job(work: UnitOfWork, actor: Actor, *, job_id: str) -> Job:
    """Return a job; raises `NotFound` also if the actor may not see it."""
    return JobRepository(work.session).get_visible(job_id, actor)


def list_jobs(
    work: UnitOfWork,
    actor: Actor,
    *,
    page: PageRequest,
    state: JobState | None = None,
    **ids: str | None,
) -> Page[Job]:
    """Return a page of the jobs the actor may see, the newest first.

    `ids` are what columns must hold: `kind`, `group_id`, `api_id`; None: anything.
    """
    only = {"state": state, **ids}
    return JobRepository(work.session).list_visible(actor, page=page, only=only)


def cancel_job(work: UnitOfWork, actor: Actor, *, job_id: str) -> Job:
    """End a job that is queued or running; what it has in hand is undone or comes to nothing.

    Raises `NotFound`, `NotPermitted`, `JobOver`.
    """
    jobs = JobRepository(work.session)
    job = jobs.get_visible(job_id, actor)
    require(actor, can_steer_job(actor, job))
    cancelled = jobs.cancel(job)
    if cancelled is None:
        raise JobOver("The job is over.", details={"state": job.state})
    work.record(about_job(JobCancelled, actor, cancelled))
    return cancelled


def retry_job(work: UnitOfWork, actor: Actor, *, job_id: str) -> Job:
    """Queue a job that failed or was cancelled, with all its attempts before it.

    Raises `NotFound`, `NotPermitted`, `JobNotRepeatable`.
    """
    jobs = JobRepository(work.session)
    job = jobs.get_visible(job_id, actor)
    require(actor, can_steer_job(actor, job))
    try:
        queued = jobs.retry(job)
    except IntegrityError:
        raise JobNotRepeatable("Another job about the same is open.") from None
    if queued is None:
        raise JobNotRepeatable(
            "Only a job that failed or was cancelled can be retried.", details={"state": job.state}
        )
    work.record(about_job(JobRetried, actor, queued))
    work.wake_workers()
    return queued
