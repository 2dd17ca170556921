"""How does one side of a change read: what it was or is, without what nobody decides by?"""

import json
from typing import Any

from service.openapi_diff import Change
from service.openapi_diff.places import place_parts
from service.openapi_documents import OpenApiDocument, value_at

_MAX_VALUE = 200
_PROSE = ("description", "title", "summary", "example", "examples")


def shown_value(value: Any) -> str:
    """A value as JSON on one line; of definitions what restricts, not what explains."""
    if isinstance(value, dict):
        value = {
            key: item
            for key, item in value.items()
            if key not in _PROSE and not str(key).startswith("x-")
        }
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_VALUE else text[: _MAX_VALUE - 3] + "..."


def allowed_now(change: Change, revision: OpenApiDocument) -> str | None:
    """The values that are listed now, where listed values changed."""
    if not change.rule.startswith("schema.enum") or change.revision_pointer is None:
        return None
    schema = value_at(revision.content, change.revision_pointer)
    values = schema.get("enum") if isinstance(schema, dict) else None
    return shown_value(values) if values else None


def moved_to(change: Change) -> tuple[str, str] | None:
    """The names of the components that described it then and describe it now, if they differ."""
    names = [_component(pointer) for pointer in (change.base_pointer, change.revision_pointer)]
    before, after = names
    return (before, after) if before and after and before != after else None


def _component(pointer: str | None) -> str:
    if not pointer or not pointer.startswith(("/components/", "/definitions/")):
        return ""
    _field, kind, name = place_parts(pointer[1:])
    return f"{kind} {name}"
