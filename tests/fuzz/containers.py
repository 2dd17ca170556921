"""Which objects and lists vary one thing at a time around one that is likely to be accepted?"""

from collections.abc import Iterator
from typing import Any

from tests.fuzz.edge_values import sizes

Json = Any

_UNKNOWN: tuple[Json, ...] = (1, "z", None, {})


def objects_around(
    values: dict[str, list[Json]], properties: dict[str, list[Json]], needed: set[str]
) -> Iterator[Json]:
    usual = {name for name, schemas in properties.items() if False not in schemas}
    full = {name: found[0] for name, found in values.items() if found and name in usual}
    least = {name: full.get(name, 1) for name in needed}
    yield from (full, least, {})
    for place in range(1, 3):  # other likely values, all at once
        yield {
            name: found[min(place, len(found) - 1)]
            for name, found in values.items()
            if found and name in usual
        }
    for name, found in values.items():
        yield {key: value for key, value in full.items() if key != name}
        yield {key: value for key, value in least.items() if key != name}
        for value in found:
            yield {**full, name: value}
        for value in found[:5]:
            yield {**least, name: value}
    for value in _UNKNOWN:
        yield {**full, "zz": value}
    yield {**least, "zz": 1}


def sized_objects(
    flat: list[Json], values: dict[str, list[Json]], needed: set[str]
) -> Iterator[Json]:
    """Objects of as many properties as bounds ask for, from declared ones first."""
    full = {name: found[0] for name, found in values.items() if found}
    order = [*needed, *(name for name in full if name not in needed)]
    order.extend(f"zz{index}" for index in range(8))
    for size in sizes(flat, "minProperties", "maxProperties"):
        if size <= len(order):
            yield {name: full.get(name, 1) for name in order[:size]}


def lists_around(first: list[list[Json]], items: list[Json], flat: list[Json]) -> Iterator[Json]:
    start = [found[0] for found in first if found]
    yield start
    for place, found in enumerate(first):
        for value in found:
            yield [*start[:place], value, *start[place + 1 :]]
    for value in items:
        yield [*start, value]
    if items:
        yield from ([*start, items[0], items[0]], [*start, *items[:2]], [*start, *items[:3]])
        for size in (
            *sizes(flat, "minItems", "maxItems"),
            *sizes(flat, "minContains", "maxContains"),
        ):
            if size <= 40:
                yield (start + items * (size // max(len(items), 1) + 1))[:size]
                yield (start + [items[0]] * size)[:size]
    yield []
