"""Do the kinds of value of the API take exactly what the document says they take?"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import jsonschema_rs
import pytest
from apispec import APISpec
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, fields, validate

from service.http_api.field_documents import Plugin
from service.http_api.fields import (
    Boolean,
    Integer,
    QueryInteger,
    RequestSchema,
    String,
    Timestamp,
    Uuid,
    enum_field,
    name_field,
    text_field,
)

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**65), 2**65)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


class Colour(StrEnum):
    """A closed set."""

    RED = "red"
    BLUE = "blue"


class ThingSchema(RequestSchema):
    """One field of each kind."""

    number = Integer()
    bounded = Integer(validate=validate.Range(min=1, max=10, max_inclusive=False))
    flag = Boolean()
    nullable = Integer(allow_none=True)
    colour = enum_field(Colour)
    maybe_colour = enum_field(Colour, allow_none=True)
    name = name_field()
    text = text_field(5, min_length=1)
    moment = Timestamp()
    id = Uuid()


def document_of(schema: type[RequestSchema]) -> dict[str, Any]:
    """Return the schema as the document has it."""
    spec = APISpec("Things", "1", "3.1.0", plugins=[Plugin()])
    spec.components.schema("Thing", schema=schema)
    found: dict[str, Any] = spec.to_dict()["components"]["schemas"]["Thing"]
    return found


VALIDATOR = jsonschema_rs.Draft202012Validator(
    document_of(ThingSchema), validate_formats=True, offline=True
)


def accepts(field: str, value: Any) -> bool:
    """Whether the schema takes the value."""
    try:
        ThingSchema().load({field: value})
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("field", sorted(set(ThingSchema().fields) - {"moment", "text", "name"}))
@given(value=JSON_VALUES)
def test_what_is_taken_is_what_the_document_says(field: str, value: Any) -> None:
    assert accepts(field, value) == VALIDATOR.is_valid({field: value})


@pytest.mark.parametrize("field", ["moment", "text", "name"])
@given(value=JSON_VALUES)
def test_nothing_is_taken_that_the_document_forbids(field: str, value: Any) -> None:
    assert not accepts(field, value) or VALIDATOR.is_valid({field: value})


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        ("number", {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}),
        ("bounded", {"type": "integer", "minimum": 1, "exclusiveMaximum": 10}),
        ("flag", {"type": "boolean"}),
        ("colour", {"type": "string", "enum": ["red", "blue"]}),
        ("maybe_colour", {"type": ["string", "null"], "enum": ["red", "blue", None]}),
        ("moment", {"type": "string", "format": "date-time"}),
        ("id", {"type": "string", "format": "uuid"}),
        ("text", {"type": "string", "minLength": 1, "maxLength": 5}),
    ],
)
def test_the_document_is_exact(field: str, schema: dict[str, Any]) -> None:
    assert document_of(ThingSchema)["properties"][field] == schema


def test_a_closed_request_is_closed_in_the_document() -> None:
    assert document_of(ThingSchema)["additionalProperties"] is False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-20T10:00:00Z", datetime(2026, 11, 20, 10, tzinfo=UTC)),
        ("2026-11-20t10:00:00.5z", datetime(2026, 11, 20, 10, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-20T12:00:00+02:00", datetime(2026, 11, 20, 10, tzinfo=UTC)),
    ],
)
def test_instants_are_normalised_to_utc(text: str, value: datetime) -> None:
    assert Timestamp().deserialize(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026-11-20T10:00:00",
        "2026-11-20 10:00:00Z",
        "2026-02-30T10:00:00Z",
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "2026-11-20T10:00:00Z\n",
        "\u0662026-11-20T10:00:00Z",
        "",
        5,
        None,
    ],
)
def test_what_is_no_instant_is_refused(text: Any) -> None:
    with pytest.raises(ValidationError):
        Timestamp().deserialize(text)


def test_instants_are_written_with_z() -> None:
    schema = type("S", (RequestSchema,), {"moment": Timestamp()})()

    assert schema.dump({"moment": datetime(2026, 11, 20, 10, tzinfo=UTC)}) == {
        "moment": "2026-11-20T10:00:00Z"
    }


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "\udfff x"])
def test_text_that_no_database_stores_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        String().deserialize(text)


@pytest.mark.parametrize("text", ["1e3", "1.0", "\u0661", " 1", "", "9" * 19, 1])
def test_numbers_in_queries_are_plain_digits(text: Any) -> None:
    with pytest.raises(ValidationError):
        QueryInteger().deserialize(text)


def test_an_example_is_written_as_json_schema_has_it() -> None:
    schema = type("S", (RequestSchema,), {"a": fields.String(metadata={"example": "x"})})

    assert document_of(schema)["properties"]["a"] == {"type": "string", "examples": ["x"]}
