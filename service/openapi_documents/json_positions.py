"""On which line of a JSON text does a value stand?"""

import json.decoder
import re
from collections.abc import Callable
from typing import Any

from service.openapi_documents.positions import PositionTree

_SPACE = re.compile(r"[ \t\r\n]*")
# Parses and drops one value in C: the fast way over everything that was not asked for.
_Scan = Callable[[str, int], tuple[Any, int]]
_skip: _Scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # not in the stubs
_scan_string: _Scan = json.decoder.scanstring  # type: ignore[attr-defined]  # not in the stubs


def json_positions(text: str, wanted: PositionTree) -> dict[str, tuple[int, int]]:
    """Lines and columns of the wanted places, as far as the text can be parsed."""
    offsets: dict[str, int] = {}
    try:
        start = _after_space(text, 0)
        wanted.note(offsets, start)
        _visit(text, start, wanted, offsets)
    except (StopIteration, ValueError, IndexError, RecursionError):
        # The text ends, breaks or is too deep here; what was found before stays true.
        pass
    return _lines_and_columns(text, offsets)


def _lines_and_columns(text: str, offsets: dict[str, int]) -> dict[str, tuple[int, int]]:
    """From the first to the last offset, so that lines are counted once."""
    places: dict[str, tuple[int, int]] = {}
    line, counted = 1, 0
    for pointer, offset in sorted(offsets.items(), key=lambda item: item[1]):
        line += text.count("\n", counted, offset)
        counted = offset
        places[pointer] = (line, offset - text.rfind("\n", 0, offset))
    return places


def _visit(text: str, index: int, wanted: PositionTree, offsets: dict[str, int]) -> int:
    """Note the wanted places within the value at `index`; returns where the value ends."""
    if not wanted.below or text[index] not in "{[":
        _value, end = _skip(text, index)
        return end
    is_object = text[index] == "{"
    index = _after_space(text, index + 1)
    number = 0
    while text[index] not in "}]":
        start = index
        token: Any = number
        if is_object:
            token, index = _scan_string(text, index + 1)
            index = _after_space(text, _after_space(text, index) + 1)
        child = wanted.child(str(token))
        child.note(offsets, start)
        index = _after_space(text, _visit(text, index, child, offsets))
        if text[index] == ",":
            index = _after_space(text, index + 1)
        number += 1
    return index + 1


def _after_space(text: str, index: int) -> int:
    match = _SPACE.match(text, index)
    return match.end() if match else index
