"""Is one edit outside of schemas judged by what it does, in both directions?

The verdicts are by construction: each row says what the edit makes of the document, and what
taking it back makes of it; null where that is a matter of policy.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from service.openapi_diff import compare

_FOLDER = Path(__file__).parents[2] / "cases" / "one_edits"
_ROWS = [
    row
    for name in ("surface.json", "swagger.json")
    for row in json.loads((_FOLDER / name).read_text())
]
_TEXT = {"type": "string"}
_OPERATION = {
    "operationId": "op",
    "parameters": [{"name": "id", "in": "path", "required": True, "schema": _TEXT}],
    "responses": {
        "200": {
            "description": "ok",
            "content": {
                "application/json": {"schema": {"type": "object", "properties": {"a": _TEXT}}}
            },
        }
    },
}
_EDITS = [
    (f"{row['name']} {way}", row[first], row[second], row[way])
    for row in _ROWS
    for way, first, second in (("forth", "base", "revision"), ("back", "revision", "base"))
    if row[way] is not None
]


def _document(parts: dict[str, Any]) -> dict[str, Any]:
    """A document with one operation, which differs in these parts from the plainest one."""
    if "swagger" in parts:
        return parts
    operation = {**_OPERATION, **parts.get("operation", {})}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things/{id}": {"post": operation}},
        **{name: value for name, value in parts.items() if name != "operation"},
    }


@pytest.mark.parametrize(
    ("name", "base", "revision", "verdict"), _EDITS, ids=[edit[0] for edit in _EDITS]
)
def test_one_edit_has_the_verdict_that_it_was_made_for(
    name: str, base: dict[str, Any], revision: dict[str, Any], verdict: str
) -> None:
    answer = compare(_document(base), _document(revision))

    assert (name, answer.verdict.value) == (name, verdict)


def test_the_edits_are_many_and_of_both_kinds() -> None:
    verdicts = [verdict for _, _, _, verdict in _EDITS]

    assert min(verdicts.count("breaking"), verdicts.count("compatible")) > 100
