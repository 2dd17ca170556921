"""Would the HTTP tests notice an answer that the document does not describe?"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, Response, jsonify, make_response

from service.groups.routes import GROUP_EXAMPLE
from tests.contract.answers import Answer, envelope_faults
from tests.contract.conformance import check_exchange
from tests.contract.exercised import complaints, promised
from tests.contract.sabotage_steps import (
    Change,
    at_errors,
    changing,
    drop_header,
    insert_step,
    set_answer,
    set_error,
    set_values,
)
from tests.contract.sabotages import SABOTAGES

PATH = "/api/v1/groups"
ENVELOPE = {"code": "not_found", "message": "No.", "details": {}, "request_id": "r"}
DOCUMENT = {
    "components": {
        "schemas": {
            "Error": {
                "properties": {
                    "error": {"properties": {"code": {"x-extensible-enum": ["not_found"]}}}
                }
            }
        }
    },
    "paths": {"/things": {"get": {"operationId": "listThings", "responses": {"200": {}}}}},
}


def ask(app: Flask, path: str = PATH, **sent: Any) -> None:
    """Send a request as tests do, and hold the exchange against the document."""
    check_exchange(app, app.test_client().open(path, **sent), sent=sent)


def always(status: int) -> Callable[[int], bool]:
    """Return a condition that is met by one status."""
    return lambda given: given == status


@pytest.mark.parametrize("path", [PATH, f"{PATH}?limit=3", f"{PATH}/nothing", "/api/v1/nothing"])
def test_what_the_service_answers_conforms(app: Flask, path: str) -> None:
    ask(app, path)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (set_answer(202, "application/json", "{}"), "does not document 202"),
        (set_answer(200, "text/plain", "x"), "media type text/plain is not documented"),
        (set_values(items="none"), "items"),
        (set_values(next_cursor=5), "next_cursor"),
        (set_answer(200, "application/json", "{}"), "required"),
        (drop_header("X-Request-ID"), "No X-Request-ID"),
    ],
)
def test_an_answer_that_is_not_as_documented_is_noticed(
    app: Flask, change: Change, fault: str
) -> None:
    insert_step(app, changing(change, at=always(200)))

    with pytest.raises(AssertionError, match=fault):
        ask(app)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (set_answer(400, "application/json", "{}"), "No error envelope"),
        (set_error(code="oops"), "code"),
        (set_error(request_id="another"), "request id"),
    ],
)
def test_an_error_that_breaks_the_conventions_is_noticed(
    app: Flask, change: Change, fault: str
) -> None:
    insert_step(app, changing(change, at=at_errors))

    with pytest.raises(AssertionError, match=fault):
        ask(app, f"{PATH}?limit=none")


def accepted(**body: Any) -> Response:
    """Return an answer of success, whatever was asked."""
    del body
    response = make_response(jsonify(GROUP_EXAMPLE), 201)
    response.headers["ETag"] = '"x"'
    return response


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"json": {"name": "NOT A NAME", "display_name": "x"}}, "accepted with the body"),
        ({"json": {"display_name": "x"}}, "accepted with the body"),
        ({"data": b"x", "content_type": "text/plain"}, "accepted with the media type text/plain"),
        (
            {"json": {"name": "a", "display_name": "x"}, "query_string": {"more": "1"}},
            "unknown query parameter more",
        ),
        (
            {"json": {"name": "a", "display_name": "x"}, "headers": {"Idempotency-Key": "a b"}},
            "accepted with the header Idempotency-Key",
        ),
    ],
)
def test_a_request_that_should_have_been_refused_is_noticed(
    app: Flask, sent: dict[str, Any], fault: str
) -> None:
    app.view_functions["groups.create_group"] = accepted

    with pytest.raises(AssertionError, match=fault):
        ask(app, method="POST", **sent)


@pytest.mark.parametrize(
    ("status", "headers", "fault"),
    [
        (401, {}, "401 without WWW-Authenticate"),
        (405, {}, "405 without Allow"),
        (429, {}, "429 without Retry-After"),
        (503, {}, "503 without Retry-After"),
        (404, {"content-type": "text/html"}, "No error envelope"),
    ],
)
def test_headers_belong_to_statuses(status: int, headers: dict[str, str], fault: str) -> None:
    given = {"content-type": "application/json", "x-request-id": "r", **headers}
    answer = Answer(status=status, headers=given, body=json.dumps({"error": ENVELOPE}).encode())

    assert list(envelope_faults(answer, DOCUMENT)) == [fault]


def test_a_promised_success_that_no_test_sees_is_told() -> None:
    assert promised(DOCUMENT) == {("listThings", 200)}
    assert complaints(DOCUMENT, set()) == ["no HTTP test sees listThings answer 200"]
    assert complaints(DOCUMENT, {("listThings", 200)}) == []


def test_every_sabotage_has_a_name_of_its_own() -> None:
    assert len({row.name for row in SABOTAGES}) == len(SABOTAGES)
