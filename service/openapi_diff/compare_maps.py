"""What changed for the properties that an object does not declare by name?"""

import re

from service.openapi_diff.concerned_types import concerned_types
from service.openapi_diff.description import Site
from service.openapi_diff.json_types import STRING
from service.openapi_diff.object_views import CLOSING, Entries, ObjectView
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import Definition, SchemaView
from service.openapi_diff.verdicts import Cause, Effect

MAP_KEYWORDS = frozenset(
    (
        *CLOSING,
        "patternProperties",
        "propertyNames",
        "dependentRequired",
        "dependentSchemas",
    )
)

_MOST_NAMES = 50  # of one pattern; a longer list takes the judge's patience


def compare_maps(pair: SchemaPair, old: ObjectView, new: ObjectView) -> None:
    if MAP_KEYWORDS.isdisjoint(pair.old.keywords) and MAP_KEYWORDS.isdisjoint(pair.new.keywords):
        return
    _compare_openness(pair, old, new)
    _compare_patterns(pair, old, new)
    _compare_dependent(pair)
    _compare_names(pair)
    _compare_dependencies(pair, old, new)


def _compare_openness(pair: SchemaPair, old: ObjectView, new: ObjectView) -> None:
    if old.is_closed or new.is_closed:
        if old.is_closed is not new.is_closed:
            keyword = next(name for name in (*CLOSING, "") if name in _closing_of(old, new))
            rule = "object.closed" if new.is_closed else "object.opened"
            pair.report(rule, keyword, before=not old.is_closed, after=not new.is_closed)
            _compare_with_branches(pair, old, new)
        return
    before, after = old.additional, new.additional
    if before and after:
        pair.enter(before, after)
    elif before or after:
        rule = f"object.additional-schema-{'added' if after else 'removed'}"
        pair.report(rule, "additionalProperties")
    else:
        pair.enter_remarks("additionalProperties")


def _compare_with_branches(pair: SchemaPair, old: ObjectView, new: ObjectView) -> None:
    """What a branch declares within a closed object may have had to keep to a schema for all."""
    for rule, closed, other, effect in (
        ("object.additional-schema-removed", new, old, Effect.MAYBE_WIDENED),
        ("object.additional-schema-added", old, new, Effect.MAYBE_NARROWED),
    ):
        if closed.is_opened_by_branches and other.additional:
            pair.report(rule, "additionalProperties", effect=effect, cause=Cause.CONDITION)


def _closing_of(old: ObjectView, new: ObjectView) -> set[str]:
    return {keyword for keyword, _ in (*old.closing_parts, *new.closing_parts)}


def _compare_patterns(pair: SchemaPair, old: ObjectView, new: ObjectView) -> None:
    before, after = old.pattern_properties, new.pattern_properties
    for pattern, definition in before.items():
        if pattern in after:
            pair.enter(definition, after[pattern])
        else:
            demands = any(map(pair.old.demands, definition))
            demands = demands and not _only_moves(pattern, new, old)
            effect = _effect_of_pattern(new, pattern, Effect.NARROWED, demands=demands)
            _report_pattern(pair, "object.pattern-properties-removed", pattern, effect)
    for pattern, definition in after.items():
        if pattern not in before:
            demands = any(map(pair.new.demands, definition))
            demands = demands and not _only_moves(pattern, old, new)
            effect = _effect_of_pattern(old, pattern, Effect.WIDENED, demands=demands)
            _report_pattern(pair, "object.pattern-properties-added", pattern, effect)


def _only_moves(pattern: str, declaring: ObjectView, using: ObjectView) -> bool:
    """Whether a pattern is found in no names but those that the other side has by name instead.

    These are compared as properties, with the pattern's schema where it took their place.
    """
    names = [
        name
        for name in declaring.properties
        if name not in using.properties and declaring.judge.matches(pattern, name)
    ]
    if not names or len(names) > _MOST_NAMES:
        return False
    listed = f"^(?:{'|'.join(map(re.escape, sorted(names)))})$"
    effect = declaring.judge.relate(pattern, listed)
    return effect in (Effect.NONE, Effect.WIDENED)


def _effect_of_pattern(
    without: ObjectView, pattern: str, closed: Effect, *, demands: bool
) -> Effect | None:
    """What a pattern does that only one side has, by what the other side does with its names.

    In an open object it restricts them, as the table says. Where the other side refuses them, they
    become possible or impossible: `closed`. Where it has other schemas for them, nobody can tell.
    """
    if not without.closing_parts:
        return None if demands else Effect.NONE
    named = any(without.judge.matches(pattern, name) is not False for name in without.properties)
    if without.is_closed and not named and not without.pattern_properties:
        return closed
    return Effect.UNKNOWN


def _report_pattern(pair: SchemaPair, rule: str, pattern: str, effect: Effect | None) -> None:
    if effect is Effect.NONE:
        return
    cause = Cause.COMBINATION if effect is Effect.UNKNOWN else None
    pair.report(rule, "patternProperties", subject=pattern, effect=effect, cause=cause)


def _compare_dependent(pair: SchemaPair) -> None:
    before = Entries(pair.old, "dependentSchemas")
    after = Entries(pair.new, "dependentSchemas")
    for name, definition in before.items():
        if name in after:
            pair.enter(definition, after[name])
        elif any(map(pair.old.demands, definition)):
            pair.report("object.dependent-schema-removed", "dependentSchemas", subject=name)
    for name, definition in after.items():
        if name not in before and any(map(pair.new.demands, definition)):
            pair.report("object.dependent-schema-added", "dependentSchemas", subject=name)


def _compare_names(pair: SchemaPair) -> None:
    walk = pair.desk.walk
    before, after = _names(walk.base_schemas, pair.old), _names(walk.revision_schemas, pair.new)
    if before and after:
        pair.enter(before, after)
    elif before or after:
        rule = f"object.property-names-{'added' if after else 'removed'}"
        pair.report(rule, "propertyNames")


def _names(reader: SchemaReader, view: SchemaView) -> Definition:
    """What the names must satisfy; that they are strings is said in vain, and what numbers are."""
    return tuple(
        site
        for site in view.sites("propertyNames")
        if site.value is False
        or (concerned_types(reader, (site,)) & STRING and not _allows_all_texts(reader, site))
    )


def _allows_all_texts(reader: SchemaReader, site: Site) -> bool:
    view = reader.view((site,))
    return view.keywords.keys() <= {"type"} and bool(view.types & STRING)


def _compare_dependencies(pair: SchemaPair, old: ObjectView, new: ObjectView) -> None:
    """What is required anyhow, a dependency neither adds nor takes away."""
    before, after = _dependencies(pair.old), _dependencies(pair.new)
    for rule, gone, always in (
        ("object.dependent-required-removed", before - after, new.required),
        ("object.dependent-required-added", after - before, old.required),
    ):
        for name, needed in sorted(gone):
            if needed not in always:
                pair.report(rule, "dependentRequired", subject=f"{name} requires {needed}")


def _dependencies(view: SchemaView) -> set[tuple[str, str]]:
    return {
        (name, needed)
        for value in view.all_of("dependentRequired")
        if isinstance(value, dict)
        for name, names in value.items()
        if isinstance(names, list)
        for needed in names
        if isinstance(needed, str) and needed != name
    }
