"""What does each event say? Documented schemas, checked before an event is written.

Every payload is `{type, timestamp, version, data}`. What is in `data` is told to whoever receives
webhooks of the group: names, digests, verdicts; never documents, addresses or secrets.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

import orjson
from marshmallow import RAISE, Schema, fields, validate

from service.http_api.fields import (
    Boolean,
    Integer,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    name_field,
    version_name_field,
)
from service.webhooks.event_types import PAYLOAD_VERSION, EventType

_DIGEST = {"example": f"sha256:{'9f86d081' * 8}"}
_VERDICTS = ["compatible", "breaking", "undetermined"]


class InvalidPayload(ValueError):
    """The data of an event are not what its schema says: a fault of ours, which rolls back."""


class AboutApiSchema(ResponseSchema):
    """What is said of everything that happens to an API."""

    group = name_field()
    api = name_field(metadata={"example": "orders"})
    actor = String(metadata={"description": "Who did it.", "example": "alice"})


class VersionDecidedSchema(AboutApiSchema):
    """A document was published, held or refused."""

    version = version_name_field()
    version_id = Uuid(metadata={"description": "Of the version, or of the refused attempt."})
    digest = String(metadata=_DIGEST)
    base = version_name_field(
        allow_none=True, metadata={"description": "The version it was compared with."}
    )
    verdict = String(allow_none=True, validate=validate.OneOf(_VERDICTS))
    reasons = fields.List(String(), metadata={"description": "Ids of the reasons, if any."})


class VersionReviewedSchema(AboutApiSchema):
    """A held version was released or rejected."""

    version = version_name_field()
    version_id = Uuid()
    reason = String(metadata={"description": "As the maintainer gave it."})


class VersionMovedSchema(AboutApiSchema):
    """A version was put into another state."""

    version = version_name_field()
    version_id = Uuid()
    before = String(metadata={"example": "published"})
    after = String(metadata={"example": "deprecated"})
    reason = String(allow_none=True)


class VersionWithheldSchema(AboutApiSchema):
    """A version's document was taken back."""

    version = version_name_field()
    version_id = Uuid()
    reason = String()


class ComparisonBreakingSchema(AboutApiSchema):
    """A document breaks with the version before it, whatever was decided about it."""

    version = version_name_field()
    version_id = Uuid()
    base = version_name_field()
    outcome = String(validate=validate.OneOf(["published", "held", "refused"]))


class PolicyChangedSchema(ResponseSchema):
    """What a group or an API sets itself, now; null is inherited."""

    group = name_field()
    api = name_field(allow_none=True, metadata={"description": "Null: the group's own policy."})
    actor = String()
    level = String(allow_none=True)
    breaking_needs_major = Boolean(allow_none=True)
    undetermined = String(allow_none=True)
    mode = String(allow_none=True)


class SdkReadySchema(AboutApiSchema):
    """The client of a version can be installed."""

    version = version_name_field()
    version_id = Uuid()
    package = String(metadata={"example": "acme-orders-client"})
    package_version = String(metadata={"example": "1.2.0"})
    verdict = String(
        allow_none=True,
        validate=validate.OneOf(["compatible", "breaking"]),
        metadata={"description": "Against the client of the version's base."},
    )


class SdkFailedSchema(AboutApiSchema):
    """No client can be made of a version as it is."""

    version = version_name_field()
    version_id = Uuid()
    package = String(metadata={"example": "acme-orders-client"})
    package_version = String(metadata={"example": "1.2.0"})
    pointers = fields.List(
        String(), metadata={"description": "Places in the document that stand in the way."}
    )


class WebhookDisabledSchema(ResponseSchema):
    """Another webhook of the group is sent nothing any more."""

    group = name_field()
    webhook_id = Uuid()
    reason = String(metadata={"example": "failing"})


class WebhookPingSchema(ResponseSchema):
    """Somebody tries whether the receiver works."""

    group = name_field()
    webhook_id = Uuid()
    actor = String()


DATA_SCHEMAS: Mapping[EventType, type[Schema]] = MappingProxyType(
    {
        EventType.VERSION_PUBLISHED: VersionDecidedSchema,
        EventType.VERSION_HELD: VersionDecidedSchema,
        EventType.VERSION_REFUSED: VersionDecidedSchema,
        EventType.VERSION_RELEASED: VersionReviewedSchema,
        EventType.VERSION_REJECTED: VersionReviewedSchema,
        EventType.VERSION_DEPRECATED: VersionMovedSchema,
        EventType.VERSION_SUNSET: VersionMovedSchema,
        EventType.VERSION_DISABLED: VersionMovedSchema,
        EventType.VERSION_RESTORED: VersionMovedSchema,
        EventType.VERSION_WITHHELD: VersionWithheldSchema,
        EventType.COMPARISON_BREAKING: ComparisonBreakingSchema,
        EventType.POLICY_CHANGED: PolicyChangedSchema,
        EventType.SDK_READY: SdkReadySchema,
        EventType.SDK_FAILED: SdkFailedSchema,
        EventType.WEBHOOK_DISABLED: WebhookDisabledSchema,
        EventType.WEBHOOK_PING: WebhookPingSchema,
    }
)


def payload_schema(kind: EventType) -> type[Schema]:
    """Return the schema of all that is sent of an event of that type."""
    title = "".join(part.title() for part in kind.value.split("."))
    return type(
        f"{title}EventSchema",
        (ResponseSchema,),
        {
            "__doc__": DATA_SCHEMAS[kind].__doc__,
            "type": String(validate=validate.Equal(kind.value)),
            "timestamp": Timestamp(metadata={"description": "When it happened."}),
            "version": Integer(metadata={"description": "Of the payload's form.", "example": 1}),
            "data": fields.Nested(DATA_SCHEMAS[kind]),
        },
    )


PAYLOAD_SCHEMAS: Mapping[EventType, type[Schema]] = MappingProxyType(
    {kind: payload_schema(kind) for kind in EventType}
)


def encode_payload(kind: EventType, *, at: datetime, data: Mapping[str, Any]) -> str:
    """Return the text to sign and send; raises `InvalidPayload`."""
    wrong = DATA_SCHEMAS[kind](unknown=RAISE).validate(dict(data))
    if wrong:
        raise InvalidPayload(f"{kind}: {sorted(wrong)}")
    told = {
        "type": kind.value,
        "timestamp": at.isoformat().replace("+00:00", "Z"),
        "version": PAYLOAD_VERSION,
        "data": dict(data),
    }
    return orjson.dumps(told).decode()
