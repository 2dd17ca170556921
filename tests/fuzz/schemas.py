"""What do the schemas of real APIs look like? A generator of such ones, in each dialect."""

from random import Random
from typing import Any

Json = Any

VERSIONS = ("2.0", "3.0.3", "3.1.0")
COMPONENTS = ("Item", "Owner")
_NAMES = [
    "id",
    "name",
    "status",
    "kind",
    "amount",
    "created_at",
    "tags",
    "owner",
    "items",
    "meta",
    "email",
    "code",
    "limit",
    "parent",
]
PATTERNS = (
    "^[a-z]+$",
    "^[a-z0-9]+$",
    "^[a-z]{2,4}$",
    "^\\d{3}$",
    "^\\d+$",
    "^[A-Z]{2}\\d{4}$",
    "^a|b$",
    "[0-9]",
    "^(red|green)$",
    "^.{1,8}$",
)
FORMATS = [
    "date",
    "date-time",
    "email",
    "uuid",
    "uri",
    "uri-reference",
    "ipv4",
    "hostname",
    "password",
    "byte",
    "binary",
    "idn-email",
    "iri",
]
WORDS = ("new", "open", "closed", "a", "b", "ab", "x1", "EU", "", "5")
_DEPTH = 3


class SchemaWriter:
    """Writes schemas of one OpenAPI version."""

    def __init__(self, random: Random, version: str) -> None:
        self.random = random
        self.version = version
        self.is_modern = version.startswith("3.1")
        self.prefix = "#/definitions/" if version == "2.0" else "#/components/schemas/"

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def components(self) -> dict[str, Json]:
        """Two named schemas, which may refer to each other and to themselves."""
        return {
            name: self.object(2) if self.chance(0.75) else self.schema(2) for name in COMPONENTS
        }

    def schema(self, depth: int = _DEPTH) -> Json:
        """Any schema; deeper ones have more to say."""
        if depth <= 0:
            return self.scalar()
        makers = (self.object, self.array, self.union, self.all_of, self.conditional)
        weights = [9, 4, 3 if self.version != "2.0" else 0, 2, 1 if self.is_modern else 0]
        if self.chance(0.35):
            return self.scalar() if self.chance(0.75) else self.reference()
        if self.chance(0.06):
            return self.rare()
        return self.random.choices(makers, weights)[0](depth)

    def reference(self) -> Json:
        return {"$ref": self.prefix + self.random.choice(COMPONENTS)}

    def scalar(self) -> Json:
        maker = self.random.choice(
            (self.text, self.text, self.number, self.number, self.listed, self.boolean, self.free)
        )
        return self.with_null(maker())

    def free(self) -> Json:
        return {} if self.chance(0.7) else {"description": "anything"}

    def boolean(self) -> Json:
        return {"type": "boolean"}

    def text(self) -> Json:
        schema: Json = {"type": "string"}
        pick = self.random.random()
        if pick < 0.25:
            schema["format"] = self.random.choice(FORMATS)
        elif pick < 0.45:
            schema["pattern"] = self.random.choice(PATTERNS)
        if pick > 0.4 and self.chance(0.4):
            schema["maxLength"] = self.random.choice((4, 8, 20))
        if self.chance(0.2):
            schema["minLength"] = self.random.choice((0, 1, 2))
        return schema

    def number(self) -> Json:
        schema: Json = {"type": self.random.choice(("integer", "number"))}
        if self.chance(0.3):
            schema["minimum"] = self.random.choice((-5, 0, 1))
        if self.chance(0.3):
            schema["maximum"] = self.random.choice((5, 10, 100.5))
        if self.chance(0.1):
            schema["multipleOf"] = self.random.choice((1, 2, 5, 0.5))
        if self.chance(0.2):
            formats = ("int32", "int64") if schema["type"] == "integer" else ("float", "double")
            schema["format"] = self.random.choice(formats)
        self._exclude_bounds(schema)
        return schema

    def _exclude_bounds(self, schema: Json) -> None:
        for bound, beyond in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if bound in schema and self.chance(0.15):
                schema[beyond] = schema.pop(bound) if self.is_modern else True

    def listed(self) -> Json:
        values: list[Json] = self.random.sample(WORDS, self.random.randint(1, 4))
        if self.is_modern and self.chance(0.25):
            return {"const": values[0]}
        if self.chance(0.15):
            return {"type": "integer", "enum": self.random.sample(range(6), 3)}
        return {"type": "string", "enum": values} if self.chance(0.85) else {"enum": values}

    def with_null(self, schema: Json) -> Json:
        """Sometimes null as well, in the words of the version."""
        if "type" not in schema or not self.chance(0.15):
            return schema
        if not self.is_modern:
            return schema | {"x-nullable" if self.version == "2.0" else "nullable": True}
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema and self.chance(0.6):
            schema["enum"] = [*schema["enum"], None]
        return schema

    def object(self, depth: int) -> Json:
        names = self.random.sample(_NAMES, self.random.randint(1, 4))
        schema: Json = {
            "type": "object",
            "properties": {name: self.property(depth - 1) for name in names},
        }
        needed = [name for name in names if self.chance(0.4)]
        if needed:
            schema["required"] = needed
        if self.chance(0.1):
            del schema["type"]
        self._restrict_others(schema, depth)
        return schema

    def property(self, depth: int) -> Json:
        schema = self.schema(depth)
        if "$ref" not in schema and self.chance(0.1):
            schema[self._visibility()] = True
        return schema

    def _visibility(self) -> str:
        return "readOnly" if self.version == "2.0" or self.chance(0.6) else "writeOnly"

    def _restrict_others(self, schema: Json, depth: int) -> None:
        if self.chance(0.25):
            schema["additionalProperties"] = self.random.choice(
                (False, False, True, self.schema(depth - 2))
            )
        if self.chance(0.06):
            schema["minProperties"] = self.random.choice((1, 2))
        if self.chance(0.06):
            schema["maxProperties"] = self.random.choice((2, 4))
        if self.is_modern:
            self._restrict_as_json_schema(schema, depth)

    def _restrict_as_json_schema(self, schema: Json, depth: int) -> None:
        names = [*schema["properties"], "extra"]
        if self.chance(0.06):
            schema["patternProperties"] = {self.random.choice(("^x-", "^[a-z]+$")): self.scalar()}
        if self.chance(0.04):
            schema["propertyNames"] = {"pattern": self.random.choice(("^[a-z_]+$", "^.{1,12}$"))}
        if self.chance(0.05):
            schema["dependentRequired"] = {self.random.choice(names): [self.random.choice(names)]}
        if self.chance(0.04):
            schema["dependentSchemas"] = {self.random.choice(names): self.object(depth - 2)}
        if self.chance(0.05):
            schema["unevaluatedProperties"] = False

    def array(self, depth: int) -> Json:
        schema: Json = {"type": "array", "items": self.schema(depth - 1)}
        if self.chance(0.15):
            schema["minItems"] = self.random.choice((1, 2))
        if self.chance(0.15):
            schema["maxItems"] = self.random.choice((2, 3, 10))
        if self.chance(0.15):
            schema["uniqueItems"] = True
        if self.is_modern:
            self._place_items(schema, depth)
        return schema

    def _place_items(self, schema: Json, depth: int) -> None:
        if self.chance(0.12):
            schema["prefixItems"] = [self.schema(depth - 2) for _ in range(2)]
        if self.chance(0.1):
            schema["contains"] = self.scalar()
            if self.chance(0.4):
                schema["maxContains"] = 2
            if self.chance(0.3):
                schema["minContains"] = self.random.choice((0, 2))
        if self.chance(0.06):
            del schema["items"]
            schema["unevaluatedItems"] = self.random.choice((False, self.scalar()))

    def union(self, depth: int) -> Json:
        if self.chance(0.5):
            branches = [self.tagged(word, depth - 1) for word in self.random.sample(WORDS[:4], 2)]
        else:
            branches = [self.schema(depth - 1) for _ in range(self.random.randint(1, 3))]
        if self.is_modern and self.chance(0.15):
            branches.append({"type": "null"})
        return {self.random.choice(("oneOf", "anyOf")): branches}

    def rare(self) -> Json:
        """What real documents seldom hold."""
        found: list[Json] = [
            {"type": "number", "multipleOf": self.random.choice((2, 3, 0.5))},
            {"type": "string", "x-extensible-enum": self.random.sample(WORDS, 3)},
            {"type": "string", "default": "a"},
            {"type": "object", "properties": {"size": {"type": "integer", "default": 1}}},
            {"type": "string", "pattern": self.random.choice(PATTERNS)},
        ]
        if self.version != "2.0":
            found += [self.discriminated(), self.discriminated()]
        if self.is_modern:
            places: Json = {"type": "array", "prefixItems": [self.scalar(), self.scalar()]}
            counted = {"contains": self.scalar(), "minContains": 1, "maxContains": 2}
            found += [places, places | {"items": False}, {"type": "array", **counted}]
        return self.random.choice(found)

    def discriminated(self) -> Json:
        """Alternatives that a property tells apart, each by the name of a component."""
        words = self.random.sample(WORDS[:4], 2)
        targets = [self.prefix + name for name in COMPONENTS]
        return {
            "oneOf": [{"$ref": target} for target in targets],
            "discriminator": {
                "propertyName": "kind",
                "mapping": dict(zip(words, targets, strict=True)),
            },
        }

    def tagged(self, word: str, depth: int) -> Json:
        """An object that says by a property which alternative it is."""
        schema = self.object(depth)
        schema["properties"]["kind"] = {"const": word} if self.is_modern else {"enum": [word]}
        schema["required"] = sorted({*schema.get("required", ()), "kind"})
        return schema

    def all_of(self, depth: int) -> Json:
        parts = [self.reference() if self.chance(0.6) else self.object(depth - 1)]
        if self.chance(0.7):
            parts.append(self.object(depth - 1))
        return {"allOf": parts}

    def conditional(self, depth: int) -> Json:
        schema = self.object(depth)
        name = next(iter(schema["properties"]))
        if self.chance(0.5):
            schema["not"] = {"required": [self.random.choice(_NAMES)]}
            return schema
        schema["if"] = {"required": [name], "properties": {name: self.scalar()}}
        schema["then"] = self.object(depth - 2)
        if self.chance(0.5):
            schema["else"] = self.object(depth - 2)
        return schema
