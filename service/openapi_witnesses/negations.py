"""Which simpler schemas does everything satisfy that a schema refuses?

Each answer is a schema whose instances the given one refuses, or should: they aim the search and
prove nothing. They come keyword by keyword, the shallow ones first.
"""

from collections.abc import Callable, Iterator
from itertools import chain, combinations, islice, product
from typing import Any, NamedTuple

from service.openapi_witnesses.conjunctions import parts_of
from service.openapi_witnesses.demands import Conjunction, Resolve
from service.openapi_witnesses.formats import encoding_format, media_type_format
from service.openapi_witnesses.translation import Schema

FRESH_NAME = "undeclared"
_DEEPEST = 4  # of properties and items within what is negated
_MOST = 400  # combinations of refusals of several branches
_PAIRS = 60  # of branches that could both hold
_TYPES = ("string", "integer", "number", "boolean", "object", "array", "null")
_ALIKE = {"integer", "number"}


class Negation(NamedTuple):
    """What to look for, and the keyword that refuses it."""

    keyword: str
    schema: Schema
    is_interpreted: bool = False


def negations(schemas: Conjunction, resolve: Resolve, *, depth: int = 0) -> Iterator[Negation]:
    """Schemas of what the conjunction refuses."""
    parts = parts_of(schemas, resolve)
    for part in parts:
        if part is False:
            yield Negation("false", schema=True)
    objects = [part for part in parts if isinstance(part, dict)]
    for negate in (_plainly, _by_alternatives, _within):
        for part in objects:
            yield from negate(part, resolve, depth)


def _plainly(part: dict[str, Any], resolve: Resolve, depth: int) -> Iterator[Negation]:
    for keyword, value in part.items():
        simple = _SIMPLE.get(keyword)
        for schema in simple(value) if simple else ():
            yield Negation(keyword, schema)
    yield from _by_names(part, resolve, depth)
    yield from _by_remarks(part)


def _types(value: str | list[str]) -> Iterator[Schema]:
    listed = {value} if isinstance(value, str) else set(value)
    for name in _TYPES:
        if name not in listed and not (name == "integer" and "number" in listed):
            yield {"type": name, "not": {"type": "integer"}} if name == "number" else {"type": name}


def _enum(values: list[Any]) -> Iterator[Schema]:
    yield {"not": {"enum": values}}


def _required(names: list[str]) -> Iterator[Schema]:
    for name in names:
        yield {"type": "object", "not": {"required": [name]}}


def _dependencies(value: dict[str, list[str]]) -> Iterator[Schema]:
    for name, needed in value.items():
        for other in needed:
            yield {"type": "object", "required": [name], "not": {"required": [other]}}


def _number(keyword: str) -> Callable[[Any], Iterator[Schema]]:
    return lambda value: iter(({"type": "number", keyword: value},))


def _more(kind: str, keyword: str) -> Callable[[int], Iterator[Schema]]:
    return lambda value: iter(({"type": kind, keyword: value + 1},))


def _less(kind: str, keyword: str) -> Callable[[int], Iterator[Schema]]:
    return lambda value: iter(({"type": kind, keyword: value - 1},) if value > 0 else ())


def _text(keyword: str) -> Callable[[str], Iterator[Schema]]:
    return lambda value: iter(({"type": "string", "not": {keyword: value}},))


def _unique(value: bool) -> Iterator[Schema]:  # noqa: FBT001 - the keyword's own value
    if value:
        yield {"type": "array", "minItems": 2, "x-repeats": True}


def _negated(value: Schema) -> Iterator[Schema]:
    yield value


_SIMPLE: dict[str, Callable[[Any], Iterator[Schema]]] = {
    "type": _types,
    "enum": _enum,
    "const": lambda value: _enum([value]),
    "minimum": _number("exclusiveMaximum"),
    "maximum": _number("exclusiveMinimum"),
    "exclusiveMinimum": _number("maximum"),
    "exclusiveMaximum": _number("minimum"),
    "multipleOf": lambda value: iter(({"type": "number", "not": {"multipleOf": value}},)),
    "maxLength": _more("string", "minLength"),
    "minLength": _less("string", "maxLength"),
    "maxItems": _more("array", "minItems"),
    "minItems": _less("array", "maxItems"),
    "maxProperties": _more("object", "minProperties"),
    "minProperties": _less("object", "maxProperties"),
    "pattern": _text("pattern"),
    "format": _text("format"),
    "required": _required,
    "dependentRequired": _dependencies,
    "uniqueItems": _unique,
    "not": _negated,
}


def _by_names(part: dict[str, Any], resolve: Resolve, depth: int) -> Iterator[Negation]:
    """Undeclared properties, and names that are not allowed."""
    for keyword in ("additionalProperties", "unevaluatedProperties"):
        rest = part.get(keyword, True)
        if rest is False:
            yield Negation(keyword, _with_property(FRESH_NAME, schema=True))
        elif isinstance(rest, dict):
            for inner in _deeper(rest, resolve, depth):
                yield Negation(keyword, _with_property(FRESH_NAME, inner.schema))
    if "propertyNames" in part:
        for inner in _deeper(part["propertyNames"], resolve, depth):
            yield Negation("propertyNames", {"type": "object", "x-name": inner.schema})


def _by_remarks(part: dict[str, Any]) -> Iterator[Negation]:
    """What is refused once a remark is read as a rule."""
    if "x-extensible-enum" in part:
        values = part["x-extensible-enum"]
        yield Negation("x-extensible-enum", {"not": {"enum": values}}, is_interpreted=True)
    if "contentEncoding" in part:
        name = encoding_format(part["contentEncoding"])
        encoded = {"type": "string", "not": {"format": name}}
        yield Negation("contentEncoding", encoded, is_interpreted=True)
    if "contentMediaType" in part:
        name = media_type_format(part["contentMediaType"])
        content = {"type": "string", "not": {"format": name}}
        yield Negation("contentMediaType", content, is_interpreted=True)
    if "x-discriminator" in part:
        name = part["x-discriminator"]["name"]
        known = list(part["x-discriminator"]["targets"])
        property_ = {"type": "string", "not": {"enum": known}}
        yield Negation("discriminator", _with_property(name, property_), is_interpreted=True)
        absent = {"type": "object", "not": {"required": [name]}}
        yield Negation("discriminator", absent, is_interpreted=True)


def _by_alternatives(part: dict[str, Any], resolve: Resolve, depth: int) -> Iterator[Negation]:
    for keyword in ("oneOf", "anyOf"):
        if keyword in part:
            for schema in _none_of(part[keyword], resolve, depth):
                yield Negation(keyword, schema)
    for one, other in islice(combinations(part.get("oneOf", ()), 2), _PAIRS):
        yield Negation("oneOf", {"allOf": [one, other]})
    if "if" in part:
        for inner in _deeper(part.get("then", True), resolve, depth):
            yield Negation("if", {"allOf": [part["if"], inner.schema]})
        for inner in _deeper(part.get("else", True), resolve, depth):
            yield Negation("if", {"allOf": [{"not": part["if"]}, inner.schema]})


def _none_of(branches: list[Schema], resolve: Resolve, depth: int) -> Iterator[Schema]:
    """Refused by every branch: one refusal of each, in all combinations up to a limit."""
    yield {"allOf": [{"not": branch} for branch in branches]}
    if depth >= _DEEPEST:
        return
    refusals = [
        [inner.schema for inner in islice(_deeper(branch, resolve, depth), 12)]
        for branch in branches[:8]
    ]
    for chosen in islice(product(*refusals), _MOST):
        yield {"allOf": list(chosen)}


def _within(part: dict[str, Any], resolve: Resolve, depth: int) -> Iterator[Negation]:
    """Refused for what is inside: an item or a property."""
    for keyword in ("properties", "patternProperties", "dependentSchemas"):
        for name, schema in part.get(keyword, {}).items():
            for inner in _deeper(schema, resolve, depth):
                yield Negation(keyword, _member(keyword, name, inner.schema))
    yield from _within_list(part, resolve, depth)


def _member(keyword: str, name: str, inner: Schema) -> Schema:
    match keyword:
        case "properties":
            return _with_property(name, inner)
        case "patternProperties":
            return {
                "type": "object",
                "x-name": {"type": "string", "pattern": name},
                "x-value": inner,
            }
        case _:
            return {"type": "object", "required": [name], "allOf": [inner]}


def _within_list(part: dict[str, Any], resolve: Resolve, depth: int) -> Iterator[Negation]:
    prefix = part.get("prefixItems", [])
    for place, schema in enumerate(prefix):
        for inner in _deeper(schema, resolve, depth):
            yield Negation("prefixItems", with_item(place, inner.schema))
    for keyword in ("items", "unevaluatedItems"):
        if part.get(keyword, True) is False:
            yield Negation(keyword, {"type": "array", "minItems": len(prefix) + 1})
        for inner in _deeper(part.get(keyword, True), resolve, depth):
            yield Negation(keyword, with_item(len(prefix), inner.schema))
    yield from _by_contained(part, resolve, depth)


def _by_contained(part: dict[str, Any], resolve: Resolve, depth: int) -> Iterator[Negation]:
    if "contains" not in part:
        return
    least, most = part.get("minContains", 1), part.get("maxContains")
    if least:
        yield Negation("contains", {"type": "array", "maxItems": least - 1})
        for inner in _deeper(part["contains"], resolve, depth):
            several = {"type": "array", "minItems": 1, "items": inner.schema}
            yield Negation("contains", several)
    if most is not None:
        many = {"type": "array", "minItems": most + 1, "items": part["contains"]}
        yield Negation("contains", many)


def _deeper(schema: Schema, resolve: Resolve, depth: int) -> Iterator[Negation]:
    if depth < _DEEPEST:
        yield from negations((schema,), resolve, depth=depth + 1)


def _with_property(name: str, schema: Schema) -> dict[str, Any]:
    return {"type": "object", "required": [name], "properties": {name: schema}, "x-focus": name}


def with_property(name: str, schema: Schema) -> Schema:
    """An object whose property `name` is of the schema: what the search is about."""
    return _with_property(name, schema)


def with_item(place: int, schema: Schema) -> Schema:
    """A list whose item at `place` is of the schema: what the search is about."""
    items: list[Schema] = [*[True] * place, schema]
    return {"type": "array", "minItems": place + 1, "prefixItems": items, "x-focus": place}


def by_keyword(found: Iterator[Negation], wanted: frozenset[str]) -> Iterator[Negation]:
    """Those of the wanted keywords first, the others in their order after them."""
    others: list[Negation] = []
    for negation in islice(found, _MOST):
        if negation.keyword in wanted:
            yield negation
        else:
            others.append(negation)
    yield from chain(others, found)
