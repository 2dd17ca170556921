"""Where do two documents differ as plain values, and can the difference be seen from outside?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from service.openapi_diff import json_types
from service.openapi_diff.description import Description
from service.openapi_diff.pointers import MISSING, split

# What a keyword says is about values of these types alone.
_ABOUT = {
    **dict.fromkeys(("maxLength", "minLength", "pattern", "contentEncoding"), json_types.STRING),
    **dict.fromkeys(
        ("maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf"),
        json_types.NUMBER,
    ),
    **dict.fromkeys(("items", "maxItems", "minItems", "uniqueItems"), json_types.ARRAY),
    **dict.fromkeys(
        ("properties", "required", "additionalProperties", "maxProperties", "minProperties"),
        json_types.OBJECT,
    ),
    "format": json_types.STRING | json_types.NUMBER,
}
_BOUNDS = frozenset(("maxLength", "minLength", "maximum", "minimum"))
_SERIALISATION = frozenset(("style", "explode", "allowReserved", "allowEmptyValue"))
HOMES = ("components", "definitions", "parameters", "responses")


class Difference(NamedTuple):
    """A place at which the documents differ; a side that has nothing there is MISSING."""

    path: tuple[str | int, ...]
    base: Any
    revision: Any


def differences(base: Any, revision: Any) -> Iterator[Difference]:
    """Every smallest difference, lists compared by place."""
    waiting: list[Difference] = [Difference((), base, revision)]
    while waiting:
        found = waiting.pop()
        if type(found.base) is type(found.revision) and isinstance(found.base, dict | list):
            waiting.extend(_below(found))
        elif found.base != found.revision or type(found.base) is not type(found.revision):
            yield found


def _below(found: Difference) -> Iterator[Difference]:
    old, new = found.base, found.revision
    if isinstance(old, dict):
        for name in {**old, **new}:
            yield Difference((*found.path, name), old.get(name, MISSING), new.get(name, MISSING))
        return
    for place in range(max(len(old), len(new))):
        one = old[place] if place < len(old) else MISSING
        other = new[place] if place < len(new) else MISSING
        yield Difference((*found.path, place), one, other)


def is_idle(document: Any, path: tuple[str | int, ...]) -> bool:
    """Whether a keyword on the way says nothing about the types, or values, beside it."""
    value = document
    for token in path:
        if isinstance(value, dict) and "type" in value and token in _ABOUT:
            bits = json_types.declared(value["type"]) & ~json_types.NULL
            if not bits & _ABOUT[str(token)]:
                return True
        if isinstance(value, dict) and "enum" in value and token in _BOUNDS:
            return True
        try:
            value = value[token]
        except (KeyError, IndexError, TypeError):
            return False
    return False


def is_serialisation(path: tuple[str | int, ...]) -> bool:
    """Whether the difference is in how a parameter or header is written."""
    return bool(path) and path[-1] in _SERIALISATION


def is_unused(document: dict[str, Any], path: tuple[str | int, ...]) -> bool:
    """Whether the place is in a definition that no operation uses."""
    if not path or path[0] not in HOMES:
        return False
    depth = 3 if path[0] == "components" else 2
    if path[:2] == ("components", "securitySchemes"):
        return False
    return path[:depth] not in _used(document, depth_of_home=depth)


def _used(document: dict[str, Any], *, depth_of_home: int) -> set[tuple[str | int, ...]]:
    """The definitions that can be reached from the paths and the webhooks."""
    description = Description(document)
    waiting = [document.get("paths"), document.get("webhooks")]
    seen: set[str] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
            reference = value.get("$ref")
            target = description.locate(reference) if isinstance(reference, str) else None
            if target is not None and target.pointer not in seen:
                seen.add(target.pointer)
                waiting.append(target.value)
    return {tuple(split(pointer)[:depth_of_home]) for pointer in seen}
