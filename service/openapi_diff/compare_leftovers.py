"""Is something else left over for the keywords that judge what no other schema has looked at?"""

from service.openapi_diff.branch_matching import match_branches
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import UNIONS, SchemaView
from service.openapi_diff.unions import unions_of
from service.openapi_diff.verdicts import Cause, Effect

_CONDITIONS = {"if", "then", "else", "dependentSchemas"}
_JUDGES = (
    (
        "unevaluatedProperties",
        "object.closed",
        _CONDITIONS,
        {"properties", "patternProperties", "additionalProperties"},
    ),
    (
        "unevaluatedItems",
        "array.unevaluated-items",
        _CONDITIONS | {"contains"},
        {"items", "prefixItems"},
    ),
)


def compare_leftovers(pair: SchemaPair, changed: set[str]) -> None:
    """Say that nobody can tell where a schema that looks at more, or at less, has changed."""
    for judge, rule, lookers, neighbours in _JUDGES:
        kept = judge in pair.old.keywords and judge in pair.new.keywords
        if not kept:
            continue
        is_blind = changed & neighbours and any(
            _judges_a_part(view, judge, neighbours) for view in (pair.old, pair.new)
        )
        if is_blind or changed & lookers or _alternatives_differ(pair, changed):
            pair.report(rule, judge, effect=Effect.UNKNOWN, cause=Cause.COMBINATION)


def _judges_a_part(view: SchemaView, judge: str, neighbours: set[str]) -> bool:
    """Whether a part of an `allOf` judges, which does not see what the parts beside it look at.

    JSON Schema 2020-12, section 11: annotations of adjacent subschemas only.
    """
    lookers = [part for part in view.parts if not neighbours.isdisjoint(part.value)]
    return any(
        part is not view.parts[0] and any(other is not part for other in lookers)
        for part in view.keywords[judge]
    )


def _alternatives_differ(pair: SchemaPair, changed: set[str]) -> bool:
    if changed.isdisjoint(UNIONS):
        return False
    walk = pair.desk.walk
    old = unions_of(walk.base_schemas, pair.old)
    new = unions_of(walk.revision_schemas, pair.new)
    if len(old) != len(new):
        return True
    for before, after in zip(old, new, strict=True):
        matched, removed, added = match_branches(pair, before.branches, after.branches)
        if removed or added:
            return True
        if any(
            relate_definitions(pair, (one,), (other,)) is not Effect.NONE for one, other in matched
        ):
            return True
    return False
