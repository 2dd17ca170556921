"""How does a POST that creates become safe to repeat? With the Idempotency-Key header."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from flask import Response, request

from service.errors import InvalidInput
from service.http_api.parsing import read_body
from service.http_api.state import current_actor, current_settings, current_units
from service.idempotency.use_cases import Claim, KeptAnswer, claim_key, keep_answer, release_key

HEADER = "Idempotency-Key"
MAX_KEY_LENGTH = 255
REPLAYED_HEADER = "Idempotency-Replayed"
_KEPT_HEADERS = frozenset(
    {"content-type", "etag", "location", "link", "cache-control", "deprecation", "sunset"}
)

IDEMPOTENCY_KEY_PARAMETER = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "description": (
        "A value of the caller's choice. A request repeated with the same value within at least"
        " 24 hours gets the answer of the first."
    ),
    "schema": {
        "type": "string",
        "minLength": 1,
        "maxLength": MAX_KEY_LENGTH,
        "pattern": "^[!-~]+$",
    },
    "example": "5a0e1d52-publish-orders-1.2.0",
}


def answer_once(answer: Callable[[], Response], *, body_limit: int) -> Response:
    """Return `answer()`, or what it returned to the first request with the same key.

    Raises `InvalidInput` for an unacceptable key, `KeyInFlight`, `KeyReused`.
    """
    key = request.headers.get(HEADER)
    if key is None:
        return answer()
    claim = Claim(scope=_scope(), key=_checked(key), body_digest=_request_digest(body_limit))
    units = current_units()
    keep_for = timedelta(hours=current_settings().idempotency_hours)
    if (kept := claim_key(units, claim, keep_for=keep_for)) is not None:
        return _replay(kept)
    succeeded = False
    try:
        response = answer()
        succeeded = response.status_code < 400  # noqa: PLR2004 - where errors begin in HTTP
        if succeeded:
            keep_answer(units, claim, answer=_to_keep(response))
    finally:
        if not succeeded:
            release_key(units, claim)
    return response


def _checked(key: str) -> str:
    if not 1 <= len(key) <= MAX_KEY_LENGTH or not all("!" <= character <= "~" for character in key):
        reason = f"1 to {MAX_KEY_LENGTH} visible ASCII characters."
        raise InvalidInput(
            "The Idempotency-Key is not valid.", details={"headers": {HEADER: [reason]}}
        )
    return key


def _scope() -> str:
    """Return where a key counts: for this caller, with these rights, at this address.

    Who has lost a right, or uses a token that can do less, is asked anew instead of being told an
    answer of better days. Roles count where the path names a group: creating one changes them.
    """
    actor = current_actor()
    roles = actor.roles if "group" in (request.view_args or {}) else {}
    rights = (
        str(actor.is_admin),
        ",".join(sorted(actor.scopes)),
        ",".join(sorted(f"{group_id}:{role}" for group_id, role in roles.items())),
        actor.bound_group_id or "",
        actor.bound_api_id or "",
    )
    parts = (actor.kind, actor.id or "", *rights, request.method, request.path)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _request_digest(body_limit: int) -> str:
    digest = hashlib.sha256(request.query_string + b"\n")
    digest.update(read_body(limit=body_limit))
    return digest.hexdigest()


def _to_keep(response: Response) -> KeptAnswer:
    headers = tuple(
        (name, value) for name, value in response.headers if name.lower() in _KEPT_HEADERS
    )
    return KeptAnswer(status=response.status_code, headers=headers, body=response.get_data())


def _replay(kept: KeptAnswer) -> Response:
    response = Response(kept.body, kept.status, headers=list(kept.headers))
    response.headers[REPLAYED_HEADER] = "true"
    return response
