"""Does a version live and retire as its maintainers say?"""

from datetime import UTC, datetime, timedelta

import pytest
from werkzeug.http import http_date

from service.authorization import Scope
from tests.factories.documents import (
    Publisher,
    a_publisher,
    document_bytes,
    undetermined_pair,
)
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

SUNSET = datetime.now(UTC).replace(microsecond=0) + timedelta(days=90)


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders with the versions 1.0.0 and 1.1.0."""
    publisher = a_publisher(world)
    publisher.publish(document_bytes("/orders"), version="1.0.0")
    publisher.publish(document_bytes("/orders", "/items"), version="1.1.0")
    return publisher


def test_a_deprecated_version_says_so_wherever_it_is_read(publisher: Publisher) -> None:
    changed = publisher.set_state("1.0.0", "deprecated", sunset_at=SUNSET.isoformat())

    since = datetime.fromisoformat(changed.json["deprecated_at"])
    for path in ("/versions/1.0.0", "/versions/1.0.0/document"):
        headers = publisher.get(path).headers
        assert headers["Deprecation"] == f"@{int(since.timestamp())}"
        assert headers["Sunset"] == http_date(SUNSET)
        assert headers["Link"] == (
            '</api/v1/groups/acme/apis/orders/versions/1.0.0>; rel="deprecation", '
            '</api/v1/groups/acme/apis/orders/versions/1.1.0>; rel="successor-version"'
        )


def test_without_a_date_or_a_successor_there_is_no_word_of_them(publisher: Publisher) -> None:
    publisher.set_state("1.1.0", "deprecated")

    headers = publisher.get("/versions/1.1.0").headers

    assert "Sunset" not in headers
    assert headers["Link"] == (
        '</api/v1/groups/acme/apis/orders/versions/1.1.0>; rel="deprecation"'
    )


def test_a_version_that_is_not_retired_carries_no_such_headers(publisher: Publisher) -> None:
    headers = publisher.get("/versions/1.1.0").headers

    assert {"Deprecation", "Sunset", "Link"} & set(headers.keys()) == set()


def test_a_version_is_brought_back(publisher: Publisher) -> None:
    publisher.set_state("1.0.0", "sunset")

    back = publisher.set_state("1.0.0", "deprecated")
    published = publisher.set_state("1.0.0", "published")

    assert (back.status_code, published.status_code) == (200, 200)
    assert (published.json["deprecated_at"], published.json["sunset_at"]) == (None, None)


def test_a_disabled_version_is_no_longer_what_others_are_compared_with(
    publisher: Publisher,
) -> None:
    publisher.set_state("1.1.0", "disabled", reason="Published by mistake.")

    answer = publisher.publish(document_bytes("/orders", "/other"), version="1.2.0")

    assert (answer.status_code, answer.json["base"]) == (201, "1.0.0")
    assert publisher.get("/versions/1.1.0").json["state_reason"] == "Published by mistake."


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"state": "pending"}, 400, "validation_error"),
        ({"state": "published"}, 409, "state_not_allowed"),
        (
            {"state": "disabled", "sunset_at": SUNSET.isoformat()},
            400,
            "validation_error",
        ),
        (
            {"state": "deprecated", "sunset_at": "2001-01-01T00:00:00Z"},
            400,
            "validation_error",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    publisher: Publisher, body: dict[str, str], status: int, code: str
) -> None:
    answer = publisher.client.put(
        f"{publisher.path}/versions/1.0.0/state", json=body, headers={"If-Match": "*"}
    )

    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)


def test_a_stale_change_of_state_is_refused(publisher: Publisher) -> None:
    path = f"{publisher.path}/versions/1.0.0/state"
    etag = publisher.get("/versions/1.0.0").headers["ETag"]

    first = publisher.client.put(path, json={"state": "deprecated"}, headers={"If-Match": etag})
    second = publisher.client.put(path, json={"state": "disabled"}, headers={"If-Match": etag})
    without = publisher.client.put(path, json={"state": "disabled"})

    assert [first.status_code, second.status_code, without.status_code] == [200, 412, 428]
    assert first.headers["ETag"] != etag


def test_a_publisher_cannot_retire_versions(world: World) -> None:
    member = world.user()
    api = world.api(world.group("shop", publisher=member), "carts")
    machine = Publisher(world.client(member, Scope.MANAGE), "/groups/shop/apis/carts")
    machine.publish(document_bytes("/orders"))

    answers = [
        machine.set_state("1.0.0", "disabled"),
        machine.withhold("1.0.0"),
        machine.review("1.0.0", "reject"),
    ]

    assert api.name == "carts"
    assert [answer.status_code for answer in answers] == [403, 403, 403]


def hold(publisher: Publisher) -> None:
    """Publish 3.0.0, and 3.1.0, which is held."""
    before, after = undetermined_pair()
    publisher.publish(before, version="3.0.0")
    assert publisher.publish(after, version="3.1.0").status_code == 202


def review(publisher: Publisher, decision: str) -> tuple[int, str]:
    """Review 3.1.0; return the status, and the state or the error's code."""
    answer = publisher.review("3.1.0", decision)
    body = answer.json
    return answer.status_code, body["state"] if "state" in body else body["error"]["code"]


def test_a_rejected_version_keeps_its_name_and_is_never_a_base(publisher: Publisher) -> None:
    hold(publisher)

    outcome = review(publisher, "reject")
    next_one = publisher.publish(undetermined_pair()[0], version="3.2.0")
    same_name = publisher.publish(document_bytes("/orders"), version="3.1.0")

    assert outcome == (200, "rejected")
    assert next_one.json["base"] == "3.0.0"
    assert same_name.json["error"]["code"] == "version_exists"
    assert review(publisher, "release") == (409, "state_not_allowed")


def test_a_released_version_is_the_base_of_the_next(publisher: Publisher) -> None:
    hold(publisher)

    outcome = review(publisher, "release")
    next_one = publisher.publish(undetermined_pair()[1], version="3.2.0")

    assert outcome == (200, "published")
    assert next_one.json["base"] == "3.1.0"


def test_a_version_is_released_into_what_is_true_by_then(publisher: Publisher) -> None:
    hold(publisher)
    publisher.publish(_with_more(undetermined_pair()[0]), version="3.2.0")

    outcome = review(publisher, "release")

    assert outcome == (409, "publication_refused")
    assert publisher.get("/versions/3.1.0").json["state"] == "pending"


def test_a_version_released_late_tells_what_it_was_compared_with(publisher: Publisher) -> None:
    hold(publisher)
    publisher.publish(undetermined_pair()[0], version="3.2.0")

    outcome = review(publisher, "release")
    released = publisher.get("/versions/3.1.0").json
    next_one = publisher.publish(undetermined_pair()[0], version="3.3.0")

    assert outcome == (200, "published")
    assert (released["base"], released["verdict"]) == ("3.2.0", "undetermined")
    assert next_one.json["base"] == "3.2.0"


def _with_more(content: dict[str, object]) -> dict[str, object]:
    """Return a document that offers one path more."""
    paths = dict(content["paths"])  # type: ignore[call-overload]  # a document's paths are a dict
    paths["/more"] = {"get": {"responses": {"200": {"description": "More."}}}}
    return {**content, "paths": paths}


@pytest.mark.parametrize(
    ("action", "body"),
    [("review", {"decision": "release", "reason": "Fine."}), ("withhold", {"reason": "A leak."})],
)
def test_who_reviews_or_withholds_must_have_seen_the_version_as_it_is(
    publisher: Publisher, action: str, body: dict[str, str]
) -> None:
    hold(publisher)
    path = f"{publisher.path}/versions/3.1.0/{action}"
    etag = publisher.get("/versions/3.1.0").headers["ETag"]

    without = publisher.client.post(path, json=body)
    stale = publisher.client.post(path, json=body, headers={"If-Match": '"what-was-there"'})
    right = publisher.client.post(path, json=body, headers={"If-Match": etag})

    assert [without.status_code, stale.status_code, right.status_code] == [428, 412, 200]
    assert right.headers["ETag"] == publisher.get("/versions/3.1.0").headers["ETag"] != etag


def test_a_version_without_its_document_is_not_released_onto_another_base(
    publisher: Publisher,
) -> None:
    hold(publisher)
    publisher.withhold("3.1.0")
    publisher.publish(undetermined_pair()[0], version="3.2.0")

    assert review(publisher, "release") == (409, "not_comparable")
    assert review(publisher, "reject") == (200, "rejected")


def test_every_change_of_a_versions_life_is_in_the_audit(
    world: World, publisher: Publisher
) -> None:
    hold(publisher)
    review(publisher, "release")
    publisher.set_state("3.1.0", "deprecated", reason="Use 4.")
    publisher.withhold("3.1.0")

    events = world.admin().get("/audit-events").json["items"]

    told = [event for event in events if event["subject"] == "acme/orders@3.1.0"]
    assert [event["action"] for event in told] == [
        "version.document_withheld",
        "version.state_changed",
        "version.released",
        "version.held",
    ]
