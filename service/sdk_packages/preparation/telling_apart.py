"""How does a client find out which of several models an answer holds?

Generated code tries one after the other, and takes the first that does not fail. A field that has
one fixed value in each of them tells them apart, so there another value is made a failure. Anywhere
else a value that a newer service sends goes through as it is.
"""

from collections.abc import Iterator, Mapping
from typing import Any

_FEWEST = 2


def with_fixed_fields(components: Mapping[str, Any], places: Mapping[str, Any]) -> dict[str, Any]:
    """Return the components; models that stand side by side in a union insist on fixed values.

    `places` is where unions may be besides the components themselves.
    """
    changed = dict(components)
    for names in _alternatives([components, places]):
        models = [name for name in names if "properties" in components.get(name, ())]
        if len(models) >= _FEWEST:
            changed |= {name: _insisting(components[name], components) for name in models}
    return changed


def _alternatives(node: Any) -> Iterator[list[str]]:
    """Yield the names that each union refers to."""
    match node:
        case {"anyOf": [*members]}:
            yield [member["$ref"].rpartition("/")[2] for member in members if "$ref" in member]
            yield from _alternatives(members)
        case dict():
            for child in node.values():
                yield from _alternatives(child)
        case list():
            for child in node:
                yield from _alternatives(child)
        case _:
            pass


def _insisting(model: Mapping[str, Any], components: Mapping[str, Any]) -> dict[str, Any]:
    required = set(model.get("required", ()))
    properties = {
        name: _fixed(field, components) if name in required else field
        for name, field in model["properties"].items()
    }
    return {**model, "properties": properties}


def _fixed(field: dict[str, Any], components: Mapping[str, Any]) -> dict[str, Any]:
    match components.get(field.get("$ref", "").rpartition("/")[2]):
        case {"type": "string", "enum": [str(only)]}:
            return {"const": only}
        case _:
            return field
