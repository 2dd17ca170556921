"""Does the hunt notice faults of the engine? `make fuzz-controls` plants all of them."""

from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.fuzz.fault_controls import attempt, processes
from tests.fuzz.planted_faults import FAULTS

_FEW = (
    "objects are not compared",
    "null plays no part",
    "requests are taken for responses",
    "what is referred to is taken for unchanged",
)


def _plant_all() -> int:
    for fault in FAULTS:
        fault.plant()
    return len(FAULTS)


def test_every_fault_can_still_be_planted() -> None:
    with processes(1) as pool:
        assert pool.submit(_plant_all).result() == len(FAULTS) > 20


def test_names_of_faults_are_their_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("name", _FEW)
def test_a_planted_fault_is_noticed(name: str) -> None:
    with processes(1) as pool:
        outcome = pool.submit(attempt, name, 1_000).result()

    assert outcome.evidence


def test_without_a_fault_nothing_is_found() -> None:
    with ProcessPoolExecutor(1) as pool:
        outcome = pool.submit(attempt, "", 200).result()

    assert (outcome.pairs, outcome.evidence) == (200, "")
