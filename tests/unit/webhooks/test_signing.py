"""Do secrets come from what they must, and from nothing else?"""

from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook as Verifier

from service.webhooks.models import Webhook
from service.webhooks.signing import new_key, secret_of, secrets_in_force, signature

KEY = "the secret key of an instance, long enough"
NOW = datetime.now(tz=UTC)


def webhook(secret_key: str = KEY) -> tuple[Webhook, str]:
    """Return a webhook, and its secret."""
    key = new_key(secret_key, "id-1")
    made = Webhook(id="id-1", key_salt=key.salt, key_check=key.check, former_keys=[])
    return made, key.secret


def test_what_was_shown_is_derived_again() -> None:
    made, secret = webhook()

    assert secrets_in_force(KEY, made, NOW) == [secret]


def test_another_secret_key_gives_no_secret() -> None:
    made, _ = webhook()

    assert secrets_in_force("another secret key, as long as the first", made, NOW) == []


@pytest.mark.parametrize(
    ("key", "name", "salt"), [("k2", "i", "s"), ("k", "i2", "s"), ("k", "i", "s2")]
)
def test_each_part_makes_another_secret(key: str, name: str, salt: str) -> None:
    assert secret_of(key, name, salt) != secret_of("k", "i", "s")


def test_former_secrets_sign_until_their_time_is_over() -> None:
    made, secret = webhook()
    former = secret_of(KEY, "id-1", "former")
    until = NOW + timedelta(hours=1)
    made.former_keys = [{"salt": "former", "until": until.isoformat()}]

    assert secrets_in_force(KEY, made, NOW) == [secret, former]
    assert secrets_in_force(KEY, made, until) == [secret]


def test_the_official_library_verifies_with_each_secret_in_force() -> None:
    _, first = webhook()
    _, second = webhook()
    now = datetime.now(tz=UTC)  # the library refuses what is five minutes old
    signed = signature([first, second], message_id="id", at=now, body='{"a":1}')
    headers = {
        "webhook-id": "id",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signed,
    }

    assert [Verifier(secret).verify(b'{"a":1}', headers) for secret in (first, second)] == [
        {"a": 1},
        {"a": 1},
    ]
