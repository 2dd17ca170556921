"""Is something else left over for the keywords that judge what no other schema has looked at?"""

from service.openapi_diff.branch_matching import match_branches
from service.openapi_diff.compare_unions import unions_of
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import UNIONS
from service.openapi_diff.verdicts import Cause, Effect

_CONDITIONS = {"if", "then", "else", "dependentSchemas"}
_JUDGES = (
    ("unevaluatedProperties", "object.closed", _CONDITIONS),
    ("unevaluatedItems", "array.unevaluated-items", _CONDITIONS | {"contains"}),
)


def compare_leftovers(pair: SchemaPair, changed: set[str]) -> None:
    """Say that nobody can tell where a schema that looks at more, or at less, has changed."""
    for judge, rule, lookers in _JUDGES:
        kept = judge in pair.old.keywords and judge in pair.new.keywords
        if kept and (changed & lookers or _alternatives_differ(pair, changed)):
            pair.report(rule, judge, effect=Effect.UNKNOWN, cause=Cause.COMBINATION)


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
