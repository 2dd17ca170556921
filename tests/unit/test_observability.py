"""Are secrets kept out of the log, and is each line what the format says?"""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from service.observability import REDACTED, configure_logging, redact
from tests.app_settings import make_settings


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Yield what the configured handler writes to; put the loggers back afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    configure_logging(make_settings(log_level="INFO"))
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    handler.setStream(written)
    yield written
    root.handlers[:] = before
    root.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    """Return the lines as JSON."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    "name", ["password", "new_password", "Authorization", "secret_key", "access_token", "cookie"]
)
def test_values_with_secret_names_are_redacted(name: str) -> None:
    assert redact(None, "info", {name: "geheim"}) == {name: REDACTED}


@pytest.mark.parametrize("name", ["token_id", "actor", "route", "event"])
def test_other_values_are_not(name: str) -> None:
    assert redact(None, "info", {name: "value"}) == {name: "value"}


def test_our_lines_and_those_of_libraries_have_one_form(stream: io.StringIO) -> None:
    structlog.get_logger("ours").info("something", count=1)
    logging.getLogger("theirs").warning("something %s", "else")

    ours, theirs = lines(stream)

    assert (ours["message"], ours["level"], ours["logger"]) == ("something", "info", "ours")
    assert (theirs["message"], theirs["level"], theirs["logger"]) == (
        "something else",
        "warning",
        "theirs",
    )
    assert ours["time"].endswith("Z")


def test_a_fault_is_one_line_with_its_traceback(stream: io.StringIO) -> None:
    try:
        int("no number")
    except ValueError:
        structlog.get_logger("ours").exception("failed")

    (line,) = lines(stream)

    assert line["message"] == "failed"
    assert line["exception"].endswith(
        "ValueError: invalid literal for int() with base 10: 'no number'"
    )


def test_what_is_bound_is_on_every_line(stream: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(request_id="find-me"):
        structlog.get_logger("ours").info("one")
        logging.getLogger("theirs").info("two")

    assert [line["request_id"] for line in lines(stream)] == ["find-me", "find-me"]


def test_secrets_of_libraries_are_redacted_too(stream: io.StringIO) -> None:
    structlog.get_logger("ours").info("signed in", password="geheim")  # noqa: S106 - what is tested

    assert "geheim" not in stream.getvalue()
