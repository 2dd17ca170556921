"""How is a document written as JSON or YAML, so that reading it again gives the same?"""

import re
from typing import Any

import orjson

from service.openapi_documents.document import DocumentFormat

# Words that are text without quotes for every reader, also for those of YAML 1.1.
_PLAIN = re.compile(r"[A-Za-z_/$][A-Za-z0-9_/.$-]*(?: [A-Za-z0-9_/.$()-]+)*")
_NOT_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_LONGEST_PLAIN = 100
_LONGEST_SIMPLE_KEY = 1000

# What JSON writes as it is, but YAML wants escaped even between quotes.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

# Text of several lines is shown as such where nothing in it has to be escaped.
_LITERAL = re.compile(r"[^ \n].*[^\n]\n?\Z", re.DOTALL)
_NOT_IN_LITERAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def render_document(content: dict[str, Any], format: DocumentFormat) -> bytes:  # noqa: A002  # the word of the domain
    """The bytes of `content`, keys in their order, without aliases; UTF-8, ending in a newline."""
    match format:
        case DocumentFormat.JSON:
            return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        case DocumentFormat.YAML:  # pragma: no branch  # all members are listed; mypy proves it
            lines: list[str] = []
            _write(content, "", lines)
            return ("\n".join(lines) + "\n" if lines else "{}\n").encode()


def _write(node: dict[str, Any] | list[Any], indent: str, lines: list[str]) -> None:
    """Add the members of a container that has some, one or more lines each.

    Written here because PyYAML's emitter needs seconds for a large document, and leaves unquoted
    what only YAML 1.2 reads as a number. Nesting is bounded by ReadLimits.depth.
    """
    members = node.items() if isinstance(node, dict) else ((None, value) for value in node)
    for key, value in members:
        label = f"{indent}-" if key is None else _label(key, indent)
        if isinstance(value, dict | list) and value:
            lines.append(label)
            _write(value, f"{indent}  ", lines)
        else:
            lines.append(f"{label} {_scalar(value, indent)}")


def _label(key: str, indent: str) -> str:
    text = _quoted(key)
    if len(text) < _LONGEST_SIMPLE_KEY:
        return f"{indent}{text}:"
    return f"{indent}? {text}\n{indent}:"


def _scalar(value: Any, indent: str) -> str:
    if not isinstance(value, str):
        return orjson.dumps(value).decode()
    if "\n" in value and _LITERAL.match(value) and not _NOT_IN_LITERAL.search(value):
        body = value.removesuffix("\n")
        style = "|" if value.endswith("\n") else "|-"
        return "\n".join((style, *(f"{indent}  {x}" if x else "" for x in body.split("\n"))))
    return _quoted(value)


def _quoted(text: str) -> str:
    """In quotes, unless no reader of any YAML version could take it for something else."""
    if len(text) <= _LONGEST_PLAIN and _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    json_text = orjson.dumps(text).decode()
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)
