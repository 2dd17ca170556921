"""How does a schema of any OpenAPI version read as JSON Schema 2020-12?

As the engine reads it, so that both speak of the same sets: `nullable` adds null to `type` and to
`enum`; booleans beside limits make these exclusive; before 3.1 a reference stands alone; what does
not travel in a direction (`readOnly` in requests, `writeOnly` in responses) is neither required nor
restricted there; numeric formats are limits; formats are asserted. References keep their place:
`{"$ref": "base#/components/schemas/Pet"}` names the document and the pointer. Keywords of our own:

- `x-at`: the pointer of the schema object, by which a branch of an alternative is named;
- `x-title`: the title, by which a branch without a reference is known;
- `x-unsupported`: why nobody can be asked about this schema;
- `x-format`: a format whose meaning is not known;
- `x-discriminator`: the property's name and the schema of each known value;
- `contentEncoding`, `contentMediaType` and `x-extensible-enum` stay, as remarks.
"""

from typing import Any

from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.object_views import visibility
from service.openapi_diff.pointers import MISSING, join, resolve
from service.openapi_diff.proofs import Side
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.verdicts import Direction
from service.openapi_diff.walk import REQUEST, RESPONSE
from service.openapi_witnesses.effort import Unsupported
from service.openapi_witnesses.formats import HINTS, NUMERIC_LIMITS, is_known

Schema = dict[str, Any] | bool

_DEEPEST = 120  # levels of one schema; documents that were read have at most 100
_TYPES = frozenset(("null", "boolean", "object", "array", "string", "integer", "number"))
_COUNTS = (
    *("maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"),
    *("minContains", "maxContains"),
)
_SINGLE = (
    *("not", "if", "then", "else", "contains", "propertyNames"),
    *("additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
)
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAPS = ("patternProperties", "dependentSchemas")
_TEXTS = ("pattern", "contentEncoding", "contentMediaType")
_LIMITS = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
# Without any of these a schema has nothing to translate of their kind, as most have not.
_HOLDING = frozenset((*_SINGLE, *_LISTS, *_MAPS, "items"))
_DECLARING = frozenset(("properties", "required", "dependentRequired"))
_LIMITING = frozenset((*_COUNTS, *_LIMITS[0], *_LIMITS[1], "multipleOf", "uniqueItems", "format"))
_NOT_FOLLOWED = ("$dynamicRef", "$recursiveRef")


class Library:
    """The schemas of one document as they hold in one direction, each translated once."""

    def __init__(self, side: Side, description: Description, direction: Direction) -> None:
        self.side = side
        self.description = description
        self._passes = REQUEST if direction is Direction.REQUEST else RESPONSE
        self._reader = SchemaReader(description)
        self._schemas: dict[str, Schema] = {}

    def reference(self, pointer: str) -> Schema:
        """A schema that refers to the one at `pointer`."""
        return {"$ref": f"{self.side.value}#{pointer}"}

    def at(self, pointer: str) -> Schema:
        """The translated schema at `pointer`; raises Unsupported where none is."""
        if pointer not in self._schemas:
            value = resolve(self.description.document, pointer)
            if value is MISSING:
                raise Unsupported(pointer)
            self._schemas[pointer] = self.translate(Site(value, pointer))
        return self._schemas[pointer]

    def travels(self, site: Site) -> bool:
        """Whether a property with this schema is part of messages in this direction."""
        return bool(visibility(self._reader, (site,)) & self._passes)

    def translate(self, site: Site, depth: int = 0) -> Schema:
        """A schema and all that stands inside it; what it refers to is only named."""
        if isinstance(site.value, bool):
            return site.value
        if not isinstance(site.value, dict):
            return True
        if depth > _DEEPEST:
            raise Unsupported(site.pointer)
        found: dict[str, Any] = {"x-at": site.pointer}
        reference = site.value.get("$ref")
        if isinstance(reference, str):
            self._add_reference(found, reference)
            if self.description.dialect is not Dialect.OPENAPI_3_1:
                return found
        if any(keyword in site.value for keyword in _NOT_FOLLOWED):
            found["x-unsupported"] = "dynamic reference"
        if isinstance(site.value.get("title"), str):
            found["x-title"] = site.value["title"]
        self._add_values(found, site.value)
        _add_limits(found, site.value)
        self._add_schemas(found, site, depth + 1)
        self._add_properties(found, site, depth + 1)
        self._add_discriminator(found, site)
        return found

    def _add_reference(self, found: dict[str, Any], reference: str) -> None:
        target = self.description.locate(reference)
        if target is None:
            found["x-unsupported"] = "reference"
        else:
            found["$ref"] = f"{self.side.value}#{target.pointer}"

    def _add_values(self, found: dict[str, Any], value: dict[str, Any]) -> None:
        nullable = self.description.dialect is not Dialect.OPENAPI_3_1 and (
            value.get("nullable") is True or value.get("x-nullable") is True
        )
        types = _types(value.get("type"))
        if types:
            found["type"] = [*types, "null"] if nullable and "null" not in types else types
        for keyword in ("enum", "x-extensible-enum"):
            if isinstance(value.get(keyword), list):
                found[keyword] = value[keyword]
        if nullable and "enum" in found and None not in found["enum"]:
            found["enum"] = [*found["enum"], None]
        if "const" in value:
            found["const"] = value["const"]
        for keyword in _TEXTS:
            if isinstance(value.get(keyword), str):
                found[keyword] = value[keyword]

    def _add_schemas(self, found: dict[str, Any], site: Site, depth: int) -> None:
        value = site.value
        if _HOLDING.isdisjoint(value):
            return
        for keyword in _SINGLE:
            if isinstance(value.get(keyword), dict | bool):
                found[keyword] = self.translate(site.child(keyword), depth)
        for keyword in _LISTS:
            members = [self.translate(member, depth) for member in site.items(keyword)]
            if members:  # a numeric format has made an `allOf` already
                found[keyword] = [*found.get(keyword, ()), *members]
        for keyword in _MAPS:
            entries = site.entries(keyword).items()
            if entries:
                found[keyword] = {name: self.translate(one, depth) for name, one in entries}
        self._add_items(found, site, depth)

    def _add_items(self, found: dict[str, Any], site: Site, depth: int) -> None:
        """Before 2020-12 a list of schemas stood under `items`."""
        items = site.get("items")
        if isinstance(items, list):
            found["prefixItems"] = [self.translate(item, depth) for item in site.items("items")]
        elif isinstance(items, dict | bool):
            found["items"] = self.translate(site.child("items"), depth)

    def _add_properties(self, found: dict[str, Any], site: Site, depth: int) -> None:
        properties: dict[str, Schema] = {}
        hidden: set[str] = set()
        if _DECLARING.isdisjoint(site.value):
            return
        for name, member in site.entries("properties").items():
            if self.travels(member):
                properties[name] = self.translate(member, depth)
            else:
                hidden.add(name)
        if properties:
            found["properties"] = properties
        if hidden:
            found["x-hidden"] = sorted(hidden)
        required = site.value.get("required")
        names = [name for name in required if isinstance(name, str)] if _is_list(required) else []
        if names:
            found["required"] = [name for name in dict.fromkeys(names) if name not in hidden]
        dependent = site.value.get("dependentRequired")
        if isinstance(dependent, dict):
            found["dependentRequired"] = {
                name: [other for other in needed if isinstance(other, str)]
                for name, needed in dependent.items()
                if _is_list(needed)
            }

    def _add_discriminator(self, found: dict[str, Any], site: Site) -> None:
        given = site.value.get("discriminator")
        name = given.get("propertyName") if isinstance(given, dict) else given
        if not isinstance(name, str):
            return
        targets: dict[str, Schema] = {}
        for branch in (*site.items("oneOf"), *site.items("anyOf")):
            reference = branch.get("$ref")
            if isinstance(reference, str):
                targets[reference.rsplit("/", 1)[-1]] = self._target(reference)
        mapping = given.get("mapping") if isinstance(given, dict) else None
        for value, reference in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(reference, str):
                targets[str(value)] = self._target(reference)
        found["x-discriminator"] = {"name": name, "targets": targets}

    def _target(self, text: str) -> Schema:
        """A mapping names a reference, or the bare name of a component."""
        site = self.description.locate(text) or self.description.locate(
            "#" + join("/components/schemas", text)
        )
        return self.reference(site.pointer) if site else True


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _types(value: Any) -> list[str]:
    """The listed types; none where the keyword restricts nothing."""
    names = value if isinstance(value, list) else [value]
    return list(names) if all(isinstance(n, str) and n in _TYPES for n in names) else []


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _add_limits(found: dict[str, Any], value: dict[str, Any]) -> None:
    if _LIMITING.isdisjoint(value):
        return
    for keyword in _COUNTS:
        if _is_number(value.get(keyword)) and value[keyword] >= 0:
            found[keyword] = int(value[keyword])
    for plain, exclusive in _LIMITS:
        _add_limit(found, value, plain, exclusive)
    if _is_number(value.get("multipleOf")) and value["multipleOf"] > 0:
        found["multipleOf"] = value["multipleOf"]
    if isinstance(value.get("uniqueItems"), bool):
        found["uniqueItems"] = value["uniqueItems"]
    _add_format(found, value.get("format"))


def _add_limit(found: dict[str, Any], value: dict[str, Any], plain: str, exclusive: str) -> None:
    if _is_number(value.get(plain)):
        found[exclusive if value.get(exclusive) is True else plain] = value[plain]
    if _is_number(value.get(exclusive)):
        found[exclusive] = value[exclusive]


def _add_format(found: dict[str, Any], name: Any) -> None:
    if not isinstance(name, str) or name in HINTS:
        return
    if name in NUMERIC_LIMITS:
        least, greatest = NUMERIC_LIMITS[name]
        found["allOf"] = [{"minimum": least, "maximum": greatest}]
    else:
        found["format" if is_known(name) else "x-format"] = name
