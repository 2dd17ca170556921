"""What changed in the least and the greatest that a schema allows?"""

import math
from fractions import Fraction
from typing import Any, NamedTuple

from service.openapi_diff import json_types
from service.openapi_diff.implied_bounds import implied
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import Part, SchemaView
from service.openapi_diff.text_languages import relate_texts
from service.openapi_diff.verdicts import Effect


class _Limit(NamedTuple):
    keyword: str
    rule: str
    is_upper: bool
    types: int


_LIMITS = (
    _Limit("maxLength", "schema.max-length", is_upper=True, types=json_types.STRING),
    _Limit("minLength", "schema.min-length", is_upper=False, types=json_types.STRING),
    _Limit("maxItems", "schema.max-items", is_upper=True, types=json_types.ARRAY),
    _Limit("minItems", "schema.min-items", is_upper=False, types=json_types.ARRAY),
    _Limit("maxProperties", "schema.max-properties", is_upper=True, types=json_types.OBJECT),
    _Limit("minProperties", "schema.min-properties", is_upper=False, types=json_types.OBJECT),
)
_MAXIMUM = _Limit("maximum", "schema.maximum", is_upper=True, types=json_types.NUMBER)
_MINIMUM = _Limit("minimum", "schema.minimum", is_upper=False, types=json_types.NUMBER)
_EXCLUSIVE = {"maximum": "exclusiveMaximum", "minimum": "exclusiveMinimum"}

BOUND_KEYWORDS = frozenset(
    (
        *(limit.keyword for limit in _LIMITS),
        *_EXCLUSIVE,
        *_EXCLUSIVE.values(),
        "multipleOf",
        "uniqueItems",
    )
)

# The bound itself, and whether it is still inside. Ordered: a greater tuple is a looser maximum.
Bound = tuple[Fraction, bool]


def compare_bounds(pair: SchemaPair) -> None:
    told_with_patterns = json_types.STRING if relate_texts(pair) is not None else 0
    for limit in _LIMITS:
        if pair.types & limit.types & ~told_with_patterns:
            _report(pair, limit, _count(pair.old, limit), _count(pair.new, limit))
    if pair.types & json_types.NUMBER:
        whole = not pair.types & json_types.FRACTION
        for limit in (_MAXIMUM, _MINIMUM):
            before = _number(pair.old, limit, whole=whole)
            after = _number(pair.new, limit, whole=whole)
            if not _leave_the_same(pair, limit, before, after):
                _report(pair, limit, before, after)
        _compare_multiples(pair)
    if pair.types & json_types.ARRAY:
        _compare_uniqueness(pair)


def _compare_uniqueness(pair: SchemaPair) -> None:
    before, after = pair.old.is_set("uniqueItems"), pair.new.is_set("uniqueItems")
    if before is not after:
        rule = "schema.unique-items-added" if after else "schema.unique-items-removed"
        pair.report(rule, "uniqueItems", before=before, after=after)


def allows_by_bounds(view: SchemaView, value: Any) -> bool:
    """Whether a value lies within lengths, counts and numeric bounds."""
    number = as_fraction(value)
    if number is not None:
        step = _step(view, json_types.NUMBER)
        if step is not None and (number / step).denominator != 1:
            return False
        bounds = [(limit, _number(view, limit, whole=False)) for limit in (_MAXIMUM, _MINIMUM)]
    elif isinstance(value, str | list | dict):
        number, kind = Fraction(len(value)), json_types.type_of(value)
        bounds = [(limit, _count(view, limit)) for limit in _LIMITS if limit.types & kind]
    else:
        return True
    return all(bound is None or _inside(limit, bound, number) for limit, bound in bounds)


def lies_within(view: SchemaView, least: int, greatest: int) -> bool:
    """Whether the bounds let no integer through that is less or greater."""
    low = _number(view, _MINIMUM, whole=True)
    high = _number(view, _MAXIMUM, whole=True)
    return low is not None and high is not None and least <= low[0] and high[0] <= greatest


def range_of(view: SchemaView) -> tuple[Bound | None, Bound | None]:
    """The least and the greatest number that the bounds let through."""
    return _number(view, _MINIMUM, whole=False), _number(view, _MAXIMUM, whole=False)


def _inside(limit: _Limit, bound: Bound, measured: Fraction) -> bool:
    edge, included = bound
    if measured == edge:
        return included
    return measured < edge if limit.is_upper else measured > edge


def _report(pair: SchemaPair, limit: _Limit, before: Bound | None, after: Bound | None) -> None:
    if before == after:
        return
    tighter = _is_tighter(limit, before, after)
    bound = after if tighter else before
    anyway = None
    if bound is not None and bound[0].denominator == 1:
        anyway = implied(pair, limit.keyword, int(bound[0]), tighter=tighter)
    pair.report(
        f"{limit.rule}-{'tightened' if tighter else 'loosened'}",
        limit.keyword,
        before=_shown(before, limit),
        after=_shown(after, limit),
        effect=None if anyway is None else Effect.NONE,
        assumes=None if anyway is None else anyway.assumes,
    )


def _is_tighter(limit: _Limit, before: Bound | None, after: Bound | None) -> bool:
    if before is None or after is None:
        return before is None
    if before[0] == after[0]:
        return before[1]  # the edge itself was inside and is so no more
    return (after[0] < before[0]) is limit.is_upper


def _count(view: SchemaView, limit: _Limit) -> Bound | None:
    found = [edge for edge in map(as_fraction, view.all_of(limit.keyword)) if edge is not None]
    if not found:
        return None
    edge = min(found) if limit.is_upper else max(found)
    if not limit.is_upper and edge <= 0:
        return None  # at least nothing: no bound at all
    return edge, True


def _number(view: SchemaView, limit: _Limit, *, whole: bool) -> Bound | None:
    """The tightest of the bounds, in whichever spelling; among integers always an inclusive one."""
    exclusive = _EXCLUSIVE[limit.keyword]
    parts = {
        id(part): part
        for keyword in (limit.keyword, exclusive)
        for part in view.keywords.get(keyword, ())
    }
    found: list[Bound] = []
    for part in parts.values():
        found.extend(_bounds_of(part, limit.keyword, exclusive))
    if not found:
        return None
    if limit.is_upper:
        edge, included = min(found)
    else:
        edge, included = max(found, key=lambda bound: (bound[0], not bound[1]))
    return (_to_whole(edge, included, limit), True) if whole else (edge, included)


def _bounds_of(part: Part, inclusive: str, exclusive: str) -> list[Bound]:
    edge = as_fraction(part.value.get(inclusive))
    other = part.value.get(exclusive)
    found: list[Bound] = []
    if edge is not None:
        found.append((edge, other is not True))  # before 3.1 a boolean beside the bound
    beyond = as_fraction(other)
    if beyond is not None:
        found.append((beyond, False))
    return found


def _to_whole(edge: Fraction, included: bool, limit: _Limit) -> Fraction:  # noqa: FBT001 - a Bound's half
    rounded = math.floor(edge) if limit.is_upper else math.ceil(edge)
    if edge == rounded and not included:
        rounded += -1 if limit.is_upper else 1
    return Fraction(rounded)


def _leave_the_same(
    pair: SchemaPair, limit: _Limit, before: Bound | None, after: Bound | None
) -> bool:
    """Whether no multiple of the step, which both sides have, lies between the two bounds."""
    step = _step(pair.old, json_types.NUMBER)
    if (
        before is None
        or after is None
        or step is None
        or step != _step(pair.new, json_types.NUMBER)
    ):
        return False
    first, last = (_to_whole(edge / step, inside, limit) for edge, inside in (before, after))
    return first == last


def _compare_multiples(pair: SchemaPair) -> None:
    before, after = _step(pair.old, pair.types), _step(pair.new, pair.types)
    if before == after:
        return
    if before is None or (after is not None and (after / before).denominator == 1):
        rule = "schema.multiple-of-tightened"
    elif after is None or (before / after).denominator == 1:
        rule = "schema.multiple-of-loosened"
    else:
        rule = "schema.multiple-of-changed"
    pair.report(
        rule,
        "multipleOf",
        before=pair.old.first("multipleOf"),
        after=pair.new.first("multipleOf"),
    )


def _step(view: SchemaView, types: int) -> Fraction | None:
    """The least common multiple of all steps; a step of 1 says nothing about integers."""
    steps = [step for step in map(as_fraction, view.all_of("multipleOf")) if step and step > 0]
    if not steps:
        return None
    step = steps[0]
    for other in steps[1:]:
        step = Fraction(
            math.lcm(step.numerator, other.numerator),
            math.gcd(step.denominator, other.denominator),
        )
    if not types & json_types.FRACTION and (1 / step).denominator == 1:
        return None
    return step


def as_fraction(value: Any) -> Fraction | None:
    """A number as it is written, so that 0.1 is a tenth; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float):
        return Fraction(repr(value)) if math.isfinite(value) else None
    return Fraction(value)


def _shown(bound: Bound | None, limit: _Limit) -> Any:
    if bound is None:
        return None
    edge, included = bound
    number = int(edge) if edge.denominator == 1 else float(edge)
    if included:
        return number
    return f"{'<' if limit.is_upper else '>'} {number}"
