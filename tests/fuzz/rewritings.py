"""In which ways is the same schema written otherwise, so that no instance knows the difference?"""

import copy
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from tests.fuzz.dialects import component_of
from tests.fuzz.schemas import COMPONENTS, SchemaWriter

Json = Any

_MAPS = ("properties", "patternProperties", "dependentSchemas")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLE = [
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
]


def nodes(schema: Json) -> Iterator[Json]:
    """Every schema object of a schema, itself first; references are not followed."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword in _MAPS:
        for child in schema.get(keyword, {}).values():
            yield from nodes(child)
    for keyword in _LISTS:
        for child in schema.get(keyword, ()):
            yield from nodes(child)
    for keyword in _SINGLE:
        yield from nodes(schema.get(keyword))


class Spot(NamedTuple):
    """A schema object that is to be rewritten in place, and what it may use."""

    writer: SchemaWriter
    node: Json
    components: dict[str, Json]


def inline_reference(spot: Spot) -> bool:
    """A reference gives way to what it means; in a cycle it is unrolled once."""
    node = spot.node
    target = spot.components.get(component_of(node.get("$ref", "")))
    if not isinstance(target, dict) or set(node) != {"$ref"}:
        return False
    copied = copy.deepcopy(target)  # first: the reference may stand in what it means
    node.clear()
    node.update(copied)
    return True


def extract_component(spot: Spot) -> bool:
    node = spot.node
    if "$ref" in node:
        return False
    name = f"Extracted{len(spot.components)}"
    spot.components[name] = dict(node)
    node.clear()
    node["$ref"] = spot.writer.prefix + name
    return True


def wrap_in_all_of(spot: Spot) -> bool:
    if not _may_be_wrapped(spot.node):
        return False
    inner = dict(spot.node)
    spot.node.clear()
    spot.node["allOf"] = [inner]
    return True


def _may_be_wrapped(node: Json) -> bool:
    """What looks at its neighbours, or hides from a direction, means something else inside."""
    return not {"unevaluatedProperties", "unevaluatedItems", "readOnly", "writeOnly"} & set(node)


def respell_null(spot: Spot) -> bool:
    """`[T, "null"]` is `anyOf` of T and null."""
    node = spot.node
    declared = node.get("type")
    if not spot.writer.is_modern or not isinstance(declared, list) or "null" not in declared:
        return False
    if len(declared) != 2 or set(node) - {"type", "maxLength", "minLength", "minimum", "maximum"}:
        return False
    inner = node | {"type": next(name for name in declared if name != "null")}
    node.clear()
    node["anyOf"] = [inner, {"type": "null"}]
    return True


def respell_constant(spot: Spot) -> bool:
    """A constant is a list of one value."""
    if not spot.writer.is_modern or "const" not in spot.node or "enum" in spot.node:
        return False
    spot.node["enum"] = [spot.node.pop("const")]
    return True


def reorder(spot: Spot) -> bool:
    """Keys and sets are in no order."""
    turned(spot.node, spot.writer.random)
    return True


def turned(node: Json, random: Random) -> None:
    """Shuffle the keys of a schema, and the lists that are sets, in place."""
    for keyword in ("required", "enum", "type"):
        if isinstance(node.get(keyword), list):
            random.shuffle(node[keyword])
    for keyword in ("properties", ""):
        owner = node.get(keyword) if keyword else node
        if isinstance(owner, dict):
            items = list(owner.items())
            random.shuffle(items)
            owner.clear()
            owner.update(items)


REWRITINGS = (
    inline_reference,
    inline_reference,
    extract_component,
    wrap_in_all_of,
    respell_null,
    respell_constant,
    reorder,
)


def rename_components(schema: Json, names: dict[str, str], prefix: str) -> Json:
    """A copy in which references name the components by their new names."""
    if isinstance(schema, list):
        return [rename_components(child, names, prefix) for child in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: rename_components(child, names, prefix) for key, child in schema.items()}
    if isinstance(found.get("$ref"), str):
        name = component_of(found["$ref"])
        found["$ref"] = prefix + names.get(name, name)
    return found


def translate(schema: Json, target: str) -> Json:
    """A schema of an older version in the words of a newer one."""
    if isinstance(schema, list):
        return [translate(child, target) for child in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        return {"$ref": _moved(schema["$ref"])}
    found = {key: translate(child, target) for key, child in schema.items()}
    nullable = found.pop("x-nullable", False) or found.pop("nullable", False)
    if nullable and target.startswith("3.0"):
        found["nullable"] = True
    elif nullable and isinstance(found.get("type"), str):
        found["type"] = [found["type"], "null"]
        if "enum" in found and None not in found["enum"]:
            found["enum"] = [*found["enum"], None]
    if target.startswith("3.1"):
        _translate_bounds(found)
    return found


def move_references(schema: Json) -> Json:
    """A schema as it is, but for where newer versions keep what is referred to."""
    if isinstance(schema, list):
        return [move_references(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: move_references(child) for key, child in schema.items()}
    if isinstance(schema.get("$ref"), str):
        found["$ref"] = _moved(schema["$ref"])
    return found


def _moved(reference: str) -> str:
    return f"#/components/schemas/{component_of(reference)}"


def _translate_bounds(found: Json) -> None:
    for bound, beyond in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(found.get(beyond), bool) and found.pop(beyond) and bound in found:
            found[beyond] = found.pop(bound)


def fresh_names(random: Random) -> dict[str, str]:
    """New names for all components."""
    return {name: f"{name}V{random.randint(2, 9)}" for name in COMPONENTS}
