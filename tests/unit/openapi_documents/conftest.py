"""What do the tests of the reader start from?"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from service.openapi_documents import InvalidDocument, OpenApiDocument, read_document
from tests.requirements import need_shared

Refuse = Callable[[bytes], list[tuple[str, str | None]]]


@pytest.fixture
def document() -> dict[str, Any]:
    """A small valid 3.0 document, to be spoiled."""
    return {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1.0.0"}, "paths": {}}


@pytest.fixture
def read() -> Callable[[Any], OpenApiDocument]:
    """Reads plain values as a JSON document."""
    return lambda content: read_document(orjson.dumps(content))


@pytest.fixture
def refused() -> Callable[[bytes | dict[str, Any]], list[tuple[str, str | None]]]:
    """The codes and pointers for which a document is refused; empty if it is not."""

    def codes(raw: bytes | dict[str, Any]) -> list[tuple[str, str | None]]:
        try:
            read_document(raw if isinstance(raw, bytes) else orjson.dumps(raw))
        except InvalidDocument as invalid:
            return [(problem.code, problem.pointer) for problem in invalid.problems]
        return []

    return codes


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; tests that need it skip where it is absent."""
    return need_shared()
