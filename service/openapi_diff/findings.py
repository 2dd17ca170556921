"""How do facts become changes: judged, addressed, named, in a fixed order?"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from service.openapi_diff.changes import Change, place_of
from service.openapi_diff.names import Place, Places
from service.openapi_diff.options import ComparisonOptions
from service.openapi_diff.rules import RULES, Rule, judge
from service.openapi_diff.rulings import HARMLESS, Bench, Settled
from service.openapi_diff.verdicts import Assumption, Cause, Direction, Judgement
from service.openapi_diff.walk import Fact, Walk, through

_quoted = json.encoder.encode_basestring_ascii  # json.dumps of a text, without the way there

_MAX_ITEMS = 20
_MAX_LISTED = 200
_MAX_TEXT = 500
_MAX_SHORT = 100
# What tells a reader which schema it is.
_NAMING = ("$ref", "title", "type")


@dataclass(slots=True)
class _Finding:
    fact: Fact
    request: int = 0
    response: int = 0


def changes_of(walk: Walk, options: ComparisonOptions) -> list[Change]:
    """Every change that the walk found, loudest first, then by place."""
    scribe = _Scribe(walk, options)
    changes: list[Change] = []
    for finding in _merged(walk).values():
        changes.extend(scribe.changes(finding))
    return sorted(changes, key=place_of)


def _merged(walk: Walk) -> dict[tuple[Any, ...], _Finding]:
    """One finding per edit and place, however many definitions run into it."""
    findings: dict[tuple[Any, ...], _Finding] = {}
    for node in walk.nodes.values():
        for fact, passes in node.facts:
            key = (fact.rule, fact.base, fact.revision, fact.subject, fact.effect)
            finding = findings.get(key)
            if finding is None:
                finding = findings[key] = _Finding(fact)
            request, response = through(node.request, node.response, passes)
            finding.request |= request
            finding.response |= response
    return findings


class _Scribe:
    """Writes changes; remembers the operations of each bit set it has seen."""

    def __init__(self, walk: Walk, options: ComparisonOptions) -> None:
        self._walk = walk
        self._base_places = Places(walk.base.document)
        self._revision_places = Places(walk.revision.document)
        self._bench = Bench(options)
        self._labels: dict[int, tuple[str, ...]] = {}

    def changes(self, finding: _Finding) -> list[Change]:
        fact = finding.fact
        rule = RULES[fact.rule]
        changes = []
        for direction, judgement, bits in _directions(rule, finding):
            assumption = _assumption(rule, fact, direction, judgement)
            found = Settled(judgement, assumption, _cause(fact, judgement))
            settled = self._bench.settle(rule, direction, found, fact.before)
            changes.append(self._change(rule, fact, direction, settled, bits))
        return changes

    def _change(
        self,
        rule: Rule,
        fact: Fact,
        direction: Direction | None,
        settled: Settled,
        bits: int,
    ) -> Change:
        place = self._place(fact)
        # In the order of its fields: naming them takes longer than making it.
        return Change(
            rule.id,
            settled.judgement,
            direction,
            place.shown,
            self._operations(bits),
            fact.base,
            fact.revision,
            _bounded(fact.before),
            _bounded(fact.after),
            _fingerprint(fact, direction, place),
            _cut(fact.subject),
            settled.cause,
            settled.assumption,
        )

    def _place(self, fact: Fact) -> Place:
        if fact.base is not None:
            return self._base_places.at(fact.base)
        return self._revision_places.at(fact.revision or "")

    def _operations(self, bits: int) -> tuple[str, ...]:
        if bits not in self._labels:
            self._labels[bits] = tuple(_labels(bits, self._walk.operations))
        return self._labels[bits]


def _directions(rule: Rule, finding: _Finding) -> list[tuple[Direction | None, Judgement, int]]:
    request, response = judge(rule, finding.fact.effect)
    if not rule.directed:
        return [(None, request, finding.request | finding.response)]
    heard: list[tuple[Direction | None, Judgement, int]] = []
    if finding.request:
        heard.append((Direction.REQUEST, request, finding.request))
    if finding.response:
        heard.append((Direction.RESPONSE, response, finding.response))
    return heard


def _labels(bits: int, operations: list[str]) -> Iterable[str]:
    labels = []
    while bits:
        lowest = bits & -bits
        labels.append(operations[lowest.bit_length() - 1])
        bits ^= lowest
    return sorted(set(labels))


def _cause(fact: Fact, judgement: Judgement) -> Cause | None:
    if judgement is not Judgement.UNDETERMINED:
        return None
    return fact.cause or Cause.COMBINATION


def _assumption(
    rule: Rule, fact: Fact, direction: Direction | None, judgement: Judgement
) -> Assumption | None:
    """What a harmless judgement rests on; a change that breaks rests on none."""
    if judgement not in HARMLESS:
        return None
    if direction is Direction.RESPONSE:
        return rule.response_assumes or fact.assumes
    return rule.request_assumes or fact.assumes


def _fingerprint(fact: Fact, direction: Direction | None, place: Place) -> str:
    """What a change goes by in later comparisons: the hash of what it is, written as JSON."""
    words = (fact.rule, direction or "", place.kept, fact.subject, fact.effect or "")
    listed = ", ".join((*map(_quoted, words), _small(fact.before), _small(fact.after)))
    return hashlib.sha256(f"[{listed}]".encode()).hexdigest()[:24]


def _small(value: Any) -> str:
    """What of a value belongs to a change's identity.

    A plain value does, and a list of them in whatever order; a definition does not.
    """
    if type(value) is str:  # as most are
        return _quoted(value)
    match value:
        case None | dict():
            return "null"
        case list():
            is_plain = not any(isinstance(item, dict | list) for item in value)
            return f"[{', '.join(sorted(map(json.dumps, value)))}]" if is_plain else "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return json.dumps(value)


def _bounded(value: Any) -> Any:
    """The value itself where it is small; else as much of it as a reader can use."""
    if type(value) is str:  # as most are
        return _cut(value)
    match value:
        case list():
            most = _MAX_LISTED if all(map(_is_short, value)) else _MAX_ITEMS
            shown = [_named(item) for item in value[:most]]
            return shown if len(value) <= most else [*shown, f"... {len(value)} in all"]
        case dict():
            shown_entries = {
                _cut(key): _shallow(item) for key, item in list(value.items())[:_MAX_ITEMS]
            }
            if len(value) > _MAX_ITEMS:
                shown_entries["..."] = f"{len(value)} in all"
            return shown_entries
        case _:
            return value


def _is_short(value: Any) -> bool:
    """Whether a value is read at a glance, so that a list may hold many of it."""
    if isinstance(value, dict | list):
        return False
    return not isinstance(value, str) or len(value) <= _MAX_SHORT


def _named(value: Any) -> Any:
    """An item of a list; of a definition what it is called."""
    if not isinstance(value, dict):
        return _shallow(value)
    known = {key: _shallow(value[key]) for key in _NAMING if isinstance(value.get(key), str)}
    more = {"...": f"{len(value)} in all"} if len(known) < len(value) else {}
    return {**known, **more}


def _shallow(value: Any) -> Any:
    match value:
        case str():
            return _cut(value)
        case list():
            return value if not value else [f"... {len(value)} in all"]
        case dict():
            return value if not value else {"...": f"{len(value)} in all"}
        case _:
            return value


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_TEXT else text[:_MAX_TEXT] + "..."
