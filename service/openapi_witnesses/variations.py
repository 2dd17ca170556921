"""Which instances of all sorts does a schema accept?

Where it cannot be seen what the other side refuses, it is tried with something of each sort.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from service.openapi_witnesses.conjunctions import parts_of
from service.openapi_witnesses.demands import Resolve
from service.openapi_witnesses.negations import with_property
from service.openapi_witnesses.translation import Schema

_MOST = 60  # of each sort
_TYPES = ("string", "integer", "number", "boolean", "object", "array", "null")


def variations(
    schema: Schema, other: Schema, resolve: Resolve, *, subject: str = ""
) -> Iterator[Schema]:
    """What to add to the schema to get something of each sort, the plainest first.

    Among the branches of alternatives the one called `subject` comes first, then those that the
    other schema does not have.
    """
    parts = _objects(schema, resolve)
    known = {_mark(branch) for branch in _branches(_objects(other, resolve))}
    branches = sorted(
        _branches(parts), key=lambda branch: (_name(branch) != subject, _mark(branch) in known)
    )
    yield True
    for branch in branches[:_MOST]:
        yield {"x-choose": branch["x-at"], "x-tagged": True}
        yield {"x-choose": branch["x-at"], "x-full": True}
    yield from islice(_listed_values(parts), _MOST)
    yield from islice(_properties(parts, resolve), _MOST)
    yield from ({"type": name} for name in _TYPES)
    yield {"type": "object", "x-full": True}


def _objects(schema: Schema, resolve: Resolve) -> list[dict[str, Any]]:
    return [part for part in parts_of((schema,), resolve) if isinstance(part, dict)]


def _branches(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in parts:
        for keyword in ("oneOf", "anyOf"):
            yield from (one for one in part.get(keyword, ()) if isinstance(one, dict))


def _name(branch: dict[str, Any]) -> str:
    """What the engine calls a branch: by its reference, else by its title."""
    if "$ref" in branch:
        return str(branch["$ref"]).rsplit("/", 1)[-1]
    return str(branch.get("x-title", ""))


def _mark(branch: dict[str, Any]) -> str:
    """The same for branches that refer to the same name, or are written alike."""
    if "$ref" in branch:
        return str(branch["$ref"]).partition("#")[2]
    return repr([(name, value) for name, value in branch.items() if name != "x-at"])


def _listed_values(parts: list[dict[str, Any]]) -> Iterator[Schema]:
    for part in parts:
        yield from ({"const": value} for value in part.get("enum", ()))


def _properties(parts: list[dict[str, Any]], resolve: Resolve) -> Iterator[Schema]:
    """Each property by itself, with each of the values that it lists."""
    for part in parts:
        for name, schema in part.get("properties", {}).items():
            yield with_property(name, schema=True)
            for value in islice(_listed_values(_objects(schema, resolve)), _MOST):
                yield with_property(name, value)
