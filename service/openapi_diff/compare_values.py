"""What changed in the values that a schema lists?"""

import json
from collections.abc import Hashable, Iterable
from typing import Any

from service.openapi_diff import json_types
from service.openapi_diff.compare_bounds import BOUND_KEYWORDS, allows_by_bounds
from service.openapi_diff.equality import identity
from service.openapi_diff.formats import refuses
from service.openapi_diff.patterns import PatternJudge
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.verdicts import Cause, Effect

_SHOWN = 20
_LIMITING = BOUND_KEYWORDS | {"pattern", "format"}
Values = dict[Hashable, Any]
_BOTH_BOOLEANS: Values = {identity(value): value for value in (True, False)}


def compare_values(pair: SchemaPair) -> bool:
    """Report what changed; answer whether any side lists its values."""
    before, after = pair.old.values, pair.new.values
    if before is None and after is None:
        return False
    types = pair.context.types
    before = possible_values(pair.old, types)
    after = possible_values(pair.new, types)
    if before is not None and after is not None:
        compare_lists(pair, _possible(pair, pair.old, before), _possible(pair, pair.new, after))
    elif after is not None:
        _report_listed(pair, after)
    elif before is not None:
        _report_unlisted(pair, before)
    return True


def possible_values(view: SchemaView, types: int) -> Values | None:
    """The values of these types besides null; None where they are too many to be listed."""
    if view.values is not None:
        if types == json_types.ANY:
            return view.values
        return {
            key: value for key, value in view.values.items() if json_types.type_of(value) & types
        }
    types &= view.types & ~json_types.NULL
    if types == json_types.BOOLEAN:
        return _BOTH_BOOLEANS
    return None if types else {}


def _possible(pair: SchemaPair, view: SchemaView, values: Values) -> Values:
    """The listed values that the bounds, patterns and formats beside them let through."""
    if _LIMITING.isdisjoint(view.keywords):
        return values
    answers = {key: _allows(view, value, pair.desk.walk.patterns) for key, value in values.items()}
    if None in answers.values() and not pair.unchanged("pattern"):
        pair.report("schema.pattern-changed", "pattern", effect=Effect.UNKNOWN, cause=Cause.PATTERN)
    return {key: value for key, value in values.items() if answers[key] is not False}


def compare_lists(pair: SchemaPair, before: Values, after: Values) -> None:
    removed = _sorted(value for key, value in before.items() if key not in after)
    added = _sorted(value for key, value in after.items() if key not in before)
    if pair.old.has_const and pair.new.has_const:
        if removed or added:
            pair.report(
                "schema.const-changed",
                "const",
                before=removed,
                after=added,
                subject=f"{_listed(removed)} to {_listed(added)}",
            )
        return
    if removed:
        pair.report("schema.enum-value-removed", "enum", before=removed, subject=_listed(removed))
    if added:
        pair.report("schema.enum-value-added", "enum", after=added, subject=_listed(added))


def _report_listed(pair: SchemaPair, values: Values) -> None:
    keyword = "const" if pair.new.has_const else "enum"
    shown = _sorted(values.values())
    effect = _effect(pair, pair.old, values, certain=Effect.NARROWED, doubt=Effect.MAYBE_WIDENED)
    pair.report(
        f"schema.{keyword}-added", keyword, after=shown, subject=_listed(shown), effect=effect
    )


def _report_unlisted(pair: SchemaPair, values: Values) -> None:
    keyword = "const" if pair.old.has_const else "enum"
    shown = _sorted(values.values())
    effect = _effect(pair, pair.new, values, certain=Effect.WIDENED, doubt=Effect.MAYBE_NARROWED)
    pair.report(
        f"schema.{keyword}-removed", keyword, before=shown, subject=_listed(shown), effect=effect
    )


def _effect(
    pair: SchemaPair, view: SchemaView, values: Values, *, certain: Effect, doubt: Effect
) -> Effect:
    """`certain` if the side that lists nothing allows all the values, CHANGED if it refuses one.

    Where a pattern is too odd to be told, a fact of its own says so.
    """
    answers = {_allows(view, value, pair.desk.walk.patterns) for value in values.values()}
    if False in answers:
        return Effect.CHANGED
    if None in answers:
        pair.report("schema.pattern-changed", "pattern", effect=doubt, cause=Cause.PATTERN)
    return certain


def _allows(view: SchemaView, value: Any, judge: PatternJudge) -> bool | None:
    if not json_types.type_of(value) & view.types or not allows_by_bounds(view, value):
        return False
    if any(refuses(name, value) for name in view.all_of("format")):
        return False
    if not isinstance(value, str):
        return True
    answers = {judge.matches(pattern, value) for pattern in view.all_of("pattern")}
    if False in answers:
        return False
    return None if None in answers else True


def share_nothing(one: SchemaView, other: SchemaView, judge: PatternJudge) -> bool:
    """Whether one of two schemas lists its values, and the other one refuses them all."""
    if one.types & other.types & json_types.NULL:
        return False
    return _refuses_listed(one, other, judge) or _refuses_listed(other, one, judge)


def _refuses_listed(view: SchemaView, listing: SchemaView, judge: PatternJudge) -> bool:
    return listing.values is not None and all(
        (view.values is not None and key not in view.values) or _allows(view, value, judge) is False
        for key, value in listing.values.items()
    )


def _sorted(values: Iterable[Any]) -> list[Any]:
    """In an order that does not depend on how the document lists them."""
    return sorted(values, key=lambda value: json.dumps(value, sort_keys=True))


def _listed(values: list[Any]) -> str:
    shown = ", ".join(json.dumps(value, ensure_ascii=False) for value in values[:_SHOWN])
    return shown if len(values) <= _SHOWN else f"{shown} and {len(values) - _SHOWN} more"
