"""Which instances show what a schema accepts, and what it only just refuses?

Nothing here is sure to be accepted or refused: a validator says which. The values of a schema are
its boundaries and their neighbours; an object varies one property at a time around a full one.
"""

import re
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

import jsonschema_rs

from tests.fuzz.containers import lists_around, objects_around, sized_objects
from tests.fuzz.edge_values import OF_TYPE, listed, numbers, texts, types
from tests.fuzz.patterns import texts_for

Json = Any

MOST = 70  # instances of a schema
_INNER = 12  # values tried of a property or an item
_MAX_DEPTH = 5
_MAX_VARIANTS = 8

Parts = tuple[Json, ...]


def compiled(schema: Json, definitions: dict[str, Json]) -> jsonschema_rs.Draft202012Validator:
    """A validator of a schema whose references lead to the definitions; formats are asserted."""
    if isinstance(schema, dict) and definitions:
        schema = {**schema, "$defs": definitions}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True, offline=True)


class Sampler:
    """Samples one converted schema; `seed` decides where there are too many values."""

    def __init__(self, schema: Json, random: Random) -> None:
        self._definitions = schema.get("$defs", {}) if isinstance(schema, dict) else {}
        self._schema = schema
        self._random = random

    def instances(self) -> list[Json]:
        return self._values((self._schema,), _MAX_DEPTH, MOST)

    def _values(self, parts: Parts, depth: int, most: int) -> list[Json]:
        """Values around what all the parts ask for, the likely ones first."""
        variants = self._variants(parts, depth)
        found = _alternating([list(self._of_variant(variant, depth)) for variant in variants])
        if depth < _MAX_DEPTH:
            found = self._accepted_first(parts, found)
        return found if len(found) <= most else self._thinned(found, most)

    def _accepted_first(self, parts: Parts, found: list[Json]) -> list[Json]:
        """What is built around the first value is only worth something where that one will do."""
        if all(parts) and len(parts) == 1 and parts[0] is not True:
            schema = parts[0]
        else:
            schema = {"allOf": list(parts)} if parts else {}
        is_valid = compiled(schema, self._definitions).is_valid
        accepted = [is_valid(value) for value in found]
        return [
            *(value for value, good in zip(found, accepted, strict=True) if good),
            *(value for value, good in zip(found, accepted, strict=True) if not good),
        ]

    def _thinned(self, found: list[Json], most: int) -> list[Json]:
        """The first third as it is, and some of the rest."""
        kept = most // 3
        return [*found[:kept], *self._random.sample(found[kept:], most - kept)]

    def _variants(self, parts: Parts, depth: int) -> list[list[Json]]:
        """What the parts come to, for each choice of alternatives, as lists of flat schemas."""
        variants: list[list[Json]] = [[]]
        waiting = [(part, depth * 2) for part in parts]
        while waiting:
            part, left = waiting.pop()
            if not isinstance(part, dict) or left < 0:
                continue
            if "$ref" in part:
                target = self._definitions.get(part["$ref"].rsplit("/", 1)[-1])
                waiting.append((target, left - 1))
            waiting.extend((sub, left - 1) for sub in part.get("allOf", ()))
            for variant in variants:
                variant.append(part)
            for choices in _choices(part):
                variants = [
                    [*variant, *flat]
                    for variant in variants
                    for choice in choices[:_MAX_VARIANTS]
                    for flat in self._variants((choice,), depth - 1)
                ][:_MAX_VARIANTS]
        return variants

    def _of_variant(self, flat: list[Json], depth: int) -> Iterator[Json]:
        for part in flat:
            yield from listed(part)
        likely = types(flat)
        for name in likely:
            yield from self._of_type(name, flat, depth)
        yield None
        for name in ("string", "integer", "object", "array"):
            if name not in likely:
                yield OF_TYPE[name][0]

    def _of_type(self, name: str, flat: list[Json], depth: int) -> Iterable[Json]:
        if name == "string":
            return texts(flat)
        if name in ("integer", "number"):
            return numbers(flat, whole=name == "integer")
        if depth <= 0 or name not in ("array", "object"):
            return OF_TYPE[name]
        return self._lists(flat, depth) if name == "array" else self._objects(flat, depth)

    def _objects(self, flat: list[Json], depth: int) -> Iterator[Json]:
        properties: dict[str, list[Json]] = {}
        for part in flat:
            for name, child in part.get("properties", {}).items():
                properties.setdefault(name, []).append(child)
        needed = {name for part in flat for name in part.get("required", ())}
        for name in self._further_names(flat, needed, depth):
            properties.setdefault(name, []).extend(_schemas_for_unknown(flat, name))
        values = {
            name: self._values(tuple(schemas), depth - 1, _INNER)
            for name, schemas in properties.items()
        }
        yield from objects_around(values, properties, needed)
        yield from sized_objects(flat, values, needed)

    def _further_names(self, flat: list[Json], needed: set[str], depth: int) -> list[str]:
        """Names that the keywords for undeclared properties have something to say about."""
        names = list(needed)
        for part in flat:
            for pattern in part.get("patternProperties", {}):
                names.extend(texts_for(pattern)[:2])
            for name, others in part.get("dependentRequired", {}).items():
                names.extend((name, *others))
            names.extend(part.get("dependentSchemas", {}))
            if isinstance(part.get("propertyNames"), dict):
                wanted = self._values((part["propertyNames"],), min(1, depth - 1), 6)
                names.extend(text for text in wanted if isinstance(text, str))
            if isinstance(part.get("additionalProperties"), dict):
                names.append("more")
        return [*dict.fromkeys(names)]

    def _lists(self, flat: list[Json], depth: int) -> Iterator[Json]:
        places = [part.get("prefixItems", ()) for part in flat]
        rest = tuple(part["items"] for part in flat if "items" in part)
        wanted = tuple(part["contains"] for part in flat if "contains" in part)
        items = self._values(rest, depth - 1, _INNER)
        if wanted:
            items = _alternating([items, self._values(wanted, depth - 1, _INNER)])
        first = [
            self._values(
                tuple(place[index] for place in places if index < len(place)), depth - 1, _INNER
            )
            for index in range(max(map(len, places), default=0))
        ]
        yield from lists_around(first, items, flat)


def _choices(part: Json) -> Iterator[list[Json]]:
    """The alternatives that a schema offers, one list for each keyword that does."""
    for keyword in ("oneOf", "anyOf"):
        if isinstance(part.get(keyword), list):
            yield part[keyword]
    if "if" in part:
        yield [{"allOf": [part["if"], part.get("then", {})]}, part.get("else", {}), {}]
    if "not" in part:
        yield [{}, part["not"]]
    if "dependentSchemas" in part:
        yield [{}, *part["dependentSchemas"].values()]


def _schemas_for_unknown(flat: list[Json], name: str) -> list[Json]:
    found = [
        schema
        for part in flat
        for pattern, schema in part.get("patternProperties", {}).items()
        if _may_match(pattern, name)
    ]
    found.extend(
        part["additionalProperties"]
        for part in flat
        if isinstance(part.get("additionalProperties"), dict)
    )
    return found


def _may_match(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return True


def _alternating(groups: list[list[Json]]) -> list[Json]:
    """Values of all groups in turn, so that cutting the end off leaves some of each."""
    longest = max(map(len, groups), default=0)
    found = [group[place] for place in range(longest) for group in groups if place < len(group)]
    return list({repr(value): value for value in found}.values())
