"""What may ReDoc be given of a stranger's document? A copy without traps. Pure.

ReDoc cleans markdown but not links: an address `javascript:...` of a contact or a licence becomes
a link that runs. The stored document is never changed, only the copy that the viewer gets.
"""

from typing import Any
from urllib.parse import urlsplit

_ADDRESS_KEYS = frozenset(
    {
        "authorizationUrl",
        "externalValue",
        "openIdConnectUrl",
        "refreshUrl",
        "termsOfService",
        "tokenUrl",
        "url",
    }
)
_SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})
_LEFT_OUT = frozenset({"__proto__", "constructor", "prototype", "x-logo"})
"""Names that would reach into the viewer's own objects, and a picture from elsewhere."""

REPLACEMENT = "about:blank"


def viewer_copy(document: Any) -> Any:
    """Return a copy of a document in which addresses are harmless.

    Works with a list of places still to visit instead of recursion, so depth is no danger.
    """
    root: list[Any] = [None]
    pending: list[tuple[Any, Any, Any]] = [(root, 0, document)]
    while pending:
        holder, key, value = pending.pop()
        if isinstance(value, dict):
            copied: dict[str, Any] = {}
            holder[key] = copied
            pending.extend(
                (copied, name, _safe(name, part))
                for name, part in value.items()
                if name not in _LEFT_OUT
            )
            copied.update(dict.fromkeys(name for name in value if name not in _LEFT_OUT))
        elif isinstance(value, list):
            items: list[Any] = [None] * len(value)
            holder[key] = items
            pending.extend((items, index, part) for index, part in enumerate(value))
        else:
            holder[key] = value
    return root[0]


def _safe(name: str, value: Any) -> Any:
    if name in _ADDRESS_KEYS and isinstance(value, str) and not is_safe_address(value):
        return REPLACEMENT
    return value


def is_safe_address(address: str) -> bool:
    """Whether a browser that follows the address runs nothing: relative, http(s) or mailto."""
    visible = "".join(character for character in address if character > " ")
    try:
        return urlsplit(visible).scheme.lower() in _SAFE_SCHEMES
    except ValueError:
        return False
