"""How is a fault that a JSON Schema validator found said to a person?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from service.openapi_documents.pointers import pointer_to
from service.openapi_documents.problems import Problem

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError  # noqa: TID251  # a type only; nothing is loaded

INVALID = "invalid-by-schema"
# A left-over of the move from 3.0 to 3.1, seen in published documents: the limit is then a flag.
BOOLEAN_LIMIT = "boolean-limit"

_MOST_NAMES = 5
_EXCLUSIVE_LIMITS = ("exclusiveMinimum", "exclusiveMaximum")


def readable_fault(error: "ValidationError", content: dict[str, Any]) -> Problem:
    """The cause behind an error in `content`, at the place where it is.

    An alternative such as "a schema or a reference" fails as a whole at its root; the cause is
    in the branch that the author meant.
    """
    causes = [error]
    while deeper := _meant(causes[0]):
        causes = deeper
    cause = causes[0]
    pointer = pointer_to(_tokens(cause.instance_path, content))
    if _is_boolean_limit(cause):
        message = "The limit must be a number since OpenAPI 3.1; the flag is ignored."
        return Problem(BOOLEAN_LIMIT, message, pointer)
    return Problem(INVALID, _message(causes), pointer)


def _meant(error: "ValidationError") -> list["ValidationError"]:
    """The causes in the alternatives of an error: those that lie deepest, all at one place.

    A branch that only asks for `$ref` is left aside. No alternatives, no causes.
    """
    branches: Sequence[Sequence[ValidationError]] = _facts(error).get("context") or ()
    causes = [cause for errors in branches if not _wants_reference(errors) for cause in errors]
    if not causes:
        return []
    deepest = max(causes, key=_depth)
    return [deepest, *(cause for cause in causes if cause is not deepest and _same(cause, deepest))]


def _wants_reference(errors: Sequence["ValidationError"]) -> bool:
    return any(_facts(error).get("property") == "$ref" for error in errors)


def _depth(error: "ValidationError") -> int:
    return len(error.instance_path)


def _same(one: "ValidationError", other: "ValidationError") -> bool:
    return one.instance_path == other.instance_path and one.kind.name == other.kind.name


def _facts(error: "ValidationError") -> dict[str, Any]:
    return error.kind.as_dict()


def _is_boolean_limit(error: "ValidationError") -> bool:
    is_limit = bool(error.instance_path) and error.instance_path[-1] in _EXCLUSIVE_LIMITS
    return (
        is_limit and _facts(error).get("types") == ["number"] and isinstance(error.instance, bool)
    )


def _message(causes: Sequence["ValidationError"]) -> str:
    """One sentence, without any text of the document but the names of members."""
    facts = _facts(causes[0])
    match causes[0].kind.name:
        case "required":
            return f"Required, but missing: {facts['property']!r}."
        case "additionalProperties" | "unevaluatedProperties":
            return f"Not known here: {_names(facts['unexpected'])}."
        case "type":
            return f"Must be of type {' or '.join(facts['types'])}.{_remedy(causes[0])}"
        case "enum":
            options = dict.fromkeys(str(x) for cause in causes for x in _facts(cause)["options"])
            return f"Must be one of {', '.join(options)}."
        case _:
            return f"{causes[0].message}."


def _remedy(error: "ValidationError") -> str:
    """What to do about a version such as `1.2`, which YAML takes for a number."""
    is_version = list(error.instance_path) == ["info", "version"]
    return " Put it in quotes." if is_version and isinstance(error.instance, int | float) else ""


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:60]) for name in names[:_MOST_NAMES])
    return shown if len(names) <= _MOST_NAMES else f"{shown} and {len(names) - _MOST_NAMES} more"


def _tokens(path: Sequence[str | int], content: Any) -> Iterator[str | int]:
    """The path as the document spells it: the validator takes keys such as `007` for numbers."""
    node = content
    for token in path:
        spelled: str | int = token
        if isinstance(node, dict):
            spelled = str(token)
            if spelled not in node:
                spelled = next((key for key in node if _is_number(key, token)), spelled)
            node = node.get(spelled)
        else:
            node = node[token]
        yield spelled


def _is_number(key: str, number: str | int) -> bool:
    digits = key.removeprefix("+")
    return digits.isascii() and digits.isdigit() and digits.lstrip("0") == str(number).lstrip("0")
