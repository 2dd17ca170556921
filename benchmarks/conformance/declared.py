"""What is sent by somebody who keeps to a schema, and sends nothing that it does not declare?

Works on schemas of 2020-12 with their definitions beside them. Where a schema is put together in a
way that does not show what is declared, it stays open: then more is sent than is meant, and whoever
proves something of it proves it of what is meant as well.
"""

from typing import Any

Json = Any

_SIMPLE = frozenset(("type", "properties", "required"))
_CLOSED = "-closed"


def closed(schema: Json) -> Json:
    """The schema without what it does not declare; the argument is not changed."""
    closing = _Closing(schema.get("$defs", {}))
    root = closing.of({key: value for key, value in schema.items() if key != "$defs"})
    return {**root, "$defs": {**closing.definitions, **closing.made}}


class _Closing:
    def __init__(self, definitions: dict[str, Json]) -> None:
        self.definitions = definitions
        self.made: dict[str, Json] = {}

    def of(self, schema: Json) -> Json:
        """A schema that is all that is said of a value."""
        if not isinstance(schema, dict):
            return schema
        if schema.keys() == {"$ref"}:
            return self._reference(schema["$ref"])
        parts = self._parts(schema)
        if parts is not None:
            return self._merged(parts)
        found = dict(schema)
        if "items" in found:
            found["items"] = self.of(found["items"])
        for keyword in ("anyOf", "oneOf"):
            if keyword in found and found.keys() <= {keyword, "type"}:
                found[keyword] = [self.of(branch) for branch in found[keyword]]
        return found

    def _reference(self, reference: str) -> Json:
        name = reference.rsplit("/", 1)[-1]
        made = f"{name}{_CLOSED}"
        if made not in self.made:
            self.made[made] = True  # while it is being made: it may lead back to itself
            self.made[made] = self.of(self.definitions.get(name, True))
        return {"$ref": f"#/$defs/{made}"}

    def _parts(self, schema: Json) -> list[Json] | None:
        """The simple objects that a schema is made of; None where it is made of anything else."""
        if not isinstance(schema, dict):
            return None
        if schema.keys() == {"$ref"}:
            return self._parts(self.definitions.get(schema["$ref"].rsplit("/", 1)[-1]))
        own = {key: value for key, value in schema.items() if key != "allOf"}
        if not own.keys() <= _SIMPLE:
            return None
        parts = [own]
        for part in schema.get("allOf", ()):
            found = self._parts(part)
            if found is None:
                return None
            parts.extend(found)
        return parts if any("properties" in part for part in parts) else None

    def _merged(self, parts: list[Json]) -> Json:
        properties: dict[str, list[Json]] = {}
        for part in parts:
            for name, schema in part.get("properties", {}).items():
                properties.setdefault(name, []).append(schema)
        required = {name for part in parts for name in part.get("required", ())}
        types = [{"type": part["type"]} for part in parts if "type" in part]
        return {
            **({"allOf": types} if types else {}),
            "required": sorted(required),
            "properties": {
                **dict.fromkeys(sorted(required), True),
                **{
                    name: self.of(schemas[0]) if len(schemas) == 1 else {"allOf": schemas}
                    for name, schemas in properties.items()
                },
            },
            "additionalProperties": False,
        }


def declared_names(schema: Json) -> set[str]:
    """The properties that a schema, or one that it leads to, allows by name."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            properties = value.get("properties")
            if isinstance(properties, dict):
                found.update(name for name, one in properties.items() if one is not False)
            waiting.extend(value.values())
    return found
