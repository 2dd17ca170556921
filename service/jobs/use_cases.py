"""What can be done with jobs? Cause one, look at it; workers have `leases.py`."""

import uuid

from service.authorization import Actor
from service.jobs.kinds import JobArguments, JobKind
from service.jobs.models import Job
from service.jobs.repository import JobRepository
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
