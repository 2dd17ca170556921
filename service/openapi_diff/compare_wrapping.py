"""Did a plain schema become one of several alternatives, or the only one left?"""

from typing import Any

from service.openapi_diff.compare_annotations import ANNOTATIONS
from service.openapi_diff.compare_kinds import Sides, compare_kinds
from service.openapi_diff.description import Description, Site
from service.openapi_diff.pointers import join
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import UNIONS, Definition, SchemaView
from service.openapi_diff.unions import Union, unions_of
from service.openapi_diff.verdicts import Assumption, Cause, Effect

# Beside these a schema of alternatives says nothing else.
_BESIDE = ANNOTATIONS | {*UNIONS, "type", "nullable", "x-nullable", "readOnly", "writeOnly"}
_IN_PLACE = ("allOf", *UNIONS)
_LOOKING = frozenset(("unevaluatedProperties", "unevaluatedItems"))
_UNFOLDED = frozenset(("$ref", *_IN_PLACE))
_MAX_BRANCHES = 64
_MAX_MIXED = 16
# Where the branches as a whole do not tell, type by type they may.
_OPEN = (None, Effect.MAYBE_NARROWED, Effect.MAYBE_WIDENED)


def compare_wrapping(pair: SchemaPair, base: Definition, revision: Definition) -> bool:
    """Compare if just one side is made of alternatives; answer whether that was all to be said."""
    if not (pair.old.has_unions or pair.new.has_unions):
        return False
    walk = pair.desk.walk
    old = unions_of(walk.base_schemas, pair.old)
    new = unions_of(walk.revision_schemas, pair.new)
    if len(old) + len(new) != 1 or len((old or new)[0].branches) > _MAX_BRANCHES:
        return False
    if new and _is_pure(pair.new):
        return _compare_wrapped(pair, base, new[0])
    if old and _is_pure(pair.old):
        return _compare_unwrapped(pair, old[0], revision)
    if new:
        return _compare_mixed(pair, pair.new, new[0], base, turned=False)
    return _compare_mixed(pair, pair.old, old[0], revision, turned=True)


def _is_pure(view: SchemaView) -> bool:
    return all(keyword in _BESIDE or keyword.startswith("x-") for keyword in view.keywords)


def _compare_wrapped(pair: SchemaPair, base: Definition, union: Union) -> bool:
    if _is_endless(pair.desk.revision, union, pair.new.pointer):
        return _report_open(pair, union, "compose.wrapped-in-one-of")
    definitions = _branches(pair.new, union)
    sides = Sides(base, definitions, union.keyword == "oneOf", turned=False)
    if _are_lists(pair.desk.walk.revision_schemas, sides) and compare_kinds(pair, sides):
        return True
    relations = [relate_definitions(pair, base, branch) for branch in definitions]
    if union.keyword == "oneOf" and _overlap(relations, inside=Effect.NARROWED):
        pair.report("compose.wrapped-in-one-of", "oneOf", effect=Effect.CHANGED)
        return True
    effect, chosen = _judge(relations, definitions, inside=Effect.NARROWED, around=Effect.WIDENED)
    if effect in _OPEN and compare_kinds(pair, sides):
        return True
    if effect is None:
        return _report_open(pair, union, "compose.wrapped-in-one-of")
    if chosen is not None:
        pair.enter(base, chosen)
    if effect is not Effect.NONE:
        assumes = Assumption.ONE_OF_BRANCHES_ARE_APART if union.keyword == "oneOf" else None
        pair.report("compose.wrapped-in-one-of", union.keyword, effect=effect, assumes=assumes)
    return True


def _compare_unwrapped(pair: SchemaPair, union: Union, revision: Definition) -> bool:
    kind = "one-of" if union.keyword == "oneOf" else "any-of"
    rule = f"compose.{kind}-branch-removed"
    if _is_endless(pair.desk.base, union, pair.old.pointer):
        return _report_open(pair, union, rule)
    definitions = _branches(pair.old, union)
    sides = Sides(revision, definitions, kind == "one-of", turned=True)
    if _are_lists(pair.desk.walk.base_schemas, sides) and compare_kinds(pair, sides):
        return True
    relations = [relate_definitions(pair, branch, revision) for branch in definitions]
    effect, chosen = _judge(relations, definitions, inside=Effect.WIDENED, around=Effect.NARROWED)
    if kind == "one-of" and _overlap(relations, inside=Effect.WIDENED):
        pair.report(rule, "oneOf", before=_written(union), effect=Effect.CHANGED)
        return True
    if effect in _OPEN and compare_kinds(pair, sides):
        return True
    if effect is None:
        return _report_open(pair, union, rule)
    if chosen is not None:
        pair.enter(chosen, revision)
    if effect is not Effect.NONE:
        assumes = Assumption.ONE_OF_BRANCHES_ARE_APART if kind == "one-of" else None
        before = _written(union)
        pair.report(rule, union.keyword, before=before, effect=effect, assumes=assumes)
    return True


def _are_lists(reader: SchemaReader, sides: Sides) -> bool:
    """Whether the branches of a `oneOf` list their values: what two of them list, it refuses."""
    return sides.is_exclusive and all(
        reader.view(branch).values is not None for branch in sides.branches
    )


def _compare_mixed(
    pair: SchemaPair, view: SchemaView, union: Union, plain: Definition, *, turned: bool
) -> bool:
    """Compare where alternatives stand beside other demands, if the whole is told by its branches.

    Otherwise nothing is reported: keyword by keyword it can be said what was added or removed.
    """
    definitions = _branches_with_rest(view, union)
    if not definitions:
        return False
    relations = [
        relate_definitions(pair, *((branch, plain) if turned else (plain, branch)))
        for branch in definitions
    ]
    inside, around = Effect.NARROWED, Effect.WIDENED
    if turned:
        inside, around = around, inside
    is_exclusive = union.keyword == "oneOf"
    if is_exclusive and _overlap(relations, inside=inside):
        return False
    effect, _ = _judge(relations, definitions, inside=inside, around=around)
    if effect is Effect.NONE:
        return True
    sides = Sides(plain, definitions, is_exclusive, turned=turned)
    return effect in _OPEN and compare_kinds(pair, sides)


def _written(union: Union) -> list[Any]:
    """The alternatives as they stand in the document."""
    return [branch.value for branch in union.branches]


def _branches_with_rest(view: SchemaView, union: Union) -> list[Definition]:
    """Each branch with all that stands beside the alternatives; none where that says more than
    the two together: what no schema has looked at is another thing for a branch alone."""
    if not _LOOKING.isdisjoint(view.keywords) or any(part.or_null for part in view.parts):
        return []
    if len(union.branches) > _MAX_MIXED:
        return []
    rest = tuple(
        Site({key: said for key, said in part.value.items() if key not in _UNFOLDED}, part.pointer)
        for part in view.parts
    )
    return [(branch, *rest) for branch in union.branches]


def _overlap(relations: list[Effect], *, inside: Effect) -> bool:
    """Whether two branches of a `oneOf` both accept something that the plain schema accepts."""
    around = Effect.WIDENED if inside is Effect.NARROWED else Effect.NARROWED
    covering = sum(relation in (Effect.NONE, around) for relation in relations)
    return covering > 1 or (covering == 1 and inside in relations)


def _judge(
    relations: list[Effect],
    definitions: list[Definition],
    *,
    inside: Effect,
    around: Effect,
) -> tuple[Effect | None, Definition | None]:
    """What the whole step does, and the branch whose own differences are worth telling.

    `inside` relates a plain schema to a branch that accepts less than it, `around` to one that
    accepts more. No answer where no branch is like the plain schema.
    """
    if Effect.NONE in relations:
        rest = set(relations) - {Effect.NONE, inside}
        return (around if rest else Effect.NONE), None
    if around in relations:
        return around, definitions[relations.index(around)]
    if set(relations) == {inside}:
        # Each branch accepts less than the plain schema; together they might accept as much.
        maybe = Effect.MAYBE_NARROWED if inside is Effect.NARROWED else Effect.MAYBE_WIDENED
        return (inside if len(relations) == 1 else maybe), None
    return None, None


def _report_open(pair: SchemaPair, union: Union, rule: str) -> bool:
    """Several branches might be meant."""
    before = _written(union) if rule.endswith("-removed") else None
    unknown, cause = Effect.UNKNOWN, Cause.ALTERNATIVES
    pair.report(rule, union.keyword, before=before, effect=unknown, cause=cause)
    return True


def _is_endless(description: Description, union: Union, own: str) -> bool:
    """Whether a branch is the schema itself again, for the same instance: that means nothing."""
    waiting = list(union.branches)
    seen: set[str] = set()
    while waiting:
        site = waiting.pop()
        if site.pointer == own:
            return True
        if site.pointer in seen:
            continue
        seen.add(site.pointer)
        reference = site.get("$ref")
        target = description.locate(reference) if isinstance(reference, str) else None
        waiting.extend([] if target is None else [target])
        waiting.extend(branch for keyword in _IN_PLACE for branch in site.items(keyword))
    return False


def _branches(view: SchemaView, union: Union) -> list[Definition]:
    """The branches, each with the types that stand beside them."""
    beside: list[Site] = []
    for part in view.keywords.get("type", ()):
        types: dict[str, Any] = {"type": part.value["type"]}
        if part.value.get("nullable") is True:
            types["nullable"] = True
        beside.append(Site(types, join(part.pointer, "type")))
    return [(branch, *beside) for branch in union.branches]
