"""How do callers avoid overwriting each other's changes? Entity tags (RFC 9110, section 13)."""

from flask import request

from service.database import Tagged
from service.errors import PreconditionRequired

IF_MATCH_PARAMETER = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "description": "The ETag of the representation that the change is based on, or `*`.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "examples": {
        "revision": {"summary": "What was read", "value": '"0d9c1c0e-3"'},
        "any": {"summary": "Whatever is there", "value": "*"},
    },
}


def etag_header(entity: Tagged) -> dict[str, str]:
    """Return the ETag header of an entity; strong, since it changes with every revision."""
    return {"ETag": f'"{entity.etag}"'}


def expected_etags() -> frozenset[str]:
    """Return the opaque tags in If-Match; `*` is among them if any revision will do.

    Raises `PreconditionRequired` if there is no If-Match.
    """
    if "If-Match" not in request.headers:
        raise PreconditionRequired("Send If-Match with the ETag you read, so no change is lost.")
    given = request.if_match
    return frozenset({"*"}) if given.star_tag else frozenset(given.as_set())
