"""What does an unquoted or tagged YAML scalar mean in the YAML 1.2 core schema?"""

import re

from service.openapi_documents.limits import ReadLimits

Scalar = str | int | float | bool | None

_TAGS = "tag:yaml.org,2002:"

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# Without leading zeros: the core schema reads 012 as twelve, YAML 1.1 as ten, and people mean a
# code or a date by it. As text it survives; where a number is due, the official schema refuses.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

# No scalar of at most this length is a number outside of what int() and float() take.
_MOST_DIGITS = 400


class UnusableScalar(ValueError):  # says what it found, as InvalidDocument does
    """The scalar has no meaning that JSON could carry: `code` and the message say why."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def plain_value(text: str, limits: ReadLimits) -> Scalar:
    """The value of an unquoted, untagged scalar. What is not null, a boolean or a number is text.

    `NO`, `on`, dates, `1:30` and `012` are therefore text, as in YAML 1.2 and never as in 1.1.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "+-.0123456789":
        return _number(text, limits)
    return text


def tagged_value(tag: str, text: str, limits: ReadLimits) -> Scalar:
    """The value of a scalar with an explicit tag of the core schema; refuses all other tags."""
    value = plain_value(text, limits)
    match tag.removeprefix(_TAGS):
        case "str":
            return text
        case "null" if value is None:
            return value
        case "bool" if isinstance(value, bool):
            return value
        case "int" if isinstance(value, int) and not isinstance(value, bool):
            return value
        case "float" if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        case "null" | "bool" | "int" | "float":
            raise UnusableScalar("malformed-yaml", "The scalar does not fit its tag.")
        case _:
            message = "Only the tags of YAML's core schema are understood."
            raise UnusableScalar("unknown-tag", message)


def key_text(text: str, limits: ReadLimits) -> str:
    """The member name that an unquoted key means.

    `200`, `true` and `1.5` become the text that they are written as. Where the value and its
    spelling differ (`0x10`, `1.0`, `~`, `True`), readers disagree on the name: it must be quoted.
    """
    value = plain_value(text, limits)
    if isinstance(value, str) or _spelled(value) == text:
        return text
    message = "The key is not text, and readers disagree on its name; put it in quotes."
    raise UnusableScalar("ambiguous-key", message)


def _spelled(value: Scalar) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return repr(int(value))
    return repr(value)


def _number(text: str, limits: ReadLimits) -> Scalar:
    if _INTEGER.fullmatch(text):
        return _bounded_integer(text, 10, limits)
    if _OCTAL.fullmatch(text):
        return _bounded_integer(text[2:], 8, limits)
    if _HEXADECIMAL.fullmatch(text):
        return _bounded_integer(text[2:], 16, limits)
    if _NOT_A_NUMBER.fullmatch(text):
        raise UnusableScalar("not-a-number", "JSON knows neither infinity nor not-a-number.")
    if not _FLOAT.fullmatch(text):
        return text
    value = float(text)
    if value in (float("inf"), float("-inf")):
        message = "The number is too large for double precision."
        raise UnusableScalar("number-out-of-range", message)
    return value


def _bounded_integer(digits: str, base: int, limits: ReadLimits) -> int:
    if len(digits) <= _MOST_DIGITS:
        value = int(digits, base)
        if limits.smallest_integer <= value <= limits.largest_integer:
            return value
    raise UnusableScalar("number-out-of-range", "The integer does not fit into 64 bits.")
