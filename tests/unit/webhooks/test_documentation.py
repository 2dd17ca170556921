"""Does docs/webhooks.md say what the code does, and do its recipes verify?"""

import json
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.webhooks.event_types import TO_ONE_WEBHOOK, EventType
from service.webhooks.retry_schedule import RetrySchedule
from service.webhooks.signing import secret_of, signature
from tests.architecture.source_tree import ROOT
from tests.requirements import need_node_package, need_program

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


_TRY = """
import { verified } from "./recipe.mjs";
const { secret, headers, body } = JSON.parse(process.argv[2]);
console.log(JSON.stringify(verified(secret, headers, body)));
try {
  verified(secret, headers, body.replace("1", "2"));
} catch (error) {
  console.log(error.constructor.name);
}
"""


def test_the_recipe_in_javascript_verifies_and_refuses(tmp_path: Path) -> None:
    node = need_program("node")
    (tmp_path / "node_modules").symlink_to(need_node_package("standardwebhooks"))
    [recipe] = re.findall(r"```javascript\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "recipe.mjs").write_text(recipe, "utf-8")
    (tmp_path / "try.mjs").write_text(_TRY, "utf-8")
    secrets = [secret_of("key", "id", salt) for salt in ("new", "former")]
    now = datetime.now(tz=UTC)
    headers = {
        "webhook-id": "one",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature(secrets, message_id="one", at=now, body='{"a":1}'),
    }

    for secret in secrets:
        told = json.dumps({"secret": secret, "headers": headers, "body": '{"a":1}'})
        done = subprocess.run(  # noqa: S603 - our own page, run by node
            [node, "try.mjs", told], cwd=tmp_path, capture_output=True, text=True, check=True
        )

        assert done.stdout.splitlines() == ['{"a":1}', "WebhookVerificationError"]
