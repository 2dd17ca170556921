"""Is the engine sound over very many pairs? `make fuzz PAIRS=100000 SEED=1` prints the answer.

    python -m tests.fuzz.run [--pairs N] [--seed N] [--processes N] [--real FOLDER]

The exit status is 1 where anything was found: a counterexample to a harmless verdict, a verdict on
whole documents that is not the one they were made for, or a break that is provably none.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from service.openapi_diff import Verdict
from service.openapi_diff.rules import RULES
from tests.fuzz.real_schemas import real_sides
from tests.fuzz.report import as_test, smallest
from tests.fuzz.trial import Tally, Trial
from tests.requirements import SHARED

_SHOWN = 25
_SHARE = 3_000
_TWINS = 16


def main(arguments: list[str] | None = None) -> int:
    """Try the pairs on all processors and print what came of them."""
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    tally = Tally()
    numbers = options.pairs + options.pairs // _TWINS  # some pairs come out twice
    shares = [
        (options.seed, range(start, min(start + _SHARE, numbers)), options.real)
        for start in range(0, numbers, _SHARE)
    ]
    with ProcessPoolExecutor(options.processes) as pool:
        for part in pool.map(_run_share, shares):
            _print_findings(part, _SHOWN - tally.faults)
            tally.add(part)
            print(
                f"{len(tally.keys):,} tried, {tally.faults} findings", file=sys.stderr, flush=True
            )
    _print(tally, time.monotonic() - started)
    return int(bool(tally.faults))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--real", type=Path, default=SHARED / "real")
    return parser


def _run_share(share: tuple[int, range, Path]) -> Tally:
    seed, numbers, folder = share
    real = real_sides(folder) if folder.is_dir() else []
    return Trial(seed, real=real, ask_inclusion_of=100).run(numbers)


def _print(tally: Tally, seconds: float) -> None:
    total = sum(tally.verdicts.values())
    print(f"{len(tally.keys):,} distinct pairs in {seconds:,.0f} s")
    for verdict in Verdict:
        count = tally.verdicts[verdict.value]
        print(f"  {verdict.value:<13} {count:>8,}  {count / max(total, 1):6.1%}")
    print(f"  beyond the validator {tally.refused:,}")
    _print_rules(tally)
    print(f"{len(tally.counterexamples)} counterexamples")
    print(f"{len(tally.surprises)} verdicts on documents other than expected")
    print(f"{len(tally.contradictions)} breaks that are provably none")


def _print_rules(tally: Tally) -> None:
    hit = [rule for rule in RULES if tally.rules[rule]]
    print(f"{len(hit)} of {len(RULES)} rules hit")
    for rule in RULES:
        if not tally.rules[rule]:
            print(f"  never: {rule}")


def _print_findings(part: Tally, most: int) -> None:
    """Say what a share found as soon as it is done: nobody waits hours for the first of them."""
    told = [as_test(smallest(found)) for found in part.counterexamples[: max(most, 0)]]
    for surface, verdict in part.surprises[: max(most, 0)]:
        told.append(f"{verdict}, not {surface.expected.value}: {'; '.join(surface.edits)}")
    for pair, said in part.contradictions[: max(most, 0)]:
        told.append(f"no break, {said}\n    {pair.base.schema}\n    {pair.revision.schema}")
    for finding in told:
        print(finding, flush=True)


if __name__ == "__main__":
    sys.exit(main())
