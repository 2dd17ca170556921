"""Where are the comparison cases, and which documents does a case stand for?"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from service.openapi_diff import STRICT, Calendar, ComparisonOptions

FOLDER = Path(__file__).parents[2] / "cases" / "comparison"
Case = dict[str, Any]
_KEYWORDS = {"parameter": "parameters", "body": "requestBody", "responses": "responses"}


def all_cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.json")) for case in json.loads(path.read_text())]


def documents_of(case: Case) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two documents that differ in the case's fragment alone."""
    base, revision = (_document(case["place"], case[side]) for side in ("base", "revision"))
    return base, revision


def _document(place: str, fragment: Any) -> dict[str, Any]:
    responses: dict[str, Any] = {"200": {"description": "done"}}
    operation: dict[str, Any] = {"responses": responses}
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {
            "schemas": {"A": {"type": "string"}, "B": {"type": "integer"}},
        },
    }
    if place == "schema":
        document["components"]["schemas"]["S"] = fragment
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/S"}}}
        operation["requestBody"] = {"content": content}
        responses["200"]["content"] = content
    elif place in _KEYWORDS:
        if fragment is not None:
            operation[_KEYWORDS[place]] = fragment
    elif place == "operation":
        operation.update(fragment)
    elif place == "document":
        document.update(fragment)
    else:
        document = {"info": document["info"], **fragment}
    return document


def options_of_case(case: Case) -> ComparisonOptions:
    """The strict reading, on the day that the case names, if it names one."""
    if "today" not in case:
        return STRICT
    calendar = Calendar(date.fromisoformat(case["today"]), case.get("notice"))
    return ComparisonOptions("dated", calendar=calendar)
