"""What is a webhook's secret, and how does it sign? By Standard Webhooks (v1, HMAC-SHA256).

Secrets are stored nowhere: each is derived from the instance's secret key, the webhook's id and a
random salt. So neither the database nor a copy of it is worth anything to a forger, and there is
no second key to look after. Whoever changes BINDERY_SECRET_KEY changes all secrets with it; the
check that is stored beside the salt tells, and the webhook is disabled instead of signing wrongly.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from standardwebhooks import Webhook as Signer

from service.webhooks.models import Webhook

PREFIX = "whsec_"
OVERLAP = timedelta(hours=24)
"""How long a former secret signs along after a rotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A new secret: what to show once, and what to store."""

    secret: str
    salt: str
    check: str


def new_key(secret_key: str, webhook_id: str) -> SigningKey:
    """Return a new secret for the webhook."""
    salt = secrets.token_hex(16)
    secret = secret_of(secret_key, webhook_id, salt)
    return SigningKey(secret=secret, salt=salt, check=check_of(secret))


def secret_of(secret_key: str, webhook_id: str, salt: str) -> str:
    """Return the secret that belongs to a salt."""
    said = f"webhook signing secret\n{webhook_id}\n{salt}"
    derived = hmac.new(secret_key.encode(), said.encode(), hashlib.sha256).digest()
    return PREFIX + base64.b64encode(derived).decode()


def check_of(secret: str) -> str:
    """Return what tells whether a secret is the one that was shown, and nothing else of it."""
    return hashlib.sha256(b"check of " + secret.encode()).hexdigest()


def secrets_in_force(secret_key: str, webhook: Webhook, now: datetime) -> list[str]:
    """Return the secrets that sign now, the newest first; none if the instance's key changed."""
    newest = secret_of(secret_key, webhook.id, webhook.key_salt)
    if not hmac.compare_digest(check_of(newest), webhook.key_check):
        return []
    former = [key["salt"] for key in webhook.former_keys if _holds(key, now)]
    return [newest, *(secret_of(secret_key, webhook.id, salt) for salt in former)]


def former_keys_in_force(webhook: Webhook, now: datetime) -> list[dict[str, str]]:
    """Return the former keys that still sign."""
    return [key for key in webhook.former_keys if _holds(key, now)]


def signature(in_force: Sequence[str], *, message_id: str, at: datetime, body: str) -> str:
    """Return the value of `webhook-signature`: one signature for each secret in force."""
    return " ".join(Signer(secret).sign(message_id, at, body) for secret in in_force)


def _holds(key: dict[str, str], now: datetime) -> bool:
    return datetime.fromisoformat(key["until"]) > now
