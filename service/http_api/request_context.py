"""Which request is this, and what is logged about it?"""

import re
import time
import uuid

import structlog
from flask import Flask, Response, g, request

from service.http_api.state import current_actor, current_settings

REQUEST_ID_HEADER = "X-Request-ID"
_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9._:-]{1,128}")

_log = structlog.get_logger("service.requests")


def install_request_context(app: Flask) -> None:
    """Give every request an id, on its response and its log lines, and log one line at its end."""
    app.before_request(_begin_request)
    app.after_request(_end_request)


def _begin_request() -> None:
    offered = request.headers.get(REQUEST_ID_HEADER, "")
    g.request_id = offered if _ACCEPTABLE_ID.fullmatch(offered) else str(uuid.uuid4())
    g.started = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _end_request(response: Response) -> Response:
    response.headers[REQUEST_ID_HEADER] = g.request_id
    actor = current_actor()
    _log.info(
        "request",
        method=request.method,
        route=request.url_rule.rule if request.url_rule else None,
        status=response.status_code,
        milliseconds=round((time.perf_counter() - g.started) * 1000, 1),
        actor=actor.name,
        actor_kind=actor.kind.value,
        error_code=g.get("error_code"),
        client=request.remote_addr,
        deployment=current_settings().deployment_version,
    )
    return response
