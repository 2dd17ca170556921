"""Is a document published, held or refused as the policy says, over HTTP?"""

import json
from typing import Any

import pytest

from service.authorization import Scope
from service.groups.models import Visibility
from tests.factories.documents import (
    Publisher,
    a_publisher,
    document,
    document_bytes,
    undetermined_pair,
)
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders, where the policy is enforced."""
    return a_publisher(world)


def test_the_first_version_is_published_without_a_verdict(publisher: Publisher) -> None:
    answer = publisher.publish(document_bytes("/orders", version="1.0.0"))

    assert answer.status_code == 201
    assert answer.headers["Location"] == "/api/v1/groups/acme/apis/orders/versions/1.0.0"
    body = answer.json
    assert (body["name"], body["state"], body["base"]) == ("1.0.0", "published", None)
    assert (body["verdict"], body["verdict_reason"]) == (None, "no_base")
    assert [reason["id"] for reason in body["reasons"]] == ["no_base"]


def test_a_compatible_version_is_compared_with_the_previous_one(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", version="1.0.0"))

    answer = publisher.publish(document_bytes("/orders", "/items", version="1.1.0"))

    assert answer.status_code == 201
    body = answer.json
    assert (body["base"], body["verdict"], body["reasons"]) == ("1.0.0", "compatible", [])
    assert body["counts"]["error"] == 0


def test_a_breaking_version_is_refused_with_its_changes(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))

    answer = publisher.publish(document_bytes("/orders"), version="1.1.0")
    listed = publisher.get("/versions").json["items"]

    assert answer.status_code == 409
    error = answer.json["error"]
    assert error["code"] == "publication_refused"
    details = error["details"]
    assert [reason["id"] for reason in details["reasons"]] == [
        "breaking_change",
        "major_not_raised",
    ]
    assert (details["verdict"], details["base"], details["change_count"]) == (
        "breaking",
        "1.0.0",
        1,
    )
    assert [change["rule"] for change in details["changes"]] == ["path.removed"]
    assert [version["name"] for version in listed] == ["1.0.0"]


def test_a_refused_attempt_is_on_record_and_leaves_its_name_free(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    publisher.publish(document_bytes("/orders", version="1.1.0"))

    refused = publisher.get("/refused-publications").json["items"]
    again = publisher.publish(document_bytes("/orders", "/items", "/more", version="1.1.0"))

    assert [(one["version"], one["verdict"], one["refused_by"]) for one in refused] == [
        ("1.1.0", "breaking", "alice")
    ]
    assert again.status_code == 201


def test_a_new_major_may_break(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))

    answer = publisher.publish(document_bytes("/orders", version="2.0.0"))

    assert answer.status_code == 201
    assert answer.json["verdict"] == "breaking"
    assert [reason["id"] for reason in answer.json["reasons"]] == ["major_raised"]


def test_the_previous_version_is_the_last_of_the_same_major(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    publisher.publish(document_bytes("/orders", version="2.0.0"))

    answer = publisher.publish(document_bytes("/orders", "/items", "/more", version="1.1.0"))

    assert (answer.json["base"], answer.json["verdict"]) == ("1.0.0", "compatible")


def test_a_base_can_be_named(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", version="1.0.0"))
    publisher.publish(document_bytes("/orders", "/items", version="1.1.0"))

    body = document_bytes("/orders", "/items", "/new", version="1.2.0")
    answer = publisher.publish(body, base="1.0.0")
    changes = publisher.get("/versions/1.2.0/changes").json["items"]
    unknown = publisher.publish(document_bytes("/orders", version="1.3.0"), base="9.9.9")

    assert (answer.status_code, answer.json["base"]) == (201, "1.0.0")
    added = [change["after"] for change in changes if change["rule"] == "path.added"]
    assert added == ["/items", "/new"]
    assert unknown.status_code == 400
    assert list(unknown.json["error"]["details"]["query"]) == ["base"]


@pytest.mark.parametrize("older", ["1.0.0", "0.9.0"])
def test_naming_an_older_base_is_no_way_around_the_policy(publisher: Publisher, older: str) -> None:
    publisher.publish(document_bytes("/orders"), version=older)
    publisher.publish(document_bytes("/orders", "/items"), version="1.1.0")

    answer = publisher.publish(document_bytes("/orders"), version="1.2.0", base=older)

    error = answer.json["error"]
    assert (answer.status_code, error["code"]) == (409, "publication_refused")
    assert (error["details"]["base"], error["details"]["change_count"]) == ("1.1.0", 1)
    assert error["details"]["reasons"][0]["facts"]["versions"] == ["1.1.0"]


def test_a_stray_name_is_in_no_new_majors_way(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items"), version="1.0.0")
    stray = publisher.publish(document_bytes("/orders", "/items", "/new"), version="draft")

    raised = publisher.publish(document_bytes("/orders"), version="2.0.0")

    assert [one["id"] for one in stray.json["reasons"]] == ["name_without_major"]
    assert (raised.status_code, raised.json["base"]) == (201, "1.0.0")


def test_the_same_content_on_a_lower_line_does_not_stand_for_the_previous_version(
    publisher: Publisher,
) -> None:
    both = document_bytes("/orders", "/items")
    publisher.publish(both, version="0.9.0")
    publisher.publish(both, version="1.0.0")

    answer = publisher.publish(document_bytes("/orders"), version="1.1.0", base="0.9.0")

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "publication_refused")


def test_the_same_content_again_is_the_same_version(publisher: Publisher) -> None:
    first = publisher.publish(document("/orders"))
    respelled = json.dumps(document("/orders"), indent=2, sort_keys=True).encode()

    again = publisher.publish(respelled)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_name_stands_for_one_content_for_ever(publisher: Publisher) -> None:
    first = publisher.publish(document_bytes("/orders"))

    answer = publisher.publish(document_bytes("/orders", "/items"))

    assert answer.status_code == 409
    error = answer.json["error"]
    assert error["code"] == "version_exists"
    assert error["details"]["existing_digest"] == first.json["digest"]
    assert error["details"]["digest"] != first.json["digest"]


def test_the_same_content_under_another_name_is_another_version(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders"))

    answer = publisher.publish(document_bytes("/orders"), version="1.0.1")

    assert (answer.status_code, answer.json["verdict"]) == (201, "compatible")
    assert answer.json["info_version"] == "1.0.0"


def test_names_that_look_alike_do_not_stand_side_by_side(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders"), version="2024.01-rc")

    answer = publisher.publish(document_bytes("/orders"), version="2024-01.RC")

    assert answer.status_code == 409
    assert answer.json["error"]["code"] == "name_taken"


def test_an_info_version_that_is_no_name_asks_for_one(publisher: Publisher) -> None:
    refused = publisher.publish(document_bytes("/orders", version="1.0 (beta)"))
    named = publisher.publish(document_bytes("/orders", version="1.0 (beta)"), version="1.0-beta")

    assert refused.status_code == 400
    assert "?version=" in refused.json["error"]["message"]
    assert named.status_code == 201


def test_an_undetermined_version_is_held_until_a_maintainer_releases_it(
    publisher: Publisher,
) -> None:
    before, after = undetermined_pair()
    publisher.publish(before, version="1.0.0")

    held = publisher.publish(after, version="1.1.0")
    released = publisher.review("1.1.0", "release")
    twice = publisher.review("1.1.0", "release")

    assert (held.status_code, held.json["state"]) == (202, "pending")
    assert [reason["id"] for reason in held.json["reasons"]] == ["undetermined"]
    assert (released.status_code, released.json["state"]) == (200, "published")
    assert twice.json["error"]["code"] == "state_not_allowed"


def test_publishing_a_held_version_again_is_no_way_past_the_review(publisher: Publisher) -> None:
    before, after = undetermined_pair()
    publisher.publish(before, version="1.0.0")
    held = publisher.publish(after, version="1.1.0")

    checked = publisher.check(after, version="1.1.0").json
    again = publisher.publish(after, version="1.1.0")
    other = publisher.publish(before, version="1.1.0")

    assert (checked["decision"], [one["id"] for one in checked["reasons"]]) == (
        "held",
        ["awaits_review"],
    )
    assert (again.status_code, again.json) == (202, held.json)
    assert other.json["error"]["code"] == "version_exists"
    assert len(publisher.get("/versions").json["items"]) == 2


def test_what_was_rejected_is_refused_again_and_says_why(publisher: Publisher) -> None:
    before, after = undetermined_pair()
    publisher.publish(before, version="1.0.0")
    publisher.publish(after, version="1.1.0")
    publisher.review("1.1.0", "reject", reason="It is too risky.")

    checked = publisher.check(after, version="1.1.0").json
    again = publisher.publish(after, version="1.1.0")
    other = publisher.publish(before, version="1.1.0")

    error = again.json["error"]
    assert (again.status_code, error["code"]) == (409, "publication_refused")
    assert error["details"] == checked
    assert (checked["decision"], checked["reasons"]) == (
        "refused",
        [
            {
                "id": "turned_down",
                "message": "Version 1.1.0 with this content was rejected: It is too risky.",
                "facts": {
                    "version": "1.1.0",
                    "state": "rejected",
                    "reason": "It is too risky.",
                },
            }
        ],
    )
    refused = publisher.get("/refused-publications").json["items"]
    assert [one["version"] for one in refused] == ["1.1.0"]
    assert "was rejected" in other.json["error"]["message"]


def test_a_disabled_version_does_not_come_back_by_publishing_it_again(
    publisher: Publisher,
) -> None:
    publisher.publish(document_bytes("/orders"), version="1.0.0")
    publisher.set_state("1.0.0", "disabled", reason=None)

    answer = publisher.publish(document_bytes("/orders"), version="1.0.0")

    assert (answer.status_code, answer.json["error"]["message"]) == (
        409,
        "Version 1.0.0 with this content was disabled.",
    )


def test_the_mode_decides_what_a_break_leads_to(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    outcomes: list[tuple[Any, ...]] = []

    for mode in ("observe", "warn", "enforce"):
        publisher.set_policy(mode=mode)
        answer = publisher.check(document_bytes("/orders", version="1.1.0")).json
        outcomes.append((mode, answer["decision"], len(answer["reasons"]), answer["verdict"]))

    assert outcomes == [
        ("observe", "accepted", 0, "breaking"),
        ("warn", "accepted", 2, "breaking"),
        ("enforce", "refused", 2, "breaking"),
    ]


def test_an_approved_change_does_not_count(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    breaking = document_bytes("/orders")
    change = publisher.check(breaking, version="1.1.0").json["changes"][0]

    publisher.client.post(
        f"{publisher.path}/approvals",
        json={"fingerprint": change["fingerprint"], "reason": "Nobody uses it."},
    )
    answer = publisher.publish(breaking, version="1.1.0")
    changes = publisher.get("/versions/1.1.0/changes").json["items"]

    assert (answer.status_code, answer.json["verdict"]) == (201, "breaking")
    assert [reason["id"] for reason in answer.json["reasons"]] == ["approved"]
    assert [(one["fingerprint"], one["is_approved"]) for one in changes] == [
        (change["fingerprint"], True)
    ]


def test_the_whole_line_is_compared_where_the_policy_says_so(publisher: Publisher) -> None:
    publisher.set_policy(mode="enforce", level="backward_transitive")
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    publisher.set_policy(mode="observe")
    publisher.publish(document_bytes("/orders", version="1.1.0"))
    publisher.set_policy(mode="enforce", level="backward_transitive")

    answer = publisher.publish(document_bytes("/orders", "/new", version="1.2.0"))

    details = answer.json["error"]["details"]
    assert (details["base"], details["verdict"], details["counts"]["error"]) == (
        "1.0.0",
        "breaking",
        1,
    )
    assert details["reasons"][0]["facts"]["versions"] == ["1.0.0"]


def test_strangers_cannot_publish(world: World, publisher: Publisher) -> None:
    stranger = Publisher(world.client(None, Scope.PUBLISH), publisher.path)

    answer = stranger.publish(document_bytes("/orders"))

    assert answer.status_code == 404


def test_readers_cannot_publish(world: World) -> None:
    reader = world.user()
    world.api(world.group("acme", visibility=Visibility.PUBLIC, reader=reader), "orders")

    answer = Publisher(world.client(reader), "/groups/acme/apis/orders").publish(b"not even read")

    assert answer.status_code == 403
    assert answer.json["error"]["code"] == "not_permitted"


def test_each_publication_leaves_one_audit_event(world: World, publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    publisher.publish(document_bytes("/orders", "/items", version="1.0.0"))
    publisher.publish(document_bytes("/orders", version="1.1.0"))
    publisher.check(document_bytes("/orders", version="1.2.0"))

    events = world.admin().get("/audit-events").json["items"]

    actions = [event["action"] for event in events if event["action"].startswith("version.")]
    assert actions == ["version.refused", "version.published"]
