"""Can changes be asked for by what they are, over HTTP, at the price of one list?"""

from typing import Any

import pytest
from flask import Flask

from tests.factories.documents import Publisher, a_publisher, document
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases

LISTS = ("/versions/2.0.0/changes?", "/comparisons?base=1.0.0&revision=2.0.0&")
BOUND = "schema.maximum-tightened"
JUDGED_BY = {"engine", "ruleset_digest", "options", "options_digest"}


def offering(*paths: str, limit: dict[str, Any], states: list[str]) -> dict[str, Any]:
    """Return a document that offers these paths, each with a query parameter and a state."""
    content = document(*paths)
    operation = {
        "parameters": [{"name": "limit", "in": "query", "schema": limit}],
        "responses": {
            "200": {
                "description": "All is well.",
                "content": {"application/json": {"schema": {"type": "string", "enum": states}}},
            }
        },
    }
    content["paths"] = {path: {"get": operation} for path in paths}
    return content


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders; version 2.0.0 differs from 1.0.0 in many ways."""
    publisher = a_publisher(world, enforced=False)
    base = offering("/orders", "/items", limit={"type": "integer"}, states=["open"])
    revision = offering(
        "/orders", "/new", limit={"type": "integer", "maximum": 9}, states=["open", "paid"]
    )
    publisher.publish(base, version="1.0.0")
    publisher.publish(revision, version="2.0.0")
    return publisher


def found(publisher: Publisher, path: str) -> list[tuple[str, str]]:
    """Return the rules and levels of the changes on a page."""
    answer = publisher.get(path)
    assert answer.status_code == 200, answer.json
    return [(change["rule"], change["level"]) for change in answer.json["items"]]


@pytest.mark.parametrize("start", LISTS)
@pytest.mark.parametrize(
    ("query", "rules"),
    [
        ("", ["path.removed", BOUND, "schema.enum-value-added", "path.added"]),
        ("level=info", ["path.added"]),
        ("level=info&level=warning", ["path.added"]),
        ("area=path", ["path.removed", "path.added"]),
        ("area=path&area=schema&level=error&direction=request", [BOUND]),
        ("rule=path.added&rule=path.removed", ["path.removed", "path.added"]),
        ("judgement=breaks&direction=response", ["schema.enum-value-added"]),
        ("operation=GET%20/items", ["path.removed"]),
        ("operation=GET%20/items&operation=GET%20/new", ["path.removed", "path.added"]),
        ("location=ORDERS", [BOUND, "schema.enum-value-added"]),
        ("approved=true", []),
    ],
)
def test_changes_are_chosen_by_all_filters(
    publisher: Publisher, start: str, query: str, rules: list[str]
) -> None:
    assert [rule for rule, _ in found(publisher, start + query)] == rules


@pytest.mark.parametrize("start", LISTS)
def test_changes_are_chosen_by_whether_they_are_approved(publisher: Publisher, start: str) -> None:
    change = publisher.get(f"{start}rule=path.removed").json["items"][0]
    publisher.client.post(
        f"{publisher.path}/approvals",
        json={"fingerprint": change["fingerprint"], "reason": "Agreed."},
    )

    assert found(publisher, f"{start}approved=true") == [("path.removed", "error")]
    assert len(found(publisher, f"{start}approved=false")) == 3


@pytest.mark.parametrize("start", LISTS)
def test_the_pages_of_a_filtered_list_go_on_where_they_were(
    publisher: Publisher, start: str
) -> None:
    path = f"{start}level=error&limit=2"

    first = publisher.get(path).json
    second = publisher.get(f"{path}&cursor={first['next_cursor']}").json

    assert [len(first["items"]), len(second["items"]), second["next_cursor"]] == [2, 1, None]
    assert first["items"] + second["items"] == publisher.get(f"{start}level=error").json["items"]


def test_a_cursor_of_another_comparison_is_refused(publisher: Publisher) -> None:
    cursor = publisher.get("/versions/2.0.0/changes?limit=1").json["next_cursor"]

    answer = publisher.get(f"/comparisons?base=2.0.0&revision=1.0.0&cursor={cursor}")

    assert (answer.status_code, list(answer.json["error"]["details"]["query"])) == (400, ["cursor"])


@pytest.mark.parametrize("start", LISTS)
@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("rule=path.remved", "There is no rule 'path.remved'. Alike: path.removed"),
        ("area=pth", "There is no area 'pth'. Alike: path"),
        ("level=eror", ""),
        ("rule=Path", ""),
        ("operation=", ""),
        ("approved=yes", ""),
        ("&".join(["level=error"] * 11), ""),
    ],
)
def test_a_filter_that_cannot_be_meant_is_refused(
    publisher: Publisher, start: str, query: str, complaint: str
) -> None:
    answer = publisher.get(start + query)

    error = answer.json["error"]
    assert (answer.status_code, error["code"]) == (400, "validation_error")
    assert error["message"].startswith(complaint)
    assert list(error["details"]["query"]) == [query.partition("=")[0]]


@pytest.mark.parametrize("start", LISTS)
def test_filters_cost_no_further_statements(app: Flask, publisher: Publisher, start: str) -> None:
    publisher.get(start)

    with statements(app) as plain:
        publisher.get(start)
    with statements(app) as filtered:
        publisher.get(f"{start}area=path&area=schema&operation=GET%20/items&approved=false")

    assert len(filtered) == len(plain)
    assert len(plain) <= 8


def test_a_verdict_says_by_which_engine_and_in_which_way_it_was_judged(
    publisher: Publisher,
) -> None:
    software = publisher.client.get("/instance").json
    version = publisher.get("/versions/2.0.0").json
    first = publisher.get("/versions/1.0.0").json
    listed = publisher.get("/versions").json["items"][0]
    comparison = publisher.get("/comparisons?base=1.0.0&revision=2.0.0").json
    check = publisher.check(document("/orders"), version="3.0.0").json

    told = version["judged_by"]
    assert set(told) == JUDGED_BY
    assert (told["engine"], told["ruleset_digest"], told["options"]) == (
        software["engine_version"],
        software["ruleset_digest"],
        "strict",
    )
    assert comparison["engine_version"] == f"{told['engine']}-{told['ruleset_digest']}"
    assert told == listed["judged_by"] == comparison["judged_by"] == check["judged_by"]
    assert (first["judged_by"], first["proved_count"]) == (None, None)
    assert version["proved_count"] == comparison["proved_count"]
