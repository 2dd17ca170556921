"""Does a check answer what publishing would, and change nothing?"""

import pytest
from flask import Flask
from sqlalchemy import func, select

from service.database import Base
from service.groups.models import Group
from service.unit_of_work import UnitsOfWork
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


def row_counts(units: UnitsOfWork) -> dict[str, int]:
    """Return how many rows each table has."""
    with units.reading() as work:
        return {
            name: work.session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


def test_a_check_says_what_publishing_would_come_to(publisher: Publisher) -> None:
    before, after = undetermined_pair()
    publisher.publish(before, version="1.0.0")

    decisions = {
        "same": publisher.check(before, version="1.0.0"),
        "compatible": publisher.check(before, version="1.1.0"),
        "unsure": publisher.check(after, version="1.1.0"),
        "breaking": publisher.check(document_bytes("/other"), version="1.1.0"),
        "first of its API": publisher.check(before, version="2.0.0"),
    }

    assert {name: answer.json["decision"] for name, answer in decisions.items()} == {
        "same": "unchanged",
        "compatible": "accepted",
        "unsure": "held",
        "breaking": "refused",
        "first of its API": "accepted",
    }
    assert {answer.status_code for answer in decisions.values()} == {200}


def test_a_check_tells_what_a_refused_publication_tells(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items"), version="1.0.0")
    breaking = document_bytes("/orders")

    checked = publisher.check(breaking, version="1.1.0").json
    refused = publisher.publish(breaking, version="1.1.0").json["error"]["details"]

    assert checked == refused


def test_what_a_verdict_rests_on_is_told_with_it(publisher: Publisher) -> None:
    before, after = document("/orders"), document("/orders")
    for content, names in ((before, ["a"]), (after, ["a", "b"])):
        properties = {name: {"type": "string"} for name in names}
        schema = {"type": "object", "properties": properties}
        content["paths"] = {
            "/orders": {
                "post": {
                    "requestBody": {"content": {"application/json": {"schema": schema}}},
                    "responses": {"200": {"description": "All is well."}},
                }
            }
        }
    publisher.publish(before, version="1.0.0")

    checked = publisher.check(after, version="1.1.0").json
    published = publisher.publish(after, version="1.1.0").json
    read = publisher.get("/versions/1.1.0").json
    compared = publisher.get("/comparisons?base=1.0.0&revision=1.1.0").json

    assert checked["assumptions"] != []
    assert (
        checked["assumptions"]
        == published["assumptions"]
        == read["assumptions"]
        == compared["assumptions"]
    )
    assert publisher.get("/versions/1.0.0").json["assumptions"] == []


def test_a_check_changes_nothing(publisher: Publisher, units: UnitsOfWork) -> None:
    publisher.publish(document_bytes("/orders", "/items"), version="1.0.0")
    counts = row_counts(units)

    publisher.check(document_bytes("/orders"), version="1.1.0")
    publisher.check(document_bytes("/orders", "/items", "/new"), version="1.1.0")

    assert row_counts(units) == counts


def test_a_check_meets_the_same_refusals_as_publishing(publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders"), version="1.0.0")

    other_content = publisher.check(document_bytes("/items"), version="1.0.0")
    twin = publisher.check(document_bytes("/items"), version="1.0-0")
    invalid = publisher.check(b"{}")

    assert other_content.json["error"]["code"] == "version_exists"
    assert twin.json["error"]["code"] == "name_taken"
    assert invalid.json["error"]["code"] == "document_invalid"


@pytest.mark.parametrize(
    ("quota", "used"), [("quota_versions", 1), ("quota_bytes", len(document_bytes("/orders")))]
)
def test_a_group_that_is_full_takes_no_more(
    publisher: Publisher, units: UnitsOfWork, quota: str, used: int
) -> None:
    publisher.publish(document_bytes("/orders"), version="1.0.0")
    with units.writing() as work:
        group = work.session.scalars(select(Group).where(Group.name == "acme")).one()
        setattr(group, quota, used)

    answers = [
        publisher.check(document_bytes("/orders"), version="1.1.0"),
        publisher.publish(document_bytes("/orders"), version="1.1.0"),
    ]
    again = publisher.publish(document_bytes("/orders"), version="1.0.0")

    assert {answer.json["error"]["code"] for answer in answers} == {"quota_exceeded"}
    assert answers[0].json["error"]["details"] == {"quota": quota, "limit": used, "used": used}
    assert again.status_code == 200


@pytest.mark.parametrize("setting_values", [{"parses_at_once": 1, "parse_wait_seconds": 1}])
def test_where_all_places_are_taken_one_may_come_again(app: Flask, publisher: Publisher) -> None:
    slots = app.extensions["bindery"].parse_slots

    with slots:
        busy = publisher.check(document_bytes("/orders"))
    free = publisher.check(document_bytes("/orders"))

    assert (busy.status_code, busy.json["error"]["code"]) == (503, "unavailable")
    assert busy.headers["Retry-After"] == "5"
    assert free.status_code == 200


@pytest.mark.parametrize(
    "setting_values", [{"rate_limits_enabled": "true", "rate_limit_publishing": "2 per minute"}]
)
def test_publications_and_checks_are_counted_together(publisher: Publisher) -> None:
    publisher.check(document_bytes("/orders"))
    publisher.publish(document_bytes("/orders"))

    answer = publisher.check(document_bytes("/orders"))

    assert (answer.status_code, answer.json["error"]["code"]) == (429, "too_many_requests")
    assert int(answer.headers["Retry-After"]) > 0
