"""As what else can a value be read that is written as plain text?"""

import json
from typing import Any

_DEEPEST = 20


def readings_of_text(value: Any, depth: int = 0) -> list[Any]:
    """The value itself, and what its text says as text, number, boolean or null.

    A parameter `5` is text as well as a number; who refuses it must refuse both.
    """
    if depth > _DEEPEST:
        return [value]
    match value:
        case list():
            rows = [readings_of_text(item, depth + 1) for item in value]
            return [value, *([row[place] for row in rows] for place in _shared(rows))]
        case dict():
            read = {name: readings_of_text(item, depth + 1) for name, item in value.items()}
            rows = list(read.values())
            return [
                value,
                *({name: row[place] for name, row in read.items()} for place in _shared(rows)),
            ]
        case str():
            return [value, _parsed(value)]
        case _:
            return [value, json.dumps(value)]


def _shared(rows: list[list[Any]]) -> range:
    """The second readings, where every member has one."""
    return range(1, min(map(len, rows), default=1))


def _parsed(text: str) -> Any:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return text if isinstance(value, dict | list) else value
