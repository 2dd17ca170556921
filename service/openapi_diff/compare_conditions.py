"""What changed in `not`, and in `if`, `then` and `else`?"""

from service.openapi_diff.compare_values import share_nothing
from service.openapi_diff.concerned_types import concerned_types
from service.openapi_diff.description import Site
from service.openapi_diff.json_types import OBJECT
from service.openapi_diff.object_views import ObjectView, visibility
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import Part, SchemaView
from service.openapi_diff.text_languages import relate_texts
from service.openapi_diff.verdicts import Assumption, Cause, Effect
from service.openapi_diff.walk import BOTH

CONDITION_KEYWORDS = frozenset(("not", "if", "then", "else"))

# What is excluded and what is allowed move against each other.
_INVERSE = {
    Effect.NARROWED: Effect.WIDENED,
    Effect.WIDENED: Effect.NARROWED,
    Effect.CHANGED: Effect.UNKNOWN,  # the two exclusions may still differ in nothing allowed
}


def compare_conditions(pair: SchemaPair) -> None:
    _compare_negations(pair)
    _compare_conditionals(pair)


def _compare_negations(pair: SchemaPair) -> None:
    if pair.unchanged("not") or relate_texts(pair) is not None:
        return
    walk = pair.desk.walk
    before = _exclusions(pair, walk.base_schemas, pair.old)
    after = _exclusions(pair, walk.revision_schemas, pair.new)
    if len(before) != len(after):
        rule = "compose.not-added" if len(after) > len(before) else "compose.not-removed"
        doubt = Effect.UNKNOWN if before and after else None
        pair.report(rule, "not", effect=doubt, cause=Cause.NEGATION if doubt else None)
        return
    for old, new in zip(before, after, strict=True):
        effect = relate_definitions(pair, (old,), (new,))
        effect = _INVERSE.get(effect, effect)
        if effect is not Effect.NONE:
            rule = "compose.not-removed" if effect is Effect.WIDENED else "compose.not-added"
            cause = Cause.NEGATION if effect is Effect.UNKNOWN else None
            assumes = _assumed_of(pair, old, new)
            pair.report(rule, "not", effect=effect, cause=cause, assumes=assumes)


def _exclusions(pair: SchemaPair, reader: SchemaReader, view: SchemaView) -> list[Site]:
    """What is excluded of the types that can occur, and is not refused without that."""
    return [
        site
        for site in view.sites("not")
        if reader.reachable_types((site,)) & pair.types
        and not share_nothing(view, reader.view((site,)), pair.desk.walk.patterns)
        and not _is_of_others(pair, reader, view, site)
    ]


def _is_of_others(pair: SchemaPair, reader: SchemaReader, view: SchemaView, site: Site) -> bool:
    """Whether all objects have a property of another type than those that are excluded."""
    if reader.reachable_types((site,)) & pair.types != OBJECT:
        return False
    judge = pair.desk.walk.patterns
    here, there = ObjectView(view, judge), ObjectView(reader.view((site,)), judge)
    asked = [(here.schema_for(name), there.schema_for(name)) for name in here.required]
    return any(
        visibility(reader, kept) == visibility(reader, excluded) == BOTH
        and not reader.reachable_types(kept) & reader.reachable_types(excluded)
        for kept, excluded in asked
        if kept and excluded
    )


def _assumed_of(pair: SchemaPair, old: Site, new: Site) -> Assumption | None:
    """What is excluded was compared with the branches of a `oneOf` taken as apart."""
    walk = pair.desk.walk
    views = walk.base_schemas.view((old,)), walk.revision_schemas.view((new,))
    mixed = any("oneOf" in view.keywords for view in views)
    return Assumption.ONE_OF_BRANCHES_ARE_APART if mixed else None


def _compare_conditionals(pair: SchemaPair) -> None:
    before, after = _conditionals(pair.old), _conditionals(pair.new)
    if len(before) != len(after):
        before = _demanding(pair, pair.desk.walk.base_schemas, before)
        after = _demanding(pair, pair.desk.walk.revision_schemas, after)
    if len(before) != len(after):
        added = len(after) > len(before)
        rule = "compose.if-then-else-added" if added else "compose.if-then-else-removed"
        doubt = Effect.UNKNOWN if before and after else None
        pair.report(rule, "if", effect=doubt, cause=Cause.CONDITION if doubt else None)
        return
    for old, new in zip(before, after, strict=True):
        if not pair.desk.walk.unchanged.holds(old.value["if"], new.value["if"]):
            pair.report(
                "compose.if-then-else-added",
                "if",
                effect=Effect.UNKNOWN,
                cause=Cause.CONDITION,
            )
            continue
        for keyword in ("then", "else"):
            pair.enter(_branch(old, keyword), _branch(new, keyword))


def _conditionals(view: SchemaView) -> list[Part]:
    """The parts whose `if` has a consequence; an `if` alone says nothing."""
    return [
        part for part in view.keywords.get("if", ()) if "then" in part.value or "else" in part.value
    ]


def _demanding(pair: SchemaPair, reader: SchemaReader, parts: list[Part]) -> list[Part]:
    """Those that can refuse anything of these types; an `else` does so only where `if` can."""
    found = []
    for part in parts:
        asked, then, other = (
            concerned_types(reader, _branch(part, word)) for word in ("if", "then", "else")
        )
        if (then | (asked & other)) & pair.types:
            found.append(part)
    return found


def _branch(part: Part, keyword: str) -> tuple[Site, ...]:
    if keyword not in part.value:
        return ()
    return (Site(part.value[keyword], f"{part.pointer}/{keyword}"),)
