"""Where are jobs reached?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import page_answer
from service.http_api.state import current_actor, current_units
from service.jobs import use_cases
from service.jobs.models import Job
from service.jobs.schemas import JobPage, JobQuery, JobSchema, told_job
from service.pagination import Page

blueprint = Blueprint("jobs", __name__, description="Work that outlives a request")

ASK_AGAIN_SECONDS = 1
JOB_EXAMPLE = {
    "id": "5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21",
    "kind": "sdk.build",
    "state": "running",
    "arguments": {"version_id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55"},
    "progress": {"done": 3, "total": 7, "message": "formatting"},
    "attempts": 1,
    "next_attempt_at": None,
    "failure": None,
    "result": {},
    "group_id": "2f0a8a53-6f1e-4b5d-9d43-0f5c1f0f3a77",
    "api_id": "7e6d2f10-5a4b-4c3d-9e8f-1a2b3c4d5e6f",
    "request_id": "1f7a9e9c-3c1f-4c55-9d0b-6f6f3a3a0c11",
    "actor_name": "alice",
    "created_at": "2026-11-20T10:00:00Z",
    "started_at": "2026-11-20T10:00:01Z",
    "finished_at": None,
}
CANCELLED_EXAMPLE = {**JOB_EXAMPLE, "state": "cancelled", "finished_at": "2026-11-20T10:00:09Z"}
QUEUED_EXAMPLE = {
    **JOB_EXAMPLE,
    "state": "queued",
    "progress": {"done": 0, "total": None, "message": ""},
    "attempts": 0,
    "next_attempt_at": "2026-11-20T10:05:00Z",
    "started_at": None,
}


_THIS_JOB = {"job_id": "$response.body#/id"}
_LINKS = {
    "get": Link(operation_id="getJob", description="See how far it is.", parameters=_THIS_JOB),
    "cancel": Link(operation_id="cancelJob", description="Have it ended.", parameters=_THIS_JOB),
    "retry": Link(operation_id="retryJob", description="Have it done again.", parameters=_THIS_JOB),
}


@blueprint.route("/jobs", methods=["GET"])
@blueprint.operation("listJobs")
@blueprint.arguments(JobQuery, location="query")
@blueprint.response(200, JobPage, example={"items": [JOB_EXAMPLE], "next_cursor": None})
def list_jobs(query: dict[str, Any]) -> Any:
    """List jobs

    Returns the jobs of the groups that you belong to, the newest first; to administrators, all.
    """
    with current_units().reading() as work:
        page = use_cases.list_jobs(work, current_actor(), **query)
    return page_answer(Page([told_job(job) for job in page.items], page.next_cursor))


@blueprint.route("/jobs/<id:job_id>", methods=["GET"])
@blueprint.operation("getJob", errors=[404], headers=["Retry-After"], links=_LINKS)
@blueprint.response(200, JobSchema, example=JOB_EXAMPLE)
def get_job(job_id: str) -> Any:
    """Get a job

    Returns how far a job is, and what came of it. While it is open, `Retry-After` says when to ask
    again. For members of its group; jobs of the instance are for administrators.
    """
    with current_units().reading() as work:
        job = use_cases.get_job(work, current_actor(), job_id=job_id)
    return told_job(job), 200, _waiting(job)


@blueprint.route("/jobs/<id:job_id>/cancel", methods=["POST"])
@blueprint.operation("cancelJob", scope=Scope.PUBLISH, errors=[404, 409], links=_LINKS)
@blueprint.response(200, JobSchema, description="Cancelled.", example=CANCELLED_EXAMPLE)
def cancel_job(job_id: str) -> Any:
    """Cancel a job

    Ends a job that is queued or running: nothing that it has not finished takes effect. A job that
    is over is refused with 409. For publishers of its group.
    """
    with current_units().writing() as work:
        job = use_cases.cancel_job(work, current_actor(), job_id=job_id)
    return told_job(job)


@blueprint.route("/jobs/<id:job_id>/retry", methods=["POST"])
@blueprint.operation(
    "retryJob", scope=Scope.PUBLISH, errors=[404, 409], headers=["Retry-After"], links=_LINKS
)
@blueprint.response(200, JobSchema, description="Queued again.", example=QUEUED_EXAMPLE)
def retry_job(job_id: str) -> Any:
    """Retry a job

    Queues a job that failed or was cancelled as if it were new. Any other is refused with 409, and
    so is one whose subject another open job is about. For publishers of its group.
    """
    with current_units().writing() as work:
        job = use_cases.retry_job(work, current_actor(), job_id=job_id)
    return told_job(job), 200, _waiting(job)


def _waiting(job: Job) -> dict[str, str]:
    return {"Retry-After": str(ASK_AGAIN_SECONDS)} if job.is_open else {}
