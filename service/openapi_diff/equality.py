"""Are two JSON values the same value, and which references do they hold?"""

import marshal
import re
from collections.abc import Hashable, Iterable
from typing import Any

# Format 2 writes neither reference counts nor interning into the bytes, so equal values of equal
# key order give equal bytes. Format 3 and later do not promise that.
_MARSHAL_FORMAT = 2

# How that format writes a text: a letter, the length in four bytes (the least first), UTF-8.
# The expression looks ahead, so that no text of a document can hide what follows it.
_PRINTED_REFERENCE = re.compile(rb"u\x04\0\0\0\$ref(?=u(.{4})([^\0]*))", re.DOTALL)
_PRINTED_MAPPING = b"u\x07\0\0\0mapping{"


def same(left: Any, right: Any) -> bool:
    """Whether two JSON values are equal as JSON Schema says: 1 is 1.0, but True is not 1."""
    if left is right:
        return True
    if isinstance(left, str) or isinstance(right, str):
        return bool(left == right)
    return not differ_at_once(left, right) and are_same(left, right, printed(left))


def differ_at_once(left: Any, right: Any) -> bool:
    """Whether two values differ even as Python sees it, found at the speed of C."""
    try:
        return bool(left != right)
    except RecursionError:
        return False


def are_same(left: Any, right: Any, text: bytes | None) -> bool:
    """Whether two values are the same that do not differ at once; `text` is the left one's print.

    Python calls True and 1 equal. Equal prints rule that out at the speed of C; only where they
    differ (another key order, 1 for 1.0) are the values walked.
    """
    return (text is not None and text == printed(right)) or _same_by_walking(left, right)


def printed(value: Any) -> bytes | None:
    """The value in bytes, made at the speed of C; equal ones stand for values that are the same.

    The same value may have other bytes. None where it is nested too deeply, or is not JSON.
    """
    try:
        return marshal.dumps(value, _MARSHAL_FORMAT)
    except ValueError:
        return None


def identity(value: Any) -> Hashable:
    """A hashable stand-in: two values have the same one exactly if `same` holds."""
    if isinstance(value, str):
        return value
    marks: list[Hashable] = []
    open_values = [value]
    while open_values:
        current = open_values.pop()
        match current:
            case dict():
                names = sorted(current)
                marks.append(("object", *names))
                open_values.extend(current[name] for name in names)
            case list():
                marks.append(("array", len(current)))
                open_values.extend(current)
            case bool():
                marks.append(("boolean", current))
            case _:
                marks.append(("scalar", current))
    return tuple(marks)


class Identities:
    """Numbers for values that stay unchanged: two have the same number exactly if `same` holds.

    Each object and each list is looked into once, however often and at whatever level it is asked
    for, so that lists within lists cost no more than their text.
    """

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        # The value itself is kept beside its number: were it dropped, another could get its id.
        self._known: dict[int, tuple[Any, int]] = {}

    def of(self, value: Any) -> int:
        open_values = [value]
        while open_values:
            current = open_values[-1]
            waiting = [child for child in _children(current) if self._is_unknown(child)]
            if waiting and self._is_unknown(current):
                open_values.extend(waiting)
                continue
            open_values.pop()
            if self._is_unknown(current):
                self._known[id(current)] = (current, self._number(current))
        return self._number_of(value)

    def _is_unknown(self, value: Any) -> bool:
        return isinstance(value, dict | list) and id(value) not in self._known

    def _number_of(self, value: Any) -> int:
        known = self._known.get(id(value)) if isinstance(value, dict | list) else None
        return self._number(value) if known is None else known[1]

    def _number(self, value: Any) -> int:
        mark: Hashable
        match value:
            case dict():
                names = sorted(value)
                mark = ("object", *names, *(self._number_of(value[name]) for name in names))
            case list():
                mark = ("array", *map(self._number_of, value))
            case bool():
                mark = ("boolean", value)
            case _:
                mark = ("scalar", value)
        return self._numbers.setdefault(mark, len(self._numbers))


def _children(value: Any) -> Iterable[Any]:
    match value:
        case dict():
            return value.values()
        case list():
            return value
        case _:
            return ()


def references_in(value: Any) -> set[str]:
    """Every text under a `$ref` key or in a discriminator's mapping, at any depth."""
    if not isinstance(value, dict | list):
        return set()
    found: set[str] = set()
    open_values = [value]
    take, put = open_values.pop, open_values.append
    while open_values:
        current = take()
        children: Iterable[Any] = current
        if type(current) is dict:
            reference = current.get("$ref")
            if type(reference) is str:
                found.add(reference)
            mapping = current.get("mapping")
            if type(mapping) is dict:
                found.update(_local_targets(mapping))
            children = current.values()
        for child in children:
            if type(child) is dict or type(child) is list:
                put(child)
    return found


def references_in_print(text: bytes, value: Any) -> set[str]:
    """The references in `value`, which is printed as `text`; found at the speed of C.

    A text that looks like a print may add a reference that is none, and takes none away.
    """
    if _PRINTED_MAPPING in text:
        return references_in(value)
    found: set[str] = set()
    for size, rest in set(_PRINTED_REFERENCE.findall(text)):
        length = int.from_bytes(size, "little")
        if length > len(rest):  # NUL is in it, or it only looks like a print
            return references_in(value)
        try:
            found.add(rest[:length].decode("utf-8", "surrogatepass"))
        except UnicodeDecodeError:
            continue  # only what looks like a print can be no text
    return found


def _local_targets(mapping: dict[str, Any]) -> list[str]:
    return [text for text in mapping.values() if type(text) is str and text.startswith("#/")]


def _same_by_walking(left: Any, right: Any) -> bool:
    open_pairs = [(left, right)]
    while open_pairs:
        one, other = open_pairs.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            if one.keys() != other.keys():
                return False
            open_pairs.extend((child, other[key]) for key, child in one.items())
        elif isinstance(one, list) and isinstance(other, list):
            if len(one) != len(other):
                return False
            open_pairs.extend(zip(one, other, strict=True))
        elif isinstance(one, bool) is not isinstance(other, bool) or one != other:
            return False
    return True
