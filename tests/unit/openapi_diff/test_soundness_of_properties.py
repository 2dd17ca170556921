"""Is a property known to clients wherever a schema says something of it?

Clients send no properties that are not declared; but what a branch, or the schema around it, says
of all further properties declares these as well.
"""

from typing import Any

import jsonschema_rs
import pytest

from service.openapi_diff import Verdict, compare
from tests.unit.openapi_diff.documents import compared, with_schema

_TEXT = {"type": "string"}
_A: dict[str, Any] = {"properties": {"a": _TEXT}}
_C: dict[str, Any] = {"required": ["c"]}
_FURTHER: dict[str, Any] = {"additionalProperties": {"type": "integer"}}
_BY_PATTERN: dict[str, Any] = {"patternProperties": {"^a": {"type": "integer"}}}


@pytest.mark.parametrize("declaring", [_FURTHER, _BY_PATTERN])
@pytest.mark.parametrize(
    ("base", "revision"),
    [
        ({"anyOf": [{"also": "declaring"}, _C]}, {"anyOf": [{}, _C], **_A}),
        (
            {"also": "declaring", "anyOf": [{}, _C]},
            {"also": "declaring", "anyOf": [_A, _C]},
        ),
        (
            {"dependentSchemas": {"b": {"also": "declaring"}}},
            {"dependentSchemas": {"b": {}}, **_A},
        ),
    ],
)
def test_a_property_that_is_declared_with_all_others_is_known_to_clients(
    declaring: dict[str, Any], base: Any, revision: Any
) -> None:
    base, revision = (_with(declaring, side) for side in (base, revision))
    instance = {"a": 1, "b": 1}

    requests = {change[2] for change in compared(base, revision) if change[1] == "request"}

    accepted = [
        jsonschema_rs.Draft202012Validator(side).is_valid(instance) for side in (base, revision)
    ]
    assert accepted == [True, False]
    assert requests & {"undetermined", "breaks"}


def test_a_property_that_nothing_speaks_of_is_not_known_to_clients() -> None:
    base = {"anyOf": [_C, {"patternProperties": {"^b": {}}}]}

    changes = compared(base, {**base, **_A})

    assert {change[2] for change in changes} == {"safe"}


def _with(declaring: dict[str, Any], side: Any) -> Any:
    """The schema with the declaration wherever it is announced."""
    if isinstance(side, list):
        return [_with(declaring, child) for child in side]
    if not isinstance(side, dict):
        return side
    found = {key: _with(declaring, child) for key, child in side.items() if key != "also"}
    return found | declaring if "also" in side else found


@pytest.mark.parametrize("is_reference", [True, False])
def test_what_is_read_of_a_parameter_is_not_read_of_the_properties_in_it(
    *, is_reference: bool
) -> None:
    def sought(kind: str) -> dict[str, Any]:
        leaf = {"$ref": "#/components/schemas/Leaf"} if is_reference else {"type": kind}
        schema = {"type": "object", "properties": {"a": leaf}}
        document = with_schema({}, Leaf={"type": kind})
        document["paths"] = {
            "/a": {"get": {"parameters": [{"name": "q", "in": "query", "schema": schema}]}}
        }
        return document

    answer = compare(sought("string"), sought("array"))

    assert answer.verdict is Verdict.BREAKING


def test_what_a_branch_declares_in_a_closed_object_had_to_keep_to_the_schema_for_all() -> None:
    base = {"properties": {"b": {}}, "additionalProperties": _TEXT}
    branch: dict[str, Any] = {"dependentSchemas": {"b": {"properties": {"a": {}}}}}
    revision = {"properties": {"b": {}}, **branch, "unevaluatedProperties": False}
    plain = {"properties": {"b": {}}, "unevaluatedProperties": False}

    told = [
        {said for _, way, said in compared(*sides) if way == direction}
        for sides, direction in (
            ((base, revision), "response"),
            ((revision, base), "request"),
            ((base, plain), "response"),
        )
    ]

    accepted = [_accepts(side, {"a": 1, "b": 1}) for side in (base, revision, plain)]
    assert accepted == [False, True, False]
    assert [bool(said & {"breaks", "undetermined"}) for said in told] == [True, True, False]


@pytest.mark.parametrize(
    ("keyword", "turned", "direction"),
    [("writeOnly", False, "response"), ("readOnly", True, "request")],
)
def test_what_is_hidden_beside_a_closed_part_is_not_asked_for_in_that_direction(
    keyword: str, direction: str, *, turned: bool
) -> None:
    needs: dict[str, Any] = {"required": ["a"]}
    hides: dict[str, Any] = {"properties": {"a": {keyword: True}}, "required": ["a"]}
    sides = [needs, {"allOf": [{"additionalProperties": False}, hides]}]

    changes = compared(*(sides[::-1] if turned else sides))

    assert "breaks" in {said for _, way, said in changes if way == direction}


def _accepts(schema: Any, instance: Any) -> bool:
    return jsonschema_rs.Draft202012Validator(schema).is_valid(instance)
