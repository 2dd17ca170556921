"""Is the proof that a service tells shown, and only where it can be understood?"""

from typing import Any

import pytest

from bindery_client.models import Change
from service.cli.publication_rendering import change_lines
from service.cli.told_proofs import proof_told_by
from service.versions import examples

PROVED: dict[str, Any] = dict(examples.PROVED_CHANGE)


def told_with(**values: Any) -> Change:
    """Return a change whose proof differs in these values."""
    return Change.from_dict({**PROVED, "witness": {**PROVED["witness"], **values}})


def test_a_proof_is_shown_below_its_change() -> None:
    *_, last = change_lines(told_with())

    assert last.strip() == (
        "Proof: this request body of POST /orders was accepted, and now is refused:"
        ' {"item": "bolts", "amount": 500} (500 is greater than the maximum of 100)'
    )


@pytest.mark.parametrize(
    "change",
    [
        Change.from_dict(dict(examples.CHANGE)),
        told_with(kind="of-a-later-release"),
        told_with(instance=None, instance_length=10_001),
    ],
    ids=["none", "of an unknown kind", "too long to be told"],
)
def test_what_cannot_be_shown_is_left_out(change: Change) -> None:
    assert proof_told_by(change) is None
    assert not [line for line in change_lines(change) if "Proof" in line]


def test_what_a_later_service_tells_more_does_no_harm() -> None:
    assert proof_told_by(told_with(novelty="x")) == proof_told_by(told_with())
