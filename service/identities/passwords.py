"""Is this password good enough, and is it the right one? argon2id, never plain."""

import base64
import unicodedata
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from service.settings import Settings

MAX_BYTES = 1024
"""Longer ones are refused unread, so that nobody can make us hash megabytes."""
MIN_DISTINCT = 5
COMMON = frozenset(
    {
        "123456789012",
        "1234567890123456",
        "administrator",
        "changemechangeme",
        "correcthorsebatterystaple",
        "iloveyouiloveyou",
        "letmeinletmein",
        "passwordpassword",
        "password1234",
        "password12345",
        "password123456",
        "q1w2e3r4t5y6",
        "qwertyuiop12",
        "qwertyuiop123",
        "qwertyuiopasdf",
        "welcome12345",
    }
)
"""The first guesses at this length, compared without case; rate limits stop the long lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passwords:
    """The rules for passwords, and how they are hashed."""

    min_length: int
    time_cost: int
    memory_kib: int

    @classmethod
    def from_settings(cls, settings: Settings) -> "Passwords":
        """Return what the settings ask for."""
        return cls(
            min_length=settings.password_min_length,
            time_cost=settings.argon2_time_cost,
            memory_kib=settings.argon2_memory_kib,
        )

    def problems_of(self, password: str, *, username: str) -> list[str]:
        """Return what is wrong with a new password; nothing if it is good enough."""
        text = _normalised(password).casefold()
        if len(password.encode()) > MAX_BYTES:
            return [f"Longer than {MAX_BYTES} bytes."]
        problems = []
        if len(_normalised(password)) < self.min_length:
            problems.append(f"Shorter than {self.min_length} characters.")
        if text == username.casefold():
            problems.append("The same as the user name.")
        if text in COMMON or len(set(text)) < MIN_DISTINCT:
            problems.append("Too easy to guess.")
        return problems

    def hashed(self, password: str) -> str:
        """Return the hash to store, with its salt and parameters."""
        return self._hasher().hash(_normalised(password))

    def verifies(self, password: str, password_hash: str | None) -> bool:
        """Whether the password is the one that was hashed.

        None costs the same work and is no; so is what is no hash, at once.
        """
        try:
            return self._hasher().verify(password_hash or self._nobodys(), _normalised(password))
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, password_hash: str) -> bool:
        """Whether the hash was made with other parameters than today's."""
        return self._hasher().check_needs_rehash(password_hash)

    def _hasher(self) -> PasswordHasher:
        # One lane: the cores belong to other requests too.
        return PasswordHasher(time_cost=self.time_cost, memory_cost=self.memory_kib, parallelism=1)

    def _nobodys(self) -> str:
        """Return a hash of today's parameters that no password has."""
        salt, digest = (base64.b64encode(b"\0" * size).decode().rstrip("=") for size in (16, 32))
        return f"$argon2id$v=19$m={self.memory_kib},t={self.time_cost},p=1${salt}${digest}"


def _normalised(password: str) -> str:
    """Return the form in which one password typed on two keyboards is the same (NFKC)."""
    return unicodedata.normalize("NFKC", password)
