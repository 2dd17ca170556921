"""Is a change chosen by all filters that are given, and by any value of each?"""

from typing import Any

import pytest

from service.errors import InvalidInput
from service.versions.change_filter import ChangeFilter

CHANGES: tuple[dict[str, Any], ...] = (
    {
        "rule": "path.removed",
        "level": "error",
        "judgement": "breaks",
        "direction": None,
        "location": "paths/~1orders",
        "operations": ["GET /orders", "POST /orders"],
    },
    {
        "rule": "schema.enum-value-added",
        "level": "error",
        "judgement": "breaks",
        "direction": "response",
        "location": "components/schemas/Order/properties/state",
        "operations": ["GET /orders"],
    },
    {
        "rule": "schema.pattern-changed",
        "level": "warning",
        "judgement": "undetermined",
        "direction": "request",
        "location": "components/schemas/Item",
        "operations": ["POST /items"],
    },
)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ({}, [0, 1, 2]),
        ({"level": {"error"}}, [0, 1]),
        ({"level": {"error", "warning"}}, [0, 1, 2]),
        ({"level": {"info"}}, []),
        ({"judgement": {"undetermined"}}, [2]),
        ({"direction": {"request", "response"}}, [1, 2]),
        ({"rule": {"path.removed", "schema.enum-value-added"}}, [0, 1]),
        ({"area": {"schema"}}, [1, 2]),
        ({"area": {"schema", "path"}, "level": {"error"}}, [0, 1]),
        ({"operation": {"GET /orders"}}, [0, 1]),
        ({"operation": {"POST /orders", "POST /items"}}, [0, 2]),
        ({"operation": {"GET /order"}}, []),
        ({"location": "order"}, [0, 1]),
        ({"location": "ORDER/prop"}, [1]),
        ({"approved": True}, [1]),
        ({"approved": False}, [0, 2]),
    ],
)
def test_all_filters_must_fit(wanted: dict[str, Any], places: list[int]) -> None:
    chosen = ChangeFilter(**wanted)

    found = [at for at, one in enumerate(CHANGES) if chosen.takes(one, is_approved=at == 1)]

    assert found == places


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ({"rule": ["path.remved"]}, "There is no rule 'path.remved'. Alike: path.removed"),
        ({"rule": ["path.removed", "zzzz"]}, "There is no rule 'zzzz'."),
        ({"area": ["shema"]}, "There is no area 'shema'. Alike: schema"),
    ],
)
def test_what_no_change_can_match_is_refused(wanted: dict[str, Any], complaint: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ChangeFilter(**wanted)

    assert refusal.value.message.startswith(complaint)
    assert list(refusal.value.details["query"]) == list(wanted)
