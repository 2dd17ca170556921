"""What does an access token look like, and is this text one?

`bnd_<lookup><secret><checksum>`: the prefix and the CRC-32 let scanners find leaked tokens with
hardly a false alarm, and let us refuse mistyped ones without asking the database.
"""

import hashlib
import hmac
import secrets
import string
import zlib
from dataclasses import dataclass

ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
PREFIX = "bnd_"
LOOKUP_LENGTH = 12
SECRET_LENGTH = 32
"""190 bits."""
CHECKSUM_LENGTH = 6


@dataclass(frozen=True, slots=True)
class TokenText:
    """A token as its holder has it: `lookup` finds its row, the hash of the whole proves it."""

    text: str

    @property
    def lookup(self) -> str:
        """The part that may be stored and shown."""
        return self.text[len(PREFIX) : len(PREFIX) + LOOKUP_LENGTH]

    @property
    def secret_hash(self) -> str:
        """sha256 of the whole text, in hex; enough for a random secret of this length."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def proves(self, secret_hash: str) -> bool:
        """Whether this is the token whose hash was stored; takes the same time either way."""
        return hmac.compare_digest(self.secret_hash, secret_hash)


def new_token_text() -> TokenText:
    """Return a new random token."""
    letters = LOOKUP_LENGTH + SECRET_LENGTH
    body = PREFIX + "".join(secrets.choice(ALPHABET) for _ in range(letters))
    return TokenText(body + _checksum(body))


def parse_token_text(text: str) -> TokenText | None:
    """Return the token that `text` is, or None if it cannot be one."""
    length = len(PREFIX) + LOOKUP_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH
    if len(text) != length or not text.startswith(PREFIX) or not text.isascii():
        return None
    body, checksum = text[:-CHECKSUM_LENGTH], text[-CHECKSUM_LENGTH:]
    return TokenText(text) if checksum == _checksum(body) else None


def _checksum(body: str) -> str:
    number = zlib.crc32(body.encode())
    digits = []
    for _ in range(CHECKSUM_LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[rest])
    return "".join(reversed(digits))
