"""Does a schema that only remarks demand nothing, wherever its words stand?"""

from typing import Any

import pytest

from service.openapi_diff import Comparison, compare
from tests.unit.openapi_diff.documents import reported, with_schema

TEXT = {"type": "string"}
NOTHING = {"description": "anything", "x-order": 1}
REMARKED = [
    True,
    {},
    NOTHING,
    {"$ref": "#/components/schemas/Nothing"},
    {"allOf": [{"$ref": "#/components/schemas/Nothing"}, {}], "title": "Anything"},
    {"$ref": "#/components/schemas/Far"},
]
PARTS = {"Nothing": NOTHING, "Far": {"$ref": "#/components/schemas/Nothing"}, "Text": TEXT}
PLACES = ["items", "additionalProperties", "unevaluatedProperties", "propertyNames"]


def around(keyword: str, schema: Any) -> dict[str, Any]:
    return {"type": ["object", "array"], keyword: schema}


def answer(base: Any, revision: Any) -> Comparison:
    return compare(with_schema(base, **PARTS), with_schema(revision, **PARTS))


@pytest.mark.parametrize("keyword", PLACES)
@pytest.mark.parametrize("schema", REMARKED)
def test_a_remark_comes_and_goes_freely(keyword: str, schema: Any) -> None:
    without = {"type": ["object", "array"]}

    changes = [
        *reported(answer(without, around(keyword, schema))),
        *reported(answer(around(keyword, schema), without)),
    ]

    assert {judgement for _, _, judgement in changes} <= {"documentation"}


@pytest.mark.parametrize("keyword", PLACES)
@pytest.mark.parametrize("schema", REMARKED)
def test_a_demand_is_told_the_same_however_nothing_was_said_before(
    keyword: str, schema: Any
) -> None:
    demand = {"type": "string", "maxLength": 4}

    plain = reported(answer(around(keyword, {}), around(keyword, demand)))
    found = reported(answer(around(keyword, schema), around(keyword, demand)))

    assert found == plain
    assert plain


@pytest.mark.parametrize("keyword", ["items", "additionalProperties"])
def test_a_demand_behind_a_reference_is_one(keyword: str) -> None:
    reference = {"$ref": "#/components/schemas/Text"}
    without = {"type": ["object", "array"]}

    changes = reported(answer(without, around(keyword, reference)))

    assert changes == reported(answer(without, around(keyword, TEXT)))
    assert "breaks" in {judgement for _, _, judgement in changes}


@pytest.mark.parametrize("keyword", ["items", "additionalProperties"])
def test_an_edited_remark_is_still_told(keyword: str) -> None:
    changes = answer(around(keyword, NOTHING), around(keyword, {"description": "something"}))

    assert {rule for rule, _, _ in reported(changes)} == {"schema.docs-changed"}
