"""Does everything that is sent keep to a length or a count anyway, by what else a schema says?

Then setting or lifting the bound changes nothing for anybody.
"""

from typing import NamedTuple

from service.openapi_diff.json_types import BOOLEAN, NULL
from service.openapi_diff.object_views import ObjectView, visibility
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.verdicts import Assumption
from service.openapi_diff.walk import BOTH

# The shortest and the longest text of a format, by the RFCs that define them.
_LENGTHS: dict[str, tuple[int, int | None]] = {
    "uuid": (36, 36),
    "date": (10, 10),
    "date-time": (20, None),
    "time": (9, None),
    "duration": (3, None),
    "email": (3, None),
    "idn-email": (3, None),
    "hostname": (1, 253),
    "ipv4": (7, 15),
    "ipv6": (2, 45),
    "uri": (2, None),
    "iri": (2, None),
}


class Implied(NamedTuple):
    """The bound is met anyway, and what that rests on."""

    assumes: Assumption | None = None


def implied(pair: SchemaPair, keyword: str, bound: int, *, tighter: bool) -> Implied | None:
    """Why what is sent keeps to the bound that only one side has; None where it need not.

    Whoever sends keeps to the schema without the bound: the old one if it was tightened.
    """
    sender = pair.old if tighter else pair.new
    walk = pair.desk.walk
    reader = walk.base_schemas if tighter else walk.revision_schemas
    if keyword in ("minLength", "maxLength"):
        return _by_format(sender, keyword, bound)
    is_met = False
    if keyword == "minProperties":
        is_met = _count_of_required(pair, sender, reader) >= bound
    elif keyword == "maxProperties":
        most = _most_properties(pair, sender)
        is_met = most is not None and most <= bound
    elif keyword == "maxItems":
        most = _most_items(sender, reader)
        is_met = most is not None and most <= bound
    return Implied() if is_met else None


def _by_format(sender: SchemaView, keyword: str, bound: int) -> Implied | None:
    for name in sender.all_of("format"):
        least, most = _LENGTHS.get(name, (0, None)) if isinstance(name, str) else (0, None)
        if least >= bound if keyword == "minLength" else most is not None and most <= bound:
            return Implied(Assumption.FORMATS_ARE_ASSERTED)
    return None


def _count_of_required(pair: SchemaPair, sender: SchemaView, reader: SchemaReader) -> int:
    """How many properties are always there; what does not travel one way is not counted."""
    view = ObjectView(sender, pair.desk.walk.patterns)
    return sum(
        name not in view.properties or visibility(reader, view.properties[name]) == BOTH
        for name in view.required
    )


def _most_properties(pair: SchemaPair, sender: SchemaView) -> int | None:
    """How many properties there can be; None where their names are not all known."""
    view = ObjectView(sender, pair.desk.walk.patterns)
    if not view.is_closed or view.is_opened_by_branches or view.pattern_properties:
        return None
    return len(view.properties)


def _most_items(sender: SchemaView, reader: SchemaReader) -> int | None:
    """How many items there can be: those with a place of their own, or one of each value."""
    if any(rest is False for rest in sender.all_of("items")):
        return max((len(places) for places in sender.all_of("prefixItems")), default=0)
    if not sender.is_set("uniqueItems") or "prefixItems" in sender.keywords:
        return None
    if not all(isinstance(items, dict) for items in sender.all_of("items")):
        return None
    items = reader.view(sender.sites("items"))
    null = bool(items.types & NULL)
    if items.values is not None:
        return len(items.values) + null
    return 2 + null if items.types & ~NULL == BOOLEAN else None
