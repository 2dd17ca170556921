"""What changed in the alternatives of a schema?"""

from service.openapi_diff import json_types
from service.openapi_diff.branch_matching import (
    MAX_QUESTIONS,
    are_apart,
    match_branches,
)
from service.openapi_diff.description import Site
from service.openapi_diff.implied_unions import Implied, held_before, holds_still
from service.openapi_diff.number_ranges import cover
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import Definition, is_null
from service.openapi_diff.unions import Union, effect_of_added, stands_apart, unions_of
from service.openapi_diff.verdicts import Assumption, Effect

_RULES = {"oneOf": "compose.one-of-branch", "anyOf": "compose.any-of-branch"}


def compare_unions(pair: SchemaPair) -> None:
    walk = pair.desk.walk
    old = unions_of(walk.base_schemas, pair.old)
    new = unions_of(walk.revision_schemas, pair.new)
    pair = pair.within(pair.types)
    for before, after in zip(old, new, strict=False):
        _compare_union(pair, before, after)
    for union in new[len(old) :]:
        _report_whole(pair, "compose.all-of-added", union, held_before(pair, union))
    for union in old[len(new) :]:
        _report_whole(pair, "compose.all-of-removed", union, holds_still(pair, union))


def _report_whole(pair: SchemaPair, rule: str, union: Union, implied: Implied) -> None:
    """Alternatives that came or went as a whole; the rest may ask for them anyway."""
    effect = Effect.NONE if implied.holds else None
    keyword, assumes = union.keyword, implied.assumes
    pair.report(rule, keyword, subject=keyword, effect=effect, assumes=assumes)


def _compare_union(pair: SchemaPair, before: Union, after: Union) -> None:
    matched, removed, added = match_branches(pair, before.branches, after.branches)
    for old, new in matched:
        if not _is_covered(pair, (old, new), before, after):
            _enter(pair, (old,), (new,))
    if before.keyword != after.keyword:
        _compare_keyword(pair, before, after)
    _compare_overlaps(pair, matched, before, after)
    for site in removed:
        if not (is_null(site.value) and pair.new.has_null_beside_unions):
            _report_removed(pair, site, before, after, rivals=len(removed))
    for site in added:
        if not (is_null(site.value) and pair.old.has_null_beside_unions):
            _report_added(pair, site, before, after, rivals=len(added))


def _is_covered(pair: SchemaPair, branch: tuple[Site, Site], before: Union, after: Union) -> bool:
    """Whether other branches accept all of what this one accepts, before and after.

    Then its change is none: the text beside a list of the texts known so far. Asked of plain values
    only, for an open object accepts more than is meant.
    """
    old, new = branch
    walk = pair.desk.walk
    others = len(before.branches) + len(after.branches)
    if before.keyword != "anyOf" or after.keyword != "anyOf" or others > MAX_QUESTIONS:
        return False
    if walk.unchanged.holds(old.value, new.value):
        return False
    types = walk.base_schemas.reachable_types((old,)) | walk.revision_schemas.reachable_types(
        (new,)
    )
    if types & (json_types.OBJECT | json_types.ARRAY):
        return False
    is_kept = any(
        relate_definitions(pair, (old,), (kept,)) in (Effect.NONE, Effect.WIDENED)
        for kept in after.branches
        if kept.pointer != new.pointer
    )
    return (is_kept or _are_numbers_kept(pair, old, after)) and any(
        relate_definitions(pair, (known,), (new,)) in (Effect.NONE, Effect.NARROWED)
        for known in before.branches
    )


def _are_numbers_kept(pair: SchemaPair, old: Site, after: Union) -> bool:
    """Whether the alternatives together accept the numbers of one that was there."""
    walk = pair.desk.walk
    kept = [walk.revision_schemas.view((site,)) for site in after.branches]
    return cover(kept, walk.base_schemas.view((old,)))


def _enter(pair: SchemaPair, old: Definition, new: Definition) -> None:
    """What branches say of types that the schema around them refuses is not compared."""
    types = pair.context.types
    walk = pair.desk.walk
    possible = walk.base_schemas.reachable_types(old) | walk.revision_schemas.reachable_types(new)
    pair.enter_as(old, new, types if possible & ~types else json_types.ANY)


def _compare_keyword(pair: SchemaPair, before: Union, after: Union) -> None:
    """`oneOf` refuses what two branches accept; where no two do, `anyOf` says the same."""
    branches = before.branches
    known = len(branches) ** 2 <= MAX_QUESTIONS * 4 and all(
        are_apart(pair.desk.walk, one, other, reader=pair.desk.walk.base_schemas)
        for place, one in enumerate(branches)
        for other in branches[:place]
    )
    if not known:
        pair.report(
            "compose.one-of-branch-changed",
            after.keyword,
            before=before.keyword,
            after=after.keyword,
            effect=Effect.NONE,
            assumes=Assumption.ONE_OF_BRANCHES_ARE_APART,
        )


def _compare_overlaps(
    pair: SchemaPair, matched: list[tuple[Site, Site]], before: Union, after: Union
) -> None:
    """A branch of a `oneOf` that accepts more takes away from those that it overlaps."""
    walk = pair.desk.walk
    for old, new in matched:
        if (
            not walk.unchanged.holds(old.value, new.value)
            and not (
                stands_apart(walk, old, before, reader=walk.base_schemas)
                and stands_apart(walk, new, after, reader=walk.revision_schemas)
            )
            and relate_definitions(pair, (old,), (new,)) is not Effect.NONE
        ):
            pair.report(
                "compose.one-of-branch-changed",
                after.keyword,
                effect=Effect.NONE,
                assumes=Assumption.ONE_OF_BRANCHES_ARE_APART,
            )
            return


def _report_removed(
    pair: SchemaPair, site: Site, before: Union, after: Union, *, rivals: int
) -> None:
    effect = Effect.NARROWED
    if rivals * len(after.branches) <= MAX_QUESTIONS:
        for kept in after.branches:
            if relate_definitions(pair, (site,), (kept,)) in (Effect.NONE, Effect.WIDENED):
                # What the branch accepted, another one accepts. As long as it stood beside that
                # one in a oneOf, it only took away from it.
                effect = Effect.NONE if before.keyword == "anyOf" else Effect.WIDENED
                break
    walk = pair.desk.walk
    assumes = None
    if effect is Effect.NARROWED and not stands_apart(walk, site, before, reader=walk.base_schemas):
        assumes = Assumption.ONE_OF_BRANCHES_ARE_APART
    pair.report(
        f"{_RULES[before.keyword]}-removed",
        before.keyword,
        before=site.value,
        subject=_name(site),
        effect=effect,
        assumes=assumes,
    )


def _report_added(
    pair: SchemaPair, site: Site, before: Union, after: Union, *, rivals: int
) -> None:
    effect: Effect = Effect.WIDENED
    assumes = None
    if rivals * len(before.branches) <= MAX_QUESTIONS:
        effect, assumes = effect_of_added(pair, site, before, after)
    walk = pair.desk.walk
    if effect is Effect.WIDENED and not stands_apart(
        walk, site, after, reader=walk.revision_schemas
    ):
        assumes = Assumption.ONE_OF_BRANCHES_ARE_APART
    pair.report(
        f"{_RULES[after.keyword]}-added",
        after.keyword,
        after=site.value,
        subject=_name(site),
        effect=effect,
        assumes=assumes,
    )


def _name(site: Site) -> str:
    reference = site.get("$ref")
    if isinstance(reference, str):
        return reference.rsplit("/", 1)[-1]
    title = site.get("title")
    if isinstance(title, str):
        return title
    return " or ".join(json_types.names(json_types.declared(site.get("type"))))
