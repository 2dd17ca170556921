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
from service.openapi_witnesses.containers import MOST_MEMBERS, ContainerBuilder
from service.openapi_witnesses.demands import Choice, Conjunction, Demand, Resolve
from service.openapi_witnesses.effort import Effort
from service.openapi_witnesses.negations import Negation, negations
from service.openapi_witnesses.numbers_between import numbers
from service.openapi_witnesses.texts import Writer
from service.openapi_witnesses.translation import Schema

_DEEPEST = 60  # steps from a value into its members, or from a choice to the next
_PER_BRANCH = 8
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
        self._containers = ContainerBuilder(self, self._writer)
        # Both keep the schemas alive whose ids they know.
        self._demands: dict[tuple[int, ...], tuple[Conjunction, int, Demand]] = {}
        self._plainest: dict[tuple[int, ...], tuple[Conjunction, list[Any]]] = {}

    def values(self, schemas: Conjunction, depth: int = 0) -> Iterator[Any]:
        """Values for the conjunction of the schemas."""
        return self._settle(schemas, depth, _NOTHING)

    def _settle(self, schemas: Conjunction, depth: int, settled: Settled) -> Iterator[Any]:
        """Take alternatives, conditions and negations one by one, then build."""
        if depth > _DEEPEST:
            return
        demand = self.demand(schemas)
        if demand.impossible or not demand.types:
            return
        for way in (self._depend, self._choose, self._decide, self._avoid):
            ways = way(schemas, demand, depth, settled)
            if ways is not None:
                yield from ways
                return
        yield from self._build(demand, depth)

    def demand(self, schemas: Conjunction) -> Demand:
        """What the schemas ask together."""
        key = tuple(map(id, schemas))
        known = self._demands.get(key)
        if known is None:
            parts = parts_of(schemas, self._resolve)
            known = self._demands[key] = (schemas, 1 + len(parts), demand_of(parts))
        self._effort.spend(known[1])
        return known[2]

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
        branches = meant or choice.branches[:MOST_MEMBERS]
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
            return self._containers.objects(demand, depth)
        if bit == json_types.ARRAY:
            return self._containers.lists(demand, depth)
        if bit == json_types.STRING:
            return self._writer.texts(demand)
        if bit & json_types.NUMBER:
            return numbers(demand, whole=bit == json_types.INTEGER)
        return iter((True, False) if bit == json_types.BOOLEAN else (None,))

    def first(self, schemas: Conjunction, depth: int) -> list[Any]:
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
        demand = self.demand(schemas)
        if not (demand.choices or demand.negations or demand.conditions):
            return values
        whole: Schema = {"allOf": list(schemas)}
        return (value for value in islice(values, _MOST_CHECKED) if self._accepts(whole, value))


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
