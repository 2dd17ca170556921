"""What happens in the process that does one job?"""

import structlog

from service.jobs.errors import JobFailed, LeaseLost
from service.jobs.kinds import BadArguments, JobHandler, JobKind
from service.jobs.leases import end_as_failed, end_attempt
from service.jobs.models import Job
from service.jobs.running import RunningJob
from service.settings import Settings
from service.unit_of_work import RequestContext, UnitsOfWork

FAULT = "internal_error"
BAD_ARGUMENTS = "bad_arguments"
_log = structlog.get_logger("service.jobs")


def perform(
    job: Job, kind: JobKind, handler: JobHandler, *, units: UnitsOfWork, settings: Settings
) -> None:
    """Do one attempt of the job and write down what came of it."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(
        request_id=job.request_id, job_id=job.id, kind=job.kind, attempt=job.attempts
    )
    running = running_job(job, units=units, settings=settings)
    _log.info("job begins")
    try:
        kind.check(job.arguments)
        handler(running, job.arguments)
        if not running.is_finished:
            with running.finishing():
                pass
    except LeaseLost:
        _log.warning("job is no longer this worker's")
    except BadArguments as error:  # written by another release; trying again changes nothing
        end_as_failed(units, job, code=BAD_ARGUMENTS, message=str(error))
    except JobFailed as failure:
        end_as_failed(units, job, code=failure.code, message=failure.message)
    except Exception as fault:  # noqa: BLE001 - the outermost edge of foreign code
        _log.exception("job attempt raised")
        message = f"Something went wrong on our side ({type(fault).__name__}); the log says what."
        end_attempt(units, job, kind, code=FAULT, message=message)
    else:
        _log.info("job succeeded")


def running_job(job: Job, *, units: UnitsOfWork, settings: Settings) -> RunningJob:
    """Return what the handler holds of the job."""
    return RunningJob(
        id=job.id,
        kind=job.kind,
        attempt=job.attempts,
        fence=job.fence,
        group_id=job.group_id,
        api_id=job.api_id,
        request_id=job.request_id,
        units=units.for_request(RequestContext(request_id=job.request_id)),
        settings=settings,
    )
