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
