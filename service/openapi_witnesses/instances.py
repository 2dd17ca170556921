"""Which values satisfy several schemas, the plainest first?

Built from what the schemas ask, and not checked: alternatives, negations and conditions are tried
one after the other, and a validator says which of the values will do.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from service.openapi_diff import json_types
from service.openapi_diff.equality import identity
from service.openapi_witnesses.conjunctions import demand_of, parts_of
from service.openapi_witnesses.demands import Choice, Conjunction, Demand, Resolve
from service.openapi_witnesses.effort import Effort, Exhausted
from service.openapi_witnesses.negations import FRESH_NAME, Negation, negations
from service.openapi_witnesses.numbers_between import numbers
from service.openapi_witnesses.texts import Writer
from service.openapi_witnesses.translation import Schema

_DEEPEST = 60  # steps from a value into its members, or from a choice to the next
_MOST_MEMBERS = 2_000  # items or properties; a longer list is nothing to show
_PER_BRANCH = 8
_PER_FOCUS = 24
_MOST_REFUSALS = 16
_MOST_OTHERS = 9
_FIRST_TRIES = 2

_MOST_CHECKED = 12
_TAGGED: Schema = {"x-tagged": True}

Accepts = Callable[[Schema, Any], bool]
Settled = frozenset[int]
_NOTHING: Settled = frozenset()


class Builder:
    """Builds values out of schemas, within an effort."""

    def __init__(self, resolve: Resolve, effort: Effort, accepts: Accepts) -> None:
        self._resolve = resolve
        self._accepts = accepts
        self._effort = effort
        self._writer = Writer(effort)
        # Keeps the schemas alive whose ids it knows.
        self._plainest: dict[tuple[int, ...], tuple[Conjunction, list[Any]]] = {}

    def values(self, schemas: Conjunction, depth: int = 0) -> Iterator[Any]:
        """Values for the conjunction of the schemas."""
        return self._settle(schemas, depth, _NOTHING)

    def _settle(self, schemas: Conjunction, depth: int, settled: Settled) -> Iterator[Any]:
        """Take alternatives, conditions and negations one by one, then build."""
        if depth > _DEEPEST:
            return
        demand = self._demand(schemas)
        if demand.impossible or not demand.types:
            return
        for way in (self._depend, self._choose, self._decide, self._avoid):
            ways = way(schemas, demand, depth, settled)
            if ways is not None:
                yield from ways
                return
        yield from self._build(demand, depth)

    def _demand(self, schemas: Conjunction) -> Demand:
        parts = parts_of(schemas, self._resolve)
        self._effort.spend(1 + len(parts))
        return demand_of(parts)

    def _depend(
        self, schemas: Conjunction, demand: Demand, depth: int, settled: Settled
    ) -> Iterator[Any] | None:
        for name, schema in demand.dependent_schemas:
            if name in demand.required and id(schema) not in settled:
                return self._settle((*schemas, schema), depth + 1, settled | {id(schema)})
        return None

    def _choose(
        self, schemas: Conjunction, demand: Demand, depth: int, settled: Settled
    ) -> Iterator[Any] | None:
        for choice in demand.choices:
            if id(choice.branches) not in settled:
                now = settled | {id(choice.branches)}
                return self._branches(schemas, choice, demand, depth, now)
        return None

    def _branches(
        self,
        schemas: Conjunction,
        choice: Choice,
        demand: Demand,
        depth: int,
        settled: Settled,
    ) -> Iterator[Any]:
        """Each branch as it comes, then apart from the others, then further ones."""
        meant = [
            branch
            for branch in choice.branches
            if isinstance(branch, dict) and branch.get("x-at") in demand.chosen
        ]
        branches = meant or choice.branches[:_MOST_MEMBERS]
        plain = [self._settle((*schemas, one), depth + 1, settled) for one in branches]
        yield from _in_turn([islice(way, _FIRST_TRIES) for way in plain])
        tagged = [self._settle((*schemas, one, _TAGGED), depth + 1, settled) for one in branches]
        yield from _in_turn([islice(way, _FIRST_TRIES) for way in tagged])
        if choice.keyword == "oneOf" and 1 < len(choice.branches) <= _MOST_OTHERS:
            for one in branches:
                yield from islice(self._apart(schemas, choice, one, depth, settled), _FIRST_TRIES)
        yield from _in_turn(plain)

    def _apart(
        self, schemas: Conjunction, choice: Choice, branch: Schema, depth: int, settled: Settled
    ) -> Iterator[Any]:
        """What is of one branch and, as `oneOf` wants it, of no other."""
        others = [{"not": other} for other in choice.branches if other is not branch]
        return self._settle((*schemas, branch, *others), depth + 1, settled)

    def _decide(
        self, schemas: Conjunction, demand: Demand, depth: int, settled: Settled
    ) -> Iterator[Any] | None:
        for condition in demand.conditions:
            if id(condition.condition) not in settled:
                now = settled | {id(condition.condition)}
                held = (*schemas, condition.condition, condition.then)
                not_held = (*schemas, {"not": condition.condition}, condition.otherwise)
                return _in_turn(
                    [self._settle(held, depth + 1, now), self._settle(not_held, depth + 1, now)]
                )
        return None

    def _avoid(
        self, schemas: Conjunction, demand: Demand, depth: int, settled: Settled
    ) -> Iterator[Any] | None:
        for negated in demand.negations:
            if id(negated) not in settled:
                return self._avoiding(schemas, negated, depth, settled | {id(negated)})
        return None

    def _avoiding(
        self, schemas: Conjunction, negated: Schema, depth: int, settled: Settled
    ) -> Iterator[Any]:
        refusals: Iterable[Negation] = islice(
            negations((negated,), self._resolve, depth=2), _MOST_REFUSALS
        )
        ways = [self._settle((*schemas, found.schema), depth + 1, settled) for found in refusals]
        yield from _in_turn([*ways, self._settle(schemas, depth + 1, settled)])

    def _build(self, demand: Demand, depth: int) -> Iterator[Any]:
        if demand.values is not None:
            yield from (
                value
                for value in demand.values
                if json_types.type_of(value) & demand.types
                and identity(value) not in demand.refused
            )
            return
        for value in _in_turn([self._of_type(bit, demand, depth) for bit in _type_order(demand)]):
            if not demand.refused or identity(value) not in demand.refused:
                yield value

    def _of_type(self, bit: int, demand: Demand, depth: int) -> Iterator[Any]:
        if not demand.allows_type(bit):
            return iter(())
        if bit == json_types.OBJECT:
            return self._objects(demand, depth)
        if bit == json_types.ARRAY:
            return self._lists(demand, depth)
        if bit == json_types.STRING:
            return self._writer.texts(demand)
        if bit & json_types.NUMBER:
            return numbers(demand, whole=bit == json_types.INTEGER)
        return iter((True, False) if bit == json_types.BOOLEAN else (None,))

    def _objects(self, demand: Demand, depth: int) -> Iterator[Any]:
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
        if max(least, len(names)) > _MOST_MEMBERS:
            raise Exhausted
        for name in demand.properties:
            if name not in demand.absent and (len(names) < least or self._is_asked(name, demand)):
                names.setdefault(name)
        return list(names) if len(names) <= demand.counts.get("maxProperties", len(names)) else None

    def _is_asked(self, name: str, demand: Demand) -> bool:
        """Whether a property is wanted though it is not required."""
        return demand.is_full or (
            demand.is_tagged and self._demand(tuple(demand.properties[name])).values is not None
        )

    def _free_names(self, demand: Demand, depth: int) -> Iterator[list[str]]:
        """Names that only a schema describes, or that make up the number."""
        least = demand.counts.get("minProperties", 0)
        missing = least - len(self._names(demand) or ())
        if demand.focus_name is not None:
            for name in islice(self.values(({"type": "string"}, demand.focus_name), depth + 1), 4):
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
            found.update(dict.fromkeys(islice(self.values(shape, depth + 1), number)))
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
                plainest = self._first(asked, depth + 1)
                if not plainest:
                    return
                rest[name] = plainest[0]
        if not isinstance(focus, str) or focus not in schemas:
            yield rest
            return
        for value in islice(self.values(schemas[focus], depth + 1), _PER_FOCUS):
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

    def _lists(self, demand: Demand, depth: int) -> Iterator[Any]:
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
        for value in islice(self.values(asked, depth + 1), _PER_FOCUS):
            yield [*items[:focus], value, *items[focus + 1 :]]

    def _length(self, demand: Demand) -> int:
        contained = sum(one.least for one in demand.contains)
        length = max(demand.counts.get("minItems", 0), contained)
        if length > _MOST_MEMBERS:
            raise Exhausted
        return length

    def _item(self, place: int, before: list[Any], demand: Demand, depth: int) -> list[Any]:
        """The item for a place, as a list of one; empty where none is found."""
        if demand.repeats and before:
            return before[:1]
        asked = self._asked_of_item(place, demand)
        if not demand.is_unique:
            return self._first(asked, depth + 1)
        seen = {identity(item) for item in before}
        fresh = (v for v in self.values(asked, depth + 1) if identity(v) not in seen)
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

    def _first(self, schemas: Conjunction, depth: int) -> list[Any]:
        """The plainest value, as a list of one; empty where none is found."""
        key = tuple(map(id, schemas))
        if key not in self._plainest:
            found = list(islice(self._checked(schemas, depth), 1))
            if not found:
                return []  # perhaps only because it lies too deep here
            self._plainest[key] = (schemas, found)
        return self._plainest[key][1]

    def _checked(self, schemas: Conjunction, depth: int) -> Iterator[Any]:
        """Values of which a validator says that they will do, where building does not make sure."""
        values = self.values(schemas, depth)
        demand = self._demand(schemas)
        if not (demand.choices or demand.negations or demand.conditions):
            return values
        whole: Schema = {"allOf": list(schemas)}
        return (value for value in islice(values, _MOST_CHECKED) if self._accepts(whole, value))


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


def _type_order(demand: Demand) -> list[int]:
    order = [
        *(json_types.STRING, json_types.INTEGER, json_types.FRACTION),
        *(json_types.BOOLEAN, json_types.OBJECT, json_types.ARRAY, json_types.NULL),
    ]
    about_objects = demand.properties or demand.required or isinstance(demand.focus, str)
    about_lists = demand.prefixes or demand.items or isinstance(demand.focus, int)
    first = json_types.OBJECT if about_objects else json_types.ARRAY if about_lists else order[0]
    return [first, *(bit for bit in order if bit != first)]


def _in_turn(ways: Iterable[Iterator[Any]]) -> Iterator[Any]:
    """One value of each way, then the next ones: no way keeps the others waiting."""
    waiting = deque(islice(way, _PER_BRANCH * 4) for way in ways)
    while waiting:
        way = waiting.popleft()
        for value in islice(way, 1):
            yield value
            waiting.append(way)
