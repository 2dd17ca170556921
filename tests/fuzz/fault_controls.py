"""Does the fuzzer notice each planted fault? `make fuzz-controls` prints a table.

    python -m tests.fuzz.fault_controls [WORDS]    only faults whose name holds all the words

Each fault is planted in a process of its own, which tries pairs until one gives it away. The same
pairs are tried without a fault first: there nothing may be found.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from tests.fuzz.planted_faults import FAULTS, Fault
from tests.fuzz.trial import Tally, Trial

_SLICE = 200
_MOST = 6_000
_SEED = 3
_UNBROKEN = "(no fault)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many pairs it took, and what gave the fault away; nothing where it went unnoticed."""

    name: str
    pairs: int
    seconds: float
    evidence: str


def main(words: Sequence[str]) -> int:
    """Plant the faults one by one; the exit status is 1 unless each is noticed."""
    chosen = [fault.name for fault in FAULTS if all(word in fault.name for word in words)]
    with processes(os.cpu_count() or 1) as pool:
        outcomes = [_printed(outcome) for outcome in pool.map(attempt, [_UNBROKEN, *chosen])]
    unbroken, broken = outcomes[0], outcomes[1:]
    noticed = sum(bool(outcome.evidence) for outcome in broken)
    print(f"\n{noticed} of {len(broken)} planted faults were noticed")
    return int(bool(unbroken.evidence) or noticed < len(broken) or not broken)


def processes(count: int) -> ProcessPoolExecutor:
    """Processes that try one thing each, so that no fault outlives its own trial."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), max_tasks_per_child=1)


def attempt(name: str, most: int = _MOST) -> Outcome:
    """Plant the fault of that name, in this process, and try pairs until something is found."""
    plant = _plants().get(name)
    if plant is not None:
        plant()
    started, pairs, tally = time.process_time(), 0, Tally()
    trial = Trial(_SEED)
    while not tally.faults and pairs < most:
        tally = trial.run(range(pairs, pairs + _SLICE))
        pairs += _SLICE
    return Outcome(name, len(tally.keys), time.process_time() - started, _evidence(tally))


def _plants() -> dict[str, Callable[[], None]]:
    return {fault.name: fault.plant for fault in FAULTS}


def _evidence(tally: Tally) -> str:
    kinds = {
        "counterexample": len(tally.counterexamples),
        "unexpected verdict": len(tally.surprises),
        "break that is none": len(tally.contradictions),
    }
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items() if count)


def _printed(outcome: Outcome) -> Outcome:
    is_right = bool(outcome.evidence) is (outcome.name != _UNBROKEN)
    print(
        f"{'ok' if is_right else 'MISSED':<7} {outcome.pairs:>6,} pairs {outcome.seconds:>6.1f} s"
        f"  {outcome.name:<66} {outcome.evidence or 'nothing'}",
        flush=True,
    )
    return outcome


__all__ = ["FAULTS", "Fault", "attempt", "main", "processes"]

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
