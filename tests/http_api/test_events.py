"""Is what happens told, to whom it concerns, together with what happened?"""

import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from service.unit_of_work import UnitsOfWork
from service.webhooks.event_types import EventType
from service.webhooks.models import Delivery, DeliveryState, OutgoingEvent
from service.webhooks.payloads import PAYLOAD_SCHEMAS, InvalidPayload, encode_payload
from tests.contract.documents import order_document
from tests.factories.documents import undetermined_pair
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases

VERSIONS = "/groups/acme/apis/orders/versions"
EVENTS = "/groups/acme/events"
WEBHOOKS = "/groups/acme/webhooks"
ANY_REVISION = {"If-Match": "*"}


@pytest.fixture
def client(world: World) -> Client:
    """An owner of the private group acme, which has the API orders, where policy is enforced."""
    policy = {"mode": "enforce", "level": "backward", "undetermined": "hold"}
    world.admin().put("/instance/policy", json=policy, headers=ANY_REVISION)
    alice = world.user("alice")
    world.api(world.group("acme", owner=alice), "orders")
    return world.client(alice)


def publish(client: Client, version: str, *, breaking: bool = False) -> int:
    """Publish a version; return the status."""
    return publish_document(client, order_document(version, breaking=breaking), version=version)


def publish_document(client: Client, document: dict[str, Any], *, version: str) -> int:
    """Publish a document; return the status."""
    response = client.post(
        VERSIONS,
        query_string={"version": version},
        data=json.dumps(document).encode(),
        content_type="application/json",
    )
    return int(response.status_code)


def told(client: Client, **query: Any) -> list[str]:
    """Return the types of the group's events, the oldest first."""
    items = client.get(EVENTS, query_string=query).json["items"]
    return [item["type"] for item in reversed(items)]


def test_publishing_is_told_with_its_verdict(client: Client) -> None:
    publish(client, "1.0.0")

    [event] = client.get(EVENTS).json["items"]

    assert event["payload"]["type"] == event["type"] == "version.published"
    data = event["payload"]["data"]
    assert (data["group"], data["api"], data["version"]) == ("acme", "orders", "1.0.0")
    assert (data["base"], data["verdict"], data["actor"]) == (None, None, "alice")
    assert "." not in event["id"]


def test_a_refused_break_is_told_as_both(client: Client) -> None:
    publish(client, "1.0.0")

    assert publish(client, "1.1.0", breaking=True) == 409

    assert told(client) == ["version.published", "version.refused", "comparison.breaking"]


def test_states_and_policies_are_told_by_documented_names(client: Client) -> None:
    publish(client, "1.0.0")
    for state in ("deprecated", "sunset", "disabled", "published"):
        changed = client.put(f"{VERSIONS}/1.0.0/state", json={"state": state}, headers=ANY_REVISION)
        assert changed.status_code == 200
    client.post(f"{VERSIONS}/1.0.0/withhold", json={"reason": "A secret."}, headers=ANY_REVISION)
    client.put("/groups/acme/policy", json={"mode": "observe"}, headers=ANY_REVISION)
    client.put("/groups/acme/apis/orders/policy", json={"mode": "warn"}, headers=ANY_REVISION)

    assert told(client)[1:] == [
        "version.deprecated",
        "version.sunset",
        "version.disabled",
        "version.restored",
        "version.withheld",
        "policy.changed",
        "policy.changed",
    ]


@pytest.mark.parametrize(("decision", "kind"), [("release", "released"), ("reject", "rejected")])
def test_reviews_are_told(client: Client, decision: str, kind: str) -> None:
    for version, document in zip(("1.0.0", "1.1.0"), undetermined_pair(), strict=True):
        publish_document(client, document, version=version)

    reviewed = client.post(
        f"{VERSIONS}/1.1.0/review",
        json={"decision": decision, "reason": "So be it."},
        headers=ANY_REVISION,
    )

    assert reviewed.status_code == 200
    assert told(client) == ["version.published", "version.held", f"version.{kind}"]


def test_a_rolled_back_change_tells_nothing(client: Client, units: UnitsOfWork) -> None:
    publish(client, "1.0.0")

    assert publish(client, "1.0.0", breaking=True) == 409

    with units.reading() as work:
        kinds = list(work.session.scalars(select(OutgoingEvent.type)))
    assert kinds == [EventType.VERSION_PUBLISHED]


def test_events_are_listed_by_type_and_api(client: Client, world: World) -> None:
    publish(client, "1.0.0")
    client.put("/groups/acme/policy", json={"mode": "observe"}, headers=ANY_REVISION)

    assert told(client, type="policy.changed") == ["policy.changed"]
    assert told(client, api="orders") == ["version.published"]
    assert client.get(EVENTS, query_string={"api": "nothing"}).status_code == 404
    assert client.get(EVENTS, query_string={"limit": 1}).json["next_cursor"] is not None
    assert world.client().get(EVENTS).status_code == 404


@pytest.mark.parametrize(
    ("subscription", "count"),
    [
        ({}, 2),
        ({"api": "orders"}, 1),
        ({"api": "stock"}, 0),
        ({"event_types": ["policy.changed"]}, 1),
        ({"event_types": ["version.refused"]}, 0),
    ],
)
def test_a_webhook_gets_what_it_asked_for(
    client: Client, world: World, units: UnitsOfWork, subscription: dict[str, Any], count: int
) -> None:
    assert client.post("/groups/acme/apis", json={"name": "stock", "display_name": "S"})
    subscribed = {"url": "https://example.com/hook", **subscription}
    assert client.post(WEBHOOKS, json=subscribed).status_code == 201
    boss = world.user()
    world.group("zoo", owner=boss)
    world.client(boss).post("/groups/zoo/webhooks", json={"url": "https://example.com/zoo"})

    publish(client, "1.0.0")
    client.put("/groups/acme/policy", json={"mode": "observe"}, headers=ANY_REVISION)

    with units.reading() as work:
        assert work.session.scalar(select(func.count()).select_from(Delivery)) == count


def test_a_disabled_webhook_gets_nothing_and_loses_what_was_on_its_way(
    client: Client, units: UnitsOfWork
) -> None:
    made = client.post(WEBHOOKS, json={"url": "https://example.com/hook"}).json["webhook"]
    publish(client, "1.0.0")

    client.patch(f"{WEBHOOKS}/{made['id']}", json={"is_enabled": False}, headers=ANY_REVISION)
    publish(client, "1.1.0")

    with units.reading() as work:
        assert list(work.session.scalars(select(Delivery.state))) == [DeliveryState.CANCELLED]


def test_only_the_first_of_an_api_is_due(client: Client, units: UnitsOfWork) -> None:
    client.post(WEBHOOKS, json={"url": "https://example.com/hook"})

    publish(client, "1.0.0")
    publish(client, "1.1.0")

    with units.reading() as work:
        due = list(work.session.scalars(select(Delivery.due_at).order_by(Delivery.event_sequence)))
    assert [moment is not None for moment in due] == [True, False]


def test_a_payload_that_is_not_as_documented_is_not_written(units: UnitsOfWork) -> None:
    data = {"group": "acme", "webhook_id": "5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21", "actor": "a"}

    with units.reading() as work:
        assert encode_payload(EventType.WEBHOOK_PING, at=work.now, data=data)
        with pytest.raises(InvalidPayload):
            encode_payload(EventType.WEBHOOK_PING, at=work.now, data={**data, "secret": "x"})
        with pytest.raises(InvalidPayload):
            encode_payload(EventType.WEBHOOK_PING, at=work.now, data={"group": "acme"})


@pytest.mark.parametrize("kind", EventType)
def test_every_type_stands_in_the_document_with_its_schema_and_a_valid_example(
    app: Flask, kind: EventType
) -> None:
    document = app.test_client().get("/openapi.json").get_json()

    content = document["webhooks"][kind]["post"]["requestBody"]["content"]["application/json"]

    schema = document["components"]["schemas"][content["schema"]["$ref"].rpartition("/")[2]]
    assert schema["properties"]["type"]["const"] == kind
    assert PAYLOAD_SCHEMAS[kind]().validate(content["example"]) == {}
