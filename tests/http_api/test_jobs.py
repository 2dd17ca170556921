"""What does the API tell of work that outlives a request?"""

from typing import Any

import pytest
from sqlalchemy import update

from service.authorization import SYSTEM
from service.jobs import leases
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


def test_jobs_are_listed_for_members_the_newest_first_and_filtered(world: World) -> None:
    owner = world.user()
    group, other = world.group(owner=owner), world.group(owner=world.user())
    first = make_job(world, group_id=group.id)
    second = make_job(world, group_id=group.id, state=JobState.FAILED, due_at=None)
    for hidden in (other.id, None):
        make_job(world, group_id=hidden)
    client = world.client(owner)

    def listed(**query: str) -> list[str]:
        return [item["id"] for item in client.get("/jobs", query_string=query).get_json()["items"]]

    assert listed() == [second.id, first.id]
    assert listed(state="failed") == [second.id]
    assert listed(kind="test.greet", group_id=group.id) == [second.id, first.id]
    assert listed(kind="test.other") == listed(group_id=other.id) == []
    assert len(world.admin().get("/jobs").get_json()["items"]) == 4
    assert client.get("/jobs", query_string={"limit": 1}).headers["Link"]


def test_an_open_job_is_cancelled_once(world: World) -> None:
    owner = world.user()
    job = make_job(world, group_id=world.group(owner=owner).id)
    client = world.client(owner)

    cancelled = client.post(f"/jobs/{job.id}/cancel")
    again = client.post(f"/jobs/{job.id}/cancel")

    assert cancelled.get_json()["state"] == "cancelled"
    assert cancelled.get_json()["finished_at"] is not None
    assert again.status_code == 409
    assert again.get_json()["error"]["code"] == "job_over"


def test_a_worker_that_does_a_cancelled_job_can_write_nothing_more(world: World) -> None:
    job = make_job(world)
    taken = leases.take_job(world.units, ["test.greet"], lease_seconds=60, worker="somebody")
    assert taken is not None

    world.admin().post(f"/jobs/{job.id}/cancel")

    assert not leases.extend_lease(world.units, taken, lease_seconds=60)
    leases.end_as_failed(world.units, taken, code="late", message="late")
    assert world.admin().get(f"/jobs/{job.id}").get_json()["failure"] is None


def test_a_failed_job_is_retried_as_if_it_were_new(world: World) -> None:
    job = make_job(world, state=JobState.FAILED, due_at=None, failure_code="x", attempts=3)
    admin = world.admin()

    retried = admin.post(f"/jobs/{job.id}/retry")
    again = admin.post(f"/jobs/{job.id}/retry")

    told = retried.get_json()
    assert (told["state"], told["attempts"], told["failure"]) == ("queued", 0, None)
    assert retried.headers["Retry-After"] == "1"
    assert again.status_code == 409
    assert again.get_json()["error"]["code"] == "job_not_repeatable"
    actions = [event["action"] for event in admin.get("/audit-events").get_json()["items"]]
    assert actions == ["job.retried"]


def test_a_job_is_not_retried_while_another_about_the_same_is_open(world: World) -> None:
    arguments = {"version_id": "1", "tool": "a"}
    with world.units.writing() as work:
        first = enqueue(work, jobs.BUILD, arguments, actor=SYSTEM)
        first.state, first.due_at, first.open_subject = JobState.FAILED, None, None
    with world.units.writing() as work:
        enqueue(work, jobs.BUILD, arguments, actor=SYSTEM)

    refused = world.admin().post(f"/jobs/{first.id}/retry")

    assert refused.status_code == 409
    assert "open" in refused.get_json()["error"]["message"]
