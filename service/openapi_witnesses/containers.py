"""Which objects and lists satisfy a demand?

Their members are asked of whoever builds values; of these, one may be in focus, and varies while
the others stay the plainest that will do.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Protocol

from service.openapi_diff.equality import identity
from service.openapi_witnesses.demands import Conjunction, Demand
from service.openapi_witnesses.effort import Exhausted
from service.openapi_witnesses.negations import FRESH_NAME
from service.openapi_witnesses.texts import Writer

MOST_MEMBERS = 2_000  # items or properties; a longer list is nothing to show
_PER_FOCUS = 24


class Members(Protocol):
    """Whoever builds what an object or a list holds."""

    def values(self, schemas: Conjunction, depth: int) -> Iterator[Any]:
        """Values for the conjunction of the schemas."""
        ...

    def first(self, schemas: Conjunction, depth: int) -> list[Any]:
        """The plainest value, as a list of one; empty where none is found."""
        ...

    def demand(self, schemas: Conjunction) -> Demand:
        """What the schemas ask together."""
        ...


class ContainerBuilder:
    """Builds objects and lists around the values of their members."""

    def __init__(self, members: Members, writer: Writer) -> None:
        self._members = members
        self._writer = writer

    def objects(self, demand: Demand, depth: int) -> Iterator[Any]:
        names = self._names(demand)
        if names is None:
            return
        for free in self._free_names(demand, depth):
            yield from self._with_names([*names, *free], demand, depth)

    def _names(self, demand: Demand) -> list[str] | None:
        """The names that must be there; None where one of them must not, or they are too many."""
        names = _required_names(demand)
        if demand.absent.intersection(names):
            return None
        least = demand.counts.get("minProperties", 0)
        if max(least, len(names)) > MOST_MEMBERS:
            raise Exhausted
        for name in demand.properties:
            if name not in demand.absent and (len(names) < least or self._is_asked(name, demand)):
                names.setdefault(name)
        return list(names) if len(names) <= demand.counts.get("maxProperties", len(names)) else None

    def _is_asked(self, name: str, demand: Demand) -> bool:
        """Whether a property is wanted though it is not required."""
        return demand.is_full or (
            demand.is_tagged
            and self._members.demand(tuple(demand.properties[name])).values is not None
        )

    def _free_names(self, demand: Demand, depth: int) -> Iterator[list[str]]:
        """Names that only a schema describes, or that make up the number."""
        least = demand.counts.get("minProperties", 0)
        missing = least - len(self._names(demand) or ())
        if demand.focus_name is not None:
            for name in islice(
                self._members.values(({"type": "string"}, demand.focus_name), depth + 1), 4
            ):
                yield [name]
        elif missing <= 0:
            yield []
        else:
            yield self._fresh_names(demand, missing, depth)

    def _fresh_names(self, demand: Demand, number: int, depth: int) -> list[str]:
        shapes = [({"type": "string"}, *demand.names)] if demand.names else []
        shapes.extend(
            ({"type": "string", "pattern": pattern}, *demand.names)
            for pattern, _ in demand.pattern_properties
        )
        found: dict[str, None] = {}
        for shape in shapes:
            found.update(dict.fromkeys(islice(self._members.values(shape, depth + 1), number)))
        for place in range(number):
            found.setdefault(FRESH_NAME if not place else f"{FRESH_NAME}{place}")
        return list(found)[:number]

    def _with_names(self, names: list[str], demand: Demand, depth: int) -> Iterator[Any]:
        schemas: dict[str, Conjunction] = {}
        for name in dict.fromkeys(names):
            asked = self._asked_of(name, demand)
            if asked is None:
                return
            schemas[name] = asked
        rest: dict[str, Any] = {}
        focus = names[-1] if demand.focus_name is not None else demand.focus
        for name, asked in schemas.items():
            if name != focus:
                plainest = self._members.first(asked, depth + 1)
                if not plainest:
                    return
                rest[name] = plainest[0]
        if not isinstance(focus, str) or focus not in schemas:
            yield rest
            return
        for value in islice(self._members.values(schemas[focus], depth + 1), _PER_FOCUS):
            yield {name: value if name == focus else rest[name] for name in schemas}

    def _asked_of(self, name: str, demand: Demand) -> Conjunction | None:
        """The schemas of a property; None where it must not be there."""
        asked = list(demand.properties.get(name, ()))
        by_pattern = [
            schema
            for pattern, schema in demand.pattern_properties
            if self._writer.matches(pattern, name)
        ]
        asked.extend(by_pattern)
        for closing in demand.closings:
            declared = closing.names if closing.names is not None else demand.properties
            if name not in declared and not (
                by_pattern and any(self._writer.matches(one, name) for one in closing.patterns)
            ):
                if closing.schema is False:
                    return None
                asked.append(closing.schema)
        if demand.focus_value is not None and name not in demand.properties:
            asked.append(demand.focus_value)
        return tuple(asked)

    def lists(self, demand: Demand, depth: int) -> Iterator[Any]:
        length = self._length(demand)
        if length > demand.counts.get("maxItems", length):
            return
        items: list[Any] = []
        focus = demand.focus if isinstance(demand.focus, int) and demand.focus < length else None
        for place in range(length):
            found = [None] if place == focus else self._item(place, items, demand, depth)
            if not found:
                return
            items.append(found[0])
        if focus is None:
            yield items
            return
        asked = self._asked_of_item(focus, demand)
        for value in islice(self._members.values(asked, depth + 1), _PER_FOCUS):
            yield [*items[:focus], value, *items[focus + 1 :]]

    def _length(self, demand: Demand) -> int:
        contained = sum(one.least for one in demand.contains)
        length = max(demand.counts.get("minItems", 0), contained)
        if length > MOST_MEMBERS:
            raise Exhausted
        return length

    def _item(self, place: int, before: list[Any], demand: Demand, depth: int) -> list[Any]:
        """The item for a place, as a list of one; empty where none is found."""
        if demand.repeats and before:
            return before[:1]
        asked = self._asked_of_item(place, demand)
        if not demand.is_unique:
            return self._members.first(asked, depth + 1)
        seen = {identity(item) for item in before}
        fresh = (v for v in self._members.values(asked, depth + 1) if identity(v) not in seen)
        return list(islice(fresh, 1))

    def _asked_of_item(self, place: int, demand: Demand) -> Conjunction:
        asked = list(demand.prefixes[place]) if place < len(demand.prefixes) else []
        asked.extend(schema for start, schema in demand.items if place >= start)
        first = 0
        for contained in demand.contains:
            if first <= place < first + contained.least:
                asked.append(contained.schema)
            first += contained.least
        return tuple(asked)


def _required_names(demand: Demand) -> dict[str, None]:
    """What is required, and what is so because of it."""
    names = dict(demand.required)
    needed: dict[str, list[str]] = {}
    for name, other in demand.dependent_required:
        needed.setdefault(name, []).append(other)
    waiting = list(names)
    while waiting:
        for other in needed.get(waiting.pop(), ()):
            if other not in names:
                names[other] = None
                waiting.append(other)
    return names
