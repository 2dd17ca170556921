"""Do commands that ask a server say what went wrong, in sentences, without the token?"""

import json
from collections.abc import Callable
from typing import Any

import click
import httpx
import pytest
from click.testing import CliRunner, Result

from service.cli.exit_codes import ExitCode
from service.cli.main import bindery

TOKEN = "bnd_nobody-may-see-this"  # noqa: S105 - of no service
DOCUMENT = '{"openapi": "3.1.0"}'
CHECK = ["check", "-", "--api", "acme/orders"]
API = {
    "id": "3f6c1e0a-7d2b-4a52-9a3f-3f4f3b0f8a55",
    "group": "acme",
    "name": "orders",
    "display_name": "Orders",
    "description": "",
    "created_at": "2026-11-20T10:00:00Z",
}
Answer = Callable[[httpx.Request], httpx.Response]


def run(arguments: list[str], answer: Answer, *, document: str = DOCUMENT) -> Result:
    """Run a command whose server answers so; waits of retries are left out."""
    return CliRunner().invoke(
        bindery,
        arguments,
        input=document,
        obj=httpx.MockTransport(answer),
        env={"BINDERY_URL": "https://bindery.test", "BINDERY_TOKEN": TOKEN},
    )


def error(status: int, code: str, message: str = "No.", **details: Any) -> Answer:
    """Return a server that always answers with this error; it asks to wait too long to wait."""
    envelope = {"code": code, "message": message, "details": details, "request_id": "r-1"}
    headers = {"Retry-After": "3600"}
    return lambda _: httpx.Response(status, json={"error": envelope}, headers=headers)


@pytest.mark.parametrize(
    ("status", "code", "expected", "advice"),
    [
        (400, "validation_error", ExitCode.USAGE, "No."),
        (401, "not_authenticated", ExitCode.USAGE, "Set BINDERY_TOKEN"),
        (403, "insufficient_scope", ExitCode.USAGE, "an access token with that right"),
        (404, "not_found", ExitCode.USAGE, "Check the names"),
        (409, "version_exists", ExitCode.NO, "No."),
        (409, "name_taken", ExitCode.USAGE, "No."),
        (413, "too_large", ExitCode.USAGE, "operators of the service set the limit"),
        (429, "too_many_requests", ExitCode.UNREACHABLE, "cannot answer now"),
        (500, "internal_error", ExitCode.UNREACHABLE, "cannot answer now"),
        (503, "unavailable", ExitCode.UNREACHABLE, "cannot answer now"),
    ],
)
def test_errors_become_exit_codes_and_advice(
    status: int, code: str, expected: ExitCode, advice: str
) -> None:
    done = run(CHECK, error(status, code))

    assert done.exit_code == expected
    assert done.stdout == ""
    assert done.stderr.startswith("Error: No.\n")
    assert advice in done.stderr
    assert done.stderr.endswith("Request r-1.\n")


def test_a_refusal_in_other_words_is_still_a_no() -> None:
    done = run(["publish", *CHECK[1:]], error(409, "publication_refused", "Not this.", odd=True))

    assert done.exit_code == ExitCode.NO
    assert done.stderr.startswith("Error: Not this.\n")


def test_a_server_that_is_away_is_told_apart() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("timed out", request=request)

    done = run(CHECK, refuse)

    assert done.exit_code == ExitCode.UNREACHABLE
    assert done.stderr == (
        "Error: https://bindery.test does not answer: timed out."
        " Is it running, and is --url (BINDERY_URL) its address?\n"
    )


def test_a_server_that_is_no_registry_is_told_apart() -> None:
    done = run(CHECK, lambda _: httpx.Response(200, html="<h1>Welcome</h1>"))

    assert done.exit_code == ExitCode.UNREACHABLE
    assert "is not what this version of the client expects" in done.stderr


def test_the_problems_of_a_document_are_told_with_their_places() -> None:
    problems = [
        {"code": "x", "message": "Duplicate key.", "pointer": "/info", "line": 7, "column": 3},
        {"code": "x", "message": "Not a document.", "pointer": "", "line": None, "column": None},
        *[{"code": "x", "message": "More.", "pointer": None, "line": 9, "column": 1}] * 12,
    ]

    done = run(CHECK, error(400, "document_invalid", "Not acceptable.", problems=problems))

    assert done.exit_code == ExitCode.USAGE
    assert done.stderr.splitlines() == [
        "Error: <stdin>:7:3: Duplicate key. (at /info)",
        "<stdin>: Not a document. (at the top)",
        *["<stdin>:9:1: More."] * 3,
        "... and 9 more",
    ]


def test_problems_told_in_another_way_leave_the_message() -> None:
    done = run(CHECK, error(400, "document_invalid", "Not acceptable.", problems="odd"))

    assert done.stderr == "Error: Not acceptable.\nRequest r-1.\n"


@pytest.mark.parametrize(
    ("arguments", "is_told"),
    [(CHECK, True), (["publish", *CHECK[1:]], True), (["whoami"], False)],
)
def test_only_who_misses_an_api_is_told_how_to_make_one(
    arguments: list[str], *, is_told: bool
) -> None:
    done = run(arguments, error(404, "not_found"))

    way = "A new API is made with: bindery publish - --api acme/orders --create"
    assert (way in done.stderr.splitlines()) is is_told


def test_an_api_that_is_there_is_not_made_again_for_want_of_a_version() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return error(404, "not_found", "There is no version 0.9.")(request)
        return httpx.Response(200, json=API)

    done = run([*CHECK, "--base", "0.9"], answer)

    assert done.stderr == (
        "Error: There is no version 0.9.\n"
        "Check the names; what an access token may not see is not found either.\n"
        "Request r-1.\n"
    )


@pytest.mark.parametrize("status", [401, 404])
def test_who_sends_no_token_is_told_so(status: int) -> None:
    done = CliRunner().invoke(
        bindery,
        ["whoami", "--url", "https://bindery.test"],
        obj=httpx.MockTransport(error(status, "not_found")),
        env={"BINDERY_TOKEN": ""},
    )

    assert done.stderr.splitlines()[1] == (
        "No access token was sent."
        " Set BINDERY_TOKEN (or --token) to an access token of https://bindery.test."
    )


def test_a_wrong_field_is_named() -> None:
    done = run(CHECK, error(400, "validation_error", query={"version": ["Not a name."]}))

    assert "version: Not a name.\n" in done.stderr


def test_what_a_server_says_cannot_steer_the_terminal() -> None:
    done = run(CHECK, error(400, "validation_error", "\x1b[2J\x9b1mHello\r\u202e"))

    assert [character for character in done.stderr if not character.isprintable()] == ["\n"] * 2


@pytest.mark.parametrize("arguments", [CHECK, ["publish", "-", "--api", "acme/orders"], ["whoami"]])
@pytest.mark.parametrize(
    "answer",
    [
        error(401, "not_authenticated"),
        error(500, "internal_error"),
        lambda _: httpx.Response(200, json={}),
    ],
)
def test_the_token_is_sent_and_never_printed(arguments: list[str], answer: Answer) -> None:
    sent: list[str] = []

    def remember(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["Authorization"])
        return answer(request)

    done = run(arguments, remember)

    assert set(sent) == {f"Bearer {TOKEN}"}
    assert TOKEN not in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["check", "-"], "Missing option '--api'"),
        (["check", "-", "--api", "orders"], "must look like acme/orders"),
        (["check", "-", "--api", "a/b/c"], "must look like acme/orders"),
        (["check", "--api", "acme/orders"], "Missing argument 'FILE'"),
        ([*CHECK, "--format", "xml"], "Invalid value for '--format'"),
        ([*CHECK, "--url", "bindery.test"], "must look like https://"),
        ([*CHECK, "--token", "a\nb"], "characters that no access token has"),
    ],
)
def test_wrong_usage_is_explained_before_anything_is_sent(
    arguments: list[str], complaint: str
) -> None:
    sent: list[httpx.Request] = []

    def remember(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(500)

    done = run(arguments, remember)

    assert done.exit_code == ExitCode.USAGE
    assert complaint in done.stderr
    assert sent == []


def test_an_empty_document_is_not_sent() -> None:
    done = run(CHECK, error(500, "internal_error"), document=" \n")

    assert done.exit_code == ExitCode.USAGE
    assert "The document is empty." in done.stderr


def test_options_win_over_the_environment() -> None:
    seen: list[httpx.Request] = []

    def remember(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(404)

    run(["whoami", "--url", "https://other.test/registry/", "--token", "bnd_other"], remember)

    assert str(seen[0].url) == "https://other.test/registry/api/v1/me"
    assert seen[0].headers["Authorization"] == "Bearer bnd_other"


def test_an_empty_token_means_none() -> None:
    seen: list[httpx.Headers] = []

    def remember(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return httpx.Response(401, json={})

    CliRunner().invoke(
        bindery, ["whoami"], obj=httpx.MockTransport(remember), env={"BINDERY_TOKEN": ""}
    )

    assert "Authorization" not in seen[0]


def test_the_document_is_sent_as_it_is() -> None:
    seen: list[httpx.Request] = []

    def remember(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(400, json=json.loads("{}"))

    run([*CHECK, "--version", "1.0+x", "--base", "0.9"], remember, document="a: b\r\n")

    assert seen[0].content == b"a: b\r\n"
    assert dict(seen[0].url.params) == {"version": "1.0+x", "base": "0.9"}


def test_a_group_of_commands_without_a_command_shows_its_help() -> None:
    done = CliRunner().invoke(bindery, [])

    assert isinstance(bindery, click.Group)
    assert "Usage: bindery [OPTIONS] COMMAND" in done.output
