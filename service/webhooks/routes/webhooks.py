"""Where are webhooks reached?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.state import current_actor, current_settings, current_units
from service.webhooks.examples import SECRET_EXAMPLE, WEBHOOK_EXAMPLE
from service.webhooks.receivers import guard_of
from service.webhooks.schemas import (
    SecretRotationSchema,
    WebhookCreateSchema,
    WebhookPage,
    WebhookSchema,
    WebhookUpdateSchema,
    WebhookWithSecretSchema,
)
from service.webhooks.use_cases import webhooks as use_cases
from service.webhooks.use_cases.webhooks import WebhookPlace

blueprint = Blueprint("webhooks", __name__, description="Who is told of what happens")

WEBHOOK = "/groups/<name:group>/webhooks/<id:webhook_id>"
_THIS = {"group": "$request.path.group", "webhook_id": "$response.body#/id"}
_LINKS = {"get": Link(operation_id="getWebhook", description="Read it.", parameters=_THIS)}
_NEW_LINKS = {
    "get": Link(
        operation_id="getWebhook",
        description="Read it, without its secret.",
        parameters={"group": "$request.path.group", "webhook_id": "$response.body#/webhook/id"},
    )
}
_WITH_SECRET = {"secret": SECRET_EXAMPLE, "webhook": WEBHOOK_EXAMPLE}


@blueprint.route("/groups/<name:group>/webhooks", methods=["GET"])
@blueprint.operation("listWebhooks", scope=Scope.MANAGE, errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, WebhookPage, example={"items": [WEBHOOK_EXAMPLE], "next_cursor": None})
def list_webhooks(query: dict[str, Any], group: str) -> Any:
    """List the webhooks of a group

    Returns where events are sent, the oldest webhook first; for maintainers, since addresses may be
    secret.
    """
    with current_units().reading() as work:
        page = use_cases.list_webhooks(work, current_actor(), group_name=group, **query)
    return page_answer(page)


@blueprint.route("/groups/<name:group>/webhooks", methods=["POST"])
@blueprint.operation(
    "createWebhook", scope=Scope.MANAGE, errors=[404, 409], headers=["ETag"], links=_NEW_LINKS
)
@blueprint.arguments(
    WebhookCreateSchema,
    example={
        "url": "https://ci.example.com/bindery",
        "api": "orders",
        "event_types": ["version.published"],
    },
)
@blueprint.response(201, WebhookWithSecretSchema, example=_WITH_SECRET)
def create_webhook(values: dict[str, Any], group: str) -> Any:
    """Create a webhook

    From now on, events of the group, or of one of its APIs, are sent to the address as POST
    requests, signed by Standard Webhooks with the secret that is returned this once. The address
    must be public and https, unless the operator has named its network. For maintainers; a group
    has as many as its quota allows. Takes no Idempotency-Key, since keeping the answer would keep
    the secret.
    """
    settings = current_settings()
    grounds = use_cases.Grounds(
        secret_key=settings.secret_key, guard=guard_of(settings), quota=settings.quota_webhooks
    )
    with current_units().writing() as work:
        made = use_cases.create_webhook(
            work, current_actor(), group_name=group, values=values, grounds=grounds
        )
    return made, 201, etag_header(made.webhook)


@blueprint.route(WEBHOOK, methods=["GET"])
@blueprint.operation("getWebhook", scope=Scope.MANAGE, cacheable=True, errors=[404], links=_LINKS)
@blueprint.response(200, WebhookSchema, example=WEBHOOK_EXAMPLE)
def get_webhook(group: str, webhook_id: str) -> Any:
    """Get a webhook

    Returns a webhook without its secret, and whether it works; for maintainers.
    """
    with current_units().reading() as work:
        found = use_cases.get_webhook(work, current_actor(), place=WebhookPlace(group, webhook_id))
    return found, 200, etag_header(found)


@blueprint.route(WEBHOOK, methods=["PATCH"])
@blueprint.operation("updateWebhook", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(WebhookUpdateSchema, example={"is_enabled": True})
@blueprint.response(200, WebhookSchema, example=WEBHOOK_EXAMPLE)
def update_webhook(values: dict[str, Any], group: str, webhook_id: str) -> Any:
    """Change a webhook

    Changes the fields that are given; for maintainers. A disabled webhook is sent nothing, and what
    was on its way is cancelled; once it is enabled, it is sent what happens from then on, and a
    replay brings what it missed.
    """
    with current_units().writing() as work:
        changed = use_cases.change_webhook(
            work,
            current_actor(),
            place=WebhookPlace(group, webhook_id),
            expected=expected_etags(),
            values=values,
            guard=guard_of(current_settings()),
        )
    return changed, 200, etag_header(changed)


@blueprint.route(WEBHOOK, methods=["DELETE"])
@blueprint.operation("deleteWebhook", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.response(204)
def delete_webhook(group: str, webhook_id: str) -> Any:
    """Delete a webhook

    Nothing is sent there any more, and its log of deliveries is gone; for maintainers.
    """
    with current_units().writing() as work:
        use_cases.delete_webhook(
            work,
            current_actor(),
            place=WebhookPlace(group, webhook_id),
            expected=expected_etags(),
        )


@blueprint.route(f"{WEBHOOK}/secret-rotations", methods=["POST"])
@blueprint.operation("rotateWebhookSecret", scope=Scope.MANAGE, conditional=True, errors=[404, 409])
@blueprint.arguments(SecretRotationSchema, example={"ends_former": False})
@blueprint.response(200, WebhookWithSecretSchema, example=_WITH_SECRET)
def rotate_webhook_secret(values: dict[str, Any], group: str, webhook_id: str) -> Any:
    """Give a webhook a new secret

    Returns the new secret, this once. For 24 hours everything is signed with the former secret,
    too, so that receivers can change over; `ends_former` ends it at once, for one that leaked. For
    maintainers.
    """
    settings = current_settings()
    with current_units().writing() as work:
        made = use_cases.rotate_secret(
            work,
            current_actor(),
            place=WebhookPlace(group, webhook_id),
            expected=expected_etags(),
            secret_key=settings.secret_key,
            **values,
        )
    return made, 200, etag_header(made.webhook)
