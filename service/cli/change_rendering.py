"""How does one change read: where it stands, what it was and is, whom it reaches?"""

import json
import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol

_SHOWN_OPERATIONS = 3
_MAX_STEP = 80
_ALL_TYPES = ["null", "boolean", "object", "array", "string", "number"]
_LISTED = {"schema.enum-value-removed": "Removed", "schema.enum-value-added": "Added"}
# Their sentences say all; the two sides are definitions that another change tells of.
_TOLD = ("property.renamed", "response.range-vs-code")
_KINDS = {
    "schemas": "schema",
    "parameters": "parameter",
    "headers": "header",
    "requestBodies": "request body",
    "responses": "response",
    "securitySchemes": "security scheme",
}


class TellableChange(Protocol):
    """A change, whether the engine found it here or a service tells of it."""

    @property
    def rule(self) -> str:
        """The id of the rule."""

    @property
    def direction(self) -> str | None:
        """Whether it is about requests or responses."""

    @property
    def location(self) -> str:
        """Where in the document; empty where that is withheld."""

    @property
    def operations(self) -> Sequence[str]:
        """The operations it reaches, or the first of them."""

    @property
    def operation_count(self) -> int:
        """How many it reaches."""

    @property
    def base_pointer(self) -> str | None:
        """Where it stood."""

    @property
    def revision_pointer(self) -> str | None:
        """Where it stands."""

    @property
    def before(self) -> Any:
        """What it was."""

    @property
    def after(self) -> Any:
        """What it is."""

    @property
    def message(self) -> str:
        """Say it to people."""


def plain_line(text: str) -> str:
    """Text of a document on one line, without what could steer a terminal."""
    return "".join(
        char if unicodedata.category(char)[0] != "C" else f"\\u{ord(char):04x}" for char in text
    )


def definition(location: str) -> str:
    """The operation, component or part of the document that a place belongs to."""
    tokens = location.split("/")
    if tokens[0] == "paths" and len(tokens) > 2:  # noqa: PLR2004 - paths, the path, its method
        return f"{tokens[2].upper()} {_unescaped(tokens[1])}"
    return _unescaped(" ".join(_head(tokens))) or "document"


def within(location: str) -> str:
    """The place below the definition under whose name it is shown."""
    tokens = location.split("/")
    depth = 3 if tokens[0] in ("components", "paths") else 2
    return " > ".join(map(_unescaped, tokens[depth:]))


def place(change: TellableChange) -> str:
    """Return where a change stands, as people say it; empty where that is withheld."""
    if not change.location:
        return ""
    steps = [definition(change.location), within(change.location)]
    return " > ".join(step for step in steps if step)


def step(change: TellableChange) -> str:
    """From what to what, where both can be read at a glance and the sentence has not said it."""
    before, after = _value(change.before), _value(change.after)
    if _says_nothing_more(change, before, after) or len(before) + len(after) > _MAX_STEP:
        return ""
    if change.before is None:
        return f" {_LISTED.get(change.rule, 'Now')}: {after}"
    if change.after is None:
        return f" {_LISTED.get(change.rule, 'Before')}: {before}"
    return f" {before} -> {after}"


def direction(change: TellableChange) -> str:
    """Return the direction behind the rule it is judged by."""
    return f" ({change.direction})" if change.direction else ""


def reach(change: TellableChange, *, place: str = "") -> str:
    """Return which operations a change reaches; nothing where `place` or its sentence says it."""
    if not change.operations or list(change.operations) == [place]:
        return ""
    if change.operation_count == 1 and change.operations[0] in change.message:
        return ""
    shown = ", ".join(change.operations[:_SHOWN_OPERATIONS])
    rest = change.operation_count - _SHOWN_OPERATIONS
    return f"reaches {shown}" + (f" and {rest} more" if rest > 0 else "")


def _head(tokens: list[str]) -> list[str]:
    if tokens[0] == "paths" and len(tokens) > 1:
        return tokens[1:2]
    if tokens[0] != "components":
        return tokens[:2]
    return [_KINDS.get(tokens[1], tokens[1]), *tokens[2:3]]


def _unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def _says_nothing_more(change: TellableChange, before: str, after: str) -> bool:
    if change.base_pointer is None or change.revision_pointer is None or before == after:
        return True
    if ".became-" in change.rule or change.rule in _TOLD:
        return True
    if isinstance(change.before, bool) and isinstance(change.after, bool):
        return True
    values = (change.before, change.after)
    return all(
        value is None or shown.strip('"') in change.message or _is_listed(value, change.message)
        for value, shown in zip(values, (before, after), strict=True)
    )


def _is_listed(value: Any, message: str) -> bool:
    """Whether a sentence names each value of a list."""
    return isinstance(value, list) and all(
        json.dumps(item, ensure_ascii=False) in message for item in value
    )


def _value(value: Any) -> str:
    """A value as one would write it; the members of a list without its brackets."""
    if isinstance(value, list) and value:
        if value == _ALL_TYPES:
            return "any type"
        return ", ".join(json.dumps(item, ensure_ascii=False) for item in value)
    return json.dumps(value, ensure_ascii=False)
