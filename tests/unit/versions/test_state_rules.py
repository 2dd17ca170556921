"""May a version go only where its state allows?"""

from itertools import product

from service.versions.models import ACCEPTED_STATES, VersionState
from service.versions.state_rules import ALLOWED_STATES, may_become


def test_every_state_says_where_one_may_go_from_it() -> None:
    assert set(ALLOWED_STATES) == set(VersionState)


def test_nobody_sets_a_version_to_pending_or_rejected() -> None:
    unreachable = {VersionState.PENDING, VersionState.REJECTED}

    assert [
        (state, target)
        for state, target in product(VersionState, unreachable)
        if may_become(state, target)
    ] == []


def test_a_held_or_rejected_version_is_accepted_by_review_only() -> None:
    assert not any(
        may_become(state, target)
        for state in (VersionState.PENDING, VersionState.REJECTED)
        for target in VersionState
    )


def test_every_accepted_state_can_be_left_and_come_back_to() -> None:
    for state in (*ACCEPTED_STATES, VersionState.DISABLED):
        assert any(may_become(state, other) for other in VersionState if other is not state)
        assert any(may_become(other, state) for other in VersionState if other is not state)


def test_a_date_of_deprecation_can_be_changed() -> None:
    assert may_become(VersionState.DEPRECATED, VersionState.DEPRECATED)
