"""Are changes told in bounds, and without what was withheld?"""

from typing import Any

from service.versions.told_changes import ChangeFilter, tell_changes


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
        **values,
    }


def test_a_change_is_told_with_whether_it_was_approved() -> None:
    told = tell_changes([change(), change(fingerprint="bb")], approvals={"bb"})

    assert [one["is_approved"] for one in told] == [False, True]


def test_the_operations_of_one_change_are_bounded() -> None:
    many = change(operations=[f"GET /{n}" for n in range(60)], operation_count=60)

    (told,) = tell_changes([many], approvals=())

    assert (len(told["operations"]), told["operation_count"]) == (50, 60)


def test_nothing_of_a_withheld_document_is_told() -> None:
    (told,) = tell_changes([change()], approvals=(), is_withheld=True)

    assert "hunter2" not in str(told)
    assert (told["before"], told["after"], told["fingerprint"]) == (None, None, "aa")


def test_what_an_engine_did_not_say_is_null_and_what_it_said_more_is_left_out() -> None:
    stored = change(novelty="x")
    del stored["assumption"]

    (told,) = tell_changes([stored], approvals=())

    assert told["assumption"] is None
    assert "novelty" not in told


def test_changes_are_chosen_by_all_that_is_given() -> None:
    changes = [change(), change(level="info"), change(rule="path.added", level="info")]

    assert ChangeFilter().choose(changes) == changes
    assert ChangeFilter(level="info").choose(changes) == changes[1:]
    assert ChangeFilter(level="info", rule="path.added").choose(changes) == changes[2:]
    assert ChangeFilter(direction="request").choose(changes) == []
