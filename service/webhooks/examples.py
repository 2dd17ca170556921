"""What do events, webhooks and deliveries look like, for instance?"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from service.webhooks.event_types import PAYLOAD_VERSION, EventType

_AT = "2026-11-20T10:00:00Z"
_VERSION_ID = "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55"
_WEBHOOK_ID = "c0a7e1d4-2b1f-4b7c-8a53-6f1e4b5d9d43"
_ABOUT = {
    "group": "acme",
    "api": "orders",
    "actor": "alice",
    "version": "1.2.0",
    "version_id": _VERSION_ID,
}
_DECIDED = {
    **_ABOUT,
    "digest": f"sha256:{'9f86d081' * 8}",
    "base": "1.1.0",
    "verdict": "compatible",
    "reasons": [],
}
_BROKEN = {**_DECIDED, "verdict": "breaking", "reasons": ["breaking_change"]}
_MOVED = {**_ABOUT, "before": "published", "reason": "Use 2.0.0."}
_PACKAGE = {
    **_ABOUT,
    "actor": "system",
    "package": "acme-orders-client",
    "package_version": "1.2.0",
}
_DATA: Mapping[EventType, Mapping[str, Any]] = MappingProxyType(
    {
        EventType.VERSION_PUBLISHED: _DECIDED,
        EventType.VERSION_HELD: {
            **_DECIDED,
            "verdict": "undetermined",
            "reasons": ["undetermined"],
        },
        EventType.VERSION_REFUSED: _BROKEN,
        EventType.VERSION_RELEASED: {**_ABOUT, "reason": "Nobody uses that field."},
        EventType.VERSION_REJECTED: {**_ABOUT, "reason": "Not before spring."},
        EventType.VERSION_DEPRECATED: {**_MOVED, "after": "deprecated"},
        EventType.VERSION_SUNSET: {**_MOVED, "before": "deprecated", "after": "sunset"},
        EventType.VERSION_DISABLED: {**_MOVED, "after": "disabled"},
        EventType.VERSION_RESTORED: {**_MOVED, "before": "disabled", "after": "published"},
        EventType.VERSION_WITHHELD: {**_ABOUT, "reason": "It held a password."},
        EventType.COMPARISON_BREAKING: {**_ABOUT, "base": "1.1.0", "outcome": "refused"},
        EventType.POLICY_CHANGED: {
            "group": "acme",
            "api": "orders",
            "actor": "alice",
            "level": "backward",
            "breaking_needs_major": True,
            "undetermined": None,
            "mode": "enforce",
        },
        EventType.SDK_READY: {**_PACKAGE, "verdict": "compatible"},
        EventType.SDK_FAILED: {**_PACKAGE, "pointers": ["/paths/~1orders/get"]},
        EventType.WEBHOOK_DISABLED: {
            "group": "acme",
            "webhook_id": _WEBHOOK_ID,
            "reason": "failing",
        },
        EventType.WEBHOOK_PING: {"group": "acme", "webhook_id": _WEBHOOK_ID, "actor": "alice"},
    }
)
PAYLOAD_EXAMPLES: Mapping[EventType, Mapping[str, Any]] = MappingProxyType(
    {
        kind: {"type": kind.value, "timestamp": _AT, "version": PAYLOAD_VERSION, "data": data}
        for kind, data in _DATA.items()
    }
)
EVENT_EXAMPLE = {
    "id": "5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21",
    "type": "version.published",
    "api_id": "3b1f8a52-2d0c-4a6e-8f57-0c9d1c0e8d6b",
    "payload": PAYLOAD_EXAMPLES[EventType.VERSION_PUBLISHED],
    "created_at": _AT,
}
WEBHOOK_EXAMPLE = {
    "id": _WEBHOOK_ID,
    "url": "https://ci.example.com/bindery",
    "api": "orders",
    "event_types": ["version.published"],
    "description": "Starts the build.",
    "is_enabled": True,
    "disabled_reason": None,
    "disabled_at": None,
    "failing_since": None,
    "created_by": "alice",
    "created_at": _AT,
}
DELIVERY_EXAMPLE = {
    "id": "f2f4f7c8-0f4c-4a67-9a3b-6f1f5d2b7e42",
    "event_id": "5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21",
    "event_type": "version.published",
    "state": "pending",
    "attempts": 1,
    "next_attempt_at": "2026-11-20T10:00:10Z",
    "status": 503,
    "failure": "refused",
    "created_at": _AT,
    "ended_at": None,
}
ATTEMPT_EXAMPLE = {
    "number": 1,
    "at": _AT,
    "milliseconds": 84,
    "status": 503,
    "failure": "refused",
    "message": "The receiver answered 503.",
    "answer": "back soon",
}
SECRET_EXAMPLE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw4p1k7jQbN0Y="  # noqa: S105 - an example
