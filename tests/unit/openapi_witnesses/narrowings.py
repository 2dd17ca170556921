"""Which kinds of edits are there that make a schema accept less?"""

from typing import Any

_PET = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "pet"}}}
_CAR = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "car"}}}

# A schema, and one that accepts less; the second one refuses something that the first accepts.
NARROWINGS: dict[str, tuple[Any, Any]] = {
    "type": ({"type": ["string", "integer"]}, {"type": "string"}),
    "integer for number": ({"type": "number"}, {"type": "integer"}),
    "null": ({"type": ["string", "null"]}, {"type": "string"}),
    "a value": ({"enum": ["a", "b"]}, {"enum": ["a"]}),
    "a list of values": ({"type": "string"}, {"type": "string", "enum": ["a"]}),
    "a fixed value": ({"type": "integer"}, {"const": 1}),
    "maxLength": ({"type": "string"}, {"type": "string", "maxLength": 3}),
    "minLength": ({"type": "string", "minLength": 1}, {"type": "string", "minLength": 4}),
    "maximum": ({"type": "integer", "maximum": 9}, {"type": "integer", "maximum": 5}),
    "minimum": ({"type": "number"}, {"type": "number", "minimum": 0.5}),
    "exclusiveMaximum": (
        {"type": "number", "maximum": 5},
        {"type": "number", "exclusiveMaximum": 5},
    ),
    "multipleOf": (
        {"type": "integer", "multipleOf": 2},
        {"type": "integer", "multipleOf": 4},
    ),
    "pattern": ({"type": "string"}, {"type": "string", "pattern": "^[a-z]{3}-[0-9]+$"}),
    "a changed pattern": (
        {"type": "string", "pattern": "^[a-z]{2,3}$"},
        {"type": "string", "pattern": "^[a-z]{3}$"},
    ),
    "format": ({"type": "string"}, {"type": "string", "format": "date"}),
    "another format": (
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "date"},
    ),
    "maxItems": ({"type": "array"}, {"type": "array", "maxItems": 1}),
    "minItems": ({"type": "array"}, {"type": "array", "minItems": 1}),
    "uniqueItems": (
        {"type": "array", "items": {"type": "string"}},
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
    ),
    "items": ({"type": "array"}, {"type": "array", "items": {"type": "string"}}),
    "an item of a tuple": (
        {"type": "array", "prefixItems": [True, {"type": "string"}]},
        {"type": "array", "prefixItems": [True, {"type": "string", "maxLength": 2}]},
    ),
    "contains": ({"type": "array"}, {"type": "array", "contains": {"const": 1}}),
    "maxContains": (
        {"type": "array", "contains": {"const": 1}, "maxContains": 3},
        {"type": "array", "contains": {"const": 1}, "maxContains": 1},
    ),
    "unevaluatedItems": (
        {"type": "array", "prefixItems": [{"type": "string"}]},
        {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": False},
    ),
    "required": (
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
    ),
    "a new required property": (
        {"type": "object"},
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
    ),
    "a deep property": (
        {"type": "object", "properties": {"a": {"items": {"type": "string"}}}},
        {"type": "object", "properties": {"a": {"items": {"type": "string", "maxLength": 1}}}},
    ),
    "closed": ({"type": "object"}, {"type": "object", "additionalProperties": False}),
    "additionalProperties": (
        {"type": "object"},
        {"type": "object", "additionalProperties": {"type": "integer"}},
    ),
    "an additional property": (
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object", "additionalProperties": {"type": "string", "maxLength": 2}},
    ),
    "patternProperties": (
        {"type": "object"},
        {"type": "object", "patternProperties": {"^x-": {"type": "integer"}}},
    ),
    "propertyNames": (
        {"type": "object"},
        {"type": "object", "propertyNames": {"maxLength": 3}},
    ),
    "minProperties": ({"type": "object"}, {"type": "object", "minProperties": 1}),
    "maxProperties": (
        {"type": "object", "properties": {"a": {}, "b": {}}},
        {"type": "object", "properties": {"a": {}, "b": {}}, "maxProperties": 1},
    ),
    "dependentRequired": (
        {"type": "object", "properties": {"a": {}, "b": {}}},
        {
            "type": "object",
            "properties": {"a": {}, "b": {}},
            "dependentRequired": {"a": ["b"]},
        },
    ),
    "dependentSchemas": (
        {"type": "object", "properties": {"a": {}, "b": {}}},
        {
            "type": "object",
            "properties": {"a": {}, "b": {}},
            "dependentSchemas": {"a": {"required": ["b"]}},
        },
    ),
    "a branch of anyOf": (
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"anyOf": [{"type": "string"}, {"type": "boolean"}]},
    ),
    "a branch of oneOf": ({"oneOf": [_PET, _CAR]}, {"oneOf": [_PET, {"type": "string"}]}),
    "inside a branch": (
        {"oneOf": [_PET, _CAR]},
        {"oneOf": [_PET, {**_CAR, "required": ["kind", "wheels"]}]},
    ),
    "allOf": (
        {"allOf": [{"type": "string"}]},
        {"allOf": [{"type": "string"}, {"maxLength": 2}]},
    ),
    "not": ({"type": "string"}, {"type": "string", "not": {"const": "a"}}),
    "not of several": (
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "not": {"required": ["a"], "properties": {"a": {"const": "x"}}},
        },
    ),
    "then": (
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
        {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "if": {"required": ["a"]},
            "then": {"required": ["b"]},
        },
    ),
    "else": (
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
        {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "if": {"required": ["a"]},
            "else": {"required": ["b"]},
        },
    ),
    "nothing is allowed": ({"type": "string"}, False),
}
