"""Which texts and numbers are surely not of a format?"""

from typing import Any

import jsonschema_rs
import pytest

from service.openapi_diff.formats import refuses


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("date", "2024-02-29", "x"),
        ("date-time", "2024-02-29T12:00:00.5+01:00", "2024-02-29"),
        ("time", "12:00:00Z", "noon"),
        ("duration", "P1D", "1 day"),
        ("email", "a@example.com", "a"),
        ("idn-email", "a@example.com", "a"),
        ("uuid", "123e4567-e89b-12d3-a456-426614174000", "123"),
        ("uri", "urn:a", "/a"),
        ("iri", "https://example.com/ä", "/a"),
        ("ipv4", "127.0.0.1", "localhost"),
        ("ipv6", "::1", "1"),
        ("hostname", "a-b.example", "a b"),
        ("json-pointer", "", "a"),
    ],
)
def test_a_text_of_another_shape_is_refused_as_a_validator_does(
    name: str, good: str, bad: str
) -> None:
    validator = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)

    assert [refuses(name, good), refuses(name, bad)] == [False, True]
    assert [validator.is_valid(good), validator.is_valid(bad)] == [True, False]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("int32", 2**31 - 1, False),
        ("int32", 2**31, True),
        ("int64", -(2**63), False),
        ("int64", 2**63, True),
        ("int32", True, False),
        ("int32", "a", False),
        ("password", "a", False),
        ("never heard of", "a", False),
        (5, "a", False),
    ],
)
def test_a_format_says_something_of_its_own_kind_of_values(
    name: Any, value: Any, expected: Any
) -> None:
    assert refuses(name, value) is expected
