"""Is an edit judged by what it does, also where several keywords play together?"""

from typing import Any

import pytest

from service.openapi_diff import compare
from tests.unit.openapi_diff.documents import compared, reported, with_operation, with_schema

_TEXT = {"type": "string"}
_CLOSED = {"additionalProperties": False}
_REQUEST_BREAKS = ("request", "breaks")
_RESPONSE_BREAKS = ("response", "breaks")


def _object(properties: Any, **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, **more}


def _breaking(base: Any, revision: Any) -> set[tuple[str, str]]:
    return {change[1:] for change in compared(base, revision) if change[2] == "breaks"}


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        (
            _object({"a": _TEXT}, additionalProperties=False),
            _object({}, additionalProperties=False),
        ),
        ({"type": "object", "additionalProperties": True}, _object({}, additionalProperties=False)),
        ({"maxContains": 3, "contains": _TEXT}, {"maxContains": 2, "contains": _TEXT}),
        (
            {"prefixItems": [{}], "items": _TEXT},
            {"prefixItems": [{}, {"const": "a"}], "items": _TEXT},
        ),
        ({"anyOf": [_TEXT, {"type": "integer"}]}, {"anyOf": [{"const": "a"}, {"type": "integer"}]}),
        ({"type": "number", "multipleOf": 0.1}, {"type": "number", "multipleOf": 0.2}),
        ({"type": "string", "format": "uri-reference"}, {"type": "string", "format": "uri"}),
        (
            _object({}, patternProperties={"^x": _TEXT}),
            _object({"xa": {"const": "b"}}) | {"patternProperties": {"^x": _TEXT}},
        ),
        ({"not": {"maxLength": 1}}, {"not": {"maxLength": 2}}),
        ({"if": {"const": 1}, "then": {}}, {"if": {"const": 1}, "then": {"type": "string"}}),
        ({"propertyNames": {"maxLength": 5}}, {"propertyNames": {"maxLength": 3}}),
        ({"dependentSchemas": {"a": {}}}, {"dependentSchemas": {"a": {"required": ["b"]}}}),
        ({"unevaluatedItems": {}}, {"unevaluatedItems": False}),
        (
            {"type": "string", "contentSchema": {}},
            {"type": "string", "contentSchema": {"type": "null"}},
        ),
    ],
)
def test_a_tighter_schema_breaks_requests_and_a_looser_one_responses(
    base: Any, revision: Any
) -> None:
    assert (_breaking(base, revision), _breaking(revision, base)) == (
        {_REQUEST_BREAKS},
        {_RESPONSE_BREAKS},
    )


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        (_TEXT, {"type": "integer"}),
        (_TEXT, {"enum": [1]}),
        ({"type": "string", "maxLength": 3}, {"enum": ["abcdef"]}),
        ({"type": "string", "pattern": "^a"}, {"enum": ["b"]}),
        ({"type": "integer", "maximum": 3}, {"enum": [5]}),
        (_TEXT, {"oneOf": [_TEXT, {}]}),
        ({"oneOf": [_TEXT]}, {"oneOf": [{"type": "integer"}]}),
    ],
)
def test_another_schema_breaks_both_directions(base: Any, revision: Any) -> None:
    assert _breaking(base, revision) == {_REQUEST_BREAKS, _RESPONSE_BREAKS}


@pytest.mark.parametrize(
    ("base", "revision", "cause"),
    [
        ({"if": {"const": 1}, "then": _TEXT}, {"if": {"const": 2}, "then": _TEXT}, "condition"),
        ({"not": _TEXT}, {"not": {"type": "integer"}}, "negation"),
        (
            {"contains": _TEXT, "maxContains": 2},
            {"contains": {"const": "a"}, "maxContains": 2},
            "combination",
        ),
        (
            _object({"a": _TEXT, "b": _TEXT}),
            {"anyOf": [_object({"a": _TEXT, "c": _TEXT}), _object({"b": _TEXT, "d": _TEXT})]},
            "alternatives",
        ),
        ({"type": "string", "pattern": "^(?=a)"}, {"enum": ["b"]}, "pattern"),
    ],
)
def test_what_cannot_be_told_names_its_cause(base: Any, revision: Any, cause: str) -> None:
    answer = compare(with_schema(base), with_schema(revision))

    assert cause in answer.undetermined_causes


def test_an_alternative_that_another_one_covers_is_not_missed() -> None:
    covered = {"anyOf": [_TEXT, {"type": "integer"}, {"type": "string", "maxLength": 3}]}
    rest = {"anyOf": [_TEXT, {"type": "integer"}]}

    assert (_breaking(covered, rest), _breaking(rest, covered)) == (set(), set())


def test_a_branch_that_overlaps_in_one_of_takes_values_away() -> None:
    base = {"oneOf": [_TEXT, {"type": "integer"}]}
    revision = {"oneOf": [_TEXT, {"type": "integer"}, {"type": "string", "maxLength": 3}]}

    assert _breaking(base, revision) == {_REQUEST_BREAKS}


def test_one_of_may_become_any_of_where_the_branches_are_apart() -> None:
    branches = [
        _object({"kind": {"const": name}, "x": _TEXT}, required=["kind"]) for name in ("a", "b")
    ]

    assert compared({"oneOf": branches}, {"anyOf": branches}) == []


def test_a_mapping_may_name_a_renamed_component() -> None:
    def document(name: str) -> dict[str, Any]:
        discriminator = {"propertyName": "kind", "mapping": {"a": f"#/components/schemas/{name}"}}
        return with_schema(_object({"kind": _TEXT}, discriminator=discriminator), **{name: _TEXT})

    assert compare(document("Old"), document("New")).changes == ()


def test_a_callback_is_sent_by_the_provider() -> None:
    def document(body: Any) -> dict[str, Any]:
        call = {"post": {"requestBody": {"content": {"a/b": {"schema": body}}}, "responses": {}}}
        return with_operation({"callbacks": {"c": {"https://x": call}}, "responses": {}})

    changes = reported(compare(document(_TEXT), document({"type": "string", "maxLength": 9})))

    assert changes == [("schema.max-length-tightened", "response", "safe")]


@pytest.mark.parametrize(
    ("base", "revision", "rule"),
    [
        ({"post": {}}, {"post": {}, "put": {}}, "callback.added"),
        ({"post": {}, "put": {}}, {"post": {}}, "callback.removed"),
    ],
)
def test_the_methods_of_a_callback_come_and_go(base: Any, revision: Any, rule: str) -> None:
    first, second = (
        with_operation({"callbacks": {"c": {"https://x": item}}}) for item in (base, revision)
    )

    assert [change[0] for change in reported(compare(first, second))] == [rule]


def test_an_oauth_flow_of_swagger_2_is_that_of_openapi_3() -> None:
    flow = {"tokenUrl": "https://a", "scopes": {"r": "read"}}
    swagger = {
        "swagger": "2.0",
        "securityDefinitions": {"o": {"type": "oauth2", "flow": "application", **flow}},
        "security": [{"o": ["r"]}],
        "paths": {"/things": {"post": {"responses": {}}}},
    }
    scheme = {"type": "oauth2", "flows": {"clientCredentials": flow}}
    modern = {**with_operation({"responses": {}}), "security": [{"o": ["r"]}]}
    modern["components"] = {"securitySchemes": {"o": scheme}}

    rules = {change[0] for change in reported(compare(swagger, modern))}

    assert rules == {"document.dialect-changed", "info.version-changed", "info.metadata-changed"}


@pytest.mark.parametrize(("before", "after"), [({}, {"schema": _TEXT}), ({"schema": _TEXT}, {})])
def test_a_parameter_without_schema_takes_anything(before: Any, after: Any) -> None:
    old, new = (
        with_operation({"parameters": [{"name": "q", "in": "query", **more}]})
        for more in (before, after)
    )

    assert {change[0] for change in reported(compare(old, new))} <= {
        "schema.type-narrowed",
        "schema.nullable-removed",
        "schema.type-widened",
        "schema.nullable-added",
    }
