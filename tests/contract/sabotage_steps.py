"""With which steps between server and application is a contract broken?"""

import io
import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask
from werkzeug.wrappers import Request, Response

from service.groups.routes import GROUP_EXAMPLE

Respond = Callable[[WSGIEnvironment], Response]
Step = Callable[[WSGIEnvironment, Respond], Response]
Change = Callable[[Response], None]


def insert_step(app: Flask, step: Step) -> None:
    """Let the step answer, with the application at its disposal."""
    inner = app.wsgi_app

    def respond(environ: WSGIEnvironment) -> Response:
        return Response.from_app(inner, environ, buffered=True)

    def changed(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return step(environ, respond)(environ, start_response)

    app.wsgi_app = changed  # type: ignore[method-assign]  # the way Flask documents


def changing(change: Change, *, at: Callable[[int], bool]) -> Step:
    """Return a step that changes the API's answers whose status is meant."""

    def step(environ: WSGIEnvironment, respond: Respond) -> Response:
        response = respond(environ)
        if environ["PATH_INFO"].startswith("/api/") and at(response.status_code):
            change(response)
        return response

    return step


def at_errors(status: int) -> bool:
    """Whether a status is one of an error."""
    return status >= HTTPStatus.BAD_REQUEST


def set_values(**values: Any) -> Change:
    """Return a change that puts values into the body."""
    return lambda response: response.set_data(json.dumps({**json.loads(response.data), **values}))


def set_error(**values: Any) -> Change:
    """Return a change that puts values into the envelope."""

    def change(response: Response) -> None:
        error = json.loads(response.data)["error"]
        response.set_data(json.dumps({"error": {**error, **values}}))

    return change


def set_answer(status: int, content_type: str, text: str) -> Change:
    """Return a change that leaves nothing of the answer but its headers."""

    def change(response: Response) -> None:
        response.status_code = status
        response.content_type = content_type
        response.set_data(text)

    return change


def drop_header(name: str) -> Change:
    """Return a change that removes a header."""
    return lambda response: response.headers.remove(name)


def fail_on_large_numbers(environ: WSGIEnvironment, respond: Respond) -> Response:
    """Answer 500 to numbers beyond 32 bits."""
    values = _json_of(environ).values()
    if any(isinstance(value, int) and value > 2**31 for value in values):
        return _refusal(environ, respond, status=500)
    return respond(environ)


def refuse_long_names(environ: WSGIEnvironment, respond: Respond) -> Response:
    """Answer 400 to display names that the document allows."""
    if len(str(_json_of(environ).get("display_name"))) > 50:
        return _refusal(environ, respond, status=400)
    return respond(environ)


def accept_everything(environ: WSGIEnvironment, respond: Respond) -> Response:
    """Answer invalid input as if it were valid."""
    response = respond(environ)
    if environ["REQUEST_METHOD"] == "POST" and response.status_code == HTTPStatus.BAD_REQUEST:
        set_answer(201, "application/json", json.dumps(GROUP_EXAMPLE))(response)
    return response


def supply_if_match(environ: WSGIEnvironment, respond: Respond) -> Response:
    """Do without the header that a change must carry."""
    given = {"HTTP_IF_MATCH": "*"} if environ["REQUEST_METHOD"] == "PATCH" else {}
    return respond({**given, **environ})


def delete_nothing(environ: WSGIEnvironment, respond: Respond) -> Response:
    """Answer DELETE as if something had been deleted."""
    if environ["REQUEST_METHOD"] != "DELETE":
        return respond(environ)
    without = {name: value for name, value in environ.items() if name != "HTTP_IF_MATCH"}
    response = respond({**without, "REQUEST_METHOD": "GET"})
    if response.status_code == HTTPStatus.OK:
        set_answer(204, "", "")(response)
    return response


def create_nothing(environ: WSGIEnvironment, respond: Respond) -> Response:
    """Answer POST as if something had been created."""
    if environ["REQUEST_METHOD"] != "POST":
        return respond(environ)
    name = _json_of(environ).get("name")
    response = respond(environ)
    if response.status_code == HTTPStatus.CREATED:
        set_values(name=f"{name}-never-was"[-64:])(response)
    return response


def _refusal(environ: WSGIEnvironment, respond: Respond, *, status: int) -> Response:
    """Return an envelope that is right in itself, by asking for what is not there."""
    response = respond({**environ, "PATH_INFO": "/api/v1/nothing", "REQUEST_METHOD": "GET"})
    set_error(code="internal_error" if at_errors(status - 100) else "validation_error")(response)
    response.status_code = status
    return response


def _json_of(environ: WSGIEnvironment) -> dict[str, Any]:
    """Return the JSON object in a request that is still to be answered; else an empty one."""
    body = Request(environ).get_data()
    environ["wsgi.input"] = io.BytesIO(body)
    try:
        values = json.loads(body)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
