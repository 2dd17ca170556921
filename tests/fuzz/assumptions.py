"""Does an instance speak against a verdict, or only against an assumption that the verdict names?

Each assumption of the engine that can excuse an instance is one function here, named after it:
it answers whether the instance stays a counterexample where that is assumed. Some need none:
`formats-are-asserted` is how every validator here is made; `read-only-is-not-sent` is how schemas
are converted (`dialects`); `readers-handle-any-status` concerns no instance.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from service.openapi_diff import Assumption
from tests.fuzz.samples import compiled

Json = Any

_IN_PLACE = ("allOf", "anyOf", "oneOf")
_MAX_DEPTH = 12
_ALL = None  # every name is declared: something judges the undeclared ones


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is sent, and the plain schemas of both sides."""

    sender: Json
    receiver: Json
    instance: Json
    is_text: bool = False  # travels as text: parameters and headers

    def breaks(self) -> bool:
        """Whether the sender's schema accepts the instance and the receiver's refuses it."""
        return accepts(self.sender, self.instance) and not accepts(self.receiver, self.instance)


def accepts(schema: Json, instance: Json) -> bool:
    """Whether a plain schema, its definitions beside it, accepts an instance."""
    return compiled(schema, {}).is_valid(instance)


def survives(exchange: Exchange, listed: tuple[Assumption, ...], *, is_request: bool) -> bool:
    """Whether a counterexample is still one where all the listed assumptions hold."""
    filters = [_FILTERS[name] for name in listed if name in _FILTERS]
    return exchange.breaks() and all(check(exchange, is_request) for check in filters)


def _clients_send_declared(exchange: Exchange, is_request: bool) -> bool:  # noqa: FBT001 - one shape for all filters
    declared = without_undeclared(exchange.sender, exchange.instance, any_branch=False)
    return not is_request or bool(declared == exchange.instance)


def _servers_ignore_undeclared(exchange: Exchange, is_request: bool) -> bool:  # noqa: FBT001 - see above
    return not is_request or not _is_read(exchange)


def _readers_ignore_unknown(exchange: Exchange, is_request: bool) -> bool:  # noqa: FBT001 - see above
    return is_request or not _is_read(exchange)


def _is_read(exchange: Exchange) -> bool:
    """Whether the receiver accepts the instance once it has dropped what it does not declare."""
    kept = without_undeclared(exchange.receiver, exchange.instance, any_branch=True)
    return accepts(exchange.receiver, kept)


def _one_of_branches_are_apart(exchange: Exchange, _: bool) -> bool:  # noqa: FBT001 - see above
    """Where branches are apart, `oneOf` says no more than `anyOf`."""
    sender, receiver = map(with_any_of, (exchange.sender, exchange.receiver))
    return Exchange(sender, receiver, exchange.instance).breaks()


Filter = Callable[[Exchange, bool], bool]
_FILTERS: dict[Assumption, Filter] = {
    Assumption.CLIENTS_SEND_DECLARED: _clients_send_declared,
    Assumption.SERVERS_IGNORE_UNDECLARED: _servers_ignore_undeclared,
    Assumption.READERS_IGNORE_UNKNOWN: _readers_ignore_unknown,
    Assumption.ONE_OF_BRANCHES_ARE_APART: _one_of_branches_are_apart,
}


def with_any_of(schema: Json) -> Json:
    """The schema with each `oneOf` as an `anyOf`."""
    if isinstance(schema, list):
        return [with_any_of(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: with_any_of(child) for key, child in schema.items() if key != "oneOf"}
    if isinstance(schema.get("oneOf"), list):
        branches = {"anyOf": with_any_of(schema["oneOf"])}
        found = {"allOf": [found, branches]} if "anyOf" in found else found | branches
        if "$defs" in schema and "allOf" in found and "$defs" not in found:
            found["$defs"] = found["allOf"][0].pop("$defs")
    return found


def without_undeclared(schema: Json, instance: Json, *, any_branch: bool) -> Json:
    """The instance without the properties that nothing in the schema has a word about.

    Of alternatives count those that accept the instance, as for `unevaluatedProperties`, or
    `any_branch`. Where anything is said about undeclared properties, none of them is dropped.
    """
    definitions = schema.get("$defs", {}) if isinstance(schema, dict) else {}
    return _Pruner(definitions, any_branch=any_branch).prune([schema], instance, _MAX_DEPTH)


class _Pruner:
    def __init__(self, definitions: dict[str, Json], *, any_branch: bool) -> None:
        self._definitions = definitions
        self._any_branch = any_branch

    def prune(self, schemas: list[Json], instance: Json, depth: int) -> Json:
        parts = [part for schema in schemas for part in self._parts(schema, instance, depth)]
        if depth <= 0:
            return instance
        if isinstance(instance, dict):
            return self._prune_object(parts, instance, depth)
        if isinstance(instance, list):
            return [
                self.prune(_schemas_of_item(parts, place), item, depth - 1)
                for place, item in enumerate(instance)
            ]
        return instance

    def _prune_object(self, parts: list[Json], instance: dict[str, Json], depth: int) -> Json:
        declared = _declared_names(parts, instance)
        return {
            name: self.prune(_schemas_of_property(parts, name), value, depth - 1)
            for name, value in instance.items()
            if declared is _ALL or name in declared
        }

    def _parts(self, schema: Json, instance: Json, depth: int) -> Iterator[Json]:
        """The flat schemas that have a say about the instance."""
        if not isinstance(schema, dict) or depth <= 0:
            return
        yield schema
        inner = [schema[key] for key in ("then", "else", "if") if key in schema]
        inner.extend(schema.get("dependentSchemas", {}).values())
        for keyword in ("anyOf", "oneOf"):
            inner.extend(schema.get(keyword, ()))
        for branch in inner:
            if self._any_branch or compiled(branch, self._definitions).is_valid(instance):
                yield from self._parts(branch, instance, depth - 1)
        for part in schema.get("allOf", ()):
            yield from self._parts(part, instance, depth - 1)
        if "$ref" in schema:
            target = self._definitions.get(schema["$ref"].rsplit("/", 1)[-1])
            yield from self._parts(target, instance, depth - 1)


def _declared_names(parts: list[Json], instance: dict[str, Json]) -> set[str] | None:
    names: set[str] = set()
    for part in parts:
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if part.get(keyword, True) not in (True, {}):
                return _ALL
        names.update(part.get("properties", ()), part.get("required", ()))
        for name, needed in part.get("dependentRequired", {}).items():
            names.update(needed if name in instance else ())
        for pattern in part.get("patternProperties", ()):
            names.update(name for name in instance if re.search(pattern, name))
    return names


def _schemas_of_property(parts: list[Json], name: str) -> list[Json]:
    found = [part["properties"][name] for part in parts if name in part.get("properties", {})]
    for part in parts:
        patterns = part.get("patternProperties", {})
        found.extend(schema for pattern, schema in patterns.items() if re.search(pattern, name))
        if name not in part.get("properties", {}) and "additionalProperties" in part:
            found.append(part["additionalProperties"])
    return found


def _schemas_of_item(parts: list[Json], place: int) -> list[Json]:
    found = []
    for part in parts:
        places = part.get("prefixItems", ())
        if place < len(places):
            found.append(places[place])
        elif "items" in part:
            found.append(part["items"])
    return found
