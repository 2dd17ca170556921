"""What can happen to jobs because somebody wants it?"""

from dataclasses import dataclass

from service.authorization import Actor
from service.jobs.models import Job
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCancelled(Event):
    """A job was cancelled."""

    name = "job.cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRetried(Event):
    """A job that had failed or was cancelled is to be done again."""

    name = "job.retried"


def about_job(
    kind: type[JobCancelled] | type[JobRetried], actor: Actor, job: Job
) -> JobCancelled | JobRetried:
    """Return an event of that kind about the job."""
    return kind(
        actor=actor,
        subject_type="job",
        subject_id=job.id,
        subject=job.kind,
        group_id=job.group_id,
        api_id=job.api_id,
    )
