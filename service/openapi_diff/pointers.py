"""Where in a document does a JSON pointer (RFC 6901) lead?"""

from typing import Any
from urllib.parse import unquote


class _Missing:
    """The answer of `resolve` where nothing is."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Any = _Missing()


def escape(token: str) -> str:
    """One pointer token, with `~` and `/` written as RFC 6901 asks."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    if "~" in token:
        return token.replace("~1", "/").replace("~0", "~")
    return token


def join(pointer: str, *tokens: str | int) -> str:
    """The pointer that leads from `pointer` on to its child, its child's child ..."""
    for token in tokens:
        if isinstance(token, str) and ("/" in token or "~" in token):
            token = escape(token)  # noqa: PLW2901 - the same token, as it is written
        pointer = f"{pointer}/{token}"
    return pointer


def split(pointer: str) -> list[str]:
    """The unescaped tokens of a pointer."""
    return [unescape(token) for token in pointer.split("/")[1:]]


def from_reference(reference: str) -> str | None:
    """The pointer a local `$ref` names; None for another file, an address or an anchor."""
    if not reference.startswith("#"):
        return None
    pointer = reference[1:]
    if "%" in pointer:
        pointer = unquote(pointer)
    return pointer if not pointer or pointer.startswith("/") else None


def resolve(document: Any, pointer: str) -> Any:
    """The value at `pointer`, or MISSING."""
    value = document
    for token in split(pointer):
        value = below(value, token)
    return value


def below(value: Any, token: str) -> Any:
    """What an object or a list holds under an unescaped token, or MISSING."""
    if isinstance(value, dict):
        return value.get(token, MISSING)
    if isinstance(value, list) and token.isascii() and token.isdigit():
        index = int(token) if len(token) < 8 else len(value)  # noqa: PLR2004 - a longer index cannot exist
        if index < len(value):
            return value[index]
    return MISSING
