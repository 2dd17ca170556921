"""Does each filter let only those instances go that its assumption speaks of?

For each there is an instance that it excuses and, between the same schemas, one that it must not: a
filter that excused too much would hide faults of the engine.
"""

from typing import Any, NamedTuple

import pytest

from service.openapi_diff import Assumption
from tests.fuzz.assumptions import Exchange, survives, with_any_of, without_undeclared
from tests.fuzz.dialects import Role, plain

_TEXT = {"type": "string"}


def _declares(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


class _Row(NamedTuple):
    assumption: Assumption
    is_request: bool
    sender: Any
    receiver: Any
    excused: Any
    kept: Any


_ROWS = (
    _Row(
        Assumption.CLIENTS_SEND_DECLARED,
        is_request=True,
        sender=_declares(a={}),
        receiver=_declares(a=_TEXT, b=_TEXT),
        excused={"b": 1},
        kept={"a": 1},
    ),
    _Row(  # what the other alternative declares
        Assumption.CLIENTS_SEND_DECLARED,
        is_request=True,
        sender={"anyOf": [_declares(a={}), {"required": ["c"], **_declares(b={}, c={})}]},
        receiver=_declares(b=_TEXT),
        excused={"b": 1},
        kept={"b": 1, "c": 1},
    ),
    _Row(  # what is required need not be declared
        Assumption.CLIENTS_SEND_DECLARED,
        is_request=True,
        sender={"required": ["a"]},
        receiver=_declares(a=_TEXT, b=_TEXT),
        excused={"a": "", "b": 1},
        kept={"a": 1},
    ),
    _Row(  # whoever describes undeclared properties expects them
        Assumption.CLIENTS_SEND_DECLARED,
        is_request=True,
        sender=_declares(a={"additionalProperties": {"type": "integer"}}, c={}),
        receiver=_declares(a=_declares(b=_TEXT), b=_TEXT),
        excused={"b": 1},
        kept={"a": {"b": 1}},
    ),
    _Row(
        Assumption.SERVERS_IGNORE_UNDECLARED,
        is_request=True,
        sender=_declares(a={}, b={}),
        receiver={**_declares(b=_TEXT), "maxProperties": 1},
        excused={"a": 1, "b": ""},
        kept={"b": 1},
    ),
    _Row(
        Assumption.READERS_IGNORE_UNKNOWN,
        is_request=False,
        sender=_declares(a={}, b={}),
        receiver={**_declares(b=_TEXT), "maxProperties": 1},
        excused={"a": 1, "b": ""},
        kept={"b": 1},
    ),
    _Row(
        Assumption.ONE_OF_BRANCHES_ARE_APART,
        is_request=True,
        sender={},
        receiver={"oneOf": [_TEXT, {"type": ["string", "integer"]}]},
        excused="a",
        kept=None,
    ),
)


@pytest.mark.parametrize("row", _ROWS)
def test_a_filter_excuses_what_it_is_named_after_and_nothing_else(row: _Row) -> None:
    answers = [
        survives(Exchange(row.sender, row.receiver, instance), listed, is_request=row.is_request)
        for listed in ((), (row.assumption,))
        for instance in (row.excused, row.kept)
    ]

    assert answers == [True, True, False, True]


@pytest.mark.parametrize("row", _ROWS[:-1])
def test_an_assumption_about_one_direction_says_nothing_of_the_other(row: _Row) -> None:
    exchange = Exchange(row.sender, row.receiver, row.excused)

    assert survives(exchange, (row.assumption,), is_request=not row.is_request)


def test_a_closed_object_ignores_nothing() -> None:
    closed = {**_declares(a=_TEXT), "additionalProperties": False}

    kept = without_undeclared(closed, {"a": "", "b": 1}, any_branch=True)

    assert kept == {"a": "", "b": 1}


def test_one_of_beside_any_of_keeps_both_and_the_definitions() -> None:
    schema = {"oneOf": [_TEXT], "anyOf": [{"$ref": "#/$defs/A"}], "$defs": {"A": _TEXT}}

    found = with_any_of(schema)

    parts = [{"anyOf": [{"$ref": "#/$defs/A"}]}, {"anyOf": [_TEXT]}]
    assert found == {"allOf": parts, "$defs": {"A": _TEXT}}


@pytest.mark.parametrize(
    ("role", "properties", "required"),
    [
        (Role.REQUEST_SENDER, {"a": False, "b": {}}, ["b"]),
        (Role.REQUEST_RECEIVER, {"a": True, "b": {}}, ["b"]),
        (Role.RESPONSE_SENDER, {"a": {}, "b": False}, ["a"]),
        (Role.RESPONSE_RECEIVER, {"a": {}, "b": True}, ["a"]),
    ],
)
def test_what_does_not_travel_is_neither_sent_nor_asked_for(
    role: Role, properties: Any, required: Any
) -> None:
    schema = {
        "properties": {"a": {"$ref": "#/components/schemas/A"}, "b": {"writeOnly": True}},
        "required": ["a", "b"],
    }

    found = plain(schema, {"A": {"readOnly": True}}, version="3.0.3", role=role)

    is_seen = isinstance(properties["a"], dict)
    properties = {**properties, "a": {"$ref": "#/$defs/A"}} if is_seen else properties
    assert (found["properties"], found["required"]) == (properties, required)


@pytest.mark.parametrize(
    ("version", "schema", "expected"),
    [
        ("3.0.3", {"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ("2.0", {"enum": [1], "x-nullable": True}, {"enum": [1, None]}),
        ("3.1.0", {"type": "string", "nullable": True}, {"type": "string"}),
        ("3.0.3", {"maximum": 1, "exclusiveMaximum": True}, {"exclusiveMaximum": 1}),
        ("3.0.3", {"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        ("3.1.0", {"exclusiveMinimum": 1}, {"exclusiveMinimum": 1}),
        (
            "3.0.3",
            {"type": "integer", "format": "int32", "minimum": 0},
            {"type": "integer", "minimum": 0, "maximum": 2**31 - 1},
        ),
        ("2.0", {"type": "file", "title": "a"}, {"type": "string"}),
        ("3.1.0", {"$ref": "#/a/Gone", "maxLength": 1}, {"maxLength": 1}),
        ("3.0.3", {"$ref": "#/a/Gone", "maxLength": 1}, {}),
    ],
)
def test_each_version_is_read_in_its_own_words(version: str, schema: Any, expected: Any) -> None:
    assert plain(schema, {}, version=version, role=Role.REQUEST_SENDER) == expected


def test_what_is_hidden_around_a_reference_is_hidden_in_what_it_means() -> None:
    needs_both = {"required": ["a", "b"], "allOf": [{"$ref": "#/components/schemas/B"}]}
    schema = {
        "properties": {"a": {"readOnly": True}},
        "allOf": [{"$ref": "#/components/schemas/A"}],
        "items": {"$ref": "#/components/schemas/A"},
    }

    found = plain(
        schema,
        {"A": needs_both, "B": {"required": ["a"]}},
        version="3.0.3",
        role=Role.REQUEST_SENDER,
    )

    around, alone = (
        found["$defs"][found_at["$ref"].rsplit("/", 1)[-1]]
        for found_at in (found["allOf"][0], found["items"])
    )
    assert (around["required"], alone["required"]) == (["b"], ["a", "b"])
    assert found["$defs"][around["allOf"][0]["$ref"].rsplit("/", 1)[-1]]["required"] == []


def test_what_is_negated_twice_is_said_as_if_it_stood_there_and_once_is_not() -> None:
    needs = {"required": ["a"]}
    hides = {"properties": {"a": {"readOnly": True}}}

    twice, once = (
        plain(schema, {}, version="3.1.0", role=Role.REQUEST_SENDER)
        for schema in (hides | {"not": {"not": needs}}, hides | {"not": needs})
    )

    assert (twice["allOf"], once["not"]) == ([{"required": []}], needs)
