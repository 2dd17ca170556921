"""Why does a validator refuse an instance, in words?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from service.openapi_diff.pointers import join

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError  # noqa: TID251  # a type only; nothing is loaded

_MOST_NAMES = 5
_LONGEST = 200
_GIVEN_UP = ("BacktrackLimitExceeded", "RegexEngineFailure")
_CLOSING = ("additionalProperties", "unevaluatedProperties")


class Reason(NamedTuple):
    """A sentence, where in the instance it holds, and the names that are not allowed there."""

    sentence: str
    pointer: str
    unexpected: tuple[str, ...] = ()


def reason_of(errors: Sequence["ValidationError"], instance: Any) -> Reason | None:
    """The most telling of the errors: that which lies deepest, in alternatives too."""
    found = list(reasons_of(errors, instance))
    return max(found, key=lambda reason: reason.pointer.count("/")) if found else None


def reasons_of(errors: Iterable["ValidationError"], instance: Any) -> Iterator[Reason]:
    """What is behind each error, in alternatives what is behind each branch."""
    waiting = list(errors)
    while waiting:
        error = waiting.pop(0)
        causes = list(_causes(error))
        if causes:
            waiting.extend(causes)
        else:
            pointer = join("", *_tokens(error.instance_path, instance))
            yield Reason(_sentence(error)[:_LONGEST], pointer, _unexpected(error))


def was_given_up(error: "ValidationError") -> bool:
    """Whether the validator stopped looking: that is no refusal."""
    waiting = [error]
    while waiting:
        current = waiting.pop()
        if type(current.kind).__name__.rsplit("_", 1)[-1] in _GIVEN_UP:
            return True
        waiting.extend(_causes(current))
    return False


def _causes(error: "ValidationError") -> Iterable["ValidationError"]:
    """The errors inside the branches of an alternative."""
    branches = error.kind.as_dict().get("context") or ()
    return [cause for branch in branches for cause in branch]


def _unexpected(error: "ValidationError") -> tuple[str, ...]:
    if error.kind.name not in _CLOSING:
        return ()
    return tuple(error.kind.as_dict().get("unexpected", ()))


def _sentence(error: "ValidationError") -> str:
    facts = error.kind.as_dict()
    if error.kind.name in _CLOSING:
        return f"{_listed(facts['unexpected'])} is not declared here."
    match error.kind.name:
        case "required":
            return f"{facts['property']!r} is required, but missing."
        case "type":
            return f"It must be of type {' or '.join(facts['types'])}."
        case "enum":
            return f"It must be one of {_listed(facts['options'])}."
        case "falseSchema":
            return "Nothing is allowed here."
        case _:
            return f"{error.message}."


def _listed(values: Sequence[Any]) -> str:
    shown = ", ".join(repr(value) for value in values[:_MOST_NAMES])
    return shown if len(values) <= _MOST_NAMES else f"{shown} and {len(values) - _MOST_NAMES} more"


def _tokens(path: Sequence[str | int], instance: Any) -> list[str | int]:
    """The path as the instance spells it: the validator takes keys such as `007` for numbers."""
    tokens: list[str | int] = []
    value = instance
    for token in path:
        if isinstance(value, dict):
            spelled = next((key for key in value if key == str(token)), str(token))
            tokens.append(spelled)
            value = value.get(spelled)
        else:
            tokens.append(token)
            value = value[int(token)]
    return tokens
