"""Is a single text of a query read as a list of one?

A list whose items are written under a key each (`tag=a&tag=b`) looks like a plain value where it
has one item: whoever sent the value is understood by those who now read a list.
"""

from dataclasses import replace

from service.openapi_diff.compare_annotations import ANNOTATIONS
from service.openapi_diff.compare_bounds import as_fraction
from service.openapi_diff.json_types import ARRAY, SCALARS, STRING
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import AS_TEXT, SchemaPair
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.verdicts import Effect

# Beside these keywords a list may ask for more than what one item is.
_READ = ANNOTATIONS | {"type", "nullable", "items", "minItems", "maxItems", "uniqueItems"}
_RESTRICTING_TEXT = frozenset(
    ("enum", "const", "pattern", "format", "minLength", "maxLength", "oneOf", "anyOf", "not", "if")
)


def accepts_lists_of_one(pair: SchemaPair, lost: int, gained: int) -> bool:
    """Whether each value of the types that are lost will do as the only item of the list gained."""
    if not pair.context.repeats or not gained & ARRAY or lost & ~SCALARS:
        return False
    if not _allows_one_item(pair.new):
        return False
    items = pair.new.sites("items")
    read = pair.desk.walk.revision_schemas.view(items)
    if takes_any_text(read, read.types):
        return True
    as_item = replace(pair, context=AS_TEXT._replace(types=lost))
    effect = relate_definitions(as_item, pair.old.definition, items)
    return effect in (Effect.NONE, Effect.WIDENED)


def takes_any_text(view: SchemaView, types: int) -> bool:
    """Whether a text of these types may be any: a number is a text as well, where it is written."""
    return bool(types & STRING) and _RESTRICTING_TEXT.isdisjoint(view.keywords)


def _allows_one_item(view: SchemaView) -> bool:
    if not all(keyword in _READ or keyword.startswith("x-") for keyword in view.keywords):
        return False
    least = [as_fraction(count) for count in view.all_of("minItems")]
    most = [as_fraction(count) for count in view.all_of("maxItems")]
    return all(count is not None and count <= 1 for count in least) and all(
        count is not None and count >= 1 for count in most
    )
