"""What changed in the types that a schema allows?"""

from service.openapi_diff import json_types
from service.openapi_diff.json_types import ANY, FRACTION, NULL, SCALARS
from service.openapi_diff.lists_of_one import accepts_lists_of_one, takes_any_text
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import UNIONS, SchemaView


def compare_types(pair: SchemaPair) -> int:
    """Report what changed; answer the types that both sides allow, 0 where nothing is shared."""
    before, after = (bits & pair.context.types for bits in _types_of_both(pair))
    lost, gained = before & ~after, after & ~before
    both_listed = pair.new.values is not None and pair.old.values is not None
    untyped = ANY in (before, after)  # of which null is but one type that comes or goes
    if both_listed or (before & ~NULL and after & ~NULL and not untyped):
        _compare_null(pair, before, after)
        lost, gained = lost & ~NULL, gained & ~NULL
    if both_listed:
        return before | after  # the values themselves tell
    if pair.new.values is not None and before & after & ~NULL:
        lost = 0  # whoever lists the values says that the others are gone
    if pair.old.values is not None and before & after & ~NULL:
        gained = 0
    if (lost or gained) and not _is_told_by_multiples(pair, lost | gained):
        _report_change(pair, before, after, lost, gained)
    return before & after


def _is_told_by_multiples(pair: SchemaPair, types: int) -> bool:
    """Whether fractions come or go with a `multipleOf`, which has rules of its own.

    Those say nothing of a multiple of 1, which is what an integer is.
    """
    steps = (*pair.old.all_of("multipleOf"), *pair.new.all_of("multipleOf"))
    return types == FRACTION and pair.unchanged("type") and 1 not in steps


def report_types(pair: SchemaPair, before: int, after: int) -> None:
    """Report types that came or went as a whole; null apart from the others."""
    _compare_null(pair, before, after)
    lost, gained = before & ~after & ~NULL, after & ~before & ~NULL
    if lost or gained:
        _report_change(pair, before, after, lost, gained)


def _report_change(pair: SchemaPair, before: int, after: int, lost: int, gained: int) -> None:
    names = json_types.names(before), json_types.names(after)
    pair.report(_rule(pair, lost, gained), "type", before=names[0], after=names[1])


def _compare_null(pair: SchemaPair, before: int, after: int) -> None:
    if (before ^ after) & NULL:
        rule = "schema.nullable-added" if after & NULL else "schema.nullable-removed"
        pair.report(rule, "type", before=bool(before & NULL), after=bool(after & NULL))


def _rule(pair: SchemaPair, lost: int, gained: int) -> str:
    if not gained:
        return "schema.type-narrowed"
    if not lost:
        return "schema.type-widened"
    if pair.context.text and takes_any_text(pair.new, gained) and not lost & ~SCALARS:
        return "schema.type-textual-compatible"
    if accepts_lists_of_one(pair, lost, gained):
        return "schema.type-widened"
    return "schema.type-incompatible"


def _types_of_both(pair: SchemaPair) -> tuple[int, int]:
    """Types as declared; alternatives count where only one side has them, or the rest differs."""
    old, new = _own_types(pair.old), _own_types(pair.new)
    if not pair.old.has_unions and not pair.new.has_unions:
        return old, new
    walk = pair.desk.walk
    if old != new or pair.old.has_unions is not pair.new.has_unions:
        old &= _union_types(walk.base_schemas, pair.old)
        new &= _union_types(walk.revision_schemas, pair.new)
    elif pair.old.has_null_beside_unions or pair.new.has_null_beside_unions:
        old &= ~NULL | _union_types(walk.base_schemas, pair.old)
        new &= ~NULL | _union_types(walk.revision_schemas, pair.new)
    return old, new


def _own_types(view: SchemaView) -> int:
    bits = view.types
    if view.values is None:
        return bits
    found = bits & NULL
    for value in view.values.values():
        found |= json_types.type_of(value)
    return found


def _union_types(reader: SchemaReader, view: SchemaView) -> int:
    bits = json_types.ANY
    for keyword in UNIONS:
        bits &= reader.union_types(view, keyword)
    return bits
