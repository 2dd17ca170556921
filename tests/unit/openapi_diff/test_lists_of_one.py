"""Is a single value of a query taken for a list of one, and only where it is one?"""

from typing import Any

import pytest

from service.openapi_diff import compare
from tests.unit.openapi_diff.documents import reported, with_operation

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
DONE = {"200": {"description": "done"}}


def asking(schema: Any, **more: Any) -> dict[str, Any]:
    parameter = {"name": "q", "in": "query", "schema": schema, **more}
    return with_operation({"parameters": [parameter], "responses": DONE})


def listing(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        (TEXT, listing(TEXT)),
        (WHOLE, listing(WHOLE)),
        (WHOLE, listing(TEXT)),
        (TEXT, listing({})),
        ({"type": ["string", "integer"]}, listing(TEXT, minItems=1, maxItems=3)),
        (
            {"type": ["string", "null"]},
            listing({"type": ["string", "null"]}, type=["array", "null"]),
        ),
        ({**TEXT, "maxLength": 4}, listing({**TEXT, "maxLength": 5})),
    ],
)
def test_a_value_is_a_list_of_one_where_each_item_has_a_key(base: Any, revision: Any) -> None:
    changes = reported(compare(asking(base), asking(revision)))

    assert ("schema.type-widened", "request", "safe") in changes
    assert {judgement for _, _, judgement in changes} == {"safe"}


@pytest.mark.parametrize(
    ("base", "revision", "more"),
    [
        (TEXT, listing(TEXT), {"explode": False}),
        (TEXT, listing(TEXT), {"style": "pipeDelimited"}),
        (TEXT, listing(TEXT), {"in": "header"}),
        (TEXT, listing(WHOLE), {}),
        (TEXT, listing(TEXT, minItems=2), {}),
        (TEXT, listing(TEXT, maxItems=0), {}),
        (TEXT, listing(TEXT, contains=WHOLE), {}),
        (TEXT, listing({**TEXT, "maxLength": 4}), {}),
        (TEXT, listing({"oneOf": [{**TEXT, "maxLength": 4}, WHOLE]}), {}),
        ({"type": "object"}, listing({}), {}),
    ],
)
def test_a_value_that_is_no_list_of_one_is_refused(base: Any, revision: Any, more: Any) -> None:
    changes = reported(compare(asking(base, **more), asking(revision, **more)))

    assert ("schema.type-incompatible", "request", "breaks") in changes


def test_a_list_is_no_single_value() -> None:
    changes = reported(compare(asking(listing(TEXT)), asking(TEXT)))

    assert changes == [("schema.type-incompatible", "request", "breaks")]
