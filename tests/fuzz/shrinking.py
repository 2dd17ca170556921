"""What is the smallest pair that still shows the same fault?"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from service.openapi_diff import Direction
from tests.fuzz.documents import Place, Side
from tests.fuzz.pairs import Pair

Json = Any

_MAX_ATTEMPTS = 1_200
_PLACES = {Direction.REQUEST: Place.REQUEST, Direction.RESPONSE: Place.RESPONSE}
_MISSING = object()
_Path = tuple[str | int, ...]


def shrunk(pair: Pair, direction: Direction, fails: Callable[[Pair], bool]) -> Pair:
    """The smallest pair found that still fails, by leaving things out on both sides or on one."""
    simpler = replace(pair, place=_PLACES[direction])
    pair = simpler if fails(simpler) else pair
    attempts = 0
    progress = True
    while progress and attempts < _MAX_ATTEMPTS:
        progress = False
        for candidate in _smaller(pair):
            attempts += 1
            if attempts >= _MAX_ATTEMPTS:
                break
            if len(candidate.key) < len(pair.key) and fails(candidate):
                pair, progress = candidate, True
                break
    return pair


def _smaller(pair: Pair) -> Iterator[Pair]:
    values = [_values(side) for side in (pair.base, pair.revision)]
    paths = dict.fromkeys(path for value in values for path in _paths(value))
    for path in sorted(paths, key=len):
        children = [_at(value, path) for value in values]
        if path[0] == "schema" and len(path) > 1:
            yield _with(pair, [{**value, "schema": child} if child is not _MISSING else value
                               for value, child in zip(values, children, strict=True)])  # fmt: skip
        if len(path) > 1:
            both = [_without(value, path) for value in values]
            yield _with(pair, both)
            yield _with(pair, [both[0], values[1]])
            yield _with(pair, [values[0], both[1]])
        if len(path) > 2:
            yield _with(pair, [_hoisted(value, path) for value in values])


def _values(side: Side) -> Json:
    return {"schema": side.schema, "components": side.components}


def _with(pair: Pair, values: list[Json]) -> Pair:
    base, revision = (
        replace(side, schema=value["schema"], components=value["components"])
        for side, value in zip((pair.base, pair.revision), values, strict=True)
    )
    return replace(pair, base=base, revision=revision)


def _paths(value: Json, path: _Path = ()) -> Iterator[_Path]:
    if path:
        yield path
    children: Any = ()
    if isinstance(value, dict):
        children = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    for key, child in children:
        yield from _paths(child, (*path, key))


def _at(value: Json, path: _Path) -> Json:
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return _MISSING
    return value


def _without(value: Json, path: _Path) -> Json:
    if _at(value, path) is _MISSING:
        return value
    copied = copy.deepcopy(value)
    del _at(copied, path[:-1])[path[-1]]
    return copied


def _hoisted(value: Json, path: _Path) -> Json:
    """The child in the place of its parent's parent: `properties/a` in that of the object."""
    child, above = _at(value, path), path[:-2]
    if child is _MISSING or not above or not isinstance(child, dict):
        return value
    copied = copy.deepcopy(value)
    _at(copied, above[:-1])[above[-1]] = copy.deepcopy(child)
    return copied
