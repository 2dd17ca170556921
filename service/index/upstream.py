"""What does another index have? It is asked within bounds, and believed in nothing but digests."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urljoin

from service.index.pages import JSON
from service.outgoing_http import (
    Answer,
    OutgoingHttp,
    Target,
    Undelivered,
    UnusableUrl,
    read_target,
)

PAGE_SECONDS = 8.0
FILE_SECONDS = 40.0
"""Together with waiting for a place, less than proxies in front wait for us."""
MOST_PAGE_BYTES = 8_000_000
MOST_FILE_BYTES = 20_000_000
MOST_FILES = 2_000
_OK = 200
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+!-]{0,250}(\.whl|\.tar\.gz)")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class UpstreamFailed(Exception):
    """The other index did not give what was asked for; the message is for operators."""


class Asks(Protocol):
    """Sends a request out; `OutgoingHttp.get` does."""

    def __call__(
        self, target: Target, *, headers: Mapping[str, str], seconds: float, most_bytes: int
    ) -> Answer: ...


def fetch_project(http: OutgoingHttp, index: str, name: str) -> list[dict[str, Any]]:
    """Return the files of a project. Raises `UpstreamFailed`."""
    page = urljoin(index, f"{name}/")
    body = _fetch(http.get, page, seconds=PAGE_SECONDS, most_bytes=MOST_PAGE_BYTES, accept=JSON)
    try:
        told = json.loads(body)
        files = [_read_file(entry, page) for entry in told["files"][-MOST_FILES:]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UpstreamFailed(f"{name}: what came is no page of an index in JSON") from None
    return [file for file in files if file is not None]


def fetch_bytes(http: OutgoingHttp, url: str, *, digest: str) -> bytes:
    """Return what has this digest, and nothing else. Raises `UpstreamFailed`."""
    body = _fetch(http.get, url, seconds=FILE_SECONDS, most_bytes=MOST_FILE_BYTES, accept="*/*")
    if hashlib.sha256(body).hexdigest() != digest:
        raise UpstreamFailed("what came has another digest than the index said")
    return body


def _fetch(ask: Asks, url: str, *, seconds: float, most_bytes: int, accept: str) -> bytes:
    try:
        answer = ask(
            read_target(url),
            headers={"Accept": accept, "Accept-Encoding": "identity"},
            seconds=seconds,
            most_bytes=most_bytes,
        )
    except (UnusableUrl, Undelivered) as fault:
        raise UpstreamFailed(str(fault)) from None
    if answer.status != _OK:
        raise UpstreamFailed(f"the answer was a {answer.status}")
    return answer.body


def _read_file(entry: Mapping[str, Any], page: str) -> dict[str, Any] | None:
    """Return what is kept of a file; None for kinds that installers of our clients do not need."""
    name, digest = entry["filename"], entry["hashes"].get("sha256")
    if not _FILE_NAME.fullmatch(name) or not isinstance(digest, str):
        return None
    if not _DIGEST.fullmatch(digest):
        return None
    metadata = entry.get("core-metadata", entry.get("dist-info-metadata"))
    metadata_digest = metadata.get("sha256") if isinstance(metadata, dict) else None
    size, yanked = entry.get("size"), entry.get("yanked", False)
    return {
        "name": name,
        "url": urljoin(page, entry["url"]),
        "digest": digest,
        "size": size if isinstance(size, int) else None,
        "uploaded_at": _text(entry.get("upload-time")),
        "requires_python": _text(entry.get("requires-python")),
        "metadata_digest": _text(metadata_digest),
        "yanked": (_text(yanked) or "It was yanked.") if yanked else "",
    }


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
