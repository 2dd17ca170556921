"""Which edits of types, values, bounds and texts do people make?"""

from typing import Any

from tests.fuzz.schemas import FORMATS, PATTERNS, WORDS, SchemaWriter

Json = Any

_TYPES = ("string", "integer", "number", "boolean", "object", "array")
_LENGTHS = ("minLength", "maxLength")
_BOUNDS: dict[str, tuple[tuple[str, tuple[Json, ...]], ...]] = {
    "string": (("minLength", (0, 1, 2, 4)), ("maxLength", (1, 2, 5, 9, 30))),
    "integer": (
        ("minimum", (-5, 0, 0.5, 1, 2)),
        ("maximum", (2, 5, 9.5, 100)),
        ("multipleOf", (1, 2, 3, 4, 10)),
    ),
    "number": (
        ("minimum", (-5, 0, 0.5, 1)),
        ("maximum", (2, 5.5, 100)),
        ("multipleOf", (0.25, 0.5, 1, 2)),
    ),
    "array": (("minItems", (0, 1, 2)), ("maxItems", (1, 2, 3, 9)), ("uniqueItems", (True, False))),
    "object": (("minProperties", (0, 1, 2, 3)), ("maxProperties", (1, 2, 3, 5))),
}
_BEYOND = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}


def types_of(node: Json) -> list[str]:
    declared = node.get("type", [])
    return [declared] if isinstance(declared, str) else list(declared)


def change_type(writer: SchemaWriter, node: Json) -> bool:
    declared = types_of(node)
    pick = writer.random.random()
    if pick < 0.2:
        return node.pop("type", None) is not None
    if pick < 0.4 and declared in (["integer"], ["number"]):
        node["type"] = "number" if declared == ["integer"] else "integer"
        return True
    if writer.is_modern and pick < 0.7:
        node["type"] = sorted({*declared, writer.random.choice(_TYPES)})
        return True
    node["type"] = writer.random.choice(_TYPES)
    return True


def change_null(writer: SchemaWriter, node: Json) -> bool:
    """null comes or goes, with or without its place among the listed values."""
    if not writer.is_modern:
        keyword = "x-nullable" if writer.version == "2.0" else "nullable"
        node[keyword] = not node.get(keyword, False)
        return "type" in node
    declared = types_of(node)
    if not declared:
        return False
    node["type"] = [name for name in declared if name != "null"] or ["null"]
    if "null" not in declared:
        node["type"] = [*declared, "null"]
    if "enum" in node and writer.chance(0.5):
        rest = [value for value in node["enum"] if value is not None]
        node["enum"] = rest if "null" in declared else [*rest, None]
    return True


def change_format(writer: SchemaWriter, node: Json) -> bool:
    numbers = {"integer", "number"} & set(types_of(node))
    if not numbers and "string" not in types_of(node):
        return False
    if writer.chance(0.3):
        return node.pop("format", None) is not None
    node["format"] = writer.random.choice(
        ("int32", "int64", "float", "double") if numbers else FORMATS
    )
    return True


def change_bound(writer: SchemaWriter, node: Json) -> bool:
    """Set, move or lift a bound; sometimes one that the type gives no meaning."""
    names = [name for name in types_of(node) if name in _BOUNDS] or list(_BOUNDS)
    keyword, values = writer.random.choice(_BOUNDS[writer.random.choice(names)])
    if keyword in node and writer.chance(0.3):
        del node[keyword]
        node.pop(_BEYOND.get(keyword, ""), None)
        return True
    node[keyword] = writer.random.choice(values)
    beyond = _BEYOND.get(keyword)
    if beyond and writer.chance(0.3):
        node[beyond] = node.pop(keyword) if writer.is_modern else True
    return True


def nudge_bound(writer: SchemaWriter, node: Json) -> bool:
    """Move a bound that is there to its neighbour."""
    found = [
        name
        for name, value in node.items()
        if name.startswith(("min", "max", "exclusive"))
        and isinstance(value, int | float)
        and not isinstance(value, bool)
    ]
    if not found:
        return False
    name = writer.random.choice(found)
    node[name] += writer.random.choice((1, -1) if node[name] else (1,))
    return True


def flip_edge(writer: SchemaWriter, node: Json) -> bool:
    """The edge itself is no longer inside, or is now; the bound stays."""
    for bound, beyond in _BEYOND.items():
        if not writer.is_modern and bound in node:
            node[beyond] = not node.get(beyond, False)
            return True
        if writer.is_modern and (bound in node or beyond in node):
            before, after = (bound, beyond) if bound in node else (beyond, bound)
            node[after] = node.pop(before)
            return True
    return False


def change_pattern(writer: SchemaWriter, node: Json) -> bool:
    if "string" not in types_of(node) and "pattern" not in node:
        return False
    if writer.chance(0.2):
        return node.pop("pattern", None) is not None
    node["pattern"] = writer.random.choice(PATTERNS)
    return True


def change_values(writer: SchemaWriter, node: Json) -> bool:
    """A listed value comes or goes, or the whole list does."""
    listed = node.get("enum")
    if listed is None:
        if not {"string", "integer"} & set(types_of(node)) and not writer.chance(0.2):
            return False
        source: list[Json] = list(range(5)) if "integer" in types_of(node) else list(WORDS)
        node["enum"] = writer.random.sample(source, writer.random.randint(1, 3))
    elif writer.chance(0.2):
        del node["enum"]
    elif len(listed) > 1 and writer.chance(0.4):
        listed.remove(writer.random.choice(listed))
    else:
        fresh = [word for word in WORDS if word not in listed]
        listed.extend(writer.random.sample(fresh, min(len(fresh), writer.random.randint(1, 2))))
    return True


def change_constant(writer: SchemaWriter, node: Json) -> bool:
    if not writer.is_modern or {"object", "array"} & set(types_of(node)):
        return False
    if "const" in node and writer.chance(0.4):
        del node["const"]
        return True
    node["const"] = 3 if "integer" in types_of(node) else writer.random.choice(WORDS)
    return True


def change_default(writer: SchemaWriter, node: Json) -> bool:
    if "default" in node and writer.chance(0.4):
        del node["default"]
        return True
    node["default"] = writer.random.choice((1, "a", None, "new"))
    return True


def change_content(writer: SchemaWriter, node: Json) -> bool:
    if not writer.is_modern or "string" not in types_of(node):
        return False
    keyword, values = writer.random.choice(
        (
            ("contentEncoding", ("base64", "quoted-printable")),
            ("contentMediaType", ("application/json", "image/png")),
            ("contentSchema", ({"type": "object"}, {"type": "object", "maxProperties": 2})),
        )
    )
    if keyword in node and writer.chance(0.4):
        del node[keyword]
    else:
        node[keyword] = writer.random.choice(values)
    return True


_OTHERS: dict[str, tuple[Json, ...]] = {
    "multipleOf": (2, 3, 0.5, 6),
    "default": ("a", 1, "b", None),
    "x-extensible-enum": (["a", "b"], ["new"], ["open", "closed", "x1"]),
    "minContains": (0, 1, 2, 3),
    "maxContains": (1, 2, 3),
    "pattern": ("^[a-z]+$", "^[a-z0-9]+$", "^.*$", "^a"),
    "contentSchema": ({"type": "object"},),
}


def change_present(writer: SchemaWriter, node: Json) -> bool:
    """Something that is seldom there goes, or says something else."""
    present = [name for name in _OTHERS if name in node]
    if not present:
        return False
    name = writer.random.choice(present)
    if writer.chance(0.3):
        del node[name]
    else:
        node[name] = writer.random.choice(_OTHERS[name])
    return True


VALUE_EDITS = (
    change_present,
    change_present,
    change_type,
    change_null,
    change_format,
    change_bound,
    change_bound,
    change_bound,
    nudge_bound,
    flip_edge,
    change_pattern,
    change_values,
    change_values,
    change_constant,
    change_default,
    change_content,
)
