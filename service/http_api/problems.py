"""How does a refusal or a fault become an answer? One envelope, whoever raised it."""

import html
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import structlog
from flask import Flask, Response, g, jsonify, request
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException

from service import errors
from service.errors import ServiceError
from service.http_api.request_context import REQUEST_ID_HEADER
from service.http_api.state import current_request_id

_log = structlog.get_logger("service.problems")

STATUS_BY_REFUSAL: MappingProxyType[type[ServiceError], HTTPStatus] = MappingProxyType(
    {
        errors.InvalidInput: HTTPStatus.BAD_REQUEST,
        errors.NotAuthenticated: HTTPStatus.UNAUTHORIZED,
        errors.NotPermitted: HTTPStatus.FORBIDDEN,
        errors.NotFound: HTTPStatus.NOT_FOUND,
        errors.Conflict: HTTPStatus.CONFLICT,
        errors.PreconditionFailed: HTTPStatus.PRECONDITION_FAILED,
        errors.TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        errors.PreconditionRequired: HTTPStatus.PRECONDITION_REQUIRED,
        errors.TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
        errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    }
)
"""The only place where refusals meet HTTP; derived refusals take their parent's status."""

CODE_BY_STATUS: MappingProxyType[int, str] = MappingProxyType(
    {
        400: "validation_error",
        401: "not_authenticated",
        403: "not_permitted",
        404: "not_found",
        405: "method_not_allowed",
        406: "not_acceptable",
        409: "conflict",
        412: "precondition_failed",
        413: "too_large",
        415: "unsupported_media_type",
        428: "precondition_required",
        429: "too_many_requests",
        500: "internal_error",
        503: "unavailable",
    }
)
"""The code of errors that the framework raises."""

KNOWN_CODES = (
    *CODE_BY_STATUS.values(),
    "already_expired",
    "api_not_empty",
    "document_invalid",
    "document_withheld",
    "email_taken",
    "group_not_empty",
    "idempotency_in_flight",
    "idempotency_key_reused",
    "insufficient_scope",
    "invalid_credentials",
    "invitation_not_usable",
    "job_not_repeatable",
    "job_over",
    "last_administrator",
    "last_owner",
    "name_taken",
    "not_comparable",
    "publication_refused",
    "quota_exceeded",
    "sdk_not_rebuildable",
    "state_not_allowed",
    "too_many_secrets",
    "username_taken",
    "version_exists",
    "weak_password",
    "webhook_off",
)
"""Every `code` an answer may carry; a new one is an addition that must not break a client."""

_MESSAGES: MappingProxyType[int, str] = MappingProxyType(
    {
        400: "The request is malformed.",
        404: "There is nothing here.",
        405: "This method is not offered here; see the Allow header.",
        406: "None of the media types in Accept can be produced.",
        413: "The body is larger than accepted.",
        415: "The body's media type is not accepted here.",
        429: "Too many requests; see the Retry-After header.",
        500: "Something went wrong on our side. The request id helps to find out what.",
        503: "The service cannot answer now; see the Retry-After header.",
    }
)


def install_problem_handlers(app: Flask) -> None:
    """Answer every refusal, HTTP error and unexpected fault in the envelope (or a page)."""
    app.register_error_handler(ServiceError, answer_refusal)
    app.register_error_handler(HTTPException, answer_http_exception)
    app.register_error_handler(DBAPIError, _answer_database_fault)
    app.register_error_handler(PoolTimeout, _answer_database_fault)


def status_of(refusal: type[ServiceError]) -> HTTPStatus:
    """Return the status of a refusal: its own, or that of its nearest ancestor in the table."""
    for kind in refusal.__mro__:
        if issubclass(kind, ServiceError) and kind in STATUS_BY_REFUSAL:
            return STATUS_BY_REFUSAL[kind]
    return HTTPStatus.INTERNAL_SERVER_ERROR


def answer_refusal(refusal: ServiceError) -> Response:
    """Return the response for a refusal."""
    status = status_of(type(refusal))
    response = _answer(status, refusal.code, refusal.message, refusal.details)
    if isinstance(refusal, errors.Unavailable):
        response.headers["Retry-After"] = str(refusal.retry_after)
    if status is HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="bindery"'
    return response


def answer_http_exception(error: HTTPException) -> Response:
    """Return the response for an error of the framework, keeping headers such as Allow."""
    status = HTTPStatus(_documented(error.code))
    details = getattr(error, "data", None) or {}
    response = _answer(
        status, CODE_BY_STATUS[status], _MESSAGES[status], _validation_details(details)
    )
    for name, value in error.get_headers(request.environ):
        if name.lower() not in {"content-type", "content-length"}:
            response.headers.setdefault(name, value)
    return response


def _documented(status: int | None) -> int:
    """Return the status itself, or the documented one that stands for it."""
    if status is not None and status in CODE_BY_STATUS:
        return status
    return 500 if status is None or status >= HTTPStatus.INTERNAL_SERVER_ERROR else 400


def _validation_details(data: dict[str, Any]) -> dict[str, Any]:
    messages = data.get("messages")
    return messages if isinstance(messages, dict) else {}


def _answer_database_fault(error: Exception) -> Response:
    """Answer 503 where the database is away, busy or slow; anything else is a fault of ours."""
    if isinstance(error, (OperationalError, PoolTimeout)):
        _log.warning("database unavailable", exc_info=error)
        return answer_refusal(errors.Unavailable("The database does not answer now; try again."))
    _log.error("unexpected database fault", exc_info=error)
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", _MESSAGES[500], {})


def _answer(status: HTTPStatus, code: str, message: str, details: dict[str, Any]) -> Response:
    g.error_code = code
    if not wants_envelope(request.path):
        return _page(status, message)
    envelope = {
        "error": {
            "code": code,
            "message": message,
            "details": details,
            "request_id": current_request_id(),
        }
    }
    response = jsonify(envelope)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    response.headers[REQUEST_ID_HEADER] = current_request_id() or ""
    return response


def wants_envelope(path: str) -> bool:
    """Whether errors at this path are for programs; pages answer people in HTML."""
    return path.startswith(("/api/", "/health/")) or path in {"/api", "/openapi.json"}


def _page(status: HTTPStatus, message: str) -> Response:
    request_id = html.escape(current_request_id() or "")
    text = (
        f'<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">'
        f"<title>{status.value} {status.phrase}</title>"
        f"<h1>{status.phrase}</h1><p>{html.escape(message)}</p>"
        f'<p><a href="{html.escape(request.script_root)}/">To the contracts</a></p>'
        f"<p><small>Status {status.value}, request {request_id}</small></p></html>"
    )
    return Response(text, status, content_type="text/html; charset=utf-8")
