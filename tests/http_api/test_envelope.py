"""Does every error come in the envelope, whoever raised it, and with nothing of our inside?"""

import json
import logging
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import (
    BadGateway,
    ImATeapot,
    RequestedRangeNotSatisfiable,
    TooManyRequests,
)

from service.errors import Conflict, InvalidInput, NotAuthenticated, Unavailable
from service.http_api.problems import CODE_BY_STATUS, KNOWN_CODES, status_of
from tests.factories.world import World

SECRET = "postgresql://bindery:geheim@db/prod"  # noqa: S105 - must not come out


class Records(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.records.append(record)


@pytest.fixture
def logged(app: Flask) -> Iterator[Records]:
    """Return what is logged at the level of errors during a test."""
    del app  # it has configured the loggers by now
    handler = Records()
    handler.setLevel(logging.ERROR)
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


def raise_at(app: Flask, error: Exception) -> None:
    """Give the application a route that raises the error."""

    def view() -> str:
        raise error

    app.add_url_rule("/api/v1/fault", "fault", view)


def test_an_unknown_route_is_a_404_in_the_envelope(world: World) -> None:
    answer = world.anonymous().get("/nothing-here")

    assert answer.status_code == 404
    assert answer.json == {
        "error": {
            "code": "not_found",
            "message": "There is nothing here.",
            "details": {},
            "request_id": answer.headers["X-Request-ID"],
        }
    }


@pytest.mark.parametrize("path", ["/groups/NOT%20A%20NAME", "/groups/a%00b", "/groups/%ff"])
def test_a_path_part_that_is_no_name_is_a_404(world: World, path: str) -> None:
    answer = world.anonymous().get(path)

    assert (answer.status_code, answer.json["error"]["code"]) == (404, "not_found")


def test_another_method_is_a_405_that_names_the_offered_ones(world: World) -> None:
    answer = world.anonymous().put("/groups", json={})

    assert (answer.status_code, answer.json["error"]["code"]) == (405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_a_slash_at_the_end_is_another_path(world: World) -> None:
    assert world.anonymous().get("/groups/").status_code == 404


def test_an_unacceptable_media_type_is_a_406(world: World) -> None:
    answer = world.anonymous().get("/groups", headers={"Accept": "application/xml"})

    assert (answer.status_code, answer.json["error"]["code"]) == (406, "not_acceptable")


@pytest.mark.parametrize("accept", ["*/*", "application/*", "application/json;q=0.1, text/html"])
def test_what_includes_json_is_acceptable(world: World, accept: str) -> None:
    assert world.anonymous().get("/groups", headers={"Accept": accept}).status_code == 200


def test_a_bad_token_is_a_401_with_a_challenge(world: World) -> None:
    answer = world.anonymous().get("/groups", headers={"Authorization": "Bearer nonsense"})

    assert (answer.status_code, answer.json["error"]["code"]) == (401, "not_authenticated")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="bindery"'


def test_a_fault_says_nothing_of_our_inside_and_is_logged_once(
    world: World, app: Flask, logged: Records
) -> None:
    raise_at(app, RuntimeError(f"could not reach {SECRET}"))

    answer = world.anonymous().get("/fault", headers={"X-Request-ID": "find-me"})

    assert answer.status_code == 500
    assert answer.json["error"] == {
        "code": "internal_error",
        "message": "Something went wrong on our side. The request id helps to find out what.",
        "details": {},
        "request_id": "find-me",
    }
    assert [record.exc_info is not None for record in logged.records] == [True]


def test_a_fault_of_the_database_says_nothing_either(
    world: World, app: Flask, logged: Records
) -> None:
    raise_at(app, IntegrityError(f"INSERT {SECRET}", {}, Exception(SECRET)))

    answer = world.anonymous().get("/fault")

    assert (answer.status_code, answer.json["error"]["details"]) == (500, {})
    assert SECRET not in answer.text
    assert len(logged.records) == 1


@pytest.mark.parametrize(
    "error", [OperationalError(SECRET, {}, Exception(SECRET)), PoolTimeout(SECRET)]
)
def test_a_database_that_is_away_is_a_503(world: World, app: Flask, error: Exception) -> None:
    raise_at(app, error)

    answer = world.anonymous().get("/fault")

    assert (answer.status_code, answer.json["error"]["code"]) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (ImATeapot(), 400, "validation_error"),
        (RequestedRangeNotSatisfiable(length=3), 400, "validation_error"),
        (BadGateway(), 500, "internal_error"),
        (Conflict("twice"), 409, "conflict"),
        (Unavailable("later"), 503, "unavailable"),
        (NotAuthenticated("who?"), 401, "not_authenticated"),
        (InvalidInput("no"), 400, "validation_error"),
    ],
)
def test_what_no_operation_documents_comes_as_the_nearest_that_is(
    world: World, app: Flask, error: Exception, status: int, code: str
) -> None:
    raise_at(app, error)

    answer = world.anonymous().get("/fault")

    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)


def test_headers_of_the_framework_survive(world: World, app: Flask) -> None:
    raise_at(app, TooManyRequests(retry_after=7))

    answer = world.anonymous().get("/fault")

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")


def test_errors_are_not_kept_by_caches(world: World) -> None:
    assert world.anonymous().get("/nothing-here").headers["Cache-Control"] == "no-store"


def test_pages_answer_people_in_html(app: Flask) -> None:
    answer = app.test_client().get("/nothing-here<script>")

    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "<script>" not in answer.text


def test_health_answers_programs_in_the_envelope(app: Flask) -> None:
    answer = app.test_client().get("/health/nothing")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "not_found")


def test_every_code_of_the_table_is_known() -> None:
    assert set(CODE_BY_STATUS.values()) <= set(KNOWN_CODES)
    assert len(KNOWN_CODES) == len(set(KNOWN_CODES))


def test_a_refusal_without_a_row_of_its_own_takes_its_ancestors_status() -> None:
    class Twice(Conflict):
        """A refusal that the table does not name."""

    assert status_of(Twice) == 409


def test_the_envelope_is_json_and_nothing_else(world: World) -> None:
    answer = world.anonymous().get("/nothing-here")

    assert answer.mimetype == "application/json"
    assert list(json.loads(answer.data)) == ["error"]
