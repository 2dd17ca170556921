"""Are deliveries tried when the documentation says, and no longer than that?"""

from datetime import UTC, datetime, timedelta

import pytest

from service.webhooks.retry_schedule import RetrySchedule, asked_wait

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
EVEN = RetrySchedule(jitter=0)


def test_ten_attempts_take_about_75_hours() -> None:
    waits = [EVEN.wait_after(attempt) for attempt in range(1, 10)]

    assert all(wait is not None for wait in waits)
    assert 75 <= sum(wait or 0 for wait in waits) / 3600 <= 76
    assert waits == sorted(waits, key=lambda wait: wait or 0)


def test_after_the_tenth_it_is_given_up() -> None:
    assert EVEN.wait_after(10) is None
    assert EVEN.wait_after(11) is None


def test_waits_differ_a_little_so_that_not_all_come_at_once() -> None:
    waits = {RetrySchedule().wait_after(3) for _ in range(50)}

    assert len(waits) > 10
    assert all(wait is not None and 0.9 * 900 <= wait <= 1.1 * 900 for wait in waits)


@pytest.mark.parametrize(("asked", "wait"), [(None, 10), (5, 10), (60, 60), (10**9, 24 * 3600)])
def test_a_receiver_may_ask_for_a_longer_wait_within_a_day(asked: float | None, wait: int) -> None:
    assert EVEN.wait_after(1, asked=asked) == wait


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("Fri, 20 Nov 2026 10:01:00 GMT", 60),
        ("Fri, 20 Nov 2026 09:00:00 GMT", 0),
        ("9" * 400, 9_999_999_999),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(text: str, seconds: float | None) -> None:
    assert asked_wait({"retry-after": text}, NOW) == seconds


def test_time_can_be_made_to_run_in_tests() -> None:
    assert RetrySchedule(jitter=0, pace=0.1).wait_after(1) == 1
    assert RetrySchedule(pace=0.1).paced_patience == timedelta(hours=12)
