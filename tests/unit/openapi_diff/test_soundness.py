"""Does no edit pass as compatible that a counterexample speaks against?

Each pair here once did. The instance is what one side accepts and the other refuses; that it does
is asked of a JSON Schema validator, so that no pair stands here by mistake.
"""

from typing import Any

import jsonschema_rs
import pytest

from service.openapi_diff import Assumption, Verdict, compare
from tests.unit.openapi_diff.documents import compared, with_schema

_TEXT = {"type": "string"}
_A: dict[str, Any] = {"properties": {"a": {}}}
_B: dict[str, Any] = {"properties": {"b": {}}}
_TELLS = {"breaks", "undetermined"}


def _accepts(schema: Any, instance: Any) -> bool:
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(instance)


@pytest.mark.parametrize(
    ("wide", "narrow", "instance"),
    [
        # Listed values, and what else is said about them.
        ({"enum": [0.5, 3]}, {"enum": [0.5, 3], "minimum": 2}, 0.5),
        ({"enum": [1]}, {"enum": [1], "exclusiveMinimum": 1}, 1),
        ({"const": "a"}, {"const": "a", "pattern": "^.{2}$"}, "a"),
        ({"enum": [[]]}, {"enum": [[]], "minItems": 1}, []),
        ({"enum": [2]}, {"multipleOf": 3}, 2),
        # Null.
        ({"const": None}, {"allOf": [{"const": None}, {"type": "boolean"}]}, None),
        ({"enum": ["a", None]}, {"enum": ["a"]}, None),
        (
            {"anyOf": [{"type": "null"}, {"anyOf": [{"type": "array"}, {"type": "object"}]}]},
            {"anyOf": [{"type": "array"}, {"type": "object"}]},
            None,
        ),
        (
            {"anyOf": [{"type": "null"}, _TEXT]},
            {"anyOf": [{"type": "null", "oneOf": [{}, {}]}, _TEXT]},
            None,
        ),
        # Alternatives that overlap.
        ({}, {"oneOf": [{}, {}]}, 1),
        ({"oneOf": [{"type": "object"}]}, {"oneOf": [{"type": "object"}, {"type": "object"}]}, {}),
        # Properties, and what holds for the others.
        (
            {"allOf": [{**_A, "unevaluatedProperties": False}, _B]},
            {"allOf": [{"unevaluatedProperties": False}, {"properties": {"a": {}, "b": {}}}]},
            {"a": 1},
        ),
        (
            {"additionalProperties": False, "patternProperties": {"^x": {}}},
            {"additionalProperties": False},
            {"x": 1},
        ),
        (
            {"additionalProperties": {}, "patternProperties": {"^x": {}}},
            {"additionalProperties": _TEXT},
            {"x": 1},
        ),
        (
            {"additionalProperties": _TEXT, "patternProperties": {"^x": {}}},
            {"additionalProperties": _TEXT},
            {"x": 1},
        ),
        (
            {"allOf": [_A, {"additionalProperties": True}]},
            {"allOf": [_A, {"additionalProperties": False}]},
            {"a": 1},
        ),
        ({"properties": {"a": {}}}, {"required": ["a"]}, {}),
        (
            {"properties": {"a": {}}, "additionalProperties": {}, "unevaluatedProperties": False},
            {"properties": {"a": {}}, "additionalProperties": False},
            {"b": 1},
        ),
        (
            {"anyOf": [_A, {"required": ["b"]}], "unevaluatedProperties": False},
            {"anyOf": [{}, {"required": ["b"]}], "unevaluatedProperties": False},
            {"a": 1},
        ),
        (
            {"if": {"required": ["a"]}, "then": _A, "unevaluatedProperties": False},
            {"if": {"required": ["a"]}, "then": {}, "unevaluatedProperties": False},
            {"a": 1},
        ),
        (
            {"prefixItems": [{}], "contains": {"const": 1}, "unevaluatedItems": False},
            {"prefixItems": [{}], "contains": {"const": 2}, "unevaluatedItems": False},
            [1],
        ),
        ({"items": {}, "unevaluatedItems": False}, {"unevaluatedItems": False}, [1]),
        (
            {"prefixItems": [{}, {}], "unevaluatedItems": {"const": 1}},
            {"prefixItems": [{}], "unevaluatedItems": {"const": 1}},
            [2, 2],
        ),
        (
            {"properties": {"a": {}}},
            {"properties": {"a": {}}, "allOf": [{"additionalProperties": {"type": "boolean"}}]},
            {"a": 1},
        ),
        # A name that is required is known to clients, also where no property is declared.
        ({"required": ["a"]}, {"properties": {"a": _TEXT}}, {"a": 1}),
        # An exclusion that concerns no text, beside a pattern.
        ({"type": "string", "not": {"type": "integer"}}, {"pattern": "^[0-9]+$"}, "a"),
        # Listed values, and a format that stood beside none of them.
        ({"enum": ["a"]}, {"type": "string", "format": "uuid"}, "a"),
        ({"enum": ["a"]}, {"enum": ["a"], "format": "date"}, "a"),
        ({"enum": [2**31]}, {"type": "integer", "format": "int32", "maximum": 2**31 - 1}, 2**31),
    ],
)
def test_a_counterexample_is_never_called_compatible(wide: Any, narrow: Any, instance: Any) -> None:
    requests = {change[2] for change in compared(wide, narrow) if change[1] == "request"}
    responses = {change[2] for change in compared(narrow, wide) if change[1] == "response"}

    assert (_accepts(wide, instance), _accepts(narrow, instance)) == (True, False)
    assert (bool(requests & _TELLS), bool(responses & _TELLS)) == (True, True)


@pytest.mark.parametrize(
    ("base", "revision", "instance"),
    [
        (
            {"properties": {"a": {}}, "if": _B, "then": {}},
            {"properties": {"a": {}}, "if": _B, "then": {"properties": {"a": _TEXT}}},
            {"a": 1},
        ),
        (
            {"properties": {"a": {}}, "anyOf": [_B, {"required": ["c"]}]},
            {
                "properties": {"a": {}},
                "anyOf": [{"properties": {"a": _TEXT, "b": {}}}, {"required": ["c"]}],
            },
            {"a": 1},
        ),
        (
            {"properties": {"a": {}}, "dependentSchemas": {"a": {}}},
            {"properties": {"a": {}}, "dependentSchemas": {"a": {"properties": {"a": _TEXT}}}},
            {"a": 1},
        ),
        (
            {"anyOf": [_A, {"required": ["c"]}]},
            {"anyOf": [_A, {"required": ["c"]}], "properties": {"a": _TEXT}},
            {"a": 1},
        ),
    ],
)
def test_a_property_declared_elsewhere_in_the_schema_is_known_to_clients(
    base: Any, revision: Any, instance: Any
) -> None:
    requests = {change[2] for change in compared(base, revision) if change[1] == "request"}

    assert (_accepts(base, instance), _accepts(revision, instance)) == (True, False)
    assert "undetermined" in requests


def test_a_property_that_all_alternatives_share_may_move_around_them() -> None:
    branches = [
        {"required": [name], "properties": {"kind": _TEXT, name: _TEXT}} for name in ("a", "b")
    ]
    around = {"properties": {"kind": _TEXT}}

    changes = compared({"anyOf": branches}, {"anyOf": branches, **around})

    assert {change[2] for change in changes} == {"safe"}


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        ({"oneOf": [{}, _TEXT]}, {"oneOf": [{}, {"type": ["string", "integer"]}]}),
        ({"oneOf": [_A, _B, {"type": "array"}]}, {"oneOf": [_A, {"type": "array"}]}),
        ({"not": {"type": "number"}}, {"not": {"oneOf": [{}, {"enum": [True, 2]}]}}),
    ],
)
def test_overlapping_alternatives_are_an_assumption_with_a_name(base: Any, revision: Any) -> None:
    answer = compare(with_schema(base), with_schema(revision))

    assert Assumption.ONE_OF_BRANCHES_ARE_APART in answer.assumptions


def _pets(sound: Any) -> Any:
    return {
        "oneOf": [
            {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"const": kind}, "sound": sound},
            }
            for kind in ("cat", "dog")
        ]
    }


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        (_pets(_TEXT), _pets({"type": ["string", "null"]})),
        (
            {"oneOf": [_TEXT, {"type": "array"}]},
            {"oneOf": [{"type": ["string", "null"]}, {"type": "array"}]},
        ),
        (
            {"oneOf": [{"title": "A", "enum": ["a"]}, {"title": "B", "enum": ["b"]}]},
            {"oneOf": [{"title": "A", "enum": ["a", "c"]}, {"title": "B", "enum": ["b"]}]},
        ),
    ],
)
def test_alternatives_that_are_apart_need_no_assumption(base: Any, revision: Any) -> None:
    answer = compare(with_schema(base), with_schema(revision))

    assert Assumption.ONE_OF_BRANCHES_ARE_APART not in answer.assumptions


def test_a_listed_value_that_an_odd_pattern_may_refuse_is_not_told() -> None:
    changes = compared({"enum": ["a"]}, {"enum": ["a"], "pattern": "^(?=a)"})

    assert {change[2] for change in changes} == {"undetermined"}


def test_a_component_that_becomes_read_only_hides_the_properties_that_use_it() -> None:
    user = {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/P"}}}

    answer = compare(
        with_schema(user, P=_TEXT), with_schema(user, P={"type": "string", "readOnly": True})
    )

    assert [change.rule for change in answer.changes] == ["property.read-only-on"]


def test_what_was_read_only_and_is_required_now_is_not_yet_sent_by_anybody() -> None:
    def thing(**more: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["a"],
            "properties": {"a": {"type": "string", **more}},
        }

    changes = compared(thing(readOnly=True), thing())

    assert ("property.became-required", "request", "breaks") in changes


def test_an_edit_of_a_form_parameter_of_swagger_2_0_is_seen() -> None:
    def described(field: dict[str, Any]) -> dict[str, Any]:
        parameter = {"in": "formData", "name": "size", "type": "integer", **field}
        return {
            "swagger": "2.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {
                "/things": {
                    "put": {
                        "consumes": ["application/x-www-form-urlencoded"],
                        "parameters": [parameter],
                        "responses": {"200": {"description": "done"}},
                    }
                }
            },
        }

    comparison = compare(described({}), described({"maximum": 3}))

    assert [change.rule for change in comparison.changes] == ["schema.maximum-tightened"]


def test_what_had_to_be_sent_undeclared_does_not_come_back_once_it_is_write_only() -> None:
    changes = compared(
        {"required": ["a"]}, {"required": ["a"], "properties": {"a": {"writeOnly": True}}}
    )

    assert ("property.became-optional", "response", "breaks") in changes


def test_a_renamed_property_rests_on_both_names() -> None:
    answer = compare(
        with_schema({"type": "object", "properties": {"a": _TEXT}}),
        with_schema({"type": "object", "properties": {"b": _TEXT}}),
    )

    assert {
        Assumption.SERVERS_IGNORE_UNDECLARED,
        Assumption.CLIENTS_SEND_DECLARED,
    } <= set(answer.assumptions)


def test_alternatives_that_differ_in_what_travels_are_not_the_same() -> None:
    def either(**more: Any) -> dict[str, Any]:
        return {"oneOf": [{}, {"required": ["a"], "properties": {"a": more}}]}

    answer = compare(with_schema(either(writeOnly=True)), with_schema(either()))

    assert Assumption.ONE_OF_BRANCHES_ARE_APART in answer.assumptions


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ({"type": "integer", "maximum": 9}, {"type": "integer", "maximum": 9, "format": "int32"}),
        (
            {"type": "number", "minimum": 1, "maximum": 9},
            {"type": "number", "minimum": 1, "maximum": 9, "format": "int32"},
        ),
        (
            {"type": "integer", "minimum": 1, "maximum": 2**31},
            {"type": "integer", "minimum": 1, "maximum": 2**31, "format": "int32"},
        ),
    ],
)
def test_a_format_beside_bounds_that_do_not_imply_it_restricts(wide: Any, narrow: Any) -> None:
    assert ("schema.format-added", "request", "breaks") in compared(wide, narrow)


def test_a_part_that_both_documents_share_in_memory_may_lead_elsewhere_in_each() -> None:
    shared = {"properties": {"a": {"$ref": "#/components/schemas/A"}}, "description": "shared"}
    base = with_schema(shared, A={"type": "string"})
    revision = with_schema({**shared, "description": "edited"}, A={"type": "integer"})

    comparison = compare(base, revision)

    assert comparison.verdict is Verdict.BREAKING


def test_what_was_read_only_is_not_sent_by_anybody_where_it_is_only_required_now() -> None:
    base = {"properties": {"a": {"readOnly": True}}, "required": ["a"]}

    changes = compared(base, {"required": ["a"]})

    assert ("property.required-unknown", "request", "breaks") in changes
