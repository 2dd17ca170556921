"""How is a file sent? In pieces, as a part if that is asked for, or by an address elsewhere."""

from datetime import timedelta

from flask import Response, redirect, request
from werkzeug.http import parse_if_range_header, unquote_etag
from werkzeug.wrappers import Response as PlainResponse

from service.blobs import Blobs
from service.unit_of_work import UnitsOfWork

KEPT_SECONDS = 86_400
"""The bytes of an address never change, but a version may be disabled or its document withheld:
caches ask again after a day."""
ADDRESS_LIFETIME = timedelta(minutes=10)
BINARY = "application/octet-stream"


def answer_file(
    units: UnitsOfWork, blobs: Blobs, *, digest: str, size: int, is_public: bool
) -> PlainResponse:
    """Return the response that carries a blob."""
    address = blobs.address(digest, lifetime=ADDRESS_LIFETIME)
    if address is not None:
        elsewhere = redirect(address, 302)
        elsewhere.headers["Cache-Control"] = "no-store"
        return elsewhere
    response = Response(content_type=BINARY)
    _mark(response, digest, is_public=is_public)
    if request.if_none_match.contains(digest.partition(":")[2]):
        response.status_code = 304
        return response
    start, end = _wanted(digest, size)
    if end is None:
        return _unsatisfiable(size)
    if (start, end) != (0, size):
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    response.content_length = end - start
    if request.method != "HEAD":
        response.response = blobs.read(units, digest, start=start, end=end)
    return response


def answer_bytes(content: bytes, *, digest: str, content_type: str, is_public: bool) -> Response:
    """Return the response that carries a few bytes."""
    response = Response(content, content_type=content_type)
    _mark(response, digest, is_public=is_public)
    response.make_conditional(request)
    return response


def _mark(response: Response, digest: str, *, is_public: bool) -> None:
    """Say how long which caches may keep it."""
    kept_by = "public" if is_public else "private"
    response.headers["Cache-Control"] = f"{kept_by}, max-age={KEPT_SECONDS}, immutable"
    response.headers["Accept-Ranges"] = "bytes"
    response.set_etag(digest.partition(":")[2])
    response.vary.add("Authorization")


def _wanted(digest: str, size: int) -> tuple[int, int | None]:
    """Return which bytes are asked for, from and up to; an end of None where there are none."""
    asked = request.range
    if asked is None or asked.units != "bytes" or len(asked.ranges) != 1 or not _same(digest):
        return 0, size
    found = asked.range_for_length(size)
    return found or (0, None)


def _same(digest: str) -> bool:
    """Whether If-Range, if sent, means the bytes that are here."""
    condition = request.headers.get("If-Range")
    if condition is None:
        return True
    etag, is_weak = unquote_etag(parse_if_range_header(condition).to_header())
    return etag == digest.partition(":")[2] and not is_weak


def _unsatisfiable(size: int) -> Response:
    response = Response(status=416)
    response.headers["Content-Range"] = f"bytes */{size}"
    return response
