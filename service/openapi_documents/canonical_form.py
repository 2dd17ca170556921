"""When are two documents the same contract, whatever their key order, spacing and format?"""

import hashlib
import re
from typing import Any

import orjson

from service.openapi_documents.pointers import find_first
from service.openapi_documents.problems import refusal

# The name of the canonical form. It changes whenever any document would get another digest.
DIGEST_SCHEME = "bindery1"

# An escape is one if an even number of backslashes stands before it.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*+\\u0000")


def canonical_bytes(content: Any) -> bytes:
    """The one spelling of `content`: UTF-8 JSON, keys sorted, no spaces.

    Expects what the parsers give: integral numbers as integers, so that 1.0 and 1 are written
    alike, and nothing outside JSON. True stays apart from 1.
    """
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def digest_of(canonical: bytes) -> str:
    """The digest of a canonical form, with the name of its scheme."""
    return f"{DIGEST_SCHEME}:{hashlib.sha256(canonical).hexdigest()}"


def checksum_of(raw: bytes) -> str:
    """The checksum of the bytes as received."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def check_no_nul(content: Any, canonical: bytes) -> None:
    """Refuse the character U+0000 in any key or string: databases and file systems do."""
    # The expression alone would take four times as long as parsing the whole document.
    if b"\\u0000" not in canonical or not _NUL.search(canonical):
        return

    def has_nul(value: Any, _depth: int) -> bool:
        if isinstance(value, dict):
            return any("\0" in key for key in value)
        return isinstance(value, str) and "\0" in value

    pointer = find_first(content, has_nul)
    raise refusal("nul-character", "Text contains the character U+0000.", pointer=pointer)
