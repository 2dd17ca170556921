"""Does docs/webhooks.md say what the code does, and do its recipes verify?"""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.webhooks.event_types import TO_ONE_WEBHOOK, EventType
from service.webhooks.retry_schedule import RetrySchedule
from service.webhooks.signing import secret_of, signature
from tests.architecture.source_tree import ROOT

PAGE = (Path(ROOT) / "docs" / "webhooks.md").read_text("utf-8")
_UNITS = {"s": 1, "min": 60, "h": 3600}


def test_the_table_of_waits_is_the_schedule() -> None:
    [row] = re.findall(r"^\| wait \|(.*)\|$", PAGE, re.MULTILINE)

    told = [cell.split() for cell in row.split("|")]

    assert [int(number) * _UNITS[unit] for number, unit in told] == list(RetrySchedule().waits)


@pytest.mark.parametrize("kind", sorted(set(EventType) - TO_ONE_WEBHOOK))
def test_every_event_stands_in_the_table(kind: EventType) -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]

    assert any(f"`{kind}`" in row for row in rows)


def test_the_recipe_in_python_verifies_and_refuses() -> None:
    [recipe] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {}
    exec(recipe, names)  # noqa: S102 - our own page
    secret, now = secret_of("key", "id", "salt"), datetime.now(tz=UTC)
    headers = {
        "webhook-id": "one",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature([secret], message_id="one", at=now, body='{"a":1}'),
    }
    verified = names["verified"]
    assert callable(verified)

    assert verified(secret, headers, b'{"a":1}') == {"a": 1}
    with pytest.raises(Exception, match="No matching signature"):
        verified(secret, headers, b'{"a":2}')
