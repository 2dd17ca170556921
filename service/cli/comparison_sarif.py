"""How is a comparison written as SARIF 2.1.0, for code scanning and editors?

Source: OASIS Static Analysis Results Interchange Format 2.1.0. Section numbers stand beside the
properties that the standard constrains.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from service.cli.comparison_report import Place, Places, Report
from service.cli.json_output import json_text
from service.cli.pens import Pen
from service.cli.witness_rendering import proof_of
from service.openapi_diff import RULES, Change, Level
from service.openapi_diff.rules.explanations import EXPLANATIONS
from service.openapi_diff.sentences import sentence_of, telling_of
from service.rules.page import anchor_of

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_FINGERPRINT = "bindery/v1"
_WINDOWS_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_PLAIN = Pen(has_colour=False)


def render_sarif(report: Report) -> str:
    """One run, with a result for each shown change."""
    changes = report.shown
    rules = sorted({change.rule for change in changes})
    indexes = {rule: index for index, rule in enumerate(rules)}
    places = report.places_of(changes)
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(report, rules)},
                "columnKind": "unicodeCodePoints",
                "results": [_result(change, indexes, places, report) for change in changes],
                "properties": {
                    "verdict": report.comparison.verdict.value,
                    "assumptions": [item.value for item in report.comparison.assumptions],
                },
            }
        ],
    }
    return json_text(log)


def _driver(report: Report, rules: Sequence[str]) -> dict[str, Any]:
    return {
        "name": "Bindery",
        "version": report.comparison.engine_version,
        "rules": [_rule(rule, report.rules_page) for rule in rules],
    }


def _rule(rule: str, rules_page: str) -> dict[str, Any]:
    """3.49: id, what it means, and help for those who meet it."""
    row, summary = EXPLANATIONS[rule], f"{RULES[rule].summary}."
    why = _both_ways(row.request.why, row.response.why)
    instead = _both_ways(row.request.instead, row.response.instead)
    described = {
        "id": rule,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": why or summary},
        "help": {"text": instead or "Nothing needs to be done."},
    }
    return described | ({"helpUri": f"{rules_page}#{anchor_of(rule)}"} if rules_page else {})


def _both_ways(request: str, response: str) -> str:
    """What holds for senders and for receivers; once where it is the same."""
    if request == response:
        return request
    told = (("In what clients send", request), ("In what clients receive", response))
    return " ".join(f"{who}: {text}" for who, text in told if text)


def _result(
    change: Change, indexes: Mapping[str, int], places: Places, report: Report
) -> dict[str, Any]:
    """3.27: the message, where it stands now (or stood), and what tells it from others."""
    before, after = places.before(change), places.after(change)
    names = (report.base.name, change.base_pointer), (report.revision.name, change.revision_pointer)
    base = _location(before, *names[0]) if change.base_pointer is not None else None
    revision = _location(after, *names[1]) if change.revision_pointer is not None else None
    main, other = (revision, base) if revision else (base, None)
    result: dict[str, Any] = {
        "ruleId": change.rule,
        "ruleIndex": indexes[change.rule],
        "level": _LEVELS[change.level],
        "message": {"text": _message(change)},
        "partialFingerprints": {_FINGERPRINT: change.fingerprint},
        "properties": _properties(change),
    }
    if main:
        result["locations"] = [main]
    if other:
        result["relatedLocations"] = [{**other, "id": 1, "message": {"text": "In the base."}}]
    return result


def _message(change: Change) -> str:
    telling = telling_of(change)
    parts = [sentence_of(change, _PLAIN.quoting), telling.why, telling.instead]
    if (proof := proof_of(change)) is not None:
        parts.append(_PLAIN.operation(proof))
    return " ".join(part for part in parts if part)


def _location(place: Place | None, file: str, pointer: str | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if place:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
    logical = {"fullyQualifiedName": f"#{pointer}", "kind": "member"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _uri(file: str) -> str:
    """3.10.2: a relative reference for a relative path, else an absolute URI."""
    path = file.replace("\\", "/") if _WINDOWS_DRIVE.match(file) else file
    quoted = quote(path, safe="/~")
    if _WINDOWS_DRIVE.match(file):
        return f"file:///{quoted}"
    return f"file://{quoted}" if path.startswith("/") else quoted


def _properties(change: Change) -> dict[str, Any]:
    return {
        "judgement": change.judgement.value,
        "direction": change.direction.value if change.direction else None,
        "operations": list(change.operations[:100]),
        "operationCount": change.operation_count,
        "before": change.before,
        "after": change.after,
        "witness": change.witness.to_dict() if change.witness else None,
    }
