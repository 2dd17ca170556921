"""Does a reference lead to the schema that its name, its address or its pointer means?"""

from typing import Any

import pytest

from service.openapi_diff import Verdict, compare
from tests.unit.openapi_diff.documents import with_schema

_HOME = "https://example.org/schemas/home"


def _named(kind: str) -> dict[str, Any]:
    return {"$id": _HOME, "$defs": {"D": {"$anchor": "here", "type": kind}}}


@pytest.mark.parametrize(
    ("reference", "schema"),
    [
        (_HOME, lambda kind: {"$id": _HOME, "type": kind}),
        (f"{_HOME}#here", _named),
        (f"{_HOME}#/$defs/D", _named),
        ("#/components/schemas/S", lambda kind: {**_named(kind), "$ref": "#/$defs/D"}),
        ("#/components/schemas/S", lambda kind: {**_named(kind), "$ref": "#here"}),
        ("#/components/schemas/S", lambda kind: {**_named(kind), "items": {"$ref": "home#here"}}),
        ("#/components/schemas/S/$defs/D", _named),
    ],
)
def test_an_edit_is_seen_through_every_way_to_say_where_a_schema_is(
    reference: str, schema: Any
) -> None:
    base, revision = (
        with_schema({"$ref": reference}, S=schema(kind)) for kind in ("string", "integer")
    )

    verdicts = [compare(base, revision).verdict, compare(base, base).verdict]

    assert verdicts == [Verdict.BREAKING, Verdict.COMPATIBLE]


def test_a_pointer_that_leads_nowhere_within_its_resource_starts_at_the_document() -> None:
    base, revision = (
        with_schema(
            {"$ref": "#/components/schemas/S"},
            S={"$id": _HOME, "items": {"$ref": "#/components/schemas/T"}},
            T={"type": kind},
        )
        for kind in ("string", "integer")
    )

    assert compare(base, revision).verdict is Verdict.BREAKING


def test_an_address_that_is_none_leads_nowhere_and_stops_nobody() -> None:
    odd = with_schema({"$ref": "#/components/schemas/S"}, S={"$id": "http://[", "$ref": "http://["})

    assert compare(odd, odd).changes == ()
