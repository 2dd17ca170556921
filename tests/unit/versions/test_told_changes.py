"""Are changes told in bounds, page by page, and without what was withheld?"""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.comparisons.models import StoredComparison
from service.errors import InvalidInput
from service.pagination import PageRequest, encode_cursor
from service.versions.change_filter import ChangeFilter
from service.versions.told_changes import Telling

EVERYTHING = ChangeFilter()


def change(**values: Any) -> dict[str, Any]:
    """Return a stored change."""
    return {
        "rule": "path.removed",
        "level": "error",
        "judgement": "breaks",
        "direction": None,
        "location": "paths/~1orders",
        "operations": ["GET /orders"],
        "operation_count": 1,
        "base_pointer": "/paths/~1orders",
        "revision_pointer": None,
        "before": "hunter2",
        "after": None,
        "fingerprint": "aa",
        "message": "It said hunter2.",
        "cause": None,
        "assumption": None,
        "witness": {"instance": "hunter2"},
        "unproved": None,
        **values,
    }


def result(changes: Sequence[dict[str, Any]], *, known_as: str = "some-id") -> StoredComparison:
    """Return a result that holds these changes."""
    return StoredComparison(id=known_as, changes=list(changes))


def test_a_change_is_told_with_whether_it_was_approved() -> None:
    told = Telling(approvals={"bb"}).tell([change(), change(fingerprint="bb")])

    assert [one["is_approved"] for one in told] == [False, True]


def test_the_operations_of_one_change_are_bounded() -> None:
    many = change(operations=[f"GET /{n}" for n in range(60)], operation_count=60)

    (told,) = Telling().tell([many])

    assert (len(told["operations"]), told["operation_count"]) == (50, 60)


def test_the_instance_that_proves_a_change_is_bounded() -> None:
    short, long = ({"instance": "x" * length} for length in (9_998, 9_999))

    told = Telling().tell([change(witness=short), change(witness=long), change(witness=None)])

    assert told[0]["witness"] == {**short, "instance_length": 10_000}
    assert told[1]["witness"] == {"instance": None, "instance_length": 10_001}
    assert told[2]["witness"] is None


def test_nothing_of_a_withheld_document_is_told() -> None:
    (told,) = Telling(is_withheld=True).tell([change()])

    assert "hunter2" not in str(told)
    assert (told["before"], told["after"], told["fingerprint"]) == (None, None, "aa")


def test_what_an_engine_did_not_say_is_null_and_what_it_said_more_is_left_out() -> None:
    stored = change(novelty="x")
    del stored["assumption"]

    (told,) = Telling().tell([stored])

    assert told["assumption"] is None
    assert "novelty" not in told


@given(st.lists(st.sampled_from(["error", "info"]), max_size=30), st.integers(1, 10))
def test_the_pages_of_what_is_wanted_are_all_of_it(levels: list[str], limit: int) -> None:
    stored = result([change(level=level, fingerprint=str(n)) for n, level in enumerate(levels)])
    wanted = ChangeFilter(level={"info"})
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = Telling().tell_page(stored, chosen=wanted, page=PageRequest(limit, cursor))
        seen += [one["fingerprint"] for one in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
        assert len(page.items) == limit

    assert seen == [str(n) for n, level in enumerate(levels) if level == "info"]


def test_a_page_goes_on_where_it_was_though_approvals_changed() -> None:
    stored = result([change(fingerprint=name) for name in "abcd"])
    unapproved = ChangeFilter(approved=False)

    first = Telling().tell_page(stored, chosen=unapproved, page=PageRequest(2))
    second = Telling(approvals={"a"}).tell_page(
        stored, chosen=unapproved, page=PageRequest(2, first.next_cursor)
    )

    told = [one["fingerprint"] for one in (*first.items, *second.items)]
    assert told == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "values",
    [["some-id", -1], ["some-id", 2], ["some-id", "0"], ["another", 1], [1, 1], ["some-id"]],
)
def test_a_cursor_of_another_result_is_refused(values: list[object]) -> None:
    page = PageRequest(cursor=encode_cursor(values))

    with pytest.raises(InvalidInput):
        Telling().tell_page(result([change(), change()]), chosen=EVERYTHING, page=page)


def test_what_was_withheld_cannot_be_searched_for() -> None:
    stored = result([change(location="paths/~1hunter2", operations=["GET /hunter2"])])

    def found(**wanted: Any) -> list[int]:
        return [
            len(
                Telling(is_withheld=is_withheld)
                .tell_page(stored, chosen=ChangeFilter(**wanted), page=PageRequest())
                .items
            )
            for is_withheld in (False, True)
        ]

    assert found(location="hunter2") == [1, 0]
    assert found(operation={"GET /hunter2"}) == [1, 0]
    assert found(rule={"path.removed"}) == [1, 1]
