"""What does this JSON text say, if it says one thing only to every reader?"""

import json
import re
from collections import Counter
from typing import Any

import orjson

from service.openapi_documents.canonical_form import canonical_bytes, check_no_nul
from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.plain_values import settle, too_deep
from service.openapi_documents.pointers import find_first, follow, pointer_to, tokens_of
from service.openapi_documents.problems import InvalidDocument, refusal
from service.openapi_documents.text_encoding import encoding_fault

# An unterminated string runs to the end, so that no text makes the search start over and over.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\Z|\\\Z)', re.DOTALL)

_NUMBER_FAULT = "number is infinity"
_DEPTH_FAULT = "depth limit"
_SURROGATE_FAULT = "surrogate"
_MOST_DIGITS = 20


class _RepeatedKey(dict[str, Any]):
    """An object in which `key` stands more than once."""

    key: str


class _Oversized:
    """An integer outside of the limits."""


def parse_json(text: bytes, limits: ReadLimits) -> tuple[Any, bytes]:
    """The value of a JSON text without byte order mark, and its canonical form.

    Raises InvalidDocument for what is not strict JSON (RFC 8259), and for what readers are known
    to disagree on: repeated keys, lone surrogates, integers beyond 64 bits, numbers beyond double
    precision, NUL.
    """
    _check_size(text, limits)
    content, is_huge = settle(_loaded(text, limits), limits=limits, nodes=limits.json_nodes)
    canonical = canonical_bytes(content)
    check_no_nul(content, canonical)
    if is_huge:
        _check_integers(text, limits)
    # Parsing keeps one of two equal keys: the other's quotes are then missing from what is
    # written again. An escaped quote in the text is the one thing that would hide that.
    if b"\\u0022" in text or text.count(b'"') != canonical.count(b'"'):
        _check_keys(text)
    return content, canonical


def _check_size(text: bytes, limits: ReadLimits) -> None:
    """Refuse, before memory is spent, more values than the limit: 13 MB of `{},` takes 364 MB."""
    if _separators(text) <= limits.json_nodes:
        return
    if _separators(_STRING.sub(b'""', text)) > limits.json_nodes:
        raise refusal("too-many-values", f"The document has more than {limits.json_nodes} values.")


def _separators(text: bytes) -> int:
    return text.count(b"{") + text.count(b"[") + text.count(b",")


def _loaded(text: bytes, limits: ReadLimits) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _syntax_fault(text, error, limits) from None


def _syntax_fault(
    text: bytes, error: orjson.JSONDecodeError, limits: ReadLimits
) -> InvalidDocument:
    if fault := encoding_fault(text):
        return fault
    line, column = error.lineno, error.colno
    if _DEPTH_FAULT in error.msg:
        return too_deep(limits, line=line, column=column)
    if _NUMBER_FAULT in error.msg:
        message = "The number is too large for double precision."
        return refusal("number-out-of-range", message, line=line, column=column)
    if _SURROGATE_FAULT in error.msg:
        message = "An escape is half of a surrogate pair, which is no character."
        return refusal("lone-surrogate", message, line=line, column=column)
    return refusal("malformed-json", f"Not JSON: {error.msg}.", line=line, column=column)


def _check_integers(text: bytes, limits: ReadLimits) -> None:
    """Refuse integers outside of the limits, which the fast parser has rounded silently."""
    oversized: list[_Oversized] = []

    def parse_int(digits: str) -> int | _Oversized:
        if len(digits) <= _MOST_DIGITS:
            value = int(digits)
            if limits.smallest_integer <= value <= limits.largest_integer:
                return value
        oversized.append(_Oversized())
        return oversized[-1]

    exact = json.loads(text, parse_int=parse_int)
    if oversized:
        pointer = find_first(exact, lambda value, _depth: isinstance(value, _Oversized))
        message = "The integer does not fit into 64 bits."
        raise refusal("number-out-of-range", message, pointer=pointer)


def _check_keys(text: bytes) -> None:
    """Refuse an object that has a key twice: readers disagree on which one counts."""
    repeated: list[_RepeatedKey] = []

    def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) == len(pairs):
            return members
        repeated.append(_RepeatedKey(members))
        repeated[-1].key = _first_repeated(pairs)
        return repeated[-1]

    exact = json.loads(text, object_pairs_hook=object_of)
    if repeated:
        pointer = find_first(exact, lambda value, _depth: isinstance(value, _RepeatedKey)) or ""
        _exists, culprit = follow(exact, tokens_of(pointer))
        raise refusal(
            "duplicate-key",
            "The object has this key more than once.",
            pointer=pointer + pointer_to([culprit.key]),
        )


def _first_repeated(pairs: list[tuple[str, Any]]) -> str:
    counts = Counter(key for key, _value in pairs)
    return next(key for key, count in counts.items() if count > 1)
