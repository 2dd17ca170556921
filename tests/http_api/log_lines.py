"""What did the application log during a test?"""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog


class LogLines:
    """The lines, as they would have gone to standard error."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        """All of it."""
        return self.stream.getvalue()

    @property
    def values(self) -> list[dict[str, Any]]:
        """Each line, read as JSON."""
        return [json.loads(line) for line in self.text.splitlines()]


@contextmanager
def log_lines() -> Iterator[LogLines]:
    """Catch what the application's own handler writes; the application must exist already."""
    (handler,) = (
        handler
        for handler in logging.getLogger().handlers
        if isinstance(handler, logging.StreamHandler)
        and isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter)
    )
    lines = LogLines()
    before = handler.setStream(lines.stream)
    yield lines
    handler.setStream(before)
