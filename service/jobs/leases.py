"""How does a worker come by a job, keep it, and let go of it? Each function is one transaction."""

import random
from collections.abc import Sequence

import structlog

from service.jobs.kinds import JobKind
from service.jobs.models import Job
from service.jobs.repository import LeaseRepository
from service.unit_of_work import UnitsOfWork

LOST = "worker_lost"
_MESSAGE_LENGTH = 4000
_JITTER = 0.5
_random = random.SystemRandom()
_log = structlog.get_logger("service.jobs")


def take_job(
    units: UnitsOfWork, kinds: Sequence[str], *, lease_seconds: float, worker: str
) -> Job | None:
    """Take a job that is due; None if there is none."""
    with units.reading() as work:  # most often there is none, and looking locks nobody out
        if not LeaseRepository(work.session).is_any_due(kinds):
            return None
    with units.writing() as work:
        leases = LeaseRepository(work.session)
        return leases.take(kinds, lease_seconds=lease_seconds, worker=worker)


def is_any_due(units: UnitsOfWork, kinds: Sequence[str]) -> bool:
    """Whether there is a job to take."""
    with units.reading() as work:
        return LeaseRepository(work.session).is_any_due(kinds)


def extend_lease(units: UnitsOfWork, job: Job, *, lease_seconds: float) -> bool:
    """Extend the lease; return whether it was still held."""
    with units.writing() as work:
        return LeaseRepository(work.session).extend(
            job.id, fence=job.fence, lease_seconds=lease_seconds
        )


def hand_back(units: UnitsOfWork, job: Job) -> None:
    """Let another worker begin anew; this attempt does not count."""
    with units.writing() as work:
        if LeaseRepository(work.session).hand_back(job.id, fence=job.fence):
            work.wake_workers()


def end_as_failed(units: UnitsOfWork, job: Job, *, code: str, message: str) -> None:
    """End the job for good, unless it is no longer this worker's."""
    with units.writing() as work:
        held = LeaseRepository(work.session).fail(
            job.id, fence=job.fence, code=code, message=message[:_MESSAGE_LENGTH]
        )
    if held:
        _log.warning("job failed", **_about(job), code=code, reason=message)


def end_attempt(units: UnitsOfWork, job: Job, kind: JobKind, *, code: str, message: str) -> None:
    """Queue the job for another attempt, or end it if that was the last one."""
    if job.attempts >= kind.limits.attempts:
        end_as_failed(units, job, code=code, message=message)
        return
    seconds = kind.limits.backoff_seconds * 2 ** (job.attempts - 1)
    seconds *= _random.uniform(1 - _JITTER, 1 + _JITTER)
    with units.writing() as work:
        held = LeaseRepository(work.session).postpone(
            job.id,
            fence=job.fence,
            code=code,
            message=message[:_MESSAGE_LENGTH],
            seconds=seconds,
        )
    if held:
        _log.warning("job attempt failed", **_about(job), code=code, again_in=round(seconds, 1))


def end_poisoned(units: UnitsOfWork, job: Job, kind: JobKind) -> bool:
    """End a job that has had all its attempts without an answer; return whether it is one.

    Its workers died, or the machine did, as often as the job was tried: it is not tried once more.
    """
    if job.attempts <= kind.limits.attempts:
        return False
    with units.writing() as work:
        LeaseRepository(work.session).forget_attempt(job.id, fence=job.fence)
    message = f"{kind.limits.attempts} workers that did it ended without a word."
    end_as_failed(units, job, code=LOST, message=message)
    return True


def _about(job: Job) -> dict[str, object]:
    return {
        "job_id": job.id,
        "kind": job.kind,
        "attempt": job.attempts,
        "request_id": job.request_id,
    }
