"""Which valid requests would be useless, and what is sent instead?

The document cannot say that a key must not have been used, that a cursor comes from a list, that
deleting the only group leaves nothing to ask about. What is refused by right for such reasons has
tests of its own in tests/http_api. Requests that are invalid on purpose are left alone.
"""

import json
import os
from itertools import count
from types import MappingProxyType
from typing import Any

from schemathesis import Case
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import StatefulPhaseData

from tests.contract.documents import order_document
from tests.contract.protected import RIGHTS_OF_THE_RUN

ENOUGH = 10**6
UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"

EXISTING = MappingProxyType(
    {
        "group": ("acme",),
        "api": ("orders",),
        "version": ("1.0.0", "1.1.0", "2.0.0"),
        "username": ("olivia", "rita"),
        "account": ("ci",),
        "rule_id": ("schema.enum-value-removed", "path.removed"),
    }
)
"""Parameters of paths, as tests/contract/seed.py has made things; rules come with the code."""

_HINTS = MappingProxyType(json.loads(os.environ.get("CONTRACT_HINTS", '{"paths":{},"bodies":{}}')))
_numbers = count(1)


def amend(case: Case[Any]) -> None:
    """Change the request where it would only be refused, or end the run."""
    if case.meta is not None:
        if not case.meta.is_negative_at(ParameterLocation.HEADER):
            _use_headers_of_this_request(case)
            _base_change_on_what_is_there(case)
        if not case.meta.is_negative_at(ParameterLocation.QUERY):
            case.query.pop("cursor", None)
        if not case.meta.is_negative_at(ParameterLocation.PATH):
            _go_where_something_is(case)
        if not case.meta.is_negative_at(ParameterLocation.BODY):
            _say_what_is_true(case)
            _leave_room(case)
    _leave_the_run_its_rights(case)


def _operation_id(case: Case[Any]) -> str:
    return str(case.operation.definition.raw.get("operationId"))


def _use_headers_of_this_request(case: Case[Any]) -> None:
    if "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f"contract-{next(_numbers)}"
    if next(_numbers) % 4:
        case.headers.pop("Content-Digest", None)  # it would be another body's


def _base_change_on_what_is_there(case: Case[Any]) -> None:
    """Let three of four changes through; the fourth keeps its tag, stale or not."""
    if "If-Match" in case.headers and next(_numbers) % 4:
        case.headers["If-Match"] = "*"


def _follows_links(case: Case[Any]) -> bool:
    """Whether the request belongs to the stateful phase, whose links lead somewhere already."""
    return case.meta is not None and isinstance(case.meta.phase.data, StatefulPhaseData)


def _go_where_something_is(case: Case[Any]) -> None:
    """What deletes always goes to its spares; the rest sometimes where nothing is."""
    if _follows_links(case):
        return
    number = next(_numbers)
    is_spent = case.operation.method == "delete"
    if number % 4:
        for name, values in EXISTING.items():
            if name in case.path_parameters:
                case.path_parameters[name] = values[number % len(values)]
    places = _HINTS["paths"].get(_operation_id(case))
    if places and (is_spent or number % 3):
        case.path_parameters.update(places[number % len(places)])


def _say_what_is_true(case: Case[Any]) -> None:
    number = next(_numbers)
    bodies = _HINTS["bodies"].get(_operation_id(case))
    if bodies and number % 2 and not _follows_links(case):
        case.body = bodies[number % len(bodies)]
    if _takes_document(case) and number % 4:
        case.body = _document(case.media_type, number)


def _leave_room(case: Case[Any]) -> None:
    """Raise quotas that would end every publication after this request."""
    if _operation_id(case) == "updateGroup" and isinstance(case.body, dict):
        for name, value in case.body.items():
            if name.startswith("quota_") and isinstance(value, int | float):
                case.body[name] = max(value, ENOUGH)


def _takes_document(case: Case[Any]) -> bool:
    content = case.operation.definition.raw.get("requestBody", {}).get("content", {})
    return "application/octet-stream" in content


def _document(media_type: str | None, number: int) -> Any:
    document = order_document(f"1.{number}.0", breaking=number % 3 == 0)
    if media_type == "application/octet-stream":
        return json.dumps(document).encode()
    return document


def _leave_the_run_its_rights(case: Case[Any]) -> None:
    for name, value in (case.path_parameters or {}).items():
        if value in RIGHTS_OF_THE_RUN:
            case.path_parameters[name] = UNKNOWN_ID
