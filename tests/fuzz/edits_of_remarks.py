"""Which edits of schemas change no instance: texts, hints, identifiers, references into nowhere?"""

from typing import Any

from tests.fuzz.schemas import SchemaWriter

Json = Any


def _set(keyword: str, *values: Json) -> Any:
    def edit(writer: SchemaWriter, node: Json) -> bool:
        if "$ref" in node and not writer.is_modern:
            return False
        if keyword in node and writer.chance(0.5):
            del node[keyword]
        else:
            node[keyword] = writer.random.choice(values)
        return True

    return edit


def change_discriminator(writer: SchemaWriter, node: Json) -> bool:
    """Names of the alternatives come, go, or lead elsewhere."""
    if writer.version == "2.0" or not ("oneOf" in node or "anyOf" in node):
        return False
    known = node.get("discriminator")
    if known is not None and writer.chance(0.7):
        return _change_known(writer, node, known)
    targets = [writer.prefix + name for name in ("Item", "Owner")]
    words = writer.random.sample(("a", "b", "new"), 2)
    node["discriminator"] = {
        "propertyName": writer.random.choice(("kind", "kind", "type")),
        "mapping": {word: writer.random.choice(targets) for word in words},
    }
    return True


def _change_known(writer: SchemaWriter, node: Json, known: Json) -> bool:
    """The discriminator goes, loses a value, means another by one, or has another property."""
    pick = writer.random.random()
    if pick < 0.2:
        del node["discriminator"]
    elif pick < 0.4 and known.get("mapping"):
        word = writer.random.choice(sorted(known["mapping"]))
        known["mapping"][word] = writer.prefix + writer.random.choice(("Item", "Owner"))
    elif pick < 0.6 and known.get("mapping"):
        known["mapping"].pop(next(iter(known["mapping"])))
    elif pick < 0.8 and known.get("mapping"):
        known["mapping"]["further"] = writer.prefix + "Item"
    else:
        known["propertyName"] = "type"
    return True


def point_elsewhere(writer: SchemaWriter, node: Json) -> bool:
    """A reference that leads nowhere in this document."""
    if "$ref" not in node:
        return False
    node["$ref"] = writer.prefix + "Nowhere"
    return True


def point_dynamically(writer: SchemaWriter, node: Json) -> bool:
    if not writer.is_modern:
        return False
    node["$dynamicRef"] = "#node"
    return True


REMARK_EDITS = (
    _set("title", "Thing", "A thing"),
    _set("description", "Says what it is.", "Says it better."),
    _set("example", 1, "a"),
    _set("deprecated", True),
    _set("xml", {"name": "thing"}, {"attribute": True}),
    _set("x-ms-enum", {"name": "Kind", "modelAsString": True}),
    _set("x-ms-client-name", "thing", "theThing"),
    _set("x-extensible-enum", ["a", "b"], ["a"], ["b", "c"]),
    _set("$comment", "for editors"),
    change_discriminator,
    change_discriminator,
)
# Rare: the engine says that it cannot tell, and there is nothing more to be found there.
BLIND_EDITS = (point_elsewhere, point_dynamically, _set("$id", "thing"), _set("$anchor", "here"))
