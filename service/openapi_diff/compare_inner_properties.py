"""Is a property restricted in one place that was declared in another one of the same schema?

For a branch alone such a property is new, and clients send no properties that are not declared.
But the schema around the branch declares it, so they do send it; and the other way round.
"""

from collections.abc import Iterator

from service.openapi_diff.branch_matching import match_branches
from service.openapi_diff.object_views import Entries, ObjectView, visibility
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import UNIONS, Definition, SchemaView
from service.openapi_diff.unions import unions_of
from service.openapi_diff.verdicts import Cause, Effect
from service.openapi_diff.walk import REQUEST

_BRANCHES = frozenset((*UNIONS, "then", "else", "dependentSchemas"))


def compare_inner_properties(pair: SchemaPair, changed: set[str]) -> None:
    if "properties" in changed and not _BRANCHES.isdisjoint(pair.new.keywords):
        _report_asked_within(pair)
    if _BRANCHES.isdisjoint(pair.old.keywords):
        return
    told: set[str] = set()
    if not _BRANCHES.isdisjoint(changed):
        told.update(_restricted_within(pair))
    if "properties" in changed:
        told.update(_restricted_around(pair))
    for name in sorted(told):
        pair.report(
            "property.added-optional",
            "properties",
            subject=name,
            effect=Effect.MAYBE_NARROWED,
            cause=Cause.CONDITION,
        )


def _report_asked_within(pair: SchemaPair) -> None:
    """Report what was read-only, and is required by a branch now that it is sent."""
    walk = pair.desk.walk
    before, after = _object(pair, pair.old).properties, _object(pair, pair.new).properties
    freed = {
        name
        for name, definition in before.items()
        if not visibility(walk.base_schemas, definition) & REQUEST
        and (name not in after or visibility(walk.revision_schemas, after[name]) & REQUEST)
    }
    asked: set[str] = set()
    for branch in _all_branches(walk.revision_schemas, pair.new) if freed else ():
        asked |= freed & _object(pair, walk.revision_schemas.view(branch)).required.keys()
    for name in sorted(asked):
        pair.report(
            "property.became-required",
            "properties",
            subject=name,
            effect=Effect.MAYBE_NARROWED,
            cause=Cause.CONDITION,
            passes=REQUEST,
        )


def _restricted_within(pair: SchemaPair) -> Iterator[str]:
    """Declared properties of which a branch says more than it said before."""
    walk = pair.desk.walk
    around = _object(pair, pair.old)
    for old, new in _matched_branches(pair) if around.declares_any else ():
        before = _object(pair, walk.base_schemas.view(old)).properties
        after = _object(pair, walk.revision_schemas.view(new)).properties
        for name in after.keys() - before.keys():
            if _may_narrow(pair, around.schema_for(name), after[name]):
                yield name


def _restricted_around(pair: SchemaPair) -> Iterator[str]:
    """Properties that only a branch declared, and now the schema around it."""
    after = _object(pair, pair.new).properties
    added = after.keys() - _object(pair, pair.old).properties.keys()
    for branch in _all_branches(pair.desk.walk.base_schemas, pair.old) if added else ():
        inner = _object(pair, pair.desk.walk.base_schemas.view(branch))
        for name in added if inner.declares_any else ():
            if _may_narrow(pair, inner.schema_for(name), after[name]):
                yield name


def _may_narrow(pair: SchemaPair, old: Definition, new: Definition) -> bool:
    """Whether what was said of a property, if anything, allowed more than what is said now."""
    if not old or not any(map(pair.desk.walk.revision_schemas.demands, new)):
        return False
    return relate_definitions(pair, old, new) not in (Effect.NONE, Effect.WIDENED)


def _object(pair: SchemaPair, view: SchemaView) -> ObjectView:
    return ObjectView(view, pair.desk.walk.patterns)


def _matched_branches(pair: SchemaPair) -> Iterator[tuple[Definition, Definition]]:
    """The branches that belong together, of alternatives and of conditions."""
    walk = pair.desk.walk
    old_unions = unions_of(walk.base_schemas, pair.old)
    new_unions = unions_of(walk.revision_schemas, pair.new)
    for before, after in zip(old_unions, new_unions, strict=False):
        for old, new in match_branches(pair, before.branches, after.branches)[0]:
            if not walk.unchanged.holds(old.value, new.value):
                yield (old,), (new,)
    for keyword in ("then", "else"):
        yield pair.old.sites(keyword), pair.new.sites(keyword)
    first, second = (Entries(view, "dependentSchemas") for view in (pair.old, pair.new))
    for name in first.keys() & second.keys():
        yield first[name], second[name]


def _all_branches(reader: SchemaReader, view: SchemaView) -> Iterator[Definition]:
    for union in unions_of(reader, view):
        for branch in union.branches:
            yield (branch,)
    yield view.sites("then")
    yield view.sites("else")
    yield from Entries(view, "dependentSchemas").values()
