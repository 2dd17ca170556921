"""Which small edit shows a rule, and what does the engine say to it?

The edits stand in `examples.json`, one for each rule, as the fragment that differs; what the engine
says is found by asking it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from service.openapi_diff import STRICT, Calendar, Change, ComparisonOptions, compare

_KEYWORDS = {"parameter": "parameters", "body": "requestBody", "responses": "responses"}


@dataclass(frozen=True, slots=True)
class Example:
    """An edit of one fragment.

    `place` says where the fragment stands: `schema` (a component that POST /things takes and
    answers), `parameter`, `body`, `responses`, `operation` (of POST /things), `document`, or
    `paths` (the whole but for `info`). Where dates count, `today` is the day of the comparison.
    """

    rule: str
    place: str
    before: Any
    after: Any
    today: str | None
    notice: int | None

    @property
    def documents(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The base and the revision, whole."""
        return _document(self.place, self.before), _document(self.place, self.after)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the engine reports by this rule."""
        base, revision = self.documents
        found = compare(base, revision, policy=self._options).changes
        return tuple(change for change in found if change.rule == self.rule)

    @property
    def _options(self) -> ComparisonOptions:
        if self.today is None:
            return STRICT
        calendar = Calendar(date.fromisoformat(self.today), self.notice)
        return ComparisonOptions(STRICT.name, calendar=calendar)


@cache
def all_examples() -> Mapping[str, Example]:
    """The example of each rule, by the rule's id."""
    rows = json.loads(files("service.rules").joinpath("examples.json").read_text("utf-8"))
    return MappingProxyType(
        {
            row["rule"]: Example(
                rule=row["rule"],
                place=row["place"],
                before=row["base"],
                after=row["revision"],
                today=row.get("today"),
                notice=row.get("notice"),
            )
            for row in rows
        }
    )


def _document(place: str, fragment: Any) -> dict[str, Any]:
    """The smallest document that holds the fragment."""
    info = {"title": "Things", "version": "1"}
    if place == "paths":
        return {"openapi": "3.1.0", "info": info, **fragment}
    responses: dict[str, Any] = {"200": {"description": "done"}}
    operation: dict[str, Any] = {"responses": responses}
    components: dict[str, Any] = {"A": {"type": "string"}, "B": {"type": "integer"}}
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": info,
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": components},
    }
    if place == "schema":
        components["S"] = fragment
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/S"}}}
        operation["requestBody"] = {"content": content}
        responses["200"]["content"] = content
    elif place == "document":
        document.update(fragment)
    elif place == "operation":
        operation.update(fragment)
    elif fragment is not None:
        operation[_KEYWORDS[place]] = fragment
    return document
