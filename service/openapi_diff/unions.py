"""Which alternatives does a schema have, and which of them overlap?"""

from typing import NamedTuple

from service.openapi_diff.branch_matching import MAX_QUESTIONS, are_apart, match_branches
from service.openapi_diff.description import Site
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import UNIONS, SchemaView
from service.openapi_diff.verdicts import Assumption, Effect
from service.openapi_diff.walk import Walk


class Union(NamedTuple):
    """One list of alternatives."""

    keyword: str
    branches: list[Site]


def unions_of(reader: SchemaReader, view: SchemaView) -> list[Union]:
    return [
        Union(keyword, branches)
        for keyword in UNIONS
        for branches in reader.unions(view, keyword)
        if branches
    ]


def stands_apart(walk: Walk, site: Site, union: Union, *, reader: SchemaReader) -> bool:
    """Whether it is certain that a branch shares nothing with those beside it that matters."""
    others = [other for other in union.branches if other.pointer != site.pointer]
    return union.keyword == "anyOf" or (
        len(others) <= MAX_QUESTIONS
        and all(are_apart(walk, site, other, reader=reader) for other in others)
    )


def effect_of_added(
    pair: SchemaPair, site: Site, before: Union, after: Union
) -> tuple[Effect, Assumption | None]:
    """What a further branch does, by how the known branches relate to it."""
    relations = {relate_definitions(pair, (known,), (site,)) for known in before.branches}
    wins_nothing = not relations.isdisjoint((Effect.NARROWED, Effect.NONE))
    if after.keyword == "anyOf":
        return Effect.NONE if wins_nothing else Effect.WIDENED, None
    overlaps = not relations.isdisjoint((Effect.NARROWED, Effect.NONE, Effect.WIDENED))
    if overlaps and _refused_all(pair, before, after):
        effect = Effect.NONE if wins_nothing else Effect.WIDENED
        return effect, Assumption.CLIENTS_SEND_DECLARED
    if wins_nothing:
        return Effect.NARROWED, None  # what both accept is now refused, and nothing is won
    return Effect.CHANGED if Effect.WIDENED in relations else Effect.WIDENED, None


def _refused_all(pair: SchemaPair, before: Union, after: Union) -> bool:
    """Whether each branch of a `oneOf` was within another one, so that it never counted."""
    if before.keyword != "oneOf" or len(before.branches) ** 2 > MAX_QUESTIONS:
        return False
    matched, _, _ = match_branches(pair, before.branches, after.branches)
    # What the branch accepts now it accepted before, so that it may stand for what it was.
    kept = [
        (old, new)
        for old, new in matched
        if relate_definitions(pair, (old,), (new,)) in (Effect.NONE, Effect.NARROWED)
    ]
    return all(
        any(
            relate_definitions(pair, (known,), (new,), as_instances=True)
            in (Effect.NONE, Effect.WIDENED)
            for old, new in kept
            if old.pointer != known.pointer
        )
        for known in before.branches
    )
