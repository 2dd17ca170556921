"""Values of which types can a schema refuse?

`required` says nothing of texts, so where an `if` asks for no more than that its `else` never
judges one.
"""

from service.openapi_diff.compare_annotations import ANNOTATIONS
from service.openapi_diff.json_types import ANY, ARRAY, NUMBER, OBJECT, STRING
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import Definition

_KEYWORDS = {
    STRING: ("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"),
    NUMBER: ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    STRING | NUMBER: ("format",),
    OBJECT: (
        *("properties", "required", "additionalProperties", "patternProperties", "propertyNames"),
        *("minProperties", "maxProperties", "dependentRequired", "dependentSchemas"),
        "unevaluatedProperties",
    ),
    ARRAY: (
        *("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"),
        *("contains", "minContains", "maxContains"),
    ),
}
_TYPES = {keyword: types for types, keywords in _KEYWORDS.items() for keyword in keywords}


def concerned_types(reader: SchemaReader, definition: Definition) -> int:
    """The types of which anything may be refused; rather too many."""
    found = 0
    for site in definition:
        if reader.demands(site):
            view = reader.view((site,))
            if view.impossible or view.is_cut or view.nowhere:
                return ANY
            for keyword in view.keywords.keys() - ANNOTATIONS:
                found |= _TYPES.get(keyword, ANY)
    return found
