"""What does the API tell of work that outlives a request?"""

from typing import Any

import pytest
from sqlalchemy import update

from service.authorization import SYSTEM
from service.jobs.models import Job, JobState
from service.jobs.use_cases import enqueue
from service.unit_of_work import RequestContext
from tests.factories import jobs
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


def make_job(world: World, *, group_id: str | None = None, **values: Any) -> Job:
    """Make a job of the group, or of the instance; `values` are columns of it."""
    units = world.units.for_request(RequestContext(request_id="request-1"))
    with units.writing() as work:
        job = enqueue(work, jobs.GREET, {"name": "world"}, actor=SYSTEM, group_id=group_id)
        if values:
            work.session.execute(update(Job).where(Job.id == job.id).values(values))
    return job


def test_a_queued_job_says_when_to_ask_again(world: World) -> None:
    owner = world.user()
    group = world.group(owner=owner)
    job = make_job(world, group_id=group.id)

    response = world.client(owner).get(f"/jobs/{job.id}")

    assert response.status_code == 200
    assert response.headers["Retry-After"] == "1"
    told = response.get_json()
    assert told["state"] == "queued"
    assert told["arguments"] == {"name": "world"}
    assert told["progress"] == {"done": 0, "total": None, "message": ""}
    assert told["next_attempt_at"] is not None
    assert told["failure"] is None
    assert told["request_id"] == "request-1"
    assert told["group_id"] == group.id


def test_a_failed_job_says_why_and_not_to_ask_again(world: World) -> None:
    job = make_job(
        world,
        state=JobState.FAILED,
        due_at=None,
        failure_code="too_slow",
        failure_message="It took longer than 300 seconds.",
    )

    response = world.admin().get(f"/jobs/{job.id}")

    assert "Retry-After" not in response.headers
    told = response.get_json()
    assert told["failure"] == {"code": "too_slow", "message": "It took longer than 300 seconds."}
    assert told["next_attempt_at"] is None


def test_a_job_of_the_instance_is_for_administrators(world: World) -> None:
    job = make_job(world)

    assert world.client().get(f"/jobs/{job.id}").status_code == 404
    assert world.admin().get(f"/jobs/{job.id}").status_code == 200


def test_a_job_that_does_not_exist_is_not_found(world: World) -> None:
    response = world.admin().get("/jobs/5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21")

    assert response.status_code == 404
