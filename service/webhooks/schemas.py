"""What do events, webhooks and deliveries look like over HTTP?"""

from typing import Any

from marshmallow import fields, validate

from service.http_api.fields import (
    Boolean,
    Integer,
    QueryList,
    RequestSchema,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    enum_field,
    name_field,
    text_field,
)
from service.http_api.pagination import PageQuery, page_schema
from service.webhooks.event_types import EventType
from service.webhooks.models import DeliveryState, DisabledReason

_SUBSCRIBED = (
    "Which types of events to send. Empty: all, also those that later releases add. Pings come"
    " whether named or not."
)
_URL = {"example": "https://ci.example.com/bindery", "description": "Where to send events."}


def _event_types(**kwargs: Any) -> fields.List[Any]:
    return fields.List(
        enum_field(EventType),
        validate=validate.Length(max=len(EventType)),
        metadata={"description": _SUBSCRIBED, "example": ["version.published"]},
        **kwargs,
    )


class WebhookCreateSchema(RequestSchema):
    """A receiver to subscribe."""

    url = text_field(2000, min_length=1, required=True, metadata=_URL)
    api = name_field(
        load_default=None,
        allow_none=True,
        metadata={"description": "Only what happens to this API.", "example": "orders"},
    )
    event_types = _event_types(load_default=list)
    description = text_field(2000, load_default="")


class WebhookUpdateSchema(RequestSchema):
    """What to change of a webhook; the API it is bound to stays."""

    url = text_field(2000, min_length=1, metadata=_URL)
    event_types = _event_types()
    description = text_field(2000)
    is_enabled = Boolean(
        metadata={"description": "False: nothing is sent, and what is on its way is cancelled."}
    )


class WebhookSchema(ResponseSchema):
    """Where events of a group are sent, without its secret."""

    id = Uuid()
    url = String(metadata=_URL)
    api = name_field(
        allow_none=True, attribute="api_name", metadata={"description": "Null: the whole group."}
    )
    event_types = fields.List(
        enum_field(EventType), attribute="wanted_types", metadata={"description": _SUBSCRIBED}
    )
    description = String()
    is_enabled = Boolean()
    disabled_reason = enum_field(
        DisabledReason, allow_none=True, metadata={"description": "Null while it is enabled."}
    )
    disabled_at = Timestamp(allow_none=True)
    failing_since = Timestamp(
        allow_none=True, metadata={"description": "The first failure since the last success."}
    )
    created_by = String(metadata={"description": "By the name at that time."})
    created_at = Timestamp()


WebhookPage = page_schema(WebhookSchema, name="WebhookPageSchema")


class WebhookWithSecretSchema(ResponseSchema):
    """A webhook with its new secret, which is shown this once."""

    secret = String(metadata={"description": "Verifies signatures; keep it where tokens are."})
    webhook = fields.Nested(WebhookSchema)


class SecretRotationSchema(RequestSchema):
    """What becomes of the former secrets."""

    ends_former = Boolean(
        load_default=False,
        metadata={"description": "True: former secrets end at once instead of after a day."},
    )


class OutgoingEventSchema(ResponseSchema):
    """Something that happened, as it is told outside."""

    id = Uuid(metadata={"description": "The same as in the header `webhook-id`."})
    type = enum_field(EventType)
    api_id = Uuid(allow_none=True)
    payload = fields.Dict(
        keys=fields.String(),
        metadata={"description": "What is sent; its schema is that of the type, at `webhooks`."},
    )
    created_at = Timestamp()


OutgoingEventPage = page_schema(OutgoingEventSchema, name="OutgoingEventPageSchema")


class DeliverySchema(ResponseSchema):
    """An event on its way to a webhook."""

    id = Uuid()
    event_id = Uuid(
        attribute="event.id",
        metadata={"description": "The same as in the header `webhook-id`, each time it is sent."},
    )
    event_type = enum_field(EventType, attribute="event.type")
    state = enum_field(
        DeliveryState,
        metadata={"description": "`pending`: another attempt is to come, or a first one."},
    )
    attempts = Integer(metadata={"description": "How often it was tried.", "example": 2})
    next_attempt_at = Timestamp(
        attribute="due_at",
        allow_none=True,
        metadata={"description": "Null: over, or an earlier event of the same API is before it."},
    )
    status = Integer(allow_none=True, metadata={"description": "Of the last answer, if any."})
    failure = String(
        allow_none=True,
        metadata={"description": "Why the last attempt failed.", "example": "timed_out"},
    )
    created_at = Timestamp()
    ended_at = Timestamp(allow_none=True)


DeliveryPage = page_schema(DeliverySchema, name="DeliveryPageSchema")


class DeliveryQuery(PageQuery):
    """Which deliveries to list."""

    state = enum_field(
        DeliveryState,
        load_default=None,
        metadata={"description": "Only deliveries in this state."},
    )


class DeliveryAttemptSchema(ResponseSchema):
    """One request, and what came back."""

    number = Integer(metadata={"example": 1})
    at = Timestamp()
    milliseconds = Integer(metadata={"description": "How long it took.", "example": 84})
    status = Integer(allow_none=True, metadata={"description": "Null: there was no answer."})
    failure = String(allow_none=True, metadata={"description": "Null: it was taken."})
    message = String(metadata={"description": "The failure in words; empty without one."})
    answer = String(
        metadata={
            "description": "The first 1024 bytes of the answer, without what looks like a secret."
        }
    )


DeliveryAttemptPage = page_schema(DeliveryAttemptSchema, name="DeliveryAttemptPageSchema")


class ReplaySchema(RequestSchema):
    """Of which time to send everything again."""

    since = Timestamp(required=True, metadata={"example": "2026-11-20T10:00:00Z"})
    until = Timestamp(
        load_default=None,
        allow_none=True,
        metadata={"description": "Without the events of that very moment. Null: until now."},
    )


class ReplayResultSchema(ResponseSchema):
    """What is on its way again."""

    count = Integer(metadata={"description": "How many events.", "example": 12})
    next_since = Timestamp(
        allow_none=True,
        metadata={"description": "There are more, from here on: ask again. Null: that is all."},
    )


class EventQuery(PageQuery):
    """Which events to list."""

    api = name_field(
        load_default=None,
        metadata={"description": "Only what happened to this API.", "example": "orders"},
    )
    type = QueryList(
        enum_field(EventType),
        data_key="type",
        load_default=list,
        attribute="types",
        metadata={"description": "Only events of these types."},
    )
