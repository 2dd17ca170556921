"""What is the secret of an invitation, and how is it stored?"""

import hashlib
import secrets

SECRET_PATTERN = r"^[A-Za-z0-9_-]{43}$"  # noqa: S105 - its form, not a secret
"""256 bits in URL-safe base64."""


def new_secret() -> str:
    """Return a new random secret."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """Return what is stored: sha256 in hex, enough for a random secret of this length."""
    return hashlib.sha256(secret.encode()).hexdigest()
