"""Where are jobs reached?"""

from typing import Any

from service.http_api.blueprint import Blueprint
from service.http_api.state import current_actor, current_units
from service.jobs import use_cases
from service.jobs.models import Job
from service.jobs.schemas import JobSchema, told_job

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


@blueprint.route("/jobs/<id:job_id>", methods=["GET"])
@blueprint.operation("getJob", errors=[404], headers=["Retry-After"])
@blueprint.response(200, JobSchema, example=JOB_EXAMPLE)
def get_job(job_id: str) -> Any:
    """Get a job

    Returns how far a job is, and what came of it. While it is open, `Retry-After` says when to ask
    again. For members of its group; jobs of the instance are for administrators.
    """
    with current_units().reading() as work:
        job = use_cases.get_job(work, current_actor(), job_id=job_id)
    return told_job(job), 200, _waiting(job)


def _waiting(job: Job) -> dict[str, str]:
    return {"Retry-After": str(ASK_AGAIN_SECONDS)} if job.is_open else {}
