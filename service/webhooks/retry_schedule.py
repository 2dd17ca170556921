"""When is a delivery tried again, and when is it given up? Pure.

Ten attempts over about 75 hours: soon at first, for a receiver that restarts, then ever later, for
one that is down for a weekend.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_random = random.SystemRandom()
_SECOND, _MINUTE, _HOUR = 1.0, 60.0, 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrySchedule:
    """The waits after failed attempts, in seconds; `pace` makes tests of days take seconds."""

    waits: tuple[float, ...] = (
        *(10 * _SECOND, 2 * _MINUTE, 15 * _MINUTE, 1 * _HOUR, 4 * _HOUR),
        *(8 * _HOUR, 14 * _HOUR, 20 * _HOUR, 28 * _HOUR),
    )
    jitter: float = 0.1
    longest_asked: float = 24 * _HOUR
    """A receiver may ask for a longer wait with Retry-After, up to this."""
    patience: float = 5 * 24 * _HOUR
    """After nothing but failures for so long, a webhook is disabled."""
    pace: float = 1.0

    @property
    def most_attempts(self) -> int:
        """How often a delivery is tried."""
        return len(self.waits) + 1

    def wait_after(self, attempt: int, *, asked: float | None = None) -> float | None:
        """Return the seconds to wait after a failed attempt, the first being 1; None: give up."""
        if attempt >= self.most_attempts:
            return None
        wait = self.waits[attempt - 1] * _random.uniform(1 - self.jitter, 1 + self.jitter)
        return max(wait, min(asked or 0.0, self.longest_asked)) * self.pace

    @property
    def paced_patience(self) -> timedelta:
        """How long failures are borne."""
        return timedelta(seconds=self.patience * self.pace)


def asked_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that Retry-After asks for (RFC 9110, section 10.2.3), if it does."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:10])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
