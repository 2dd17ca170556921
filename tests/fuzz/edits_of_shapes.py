"""Which edits of objects, lists, alternatives and conditions do people make?"""

from typing import Any

from tests.fuzz.edits_of_values import types_of
from tests.fuzz.schemas import COMPONENTS, SchemaWriter

Json = Any

_MAP_KEYWORDS = ("patternProperties", "propertyNames", "dependentRequired", "dependentSchemas")


def _is_object(node: Json) -> bool:
    return "object" in types_of(node) or "properties" in node


def _is_list(node: Json) -> bool:
    return "array" in types_of(node) or "items" in node


def add_property(writer: SchemaWriter, node: Json) -> bool:
    if not _is_object(node):
        return False
    name = writer.random.choice(("extra", "note", "id", "email"))
    schema = writer.property(1)
    if "$ref" not in schema and writer.chance(0.2):
        schema["default"] = 1
    node.setdefault("properties", {}).setdefault(name, schema)
    if writer.chance(0.4):
        node["required"] = sorted({*node.get("required", ()), name})
    return True


def rename_property(writer: SchemaWriter, node: Json) -> bool:
    if not node.get("properties"):
        return False
    name = writer.random.choice(sorted(node["properties"]))
    node["properties"]["renamed"] = node["properties"].pop(name)
    if name in node.get("required", ()):
        node["required"] = sorted({*node["required"], "renamed"} - {name})
    return True


def remove_property(writer: SchemaWriter, node: Json) -> bool:
    if not node.get("properties"):
        return False
    name = writer.random.choice(sorted(node["properties"]))
    del node["properties"][name]
    if name in node.get("required", ()) and writer.chance(0.8):
        node["required"].remove(name)
    return True


def change_required(writer: SchemaWriter, node: Json) -> bool:
    if not _is_object(node):
        return False
    names = [*node.get("properties", {}), "undeclared"]
    chosen = writer.random.choice(names)
    node["required"] = sorted({*node.get("required", ())} ^ {chosen})
    if not node["required"]:
        del node["required"]
    return True


def change_visibility(writer: SchemaWriter, node: Json) -> bool:
    children = [child for child in node.get("properties", {}).values() if isinstance(child, dict)]
    children = [child for child in children if "$ref" not in child or writer.is_modern]
    if not children:
        return False
    child = writer.random.choice(children)
    keyword = writer.random.choice(("readOnly", "writeOnly"))
    if child.pop(keyword, False) is False:
        child[keyword] = True
    return True


def change_others(writer: SchemaWriter, node: Json) -> bool:
    """What is said of properties that are not declared."""
    if not _is_object(node):
        return False
    values: list[Json] = [False, True, {}, writer.scalar(), writer.schema(1)]
    keyword = "additionalProperties"
    if writer.is_modern and writer.chance(0.2):
        keyword = "unevaluatedProperties"
    if keyword in node and writer.chance(0.4):
        del node[keyword]
    else:
        node[keyword] = writer.random.choice(values)
    return True


def change_maps(writer: SchemaWriter, node: Json) -> bool:
    if not writer.is_modern or not _is_object(node):
        return False
    keyword = writer.random.choice(_MAP_KEYWORDS)
    if keyword in node and writer.chance(0.5):
        del node[keyword]
        return True
    name = writer.random.choice([*node.get("properties", {}), "extra"])
    node[keyword] = {
        "patternProperties": {writer.random.choice(("^x-", "^[a-z]+$")): writer.scalar()},
        "propertyNames": {"pattern": writer.random.choice(("^[a-z_]+$", "^.{1,9}$"))},
        "dependentRequired": {name: [writer.random.choice(("id", "extra"))]},
        "dependentSchemas": {name: writer.object(1)},
    }[keyword]
    return True


def change_items(writer: SchemaWriter, node: Json) -> bool:
    if not _is_list(node):
        return False
    choices = ["items"]
    if writer.is_modern:
        choices += ["prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems"]
    keyword = writer.random.choice(choices)
    if "prefixItems" in node and writer.chance(0.3):
        node["prefixItems"] = [*node["prefixItems"], writer.scalar()][writer.random.randint(0, 1) :]
        return True
    if keyword in node and writer.chance(0.5) and writer.is_modern:
        del node[keyword]
        return True
    if keyword in ("minContains", "maxContains"):
        node[keyword] = writer.random.choice((0, 1, 2))
        return "contains" in node
    schema = writer.schema(1)
    node[keyword] = [writer.scalar(), schema] if keyword == "prefixItems" else schema
    return True


def change_branches(writer: SchemaWriter, node: Json) -> bool:
    """An alternative comes or goes, or `oneOf` becomes `anyOf`."""
    keyword = next((name for name in ("oneOf", "anyOf") if name in node), None)
    if keyword is None:
        return False
    pick = writer.random.random()
    if pick < 0.2:
        node["anyOf" if keyword == "oneOf" else "oneOf"] = node.pop(keyword)
    elif pick < 0.6 and len(node[keyword]) > 1:
        node[keyword].pop(writer.random.randrange(len(node[keyword])))
    else:
        node[keyword].insert(writer.random.randint(0, 1), writer.schema(1))
    return True


def wrap(writer: SchemaWriter, node: Json) -> bool:
    """The schema becomes a part, or one of several alternatives."""
    if writer.version == "2.0":
        return False
    inner = dict(node)
    node.clear()
    pick = writer.random.random()
    if pick < 0.4:
        node["allOf"] = [inner, writer.object(1)]
    elif pick < 0.9:
        keyword = writer.random.choice(("oneOf", "anyOf"))
        node[keyword] = [inner, writer.schema(1)]
    else:
        node["not"] = {"not": inner}
    return True


def add_part(writer: SchemaWriter, node: Json) -> bool:
    if "$ref" in node and not writer.is_modern:
        return False
    node.setdefault("allOf", []).append(writer.random.choice((writer.object(1), writer.scalar())))
    return True


def change_exclusion(writer: SchemaWriter, node: Json) -> bool:
    if writer.version == "2.0" or ("$ref" in node and not writer.is_modern):
        return False
    if "not" in node and writer.chance(0.5):
        del node["not"]
        return True
    excluded = [{"required": ["id"]}, writer.scalar(), {"enum": ["a", 1]}, writer.object(1)]
    node["not"] = writer.random.choice(excluded)
    return True


def change_condition(writer: SchemaWriter, node: Json) -> bool:
    if not writer.is_modern:
        return False
    if "if" in node and writer.chance(0.6):
        keyword = writer.random.choice([name for name in ("if", "then", "else") if name in node])
        del node[keyword]
        return True
    node.setdefault("if", {"required": ["id"]})
    node[writer.random.choice(("then", "else"))] = writer.object(1)
    return True


def replace_node(writer: SchemaWriter, node: Json) -> bool:
    """Something else altogether, or another definition."""
    fresh = writer.schema(1)
    if writer.chance(0.3):
        fresh = {"$ref": writer.prefix + writer.random.choice(COMPONENTS)}
    node.clear()
    node.update(fresh)
    return True


def change_boolean(writer: SchemaWriter, node: Json) -> bool:
    """A property that may be anything, or never there."""
    if not writer.is_modern or not node.get("properties"):
        return False
    name = writer.random.choice(sorted(node["properties"]))
    node["properties"][name] = writer.random.choice((True, False))
    return True


SHAPE_EDITS = (
    add_property,
    add_property,
    remove_property,
    rename_property,
    change_required,
    change_required,
    change_visibility,
    change_visibility,
    change_others,
    change_maps,
    change_items,
    change_branches,
    change_branches,
    wrap,
    add_part,
    change_exclusion,
    change_condition,
    replace_node,
    change_boolean,
)
