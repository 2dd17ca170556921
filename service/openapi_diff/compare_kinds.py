"""Do alternatives say of each JSON type what a plain schema says of it?"""

from typing import NamedTuple

from service.openapi_diff import json_types
from service.openapi_diff.compare_annotations import ANNOTATIONS
from service.openapi_diff.compare_types import report_types
from service.openapi_diff.compare_values import Values, compare_lists, possible_values
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import Definition, is_null
from service.openapi_diff.verdicts import Effect

_LISTING = ANNOTATIONS | {"type", "enum", "const", "nullable", "readOnly", "writeOnly"}
_KINDS = (
    json_types.NULL,
    json_types.BOOLEAN,
    json_types.OBJECT,
    json_types.ARRAY,
    json_types.STRING,
    json_types.NUMBER,
)


class Sides(NamedTuple):
    """A plain schema and the alternatives that stand for it on the other side."""

    plain: Definition
    branches: list[Definition]
    is_exclusive: bool  # oneOf: what two branches accept is refused
    turned: bool  # the alternatives are the base


class _Told(NamedTuple):
    """What is to be said of one type: two lists of values, or two definitions to compare."""

    kind: int
    lists: tuple[Values, Values] | None = None
    definitions: tuple[Definition, Definition] | None = None


def compare_kinds(pair: SchemaPair, sides: Sides) -> bool:
    """Compare type by type; answer whether all could be told. If not, nothing is reported."""
    walk = pair.desk.walk
    own, other = walk.base_schemas, walk.revision_schemas
    if sides.turned:
        own, other = other, own
    plain = own.reachable_types(sides.plain) & pair.context.types
    united = 0
    told: list[_Told] = []
    for kind in _KINDS:
        branches = [one for one in sides.branches if other.reachable_types(one) & kind]
        if not branches or not kind & pair.context.types:
            continue
        united |= kind
        found = _tell(pair, sides, kind, branches) if plain & kind else _Told(kind)
        if found is None:
            return False
        told.append(found)
    shown = sum(kind for kind in _KINDS if kind & plain)
    report_types(pair, *((united, shown) if sides.turned else (shown, united)))
    for found in told:
        _say(pair, sides, found)
    return True


def _tell(pair: SchemaPair, sides: Sides, kind: int, branches: list[Definition]) -> _Told | None:
    """What there is to say of one type that both sides allow; None where it cannot be told."""
    if kind == json_types.NULL and any(is_null(branch[0].value) for branch in branches):
        return None if sides.is_exclusive and len(branches) > 1 else _Told(kind)
    if len(branches) == 1:
        return _Told(kind, definitions=(sides.plain, branches[0]))
    lists = _lists(pair, sides, kind, branches)
    if lists is not None:
        return _Told(kind, lists=lists)
    inside = Effect.WIDENED if sides.turned else Effect.NARROWED
    within = pair.within(kind)
    relations = [
        relate_definitions(within, *_in_order(sides, sides.plain, branch)) for branch in branches
    ]
    is_same = Effect.NONE in relations and set(relations) <= {Effect.NONE, inside}
    return _Told(kind) if is_same and not sides.is_exclusive else None


def _lists(
    pair: SchemaPair, sides: Sides, kind: int, branches: list[Definition]
) -> tuple[Values, Values] | None:
    """The values of one type on both sides, where both list them."""
    walk = pair.desk.walk
    own, other = walk.base_schemas, walk.revision_schemas
    if sides.turned:
        own, other = other, own
    plain = _listed(own, sides.plain, kind)
    alternatives = [_listed(other, branch, kind) for branch in branches]
    if plain is None:
        return None
    union: Values = {}
    twice = set()
    for values in alternatives:
        if values is None:
            return None
        twice.update(union.keys() & values.keys())
        union.update(values)
    if sides.is_exclusive:
        union = {key: value for key, value in union.items() if key not in twice}
    return (union, plain) if sides.turned else (plain, union)


def _listed(reader: SchemaReader, definition: Definition, kind: int) -> Values | None:
    """The values that a schema lists which says nothing else about them."""
    view = reader.view(definition)
    says_more = any(
        keyword not in _LISTING and not keyword.startswith("x-") for keyword in view.keywords
    )
    return None if says_more else possible_values(view, kind)


def _say(pair: SchemaPair, sides: Sides, told: _Told) -> None:
    if told.lists is not None:
        compare_lists(pair, *told.lists)
    elif told.definitions is not None:
        pair.enter_as(*_in_order(sides, *told.definitions), told.kind)


def _in_order(sides: Sides, plain: Definition, branch: Definition) -> tuple[Definition, Definition]:
    return (branch, plain) if sides.turned else (plain, branch)
