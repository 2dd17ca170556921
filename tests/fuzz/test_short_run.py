"""Is the engine sound over some pairs that are the same each time? `make fuzz` tries many more."""

import pytest

from service.openapi_diff import Verdict
from tests.fuzz.real_schemas import real_sides
from tests.fuzz.report import as_test, smallest
from tests.fuzz.trial import Tally, Trial
from tests.requirements import need_shared

_PAIRS = 1_000


@pytest.fixture(scope="module")
def tally() -> Tally:
    return Trial(seed=7).run(range(_PAIRS))


def test_no_harmless_verdict_has_a_counterexample(tally: Tally) -> None:
    found = [as_test(smallest(counterexample)) for counterexample in tally.counterexamples]

    assert found == []


def test_documents_get_the_verdict_that_they_were_made_for(tally: Tally) -> None:
    found = [(verdict, pair.edits) for pair, verdict in tally.surprises]

    assert found == []


def test_the_pairs_are_worth_trying(tally: Tally) -> None:
    harmless = tally.verdicts[Verdict.COMPATIBLE.value]

    assert len(tally.keys) > 0.95 * _PAIRS
    assert 0.3 * len(tally.keys) < harmless < 0.8 * len(tally.keys)
    assert tally.refused < 0.05 * _PAIRS


def test_no_harmless_verdict_on_real_schemas_has_a_counterexample() -> None:
    real = real_sides(need_shared("real"))

    tally = Trial(seed=8, real=real).run(range(300))

    found = [as_test(smallest(counterexample)) for counterexample in tally.counterexamples]
    assert (bool(real), found) == (True, [])
