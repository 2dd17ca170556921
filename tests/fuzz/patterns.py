"""Which short texts does a regular expression match, and which does it just not match?"""

import importlib
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

# The parser of the standard library's own expressions; it has no public name.
_parser: Any = importlib.import_module("re._parser")
_MAX_REPEAT = 40
_ORDINARY = "a"
_KINDS = {"CATEGORY_DIGIT": "5", "CATEGORY_WORD": "w", "CATEGORY_SPACE": " "}


@lru_cache(maxsize=4_000)
def texts_for(pattern: str) -> tuple[str, ...]:
    """The shortest text and a longer one, each also with something before and behind it."""
    try:
        tree = _parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return ()
    found = [_text(tree, more) for more in (0, 1, 3)]
    around = [form.format(found[0]) for form in ("{}!", "!{}", "{}0", "A{}")]
    return tuple(dict.fromkeys([*found, *around]))


def _text(tree: Any, more: int) -> str:
    return "".join(_piece(name.name, detail, more) for name, detail in tree)


def _piece(name: str, detail: Any, more: int) -> str:
    writer = _WRITERS.get(name)
    return "" if writer is None else writer(detail, more)


def _repeated(detail: Any, more: int) -> str:
    least, most, inner = detail
    times: int = min(least + more, most, _MAX_REPEAT)
    return _text(inner, more) * times


def _branch(detail: Any, more: int) -> str:
    branches = detail[1]
    return _text(branches[more % len(branches)], more)


def _member(choices: Any, more: int) -> str:
    """One character of a class; of an excluding class one that is not in it."""
    if choices[0][0].name == "NEGATE":
        refused = {chr(value) for name, value in choices if name.name == "LITERAL"}
        return next(char for char in "a0 _-Z~" if char not in refused)
    name, value = choices[more % len(choices)]
    if name.name == "RANGE":
        return chr(value[more > 0])
    if name.name == "LITERAL":
        return chr(value)
    return _KINDS.get(str(value), _ORDINARY)


_WRITERS: dict[str, Callable[[Any, int], str]] = {
    "LITERAL": lambda detail, _: chr(detail),
    "NOT_LITERAL": lambda detail, _: _ORDINARY if detail != ord(_ORDINARY) else "b",
    "ANY": lambda _, __: _ORDINARY,
    "IN": _member,
    "MAX_REPEAT": _repeated,
    "MIN_REPEAT": _repeated,
    "SUBPATTERN": lambda detail, more: _text(detail[3], more),
    "BRANCH": _branch,
}
