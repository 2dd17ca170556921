"""Where is seen how deliveries go, and something sent again?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.state import current_actor, current_units
from service.webhooks.examples import ATTEMPT_EXAMPLE, DELIVERY_EXAMPLE
from service.webhooks.routes.webhooks import WEBHOOK
from service.webhooks.schemas import (
    DeliveryAttemptPage,
    DeliveryPage,
    DeliveryQuery,
    DeliverySchema,
    ReplayResultSchema,
    ReplaySchema,
)
from service.webhooks.use_cases import deliveries as use_cases
from service.webhooks.use_cases.webhooks import WebhookPlace

blueprint = Blueprint("deliveries", __name__, description="Events on their way to webhooks")

_DELIVERY = f"{WEBHOOK}/deliveries/<id:delivery_id>"
_PLACE = {
    "group": "$request.path.group",
    "webhook_id": "$request.path.webhook_id",
    "delivery_id": "$response.body#/id",
}
_LINKS = {
    "get": Link(operation_id="getDelivery", description="See how it goes.", parameters=_PLACE),
    "attempts": Link(
        operation_id="listDeliveryAttempts", description="What was answered.", parameters=_PLACE
    ),
}


@blueprint.route(f"{WEBHOOK}/deliveries", methods=["GET"])
@blueprint.operation("listDeliveries", scope=Scope.MANAGE, errors=[404])
@blueprint.arguments(DeliveryQuery, location="query")
@blueprint.response(200, DeliveryPage, example={"items": [DELIVERY_EXAMPLE], "next_cursor": None})
def list_deliveries(query: dict[str, Any], group: str, webhook_id: str) -> Any:
    """List the deliveries to a webhook

    Returns what was sent and what is on its way, the newest event first; of the last 30 days. For
    maintainers.
    """
    place = WebhookPlace(group, webhook_id)
    with current_units().reading() as work:
        page = use_cases.list_deliveries(work, current_actor(), place=place, **query)
    return page_answer(page)


@blueprint.route(_DELIVERY, methods=["GET"])
@blueprint.operation("getDelivery", scope=Scope.MANAGE, errors=[404], links=_LINKS)
@blueprint.response(200, DeliverySchema, example=DELIVERY_EXAMPLE)
def get_delivery(group: str, webhook_id: str, delivery_id: str) -> Any:
    """Get a delivery

    Returns how a delivery goes; for maintainers.
    """
    place = WebhookPlace(group, webhook_id)
    with current_units().reading() as work:
        return use_cases.get_delivery(work, current_actor(), place=place, delivery_id=delivery_id)


@blueprint.route(f"{_DELIVERY}/attempts", methods=["GET"])
@blueprint.operation("listDeliveryAttempts", scope=Scope.MANAGE, errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(
    200, DeliveryAttemptPage, example={"items": [ATTEMPT_EXAMPLE], "next_cursor": None}
)
def list_delivery_attempts(
    query: dict[str, Any], group: str, webhook_id: str, delivery_id: str
) -> Any:
    """List the attempts at a delivery

    Returns what was answered, and how long it took, the newest attempt first. For owners, since
    answers may tell of the receiver's insides; what looks like a secret is left out.
    """
    place = WebhookPlace(group, webhook_id)
    with current_units().reading() as work:
        page = use_cases.list_attempts(
            work, current_actor(), place=place, delivery_id=delivery_id, **query
        )
    return page_answer(page)


@blueprint.route(f"{_DELIVERY}/redeliver", methods=["POST"])
@blueprint.operation("redeliver", scope=Scope.MANAGE, errors=[404, 409], links=_LINKS)
@blueprint.response(202, DeliverySchema, example=DELIVERY_EXAMPLE)
def redeliver(group: str, webhook_id: str, delivery_id: str) -> Any:
    """Send an event again

    Puts the event on its way once more, with the same id, in its place: later events of the same
    API wait for it. One that is on its way already stays so; hence no Idempotency-Key. For
    maintainers.
    """
    place = WebhookPlace(group, webhook_id)
    with current_units().writing() as work:
        return use_cases.redeliver(work, current_actor(), place=place, delivery_id=delivery_id)


@blueprint.route(f"{WEBHOOK}/pings", methods=["POST"])
@blueprint.operation("pingWebhook", scope=Scope.MANAGE, idempotent=True, errors=[404], links=_LINKS)
@blueprint.response(202, DeliverySchema, example={**DELIVERY_EXAMPLE, "event_type": "webhook.ping"})
def ping_webhook(group: str, webhook_id: str) -> Any:
    """Try a webhook

    Sends the receiver a `webhook.ping`, signed as everything else, once; the delivery says how that
    went. For maintainers.
    """
    place = WebhookPlace(group, webhook_id)
    with current_units().writing() as work:
        return use_cases.ping(work, current_actor(), place=place)


@blueprint.route(f"{WEBHOOK}/replays", methods=["POST"])
@blueprint.operation("replayEvents", scope=Scope.MANAGE, errors=[404, 409])
@blueprint.arguments(ReplaySchema, example={"since": "2026-11-20T10:00:00Z"})
@blueprint.response(202, ReplayResultSchema, example={"count": 12, "next_since": None})
def replay_events(values: dict[str, Any], group: str, webhook_id: str) -> Any:
    """Send the events of a time again

    Puts everything that the webhook is subscribed to on its way again, with the same ids and in
    order; also what happened while it was disabled, or before it was created. At most 1000 events
    at once, and 30 days back. What is on its way already stays so; hence no Idempotency-Key. For
    maintainers.
    """
    place = WebhookPlace(group, webhook_id)
    with current_units().writing() as work:
        return use_cases.replay(work, current_actor(), place=place, **values)
