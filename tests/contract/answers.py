"""What is wrong with an error of the API, by the conventions that hold for all of them?"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

FIRST_ERROR = 400
RETRY_LATER = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, whoever received it; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def envelope_faults(answer: Answer, document: Mapping[str, Any]) -> Iterator[str]:
    """Yield what breaks the conventions, in short sentences that stay the same.

    `document` is the API's own, for the known codes.
    """
    if not answer.headers.get("x-request-id"):
        yield "No X-Request-ID header"
    if answer.status < FIRST_ERROR:
        return
    yield from _header_faults(answer)
    error = _error_of(answer)
    if error is None:
        yield "No error envelope"
        return
    if error["code"] not in known_codes(document):
        yield "The code of the error is not a known one"
    if error["request_id"] != answer.headers.get("x-request-id"):
        yield "The request id of the error is not that of the header"


def known_codes(document: Mapping[str, Any]) -> frozenset[str]:
    """Return the codes that the document lists."""
    schema = document["components"]["schemas"]["Error"]["properties"]["error"]
    return frozenset(schema["properties"]["code"]["x-extensible-enum"])


def _header_faults(answer: Answer) -> Iterator[str]:
    if answer.status == 405 and not answer.headers.get("allow"):
        yield "405 without Allow"
    if answer.status == 401 and not answer.headers.get("www-authenticate"):
        yield "401 without WWW-Authenticate"
    if answer.status in RETRY_LATER and not answer.headers.get("retry-after"):
        yield f"{answer.status} without Retry-After"


def _error_of(answer: Answer) -> dict[str, Any] | None:
    """Return the envelope's content, or None if the body is not exactly an envelope."""
    if answer.headers.get("content-type", "").split(";")[0] != "application/json":
        return None
    try:
        body = json.loads(answer.body)
    except ValueError:
        return None
    error = body.get("error") if isinstance(body, dict) and set(body) == {"error"} else None
    if not isinstance(error, dict) or set(error) != {"code", "message", "details", "request_id"}:
        return None
    texts = [error["code"], error["message"], error["request_id"]]
    is_whole = all(isinstance(text, str) and text for text in texts)
    return error if is_whole and isinstance(error["details"], dict) else None
