"""What time is it? The one reader of the wall clock, so that tests can set it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the current time, aware and in UTC."""


def system_clock() -> datetime:
    """Return the current time of this machine, aware and in UTC."""
    return datetime.now(tz=UTC)
