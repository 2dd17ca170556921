"""Would a break of Bindery's own API be noticed before it is released?"""

import copy
from pathlib import Path
from typing import Any

import orjson
import pytest

from openapi import released

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Planted", "version": "1.2.0"},
    "paths": {
        "/things": {
            "get": {
                "operationId": "listThings",
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "Things."}},
            }
        }
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one released version and a document that is the same."""
    write(tmp_path / "openapi.json", DOCUMENT)
    assert released.main(["keep"], folder=tmp_path) == 0
    return tmp_path


def write(path: Path, document: dict[str, Any]) -> None:
    """Write a document as the project does."""
    path.write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2))


def broken(version: str) -> dict[str, Any]:
    """The document after an optional parameter became required."""
    document = copy.deepcopy(DOCUMENT)
    document["info"]["version"] = version
    document["paths"]["/things"]["get"]["parameters"][0]["required"] = True
    return document


def test_nothing_breaks_where_nothing_changed(folder: Path) -> None:
    assert released.main(["check"], folder=folder) == 0


def test_a_break_within_the_major_version_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "openapi.json", broken("1.3.0"))

    assert released.main(["check"], folder=folder) == 1
    assert "1.2.0 -> 1.3.0: breaking" in capsys.readouterr().out


def test_a_break_with_a_new_major_version_is_allowed(folder: Path) -> None:
    write(folder / "openapi.json", broken("2.0.0"))

    assert released.main(["check"], folder=folder) == 0


def test_the_highest_version_is_compared_not_the_last_name(folder: Path) -> None:
    write(folder / "released" / "1.10.0.json", broken("1.10.0"))
    write(folder / "openapi.json", broken("1.11.0"))

    assert released.main(["check"], folder=folder) == 0


def test_before_the_first_release_nothing_can_break(tmp_path: Path) -> None:
    write(tmp_path / "openapi.json", DOCUMENT)

    assert released.main(["check"], folder=tmp_path) == 0


def test_a_released_version_never_changes(folder: Path) -> None:
    write(folder / "openapi.json", broken("1.2.0"))

    assert released.main(["keep"], folder=folder) == 1


def test_anything_else_is_a_mistake_of_the_caller(folder: Path) -> None:
    assert released.main(["publish"], folder=folder) == 2
