"""How is a comparison written for programs? As `comparison.schema.json` describes it."""

from importlib.resources import files
from typing import Any

from service.cli.comparison_report import ComparedFile, Place, Report
from service.cli.json_output import json_text
from service.openapi_diff import RULES
from service.openapi_diff.rules.explanations import EXPLANATIONS, Telling


def render_json(report: Report) -> str:
    """Everything that was found; lines and columns of what is loud enough to be shown."""
    return json_text(_answer(report))


def json_schema() -> str:
    """The JSON Schema (2020-12) of what `render_json` writes."""
    return files("service.cli").joinpath("comparison.schema.json").read_text("utf-8").rstrip()


def _answer(report: Report) -> dict[str, Any]:
    comparison = report.comparison
    shown = report.shown
    places = report.places_of(shown)
    located = {
        id(change): (_position(places.before(change)), _position(places.after(change)))
        for change in shown
    }
    answer = comparison.to_dict()
    for change, told in zip(comparison.changes, answer["changes"], strict=True):
        told["base_position"], told["revision_position"] = located.get(id(change), (None, None))
    return {
        "base": _file(report.base),
        "revision": _file(report.revision),
        **answer,
        "rules": {rule: _rule(rule) for rule in sorted({change.rule for change in shown})},
    }


def _file(file: ComparedFile) -> dict[str, Any]:
    document = file.document
    return {
        "file": file.name,
        "title": document.title,
        "version": document.version,
        "specification": document.specification.value,
        "digest": document.digest,
        "operation_count": len(document.operations),
    }


def _position(place: Place | None) -> dict[str, int] | None:
    return {"line": place.line, "column": place.column} if place else None


def _rule(rule: str) -> dict[str, Any]:
    row = EXPLANATIONS[rule]
    return {
        "summary": RULES[rule].summary,
        "request": _telling(row.request),
        "response": _telling(row.response),
    }


def _telling(telling: Telling) -> dict[str, str | None]:
    return {"why": telling.why or None, "instead": telling.instead or None}
