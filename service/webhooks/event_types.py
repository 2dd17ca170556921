"""Which events are told outside? Their names are for ever: they stand in filters of others."""

from enum import StrEnum

PAYLOAD_VERSION = 1
"""Raised when a payload changes in a way that receivers could stumble over; fields may be added."""


class EventType(StrEnum):
    """What happened, as receivers read it."""

    VERSION_PUBLISHED = "version.published"
    VERSION_HELD = "version.held"
    VERSION_REFUSED = "version.refused"
    VERSION_RELEASED = "version.released"
    VERSION_REJECTED = "version.rejected"
    VERSION_DEPRECATED = "version.deprecated"
    VERSION_SUNSET = "version.sunset"
    VERSION_DISABLED = "version.disabled"
    VERSION_RESTORED = "version.restored"
    VERSION_WITHHELD = "version.withheld"
    COMPARISON_BREAKING = "comparison.breaking"
    POLICY_CHANGED = "policy.changed"
    SDK_READY = "sdk.ready"
    SDK_FAILED = "sdk.failed"
    WEBHOOK_DISABLED = "webhook.disabled"
    WEBHOOK_PING = "webhook.ping"


TO_ONE_WEBHOOK = frozenset({EventType.WEBHOOK_PING})
"""Sent to the webhook that asked for it, whatever it is subscribed to, and to no other."""
