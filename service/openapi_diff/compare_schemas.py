"""What changed in a schema?"""

from dataclasses import replace

from service.openapi_diff import json_types
from service.openapi_diff.compare_annotations import ANNOTATIONS, compare_annotations
from service.openapi_diff.compare_arrays import ARRAY_KEYWORDS, compare_arrays
from service.openapi_diff.compare_bounds import BOUND_KEYWORDS, compare_bounds
from service.openapi_diff.compare_conditions import CONDITION_KEYWORDS, compare_conditions
from service.openapi_diff.compare_inner_properties import compare_inner_properties
from service.openapi_diff.compare_leftovers import compare_leftovers
from service.openapi_diff.compare_objects import OBJECT_KEYWORDS, compare_objects
from service.openapi_diff.compare_remarks import report_remarks
from service.openapi_diff.compare_texts import TEXT_KEYWORDS, compare_texts
from service.openapi_diff.compare_types import compare_types
from service.openapi_diff.compare_unions import compare_unions
from service.openapi_diff.compare_values import compare_values
from service.openapi_diff.compare_wrapping import compare_wrapping
from service.openapi_diff.schema_pairs import ANYWHERE, Context, SchemaPair, changed_keywords
from service.openapi_diff.schema_views import UNIONS, Definition, SchemaView, pointers_of
from service.openapi_diff.text_languages import LANGUAGE_KEYWORDS, compare_languages
from service.openapi_diff.verdicts import Cause, Effect
from service.openapi_diff.walk import BOTH, Desk, Fact

# Who compares what, and the types without which the keywords mean nothing.
_GROUPS = (
    (BOUND_KEYWORDS, json_types.ANY, compare_bounds),
    (TEXT_KEYWORDS, json_types.STRING | json_types.NUMBER, compare_texts),
    (OBJECT_KEYWORDS, json_types.OBJECT, compare_objects),
    (ARRAY_KEYWORDS, json_types.ARRAY, compare_arrays),
    (CONDITION_KEYWORDS, json_types.ANY, compare_conditions),
    (frozenset(UNIONS), json_types.ANY, compare_unions),
)

# What they say of a type that no alternative is of, nobody hears.
_BY_TYPE = (compare_bounds, compare_texts, compare_conditions)


def enter_schemas(
    desk: Desk,
    base: Definition,
    revision: Definition,
    *,
    passes: int = BOTH,
    context: Context = ANYWHERE,
) -> None:
    """Have two definitions compared, unless they are the same; once for all who use them."""
    walk = desk.walk
    if len(base) == len(revision) == 1:  # as nearly all are
        if walk.unchanged.holds(base[0].value, revision[0].value):
            return
        if report_remarks(desk, base[0], revision[0], passes=passes):
            return
    elif walk.unchanged.all_hold([site.value for site in base], [site.value for site in revision]):
        return
    base = walk.base_schemas.settle(base)
    revision = walk.revision_schemas.settle(revision)
    key = ("schema", context, pointers_of(base), pointers_of(revision))
    desk.link(
        key, lambda inner: _compare_definitions(inner, base, revision, context), passes=passes
    )


def _compare_definitions(
    desk: Desk, base: Definition, revision: Definition, context: Context
) -> None:
    """Follow what is only used, and compare what differs."""
    if desk.walk.work.is_done:
        _report_limit(desk, base, revision)
        return
    uses = None
    is_lone = len(base) == len(revision) == 1
    if is_lone and report_remarks(desk, *base, *revision):
        return
    if is_lone and context == ANYWHERE:  # what is used further in is not written as what uses it
        uses = desk.walk.unchanged.changed_uses(base[0].value, revision[0].value)
    if uses is None:
        _compare_schemas(desk, base, revision, context)
        return
    for reference in sorted(uses):
        old, new = desk.base.locate(reference), desk.revision.locate(reference)
        if old is None or new is None:
            _compare_schemas(desk, base, revision, context)
            return
        enter_schemas(desk, (old,), (new,), context=context)


def _compare_schemas(desk: Desk, base: Definition, revision: Definition, context: Context) -> None:
    old = desk.walk.base_schemas.view(base)
    new = desk.walk.revision_schemas.view(revision)
    desk.walk.work.spend(1 + len(old.parts) + len(new.parts))
    if old.is_cut or new.is_cut:
        _report_limit(desk, base, revision)
        return
    if old.nowhere != new.nowhere and sorted(old.nowhere) != sorted(new.nowhere):
        _report_nowhere(desk, old, new)
        return
    if old.impossible or new.impossible:
        _compare_impossible(desk, old, new)
        return
    pair = SchemaPair(desk, old, new, json_types.ANY, context, enter_schemas)
    changed = changed_keywords(desk, old, new, {**old.keywords, **new.keywords})
    if changed <= ANNOTATIONS and _allow_same_types(old, new):
        compare_annotations(pair, changed)
    elif not compare_wrapping(pair, base, revision):
        _compare_keywords(pair, changed)


def _allow_same_types(old: SchemaView, new: SchemaView) -> bool:
    return old.types == new.types and old.has_null_beside_unions is new.has_null_beside_unions


def _compare_keywords(pair: SchemaPair, changed: set[str]) -> None:
    types = compare_types(pair)
    if not types:
        return
    pair.types = types
    listed = compare_values(pair)
    if not LANGUAGE_KEYWORDS.isdisjoint(changed):
        compare_languages(pair)
    for group, needed, comparer in _GROUPS:
        if listed and comparer in (compare_bounds, compare_texts):
            continue  # a list of values was compared with these in mind
        if types & needed and not group.isdisjoint(changed):
            comparer(_as_far_as_possible(pair) if comparer in _BY_TYPE else pair)
    compare_leftovers(pair, changed)
    compare_inner_properties(pair, changed)
    compare_annotations(pair, changed)


def _as_far_as_possible(pair: SchemaPair) -> SchemaPair:
    """The pair with only those types that its alternatives and listed values leave possible."""
    walk, types = pair.desk.walk, pair.types
    for reader, view in ((walk.base_schemas, pair.old), (walk.revision_schemas, pair.new)):
        if view.has_unions or view.values is not None:
            types &= reader.reachable_types(view.definition)
    return replace(pair, types=types)


def _report_nowhere(desk: Desk, old: SchemaView, new: SchemaView) -> None:
    desk.report(
        Fact(
            "ref.redirected",
            old.pointer,
            new.pointer,
            old.nowhere or None,
            new.nowhere or None,
            effect=Effect.UNKNOWN,
            cause=Cause.REFERENCE,
        )
    )


def _report_limit(desk: Desk, base: Definition, revision: Definition) -> None:
    """What differs was found but is not looked into: nobody may take it for the same."""
    desk.report(
        Fact(
            "ref.target-changed",
            base[0].pointer if base else None,
            revision[0].pointer if revision else None,
            effect=Effect.UNKNOWN,
            cause=Cause.LIMIT,
        )
    )


def _compare_impossible(desk: Desk, old: SchemaView, new: SchemaView) -> None:
    if old.impossible is not new.impossible:
        effect = Effect.NARROWED if new.impossible else Effect.WIDENED
        desk.report(
            Fact(
                "schema.boolean-schema",
                old.pointer,
                new.pointer,
                not old.impossible,
                not new.impossible,
                effect=effect,
            )
        )
