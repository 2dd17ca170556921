"""How does a test subscribe receivers, cause events and look at what came of them?"""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from standardwebhooks import Webhook as Verifier

from service.unit_of_work import UnitsOfWork
from service.webhooks.models import Delivery, Webhook
from tests.contract.documents import order_document
from tests.factories.world import Client
from tests.webhook_receivers import Heard, Receiver

WEBHOOKS = "/groups/acme/webhooks"
ANY_REVISION = {"If-Match": "*"}


def subscribe(client: Client, receiver: Receiver, **values: Any) -> dict[str, Any]:
    """Create a webhook for the receiver; return the answer."""
    response = client.post(WEBHOOKS, json={"url": receiver.url, **values})
    assert response.status_code == 201, response.text
    return dict(response.json)


def publish(client: Client, version: str, *, api: str = "orders") -> None:
    """Publish a version."""
    response = client.post(f"/groups/acme/apis/{api}/versions", json=order_document(version))
    assert response.status_code == 201, response.text


def events_of(client: Client) -> list[str]:
    """Return the ids of the group's events, the oldest first."""
    return [item["id"] for item in reversed(client.get("/groups/acme/events").json["items"])]


def let_time_pass(units: UnitsOfWork, seconds: float) -> None:
    """Move what is to come, and what began, so far towards the past."""
    gone = timedelta(seconds=seconds)
    with units.writing() as work:
        for row in work.session.scalars(select(Delivery).where(Delivery.due_at.is_not(None))):
            assert row.due_at is not None
            row.due_at -= gone
        for webhook in work.session.scalars(select(Webhook)):
            if webhook.failing_since is not None:
                webhook.failing_since -= gone


def verified(heard: Heard, secret: str) -> Any:
    """Return the payload if the official library takes the signature for good."""
    return Verifier(secret).verify(heard.body, dict(heard.headers))


def deliveries_of(client: Client, webhook: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the log of the webhook, the newest event first."""
    return list(client.get(f"{WEBHOOKS}/{webhook['id']}/deliveries").json["items"])
