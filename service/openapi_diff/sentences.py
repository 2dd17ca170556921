"""What does a change mean to those who send and those who receive, in one sentence?"""

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from service.openapi_diff.places import cut, place_parts
from service.openapi_diff.pointers import unescape
from service.openapi_diff.rules import RULES
from service.openapi_diff.rules.explanations import EXPLANATIONS, Telling
from service.openapi_diff.rules.explanations.explanation import NARROWED, OPT_IN, OVERLAP, WIDENED
from service.openapi_diff.verdicts import Direction, Judgement

if TYPE_CHECKING:
    from service.openapi_diff.changes import Change

_SHOWN_VALUES = 5
_ALL_TYPES = ("null", "boolean", "object", "array", "string", "number")
_REST = re.compile(r"\.\.\. (\d+) in all")
_HARMLESS = (Judgement.SAFE, Judgement.DOCUMENTATION)
_SENT_IS_OPEN = (
    "It cannot be told whether clients of {operations} are still accepted: {summary} in {place}, "
    "and {cause}."
)
_RECEIVED_IS_OPEN = (
    "It cannot be told whether clients of {operations} can read what they receive: {summary} in "
    "{place}, and {cause}."
)
_SENT_BREAKS = (
    "Clients that call {operations} may be refused: {summary} in {place}, where the base allowed "
    "more."
)
_RECEIVED_BREAKS = (
    "Clients of {operations} may receive what the base ruled out: {summary} in {place}."
)
_SENT_IS_SAFE = "What clients send to {operations} stays accepted, though {summary} in {place}."
_RECEIVED_IS_SAFE = (
    "Clients of {operations} receive nothing that the base ruled out, though {summary} in {place}."
)


class Quoting(NamedTuple):
    """How names from a document are set apart from our own words."""

    name: Callable[[str], str]
    operation: Callable[[str], str]


PLAIN = Quoting(name=lambda text: f"`{text}`", operation=lambda text: text)


def sentence_of(change: "Change", quoting: Quoting = PLAIN) -> str:
    """What a client will experience. Of bounded length, whatever the document holds."""
    return telling_of(change).sentence.format_map(_Pieces(change, quoting))


def telling_of(change: "Change") -> Telling:
    """The sentence (as a template), the reason and the other way for this change."""
    row = EXPLANATIONS[change.rule]
    is_received = change.direction is Direction.RESPONSE
    usual = row.response if is_received else row.request
    expected = RULES[change.rule].response if is_received else RULES[change.rule].request
    default = (WIDENED, OPT_IN) if is_received else (NARROWED, OVERLAP)
    why, instead = usual.why or default[0], usual.instead or default[1]
    match change.judgement:
        case Judgement.UNDETERMINED:
            sentence = _RECEIVED_IS_OPEN if is_received else _SENT_IS_OPEN
            return Telling(sentence, why, instead)
        case Judgement.BREAKS if expected in _HARMLESS:
            surprise = row.surprise or _RECEIVED_BREAKS
            return Telling(surprise if is_received else _SENT_BREAKS, why, instead)
        case Judgement.SAFE if expected is Judgement.BREAKS:
            return Telling(_RECEIVED_IS_SAFE if is_received else _SENT_IS_SAFE)
        case Judgement.BREAKS | Judgement.RISKY:
            return Telling(usual.sentence, why, instead)
        case Judgement.SAFE | Judgement.DOCUMENTATION:
            return usual


def operations_in_words(change: "Change", quoting: Quoting = PLAIN) -> str:
    """The first operation that a change reaches, and how many more there are."""
    if not change.operations:
        return "the API"
    first = quoting.operation(cut(change.operations[0]))
    more = len(change.operations) - 1
    if not more:
        return first
    return f"{first} and {more} more operation{'' if more == 1 else 's'}"


def place_in_words(location: str, quoting: Quoting = PLAIN) -> str:
    """The place as part of a sentence: "`items[].name` of schema `Order`"."""
    field, kind, name = place_parts(location)
    if kind.endswith("parameter") or kind.startswith("header"):
        return f"{kind} {quoting.name(name + field)}"
    holder = " ".join((kind, quoting.name(name))) if kind and name else kind
    holder = holder or quoting.name(name)
    return f"{quoting.name(field)} of {holder}" if field else holder


class _Pieces:
    """What a template may ask for, each made only where it is asked for."""

    def __init__(self, change: "Change", quoting: Quoting) -> None:
        self._change = change
        self._quoting = quoting

    def __getitem__(self, key: str) -> str:
        return _PIECES[key](self._change, self._quoting)


def _summary(change: "Change", quoting: Quoting) -> str:
    """The rule's own words, in the middle of a sentence."""
    summary = RULES[change.rule].summary
    subject = f" ({quoting.name(cut(change.subject))})" if change.subject else ""
    return f"{summary[0].lower()}{summary[1:]}{subject}"


def _value(value: Any, quoting: Quoting) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list) and value:
        return _listed([json.dumps(item, ensure_ascii=False) for item in value], value, quoting)
    if isinstance(value, str):
        return quoting.name(cut(value))
    return quoting.name(cut(json.dumps(value, ensure_ascii=False)))


def _types(value: Any, quoting: Quoting) -> str:
    if not isinstance(value, list):
        return _value(value, quoting)
    if not value:
        return "no value at all"
    if tuple(value) == _ALL_TYPES:
        return "any type"
    return _listed(list(map(str, value)), value, quoting)


def _listed(shown: list[str], values: list[Any], quoting: Quoting) -> str:
    """The first values, and how many more there are (also of those that were left out before)."""
    kept = shown[: min(_SHOWN_VALUES, len(values) - bool(_rest(values)))]
    more = total_of(values) - len(kept)
    named = ", ".join(quoting.name(cut(text)) for text in kept)
    return f"{named} and {more} more" if more else named


def total_of(values: list[Any]) -> int:
    """How many values a change's `before` or `after` stands for, also those that were left out."""
    rest = _rest(values)
    return int(rest[1]) if rest else len(values)


def _rest(values: list[Any]) -> re.Match[str] | None:
    """What stands for the values that were left out, if any were."""
    return _REST.fullmatch(values[-1]) if values and isinstance(values[-1], str) else None


def _old_list(change: "Change", quoting: Quoting) -> str:
    """The values that were listed; of many, how many they were."""
    total = total_of(change.before) if isinstance(change.before, list) else 0
    if total > _SHOWN_VALUES:
        return f"a list of {total}"
    return f"only {_value(change.before, quoting)}"


def _alternatives(change: "Change", quoting: Quoting) -> str:
    """Those that are gone, by name; of those that are all gone at once, what each was called."""
    if change.subject or not isinstance(change.before, list):
        return _subject(change, quoting)
    return _listed(list(map(_called, change.before)), change.before, quoting)


def _called(schema: Any) -> str:
    """What one would call a schema of which no more than its references and names are known."""
    if not isinstance(schema, dict):
        return str(schema)
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return unescape(reference.rpartition("/")[2])
    name = schema.get("title") or schema.get("type")
    return " or ".join(map(str, name)) if isinstance(name, list) else str(name or "without a name")


def _cover(change: "Change", quoting: Quoting) -> str:
    """Which status is told by a wider response now, or was told by one so far."""
    before, after = (str(status) for status in (change.before, change.after))
    if _width(after) > _width(before):
        step, wider, covers = f"{quoting.name(before)} is no longer", after, "covers"
    else:
        step, wider, covers = f"{quoting.name(after)} is now", before, "covered"
    return f"{step} declared by itself; the {quoting.name(_status(wider))} response {covers} it"


def _status(status: str) -> str:
    """A status as documents write it."""
    return status.lower() if status == "DEFAULT" else status


def _width(status: str) -> int:
    """How much a response stands for: one status, a range, all the rest."""
    return 2 if status == "DEFAULT" else int(status.endswith("XX"))


def _subject(change: "Change", quoting: Quoting) -> str:
    return quoting.name(cut(change.subject)) if change.subject else "without a name"


_PIECES: dict[str, Callable[["Change", Quoting], str]] = {
    "operations": operations_in_words,
    "place": lambda change, quoting: place_in_words(change.location, quoting),
    "subject": _subject,
    "before": lambda change, quoting: _value(change.before, quoting),
    "after": lambda change, quoting: _value(change.after, quoting),
    "old_types": lambda change, quoting: _types(change.before, quoting),
    "new_types": lambda change, quoting: _types(change.after, quoting),
    "old_list": _old_list,
    "alternatives": _alternatives,
    "cover": _cover,
    "summary": _summary,
    "cause": lambda change, _quoting: change.cause.statement if change.cause else "",
}
