"""What does the API tell of the clients of versions?"""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from service.authorization import Scope
from service.blobs.models import StoredBlob
from service.groups.models import Visibility
from service.jobs.models import Job, JobState
from service.sdk_packages import Reason
from service.sdks.models import SdkBuild, SdkState
from service.sdks.use_cases import close_abandoned
from service.versions.models import VersionState
from tests.contract.documents import order_document
from tests.factories.sdks import (
    EMPTY_SURFACE,
    failed_build,
    found_build,
    queued_build,
    ready_build,
)
from tests.factories.world import World

pytestmark = pytest.mark.both_databases
PATH = "/groups/acme/apis/orders/versions"
REASON = Reason("/paths/~1orders", "Nothing can be made of it.", "Write it otherwise.")


def with_models(**fields: Any) -> dict[str, Any]:
    """Return a surface with one model of these fields."""
    told = {name: {"type": kind, "required": False} for name, kind in fields.items()}
    return {**EMPTY_SURFACE, "models": {"Order": {"fields": told}}}


def test_publishing_queues_the_client_with_the_version(world: World) -> None:
    owner = world.user()
    world.api(world.group("acme", owner=owner), "orders")
    client = world.client(owner)

    published = client.post(PATH, json=order_document("1.0.0"))
    told = client.get(f"{PATH}/1.0.0/sdk").get_json()
    job = client.get(f"/jobs/{told['job_id']}").get_json()

    assert published.status_code == 201
    assert told["state"] == "queued"
    assert (told["package"], told["package_version"]) == ("acme-orders-client", "1.0.0")
    assert told["install"] is None
    assert (job["kind"], job["state"]) == ("sdk.build", "queued")


def test_a_refused_version_gets_no_client(world: World) -> None:
    owner = world.user()
    world.api(world.group("acme", owner=owner), "orders")
    client = world.client(owner)
    client.put("/groups/acme/policy", json={"mode": "enforce"}, headers={"If-Match": "*"})
    client.post(PATH, json=order_document("1.0.0"))
    document = order_document("1.1.0")
    document["paths"] = {}

    refused = client.post(PATH, json=document)
    with world.units.reading() as work:
        count = work.session.query(SdkBuild).count()

    assert refused.status_code == 409
    assert count == 1


def test_a_ready_client_says_how_to_install_it(world: World) -> None:
    group = world.group("acme", visibility=Visibility.PUBLIC)
    ready_build(world, world.version(world.api(group, "orders"), "1.2.0"))

    told = world.anonymous().get(f"{PATH}/1.2.0/sdk").get_json()

    assert told["state"] == "ready"
    assert told["install"].endswith("http://localhost/simple/ acme-orders-client==1.2.0")
    assert [file["name"] for file in told["files"]] == [
        "acme_orders_client-1.2.0-py3-none-any.whl",
        "acme_orders_client-1.2.0.tar.gz",
    ]


def test_a_failed_client_names_the_place_and_what_to_change(world: World) -> None:
    group = world.group("acme", visibility=Visibility.PUBLIC)
    failed_build(world, world.version(world.api(group, "orders"), "1.0.0"), REASON)

    told = world.anonymous().get(f"{PATH}/1.0.0/sdk").get_json()

    assert told["state"] == "failed"
    assert told["reasons"] == [
        {
            "pointer": "/paths/~1orders",
            "sentence": "Nothing can be made of it.",
            "remedy": "Write it otherwise.",
        }
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_upgrade_is_judged_once_both_clients_are_ready(
    world: World, order: tuple[int, int]
) -> None:
    api = world.api(world.group("acme", visibility=Visibility.PUBLIC), "orders")
    base = world.version(api, "1.0.0")
    revision = world.version(api, "1.1.0", content=b'{"openapi":"3.0.3"}', base_id=base.id)
    surfaces = (with_models(amount="int", note="str"), with_models(amount="int"))
    versions = (base, revision)

    first, second = order
    ready_build(world, versions[first], surface=surfaces[first])
    before = world.anonymous().get(f"{PATH}/1.1.0/sdk").get_json()["verdict"]
    ready_build(world, versions[second], surface=surfaces[second])
    told = world.anonymous().get(f"{PATH}/1.1.0/sdk").get_json()

    assert before is None
    assert (told["verdict"], told["base"], told["breaking_count"]) == ("breaking", "1.0.0", 1)
    assert [change["subject"] for change in told["changes"]] == ["Order.note"]


def test_a_failed_build_is_done_again_under_the_same_number(world: World) -> None:
    publisher = world.user()
    api = world.api(world.group("acme", publisher=publisher), "orders")
    failed_build(world, world.version(api, "1.0.0"), REASON)
    client = world.client(publisher, Scope.PUBLISH)

    answer = client.post(f"{PATH}/1.0.0/sdk/rebuild")
    again = client.post(f"{PATH}/1.0.0/sdk/rebuild")

    assert answer.status_code == 202
    assert answer.get_json()["package_version"] == "1.0.0"
    assert answer.get_json()["state"] == "queued"
    assert answer.headers["Location"].endswith(f"/jobs/{answer.get_json()['job_id']}")
    assert again.get_json()["error"]["code"] == "sdk_not_rebuildable"


def test_another_generator_makes_a_post_release_and_one_client_stays_ready(world: World) -> None:
    publisher = world.user()
    version = world.version(world.api(world.group("acme", publisher=publisher), "orders"))
    first = ready_build(world, version)
    client = world.client(publisher, Scope.PUBLISH)

    refused = client.post(f"{PATH}/1.0.0/sdk/rebuild")
    second = ready_build(world, version)
    builds = client.get(f"{PATH}/1.0.0/sdk/builds").get_json()["items"]

    assert refused.get_json()["error"]["code"] == "sdk_not_rebuildable"
    assert second.package_version == "1.0.0.post1"
    assert found_build(world, first.id).state is SdkState.REPLACED
    assert [(one["package_version"], one["state"]) for one in builds] == [
        ("1.0.0.post1", "ready"),
        ("1.0.0", "replaced"),
    ]


def test_a_version_of_before_gets_its_client_when_somebody_asks(world: World) -> None:
    publisher = world.user()
    world.version(world.api(world.group("acme", publisher=publisher), "orders"))
    client = world.client(publisher, Scope.PUBLISH)

    before = client.get(f"{PATH}/1.0.0/sdk").get_json()["state"]
    asked = client.post(f"{PATH}/1.0.0/sdk/rebuild")

    assert before == "missing"
    assert asked.status_code == 202


def test_a_version_that_cannot_be_used_gets_no_client(world: World) -> None:
    publisher = world.user()
    api = world.api(world.group("acme", publisher=publisher), "orders")
    world.version(api, "1.0.0", state=VersionState.PENDING)

    answer = world.client(publisher, Scope.PUBLISH).post(f"{PATH}/1.0.0/sdk/rebuild")

    assert answer.status_code == 409


def test_a_build_whose_job_died_is_told_as_failed_and_can_be_repeated(world: World) -> None:
    publisher = world.user()
    version = world.version(world.api(world.group("acme", publisher=publisher), "orders"))
    build = queued_build(world, version)
    client = world.client(publisher, Scope.PUBLISH)
    with world.units.writing() as work:
        job = work.session.get_one(Job, build.job_id)
        job.state, job.due_at, job.open_subject = JobState.FAILED, None, None
        job.failure_message = "It took longer than 5 seconds."

    told = client.get(f"{PATH}/1.0.0/sdk").get_json()
    with world.units.writing() as work:
        closed = close_abandoned(work)

    assert told["state"] == "failed"
    assert "It took longer than 5 seconds." in told["reasons"][0]["sentence"]
    assert closed == 1
    assert found_build(world, build.id).state is SdkState.FAILED
    assert client.post(f"{PATH}/1.0.0/sdk/rebuild").status_code == 202


def test_a_withheld_document_takes_its_client_with_it(world: World) -> None:
    maintainer = world.user()
    group = world.group("acme", maintainer=maintainer)
    version = world.version(world.api(group, "orders"))
    ready_build(world, version, surface=with_models(key="str"))
    client = world.client(maintainer)

    withheld = client.post(
        f"{PATH}/1.0.0/withhold", json={"reason": "A secret."}, headers={"If-Match": "*"}
    )
    told = client.get(f"{PATH}/1.0.0/sdk").get_json()

    assert withheld.status_code == 200
    assert (told["state"], told["install"], told["files"]) == ("withdrawn", None, [])
    with world.units.reading() as work:
        assert work.session.scalars(select(StoredBlob.digest)).all() == []
        [build] = work.session.scalars(select(SdkBuild)).all()
        assert (build.surface, build.core_metadata) == (None, None)


def test_what_came_of_builds_is_told_outside_and_in_the_audit(world: World) -> None:
    owner = world.user()
    api = world.api(world.group("acme", owner=owner), "orders")
    ready_build(world, world.version(api, "1.0.0"))
    failed_build(world, world.version(api, "2.0.0"), REASON)
    client = world.client(owner)

    events = client.get("/groups/acme/events").get_json()["items"]
    audit = client.get("/groups/acme/audit-events").get_json()["items"]

    told = [(event["type"], event["payload"]["data"]["version"]) for event in events]
    assert told == [("sdk.failed", "2.0.0"), ("sdk.ready", "1.0.0")]
    assert events[0]["payload"]["data"]["pointers"] == ["/paths/~1orders"]
    assert events[1]["payload"]["data"]["package"] == "acme-orders-client"
    assert {event["action"] for event in audit} >= {"sdk.ready", "sdk.failed"}


def test_a_page_says_how_a_public_client_is_installed_and_what_it_breaks(
    app: Flask, world: World
) -> None:
    api = world.api(world.group("acme", visibility=Visibility.PUBLIC), "orders")
    base = world.version(api, "1.0.0")
    revision = world.version(api, "1.1.0", content=b'{"openapi":"3.0.3"}', base_id=base.id)
    ready_build(world, base, surface=with_models(amount="int", note="str"))
    ready_build(world, revision, surface=with_models(amount="int"))

    page = app.test_client().get("/groups/acme/apis/orders/versions/1.1.0/client")

    assert page.status_code == 200
    assert "acme-orders-client==1.1.0" in page.text
    assert "Order has no field note any more" in page.text
    assert "Upgrading breaks code in 1\nplace, of 1 changed." in page.text


def test_a_page_says_why_there_is_no_client_without_trusting_the_document(
    app: Flask, world: World
) -> None:
    api = world.api(world.group("acme", visibility=Visibility.PUBLIC), "orders")
    failed_build(world, world.version(api), Reason("/paths", "<script>x</script>", "Change it."))

    page = app.test_client().get("/groups/acme/apis/orders/versions/1.0.0/client")

    assert "&lt;script&gt;x&lt;/script&gt;" in page.text
    assert "<script>" not in page.text


def test_the_page_of_a_private_client_is_not_there(app: Flask, world: World) -> None:
    ready_build(world, world.version(world.api(world.group("acme"), "orders")))

    page = app.test_client().get("/groups/acme/apis/orders/versions/1.0.0/client")

    assert page.status_code == 404
