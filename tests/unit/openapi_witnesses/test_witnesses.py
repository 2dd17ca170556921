"""Does every kind of edit get an instance that shows it, and is the instance true?"""

from typing import Any

import pytest

from service.openapi_diff import Direction, Judgement, Side, Verdict, WitnessKind
from tests.unit.openapi_witnesses.documents import accepts, document, proved
from tests.unit.openapi_witnesses.narrowings import NARROWINGS


@pytest.mark.parametrize("name", NARROWINGS)
def test_a_narrowed_request_has_a_witness(name: str) -> None:
    wide, narrow = NARROWINGS[name]

    comparison = proved(document(wide), document(narrow))

    breaking = [found for found in comparison.changes if found.judgement is Judgement.BREAKS]
    assert breaking
    for change in breaking:
        assert change.witness is not None, change
        assert change.witness.accepted_by is Side.BASE
        assert change.witness.refused_by is Side.REVISION
        assert change.witness.place == "body"
        assert accepts(wide, change.witness.instance)
        assert not accepts(narrow, change.witness.instance)


@pytest.mark.parametrize("name", NARROWINGS)
def test_a_widened_response_has_a_witness(name: str) -> None:
    wide, narrow = NARROWINGS[name]

    comparison = proved(document(narrow, "response"), document(wide, "response"))

    witnesses = [
        found.witness
        for found in comparison.changes
        if found.judgement is Judgement.BREAKS and found.direction is Direction.RESPONSE
    ]
    assert witnesses
    for witness in witnesses:
        assert witness is not None
        if witness.kind is WitnessKind.WITHHELD:
            continue
        assert witness.accepted_by is Side.REVISION
        assert witness.status == "200"
        assert accepts(wide, witness.instance)
        assert not accepts(narrow, witness.instance)


@pytest.mark.parametrize(
    ("place", "direction"),
    [
        ("parameter", Direction.REQUEST),
        ("header", Direction.RESPONSE),
        ("callback", Direction.RESPONSE),
        ("webhook", Direction.RESPONSE),
    ],
)
def test_a_witness_says_where_it_travels(place: str, direction: Direction) -> None:
    few, many = {"enum": ["a"]}, {"enum": ["a", "b"]}
    if direction is Direction.REQUEST:
        few, many = many, few

    comparison = proved(document(few, place), document(many, place))

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.instance == "b"
    assert witness.direction is direction
    assert witness.place == {"parameter": "parameter", "header": "header"}.get(place, "body")
    assert place not in ("callback", "webhook") or place in witness.operation


def test_the_message_around_a_changed_definition_is_whole() -> None:
    shelf = {
        "type": "object",
        "required": ["id", "books"],
        "properties": {
            "id": {"type": "integer", "minimum": 7},
            "books": {"type": "array", "minItems": 2, "items": {"$ref": "#/components/schemas/B"}},
            "remark": {"type": "string"},
        },
    }
    book = {"type": "object", "required": ["isbn"], "properties": {"isbn": {"type": "string"}}}
    strict = {**book, "properties": {"isbn": {"type": "string", "pattern": "^[0-9]{3}$"}}}

    comparison = proved(
        document(shelf, schemas={"B": book}), document(shelf, schemas={"B": strict})
    )

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.pointer == "/books/0/isbn"
    assert witness.instance["id"] == 7
    assert len(witness.instance["books"]) == 2
    assert "remark" not in witness.instance
    assert accepts(shelf, witness.instance, {"B": book})
    assert not accepts(shelf, witness.instance, {"B": strict})


def test_a_message_may_go_through_a_definition_that_contains_itself() -> None:
    tree: dict[str, Any] = {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        },
    }
    short = {**tree, "properties": {**tree["properties"], "name": {"maxLength": 3}}}
    root = {"$ref": "#/components/schemas/Tree"}

    comparison = proved(
        document(root, schemas={"Tree": tree}), document(root, schemas={"Tree": short})
    )

    assert comparison.proved_count == 1


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_read_only_properties_are_not_part_of_a_request(version: str) -> None:
    old: dict[str, Any] = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"id": {"type": "string", "readOnly": True}, "name": {"type": "string"}},
    }
    new = {**old, "properties": {**old["properties"], "name": {"type": "string", "maxLength": 2}}}

    comparison = proved(document(old, version=version), document(new, version=version))

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.instance == {"name": "aaa"}


def test_nullable_of_3_0_is_null() -> None:
    old, new = {"type": "string", "nullable": True}, {"type": "string"}

    comparison = proved(document(old, version="3.0.3"), document(new, version="3.0.3"))

    (change,) = [found for found in comparison.changes if found.witness]
    assert change.witness is not None
    assert change.witness.instance is None


def test_swagger_2_0_bodies_and_form_fields_have_witnesses() -> None:
    def described(body: Any, field: Any) -> dict[str, Any]:
        return {
            "swagger": "2.0",
            "info": {"title": "Things", "version": "1"},
            "consumes": ["application/json", "application/x-www-form-urlencoded"],
            "paths": {
                "/things": {
                    "post": {
                        "parameters": [{"in": "body", "name": "body", "schema": body}],
                        "responses": {"200": {"description": "done"}},
                    },
                    "put": {
                        "parameters": [{"in": "formData", "name": "size", **field}],
                        "responses": {"200": {"description": "done"}},
                    },
                }
            },
        }

    base = described({"type": "string"}, {"type": "integer"})
    revision = described({"type": "string", "maxLength": 1}, {"type": "integer", "maximum": 3})
    comparison = proved(base, revision)

    assert [found.witness and found.witness.instance for found in comparison.changes] == [
        "aa",
        {"size": 4},
    ]


def test_a_property_that_is_sent_no_more_has_a_witness_under_a_named_reading() -> None:
    old = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    new = {"type": "object", "properties": {"b": {"type": "string"}}}

    comparison = proved(document(old, "response"), document(new, "response"))

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.kind is WitnessKind.WITHHELD
    assert witness.accepted_by is Side.BASE
    assert witness.instance == {"a": "a"}
    assert "not declared" in witness.reason


def test_a_discriminator_value_that_is_gone_has_a_witness_under_a_named_reading() -> None:
    open_kind = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
    schemas = {"Pet": open_kind, "Any": open_kind}

    def named(mapping: dict[str, str]) -> dict[str, Any]:
        targets = {value: f"#/components/schemas/{name}" for value, name in mapping.items()}
        return {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind", "mapping": targets},
        }

    comparison = proved(
        document(named({"pet": "Pet", "car": "Any"}), schemas=schemas),
        document(named({"pet": "Pet"}), schemas=schemas),
    )

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.kind is WitnessKind.INTERPRETED
    assert witness.instance == {"kind": "car"}


def test_what_could_not_be_told_breaks_once_it_has_a_witness() -> None:
    # Look-behind is beyond the engine's automata; the validator knows it.
    old = {"type": "string", "pattern": "(?<!x)a"}
    new = {"type": "string", "pattern": "(?<!y)a{3}"}
    base, revision = document(old), document(new)

    comparison = proved(base, revision)

    assert comparison.verdict is Verdict.BREAKING
    (change,) = comparison.changes
    assert change.judgement is Judgement.BREAKS
    assert change.cause is None
    assert comparison.undetermined_causes == ()
    assert change.witness is not None


def test_a_parameter_is_read_as_the_text_that_it_is() -> None:
    base = document({"type": "string"}, "parameter")
    revision = document({"type": "integer"}, "parameter")

    comparison = proved(base, revision)

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.kind is WitnessKind.REFUSED
    with pytest.raises(ValueError, match="invalid literal"):
        int(witness.instance)


def test_changes_that_break_nothing_and_those_without_schemas_have_no_witness() -> None:
    base = document({"type": "string"})
    revision = document({"type": "string", "description": "text"})
    base["paths"]["/gone"] = {"get": {"responses": {"200": {"description": "done"}}}}

    comparison = proved(base, revision)

    told = {found.rule: (found.witness, found.unproved) for found in comparison.changes}
    assert told["path.removed"] == (None, "not-a-schema-change")
    assert told["schema.docs-changed"] == (None, None)
    assert comparison.to_dict()["unproved_counts"] == {"not-a-schema-change": 1}


def test_where_no_whole_message_is_valid_the_changed_value_alone_is_shown() -> None:
    # `b` is required and cannot be there: the base accepts no message at all.
    def described(name: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["b"],
            "properties": {"a": name},
            "additionalProperties": False,
        }

    base = document(described({"type": "string"}))
    revision = document(described({"type": "string", "maxLength": 2}))

    comparison = proved(base, revision)

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert (witness.kind, witness.instance) == (WitnessKind.PART, "aaa")


def test_an_alternative_that_an_open_object_would_swallow_has_a_witness_of_its_kind() -> None:
    cat = {"title": "Cat", "type": "object", "properties": {"lives": {"type": "integer"}}}
    dog = {"title": "Dog", "type": "object", "properties": {"tricks": {"type": "string"}}}

    comparison = proved(
        document({"anyOf": [cat]}, "response"), document({"anyOf": [cat, dog]}, "response")
    )

    (witness,) = [found.witness for found in comparison.changes if found.witness]
    assert witness.kind is WitnessKind.UNDECLARED
    assert witness.instance == {"tricks": "a"}


def test_a_property_with_another_name_is_withheld_by_its_old_one() -> None:
    old = {"type": "object", "properties": {"a": {"type": "string", "maxLength": 7}}}
    new = {"type": "object", "properties": {"b": {"type": "string", "maxLength": 7}}}

    comparison = proved(document(old, "response"), document(new, "response"))

    assert {found.witness.kind for found in comparison.changes if found.witness} == {
        WitnessKind.WITHHELD
    }
