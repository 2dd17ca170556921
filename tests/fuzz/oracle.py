"""Is a comparison sound? A validator says what both sides accept, and so what may break."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from random import Random
from typing import Any

from service.openapi_diff import Comparison, Direction, Judgement
from tests.fuzz.assumptions import Exchange, accepts, survives
from tests.fuzz.dialects import Role, plain
from tests.fuzz.documents import Place, Side
from tests.fuzz.pairs import Pair
from tests.fuzz.samples import Sampler, compiled

Json = Any

_MAX_READINGS = 256
_TELLING = (Judgement.BREAKS, Judgement.UNDETERMINED)
_ROLES = {
    Direction.REQUEST: (Role.REQUEST_SENDER, Role.REQUEST_RECEIVER),
    Direction.RESPONSE: (Role.RESPONSE_SENDER, Role.RESPONSE_RECEIVER),
}


@dataclass(frozen=True, slots=True)
class Counterexample:
    """An instance that breaks somebody in a direction in which the comparison saw no harm."""

    pair: Pair
    direction: Direction
    instance: Json


def counterexamples(pair: Pair, comparison: Comparison, random: Random) -> Iterator[Counterexample]:
    """At most one for each direction that the comparison calls harmless."""
    told = told_directions(comparison)
    for direction in pair.place.directions:
        if direction in told or None in told:
            continue
        for exchange in _breaking_exchanges(pair, direction, random):
            is_request = direction is Direction.REQUEST
            if survives(exchange, comparison.assumptions, is_request=is_request):
                yield Counterexample(pair, direction, exchange.instance)
                break


def told_directions(comparison: Comparison) -> set[Direction | None]:
    """The directions of which somebody is told to look; None stands for both."""
    return {change.direction for change in comparison.changes if change.judgement in _TELLING}


def plain_sides(pair: Pair, direction: Direction) -> tuple[Json, Json]:
    """What the sender's and the receiver's schema ask for."""
    first, second = pair.base, pair.revision
    if direction is Direction.RESPONSE:
        first, second = second, first
    sending, receiving = _ROLES[direction]
    return _plain(first, sending), _plain(second, receiving)


def _plain(side: Side, role: Role) -> Json:
    return plain(side.schema, side.components, version=side.version, role=role)


def breaking_exchange(pair: Pair, direction: Direction, random: Random) -> Exchange | None:
    """The first exchange found that breaks, whatever the engine assumes."""
    return next(_breaking_exchanges(pair, direction, random), None)


def _breaking_exchanges(pair: Pair, direction: Direction, random: Random) -> Iterator[Exchange]:
    sender, receiver = plain_sides(pair, direction)
    if sender == receiver:
        return
    if loops(sender) or loops(receiver):
        raise ValueError("A schema that is an alternative of itself means nothing to a validator.")
    sends, receives = compiled(sender, {}).is_valid, compiled(receiver, {}).is_valid
    for schema in (sender, receiver):
        for instance in Sampler(schema, random).instances():
            if sends(instance) and not receives(instance):
                if _is_read_otherwise(pair, direction, instance):
                    continue
                yield Exchange(sender, receiver, instance)


def _is_read_otherwise(pair: Pair, direction: Direction, instance: Json) -> bool:
    """Whether the receiver accepts what the instance really is when it arrives."""
    receiver = plain_sides(pair, direction)[1]
    if pair.place.is_text and any(map(compiled(receiver, {}).is_valid, texts_of(instance))):
        return True
    if pair.place is Place.PARAMETER and any(accepts(receiver, one) for one in as_list(instance)):
        return True
    # What does not travel tells alternatives apart: a branch that has it is not meant.
    sending, _ = _ROLES[direction]
    side = pair.revision if direction is Direction.REQUEST else pair.base
    strict = _plain(side, sending)
    return bool(strict != receiver) and accepts(strict, instance)


def texts_of(value: Json) -> Iterator[Json]:
    """What a value in a parameter may be read as: each scalar in it is text, or what it stands for.

    Whoever reads `status=1&index=true` decides about each of the two by itself.
    """
    return islice(_texts_of(value), _MAX_READINGS)


def _texts_of(value: Json) -> Iterator[Json]:
    match value:
        case bool():
            yield from ("true" if value else "false", value)
        case int() | float():
            yield from (repr(value), value)
        case list():
            yield from map(list, product(*map(_texts_of, value)))
        case dict():
            for read in product(*map(_texts_of, value.values())):
                yield dict(zip(value, read, strict=True))
        case _:
            yield value


def as_list(value: Json) -> list[Json]:
    """The lists of one as which `q=value` can be read, where each item has a key of its own."""
    return [] if isinstance(value, list | dict) else [[one] for one in texts_of(value)]


def loops(schema: Json) -> bool:
    """Whether a definition leads back to itself without any step into the instance."""
    definitions = schema.get("$defs", {}) if isinstance(schema, dict) else {}
    used = {name: set(_in_place(found)) for name, found in definitions.items()}
    for name in definitions:
        reached, waiting = set[str](), [name]
        while waiting:
            fresh = used.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting.extend(fresh)
        if name in reached:
            return True
    return False


def _in_place(schema: Json) -> Iterator[str]:
    """The definitions that judge the same instance as the schema."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield schema["$ref"].rsplit("/", 1)[-1]
    inner = [schema[word] for word in ("not", "if", "then", "else") if word in schema]
    inner.extend(schema.get("dependentSchemas", {}).values())
    for word in ("allOf", "anyOf", "oneOf"):
        inner.extend(schema.get(word, ()))
    for child in inner:
        yield from _in_place(child)
