"""What do jobs look like over HTTP?"""

from typing import Any

from marshmallow import fields, validate

from service.http_api.fields import (
    Integer,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    WholeMatch,
    enum_field,
)
from service.http_api.pagination import PageQuery, page_schema
from service.jobs.models import Job, JobState

KIND_PATTERN = r"^[a-z_]+(\.[a-z_]+)+$"


class JobProgressSchema(ResponseSchema):
    """How far a job is; of the attempt that runs, or ran last."""

    done = Integer(metadata={"description": "How much is done.", "example": 3})
    total = Integer(
        allow_none=True, metadata={"description": "How much there is to do, if that is known."}
    )
    message = String(metadata={"description": "What is being done.", "example": "formatting"})


class JobFailureSchema(ResponseSchema):
    """Why a job failed, or its last attempt did."""

    code = String(metadata={"description": "For programs.", "example": "too_slow"})
    message = String(metadata={"description": "For people."})


class JobSchema(ResponseSchema):
    """Work that outlives a request."""

    id = Uuid()
    kind = String(metadata={"description": "What is done.", "example": "instance.sweep"})
    state = enum_field(
        JobState,
        metadata={
            "description": "`succeeded`, `failed` and `cancelled` are final, unless it is retried."
        },
    )
    arguments = fields.Dict(
        keys=fields.String(), metadata={"description": "Ids of what it is about, by kind."}
    )
    progress = fields.Nested(JobProgressSchema)
    attempts = Integer(metadata={"description": "How often it was begun."})
    next_attempt_at = Timestamp(
        allow_none=True, metadata={"description": "When it may be begun; null unless `queued`."}
    )
    failure = fields.Nested(
        JobFailureSchema,
        allow_none=True,
        metadata={"description": "Why the last attempt failed, if it did."},
    )
    result = fields.Dict(
        keys=fields.String(),
        metadata={"description": "Ids of what came of it; empty unless `succeeded`."},
    )
    group_id = Uuid(allow_none=True, metadata={"description": "Its group; null: the instance."})
    api_id = Uuid(allow_none=True)
    request_id = String(metadata={"description": "The id of the request that caused it."})
    actor_name = String(metadata={"description": "Who caused it, by the name at that time."})
    created_at = Timestamp()
    started_at = Timestamp(allow_none=True, metadata={"description": "Begin of the last attempt."})
    finished_at = Timestamp(allow_none=True)


class JobQuery(PageQuery):
    """Which jobs to list."""

    state = enum_field(
        JobState, load_default=None, metadata={"description": "Only jobs in this state."}
    )
    kind = String(
        load_default=None,
        validate=[validate.Length(max=64), WholeMatch(KIND_PATTERN)],
        metadata={"description": "Only jobs of this kind.", "example": "instance.sweep"},
    )
    group_id = Uuid(load_default=None, metadata={"description": "Only jobs of this group."})
    api_id = Uuid(load_default=None, metadata={"description": "Only jobs about this API."})


JobPage = page_schema(JobSchema, name="JobPageSchema")


def told_job(job: Job) -> dict[str, Any]:
    """Return a job as `JobSchema` takes it."""
    plain = ("id", "kind", "state", "arguments", "attempts", "group_id", "api_id")
    times = ("request_id", "actor_name", "created_at", "started_at", "finished_at")
    return {
        **{name: getattr(job, name) for name in (*plain, *times)},
        "progress": {
            "done": job.progress_done,
            "total": job.progress_total,
            "message": job.progress_message,
        },
        "next_attempt_at": job.due_at if job.state is JobState.QUEUED else None,
        "failure": _told_failure(job),
        "result": job.result or {},
    }


def _told_failure(job: Job) -> dict[str, Any] | None:
    if job.failure_code is None:
        return None
    return {"code": job.failure_code, "message": job.failure_message or ""}
