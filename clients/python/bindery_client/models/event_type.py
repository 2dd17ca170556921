from typing import Literal, cast

EventType = Literal[
    "comparison.breaking",
    "policy.changed",
    "sdk.failed",
    "sdk.ready",
    "version.deprecated",
    "version.disabled",
    "version.held",
    "version.published",
    "version.refused",
    "version.rejected",
    "version.released",
    "version.restored",
    "version.sunset",
    "version.withheld",
    "webhook.disabled",
    "webhook.ping",
]


def check_event_type(
    value: str,
) -> EventType:
    """Return the value; one that a newer service knows passes through."""
    return cast(EventType, value)
