"""Does an approval cover the same edit in later versions, and nothing worse?"""

from typing import Any

import pytest

from tests.factories.documents import Publisher, a_publisher
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

OPEN, FEWER, FEWEST = ["open", "paid", "void"], ["open", "paid"], ["open"]


def orders(
    states: list[str], *paths: str, component: str = "Order", backwards: bool = False
) -> dict[str, Any]:
    """Return a document that takes orders in these states, on `/orders` and other paths."""
    order = {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "state": {"type": "string", "enum": states},
        },
    }
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{component}"}}}
    operation = {
        "requestBody": {"content": content},
        "responses": {"200": {"description": "All is well."}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Orders", "version": "1"},
        "paths": {path: {"post": operation} for path in ("/orders", *paths)},
        "components": {"schemas": {component: order}},
    }
    return dict(reversed(document.items())) if backwards else document


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders, where nothing may break with any earlier version."""
    publisher = a_publisher(world)
    publisher.set_policy(mode="enforce", level="backward_transitive", breaking_needs_major=False)
    assert publisher.publish(orders(OPEN), version="1.0.0").status_code == 201
    return publisher


def approve_all(publisher: Publisher, body: dict[str, Any]) -> list[str]:
    """Approve what the document would be refused for; return the fingerprints."""
    changes = publisher.check(body, version="9.9.9").json["changes"]
    fingerprints = [one["fingerprint"] for one in changes if one["level"] == "error"]
    for fingerprint in fingerprints:
        answer = publisher.client.post(
            f"{publisher.path}/approvals", json={"fingerprint": fingerprint, "reason": "Agreed."}
        )
        assert answer.status_code == 201
    return fingerprints


def test_an_approval_goes_on_for_later_versions_and_other_bases(publisher: Publisher) -> None:
    refused = publisher.publish(orders(FEWER), version="1.1.0")
    approved = approve_all(publisher, orders(FEWER))

    first = publisher.publish(orders(FEWER), version="1.1.0")
    against_both = publisher.publish(orders(FEWER, "/refunds"), version="1.2.0")
    undone = publisher.publish(orders(OPEN, "/refunds"), version="1.3.0")
    again = publisher.publish(orders(FEWER, "/refunds", backwards=True), version="1.4.0")

    assert refused.status_code == 409
    assert len(approved) == 1
    assert [one.status_code for one in (first, against_both, undone, again)] == [201] * 4
    assert [one.json["verdict"] for one in (first, against_both, undone, again)] == [
        "breaking",
        "breaking",
        "compatible",
        "breaking",
    ]
    changes = publisher.get("/versions/1.4.0/changes?level=error").json["items"]
    assert [(one["fingerprint"], one["is_approved"]) for one in changes] == [(approved[0], True)]


def test_a_worse_edit_of_the_same_place_is_refused(publisher: Publisher) -> None:
    approve_all(publisher, orders(FEWER))

    worse = publisher.publish(orders(FEWEST), version="1.1.0")

    assert worse.status_code == 409
    assert [one["id"] for one in worse.json["error"]["details"]["reasons"]] == ["breaking_change"]


def test_a_component_may_be_renamed_with_the_edit(publisher: Publisher) -> None:
    approve_all(publisher, orders(FEWER))

    renamed = publisher.publish(orders(FEWER, component="Purchase"), version="1.1.0")

    assert renamed.status_code == 201


def test_a_component_that_was_renamed_before_is_asked_about_again(publisher: Publisher) -> None:
    approve_all(publisher, orders(FEWER))
    publisher.publish(orders(OPEN, component="Purchase"), version="1.1.0")

    edited = publisher.publish(orders(FEWER, component="Purchase"), version="1.2.0")
    approve_all(publisher, orders(FEWER, component="Purchase"))
    asked = publisher.publish(orders(FEWER, component="Purchase"), version="1.2.0")

    assert (edited.status_code, asked.status_code) == (409, 201)


def test_a_revoked_approval_covers_nothing(publisher: Publisher) -> None:
    approve_all(publisher, orders(FEWER))
    for approval in publisher.get("/approvals").json["items"]:
        publisher.client.delete(f"{publisher.path}/approvals/{approval['id']}")

    assert publisher.publish(orders(FEWER), version="1.1.0").status_code == 409
