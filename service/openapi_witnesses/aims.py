"""What shall the value at a changed definition be like, so that one side refuses it?"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from service.openapi_diff.changes import Change
from service.openapi_diff.pointers import split
from service.openapi_diff.proofs import Side
from service.openapi_diff.verdicts import Direction, Judgement
from service.openapi_witnesses.confirmation import Reading
from service.openapi_witnesses.conjunctions import parts_of
from service.openapi_witnesses.demands import Resolve
from service.openapi_witnesses.negations import (
    Negation,
    by_keyword,
    negations,
    with_property,
)
from service.openapi_witnesses.translation import Schema
from service.openapi_witnesses.variations import variations

# Rules whose subject is a property; they point to it, and its owner is what must be shown.
_OF_PROPERTIES = "property."
_RENAMED = "property.renamed"
_DISCRIMINATOR = "discriminator."
SCHEMA_FAMILIES = ("schema", "property", "object", "array", "compose", "discriminator", "ref")
SCHEMA_RULES = frozenset(
    ("body.schema-added", "body.schema-removed", "response.schema-added", "response.schema-removed")
)

# Rules that say what may be undeclared: elsewhere nobody sends what is not declared.
_ABOUT_UNDECLARED = ("object.", "schema.max-properties", "schema.min-properties")

# The keywords that a rule is about, by the beginning of its id; the longest one counts.
_KEYWORDS = {
    "schema.type": ("type", "enum", "const"),
    "schema.nullable": ("type", "enum", "const"),
    "schema.format": ("format", "minimum", "maximum", "allOf"),
    "schema.enum": ("enum", "const"),
    "schema.const": ("const", "enum"),
    "schema.extensible": ("x-extensible-enum",),
    "schema.max-length": ("maxLength",),
    "schema.min-length": ("minLength",),
    "schema.maximum": ("maximum", "exclusiveMaximum"),
    "schema.minimum": ("minimum", "exclusiveMinimum"),
    "schema.multiple-of": ("multipleOf",),
    "schema.max-items": ("maxItems",),
    "schema.min-items": ("minItems",),
    "schema.max-properties": ("maxProperties",),
    "schema.min-properties": ("minProperties",),
    "schema.unique-items": ("uniqueItems",),
    "schema.contains": ("contains",),
    "schema.pattern": ("pattern",),
    "schema.content-encoding": ("contentEncoding",),
    "schema.content-media-type": ("contentMediaType",),
    "object.closed": ("additionalProperties", "unevaluatedProperties"),
    "object.opened": ("additionalProperties", "unevaluatedProperties"),
    "object.additional": ("additionalProperties", "unevaluatedProperties"),
    "object.pattern": ("patternProperties", "additionalProperties"),
    "object.property-names": ("propertyNames",),
    "object.dependent-required": ("dependentRequired",),
    "object.dependent-schema": ("dependentSchemas",),
    "array.items": ("items",),
    "array.prefix": ("prefixItems", "items"),
    "array.contains": ("contains",),
    "array.unevaluated": ("unevaluatedItems", "items"),
    "compose.any-of": ("anyOf",),
    "compose.one-of": ("oneOf", "anyOf"),
    "compose.wrapped": ("type", "enum", "oneOf", "anyOf"),
    "compose.not": ("not",),
    "compose.if": ("if",),
}

_FIRST_TRIED = 3
_ALTERNATIVES = frozenset(("oneOf", "anyOf"))


class Aim(NamedTuple):
    """What to look for, and how the two sides are to be read when it is judged."""

    schema: Schema
    reading: Reading = Reading.AS_WRITTEN


class Places(NamedTuple):
    """Where the value is defined that is to be refused; None where one side has no definition."""

    accepting: str | None
    refusing: str | None


def is_about_schemas(rule: str) -> bool:
    """Whether an instance could show the edit."""
    return rule.partition(".")[0] in SCHEMA_FAMILIES or rule in SCHEMA_RULES


def accepting_side(change: Change) -> Side:
    """Who accepts what the other refuses: a request was allowed, a response will be."""
    return Side.BASE if change.direction is Direction.REQUEST else Side.REVISION


def places_of(change: Change) -> Places:
    """The definitions on both sides; of a property rule, the objects around the property."""
    pointers = [
        _definition(change, change.base_pointer),
        _definition(change, change.revision_pointer),
    ]
    if accepting_side(change) is Side.REVISION:
        pointers.reverse()
    return Places(*pointers)


def _definition(change: Change, pointer: str | None) -> str | None:
    if not pointer:
        return None  # nothing there, or a definition that asks for nothing
    if change.rule.startswith(_OF_PROPERTIES):
        tokens = split(pointer)
        if tokens[-2:] in (["properties", change.subject], ["properties", property_of(change)]):
            return pointer.rsplit("/", 2)[0]
    return pointer


def property_of(change: Change) -> str:
    """The name of the property that the edit is about, as the base has it."""
    if change.rule == _RENAMED and change.base_pointer:
        return split(change.base_pointer)[-1]
    return change.subject


def aims_of(change: Change, accepting: Schema, refusing: Schema, resolve: Resolve) -> Iterator[Aim]:
    """What the value may be like, the likeliest first; the two schemas are those of the places."""
    if change.rule.startswith(_OF_PROPERTIES):
        name = property_of(change)
        yield Aim({"type": "object", "not": {"required": [name]}})
        yield Aim(with_property(name, schema=True))
        if change.judgement is Judgement.BREAKS:
            return  # it is there or it is not: what it holds is another finding
    if change.rule.startswith(_DISCRIMINATOR):
        yield from _by_discriminator(accepting, refusing, resolve)
    keywords = _keywords(change.rule)
    refusals = negations((refusing,), resolve)
    if keywords & _ALTERNATIVES:
        tried = variations(accepting, refusing, resolve, subject=change.subject)
        first = list(islice(tried, _FIRST_TRIED))
        yield from map(Aim, first)
        yield from (Aim(schema, Reading.CLOSED) for schema in first)
        yield from map(Aim, tried)
        yield from map(_aim, by_keyword(refusals, keywords))
        return
    wanted, others = by_keyword(refusals, keywords), negations((refusing,), resolve)
    yield from (_aim(found) for found in wanted if found.keyword in keywords)
    yield from map(Aim, variations(accepting, refusing, resolve))
    yield from (_aim(found) for found in others if found.keyword not in keywords)


def _aim(negation: Negation) -> Aim:
    interpreted = negation.is_interpreted
    return Aim(negation.schema, Reading.INTERPRETED if interpreted else Reading.AS_WRITTEN)


def _keywords(rule: str) -> frozenset[str]:
    fitting = [beginning for beginning in _KEYWORDS if rule.startswith(beginning)]
    return frozenset(_KEYWORDS[max(fitting, key=len)]) if fitting else frozenset()


def _by_discriminator(accepting: Schema, refusing: Schema, resolve: Resolve) -> Iterator[Aim]:
    """Each value that the accepting side knows, those first that the other one does not."""
    mine, others = (_discriminator(side, resolve) for side in (accepting, refusing))
    if mine is None:
        return
    known = others["targets"] if others is not None else {}
    for value in sorted(mine["targets"], key=lambda value: (value in known, value)):
        target = mine["targets"][value]
        named = with_property(mine["name"], {"const": value})
        yield Aim({"allOf": [named, target]}, Reading.INTERPRETED)


def _discriminator(schema: Schema, resolve: Resolve) -> dict[str, Any] | None:
    for part in parts_of((schema,), resolve):
        if isinstance(part, dict) and "x-discriminator" in part:
            found: dict[str, Any] = part["x-discriminator"]
            return found
    return None


def is_about_undeclared(rule: str) -> bool:
    """Whether an undeclared property may show the edit."""
    return rule.startswith(_ABOUT_UNDECLARED)


def is_withheld(change: Change) -> bool:
    """Whether the edit takes away what readers may rely on, though no schema refuses its lack."""
    return change.direction is Direction.RESPONSE and change.rule in (
        "property.removed-optional",
        "property.removed-required",
        "property.renamed",
        "property.write-only-on",
    )
