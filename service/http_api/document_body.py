"""How does a whole document come in: which media types, how large, how many at once?"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from service.errors import InvalidInput, Unavailable
from service.http_api.parsing import read_body
from service.http_api.state import current_settings, service_state
from service.openapi_documents import ReadLimits

_ACCEPTED = frozenset(
    {
        "application/json",
        "application/octet-stream",
        "application/x-yaml",
        "application/yaml",
        "text/yaml",
    }
)
_ACCEPTED_SUFFIXES = ("+json", "+yaml")
_DIGEST = re.compile(r"sha-256=:([A-Za-z0-9+/]{43}=):")
_DIGEST_HEADER = "Content-Digest"

DOCUMENT_BODY: MappingProxyType[str, Any] = MappingProxyType(
    {
        "required": True,
        "description": (
            "The OpenAPI document itself, JSON or YAML: OpenAPI 3.0 or 3.1, or Swagger 2.0. The"
            " media type opens the door only; what it is is found from the bytes, which are kept"
            " exactly as sent. `application/x-yaml`, `text/yaml` and types that end in `+json` or"
            " `+yaml` are accepted, too."
        ),
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "description": "An OpenAPI document.",
                    "additionalProperties": {},
                },
                "example": {
                    "openapi": "3.1.0",
                    "info": {"title": "Orders", "version": "1.2.0"},
                    "paths": {"/orders": {"get": {"responses": {"200": {"description": "All."}}}}},
                },
            },
            "application/octet-stream": {"schema": {}},
            "application/yaml": {
                "schema": {"type": "object", "additionalProperties": {}},
                "example": {
                    "openapi": "3.0.3",
                    "info": {"title": "Orders", "version": "1.2.0"},
                    "paths": {},
                },
            },
        },
    }
)
"""The request body of operations that take a document, for the API's own document."""

CONTENT_DIGEST_PARAMETER: MappingProxyType[str, Any] = MappingProxyType(
    {
        "in": "header",
        "name": _DIGEST_HEADER,
        "required": False,
        "description": (
            "RFC 9530: the body is refused if it is not the one whose `sha-256` this is. Digests by"
            " other algorithms are not looked at."
        ),
        "schema": {"type": "string", "maxLength": 1000},
        "example": "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
    }
)


class NoFreePlace(Unavailable):
    """Others' documents are being read; there are as many places as the settings say."""


def receive_document() -> bytes:
    """Return the request's body, a document.

    The media type opens the door only; what the bytes are is found from the bytes. Raises
    `TooLarge`, `InvalidInput` if the bytes are not those that Content-Digest (RFC 9530) tells of.
    """
    mimetype = request.mimetype
    if mimetype not in _ACCEPTED and not mimetype.endswith(_ACCEPTED_SUFFIXES):
        raise _unsupported()
    settings = current_settings()
    body = read_body(limit=max(settings.max_json_bytes, settings.max_yaml_bytes))
    _require_digest(body)
    return body


def document_limits() -> ReadLimits:
    """Return how much a document may ask of this process."""
    settings = current_settings()
    defaults = ReadLimits()
    return ReadLimits(
        json_bytes=settings.max_json_bytes,
        yaml_bytes=settings.max_yaml_bytes,
        depth=settings.max_document_depth,
        json_nodes=settings.max_document_nodes,
        yaml_nodes=min(settings.max_document_nodes, defaults.yaml_nodes),
    )


@contextmanager
def document_slot() -> Iterator[None]:
    """Hold one of the places for reading documents; raises `NoFreePlace` after a while."""
    slots = service_state().parse_slots
    if not slots.acquire(timeout=current_settings().parse_wait_seconds):
        raise NoFreePlace("Too many documents at once; try again.")
    try:
        yield
    finally:
        slots.release()


def content_digest(body: bytes) -> str:
    """Return the value of Content-Digest (RFC 9530) for a body."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _require_digest(body: bytes) -> None:
    given = request.headers.get(_DIGEST_HEADER, "")
    if "sha-256=" not in given:  # other algorithms may be ignored
        return
    told = [match[1] for match in _DIGEST.finditer(given)]
    actual = hashlib.sha256(body).digest()
    if len(told) != 1 or not hmac.compare_digest(base64.b64decode(told[0]), actual):
        reason = f"Not the digest of the body, which is {content_digest(body)}."
        raise InvalidInput(
            "The body is not what Content-Digest tells.",
            details={"headers": {_DIGEST_HEADER: [reason]}},
        )


def _unsupported() -> UnsupportedMediaType:
    reason = "Send the document itself, as application/json or application/yaml."
    refusal = UnsupportedMediaType()
    refusal.data = {"messages": {"headers": {"Content-Type": [reason]}}}  # type: ignore[attr-defined]  # where the envelope looks for details
    return refusal
