"""Can the contract tests fail? `python -m tests.contract.sabotage` breaks the service to see."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.contract.callers import CALLERS, Outcome, ask
from tests.contract.sabotages import SABOTAGES, Sabotage
from tests.contract.seed import Seed
from tests.contract.servers import running_service, seeded_database

APPLICATION = "tests.contract.sabotaged_app:app"
EXAMPLES = 10
ATTEMPTS_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Ground:
    """What all attempts share: a seeded SQLite file to copy, what is in it, a folder."""

    database: Path
    seeded: Seed
    folder: Path


def main(arguments: list[str] | None = None) -> int:
    """Run the control and every sabotage; print a table; return the exit code."""
    options = _parser().parse_args(arguments)
    chosen = [row for row in SABOTAGES if options.only in row.name]
    with tempfile.TemporaryDirectory(prefix="bindery-sabotage-") as temporary:
        folder = Path(temporary)
        with seeded_database("sqlite", folder / "seeded") as (url, seeded):
            ground = Ground(Path(url.removeprefix("sqlite:///")), seeded, folder)
            with ThreadPoolExecutor(ATTEMPTS_AT_ONCE) as pool:
                controls = pool.map(lambda name: _control(ground, name), _callers(chosen))
                results = pool.map(lambda row: _attempt(ground, row), chosen)
                good = [_report(*result) for result in chain(controls, results)]
    print(f"{sum(good)} of {len(good)} as expected")
    return 0 if all(good) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.contract.sabotage",
        description="Breaks the service in known ways. Each must turn the contract tests red, for"
        " its own reason; unbroken, they must be green.",
    )
    parser.add_argument("--only", default="", metavar="TEXT", help="rows whose name has this text")
    return parser


def _callers(rows: Sequence[Sabotage]) -> list[str]:
    return [caller.name for caller in CALLERS if caller.name in {row.caller for row in rows}]


def _control(ground: Ground, caller: str) -> tuple[str, str, bool, Outcome]:
    """Ask the unbroken service all that is asked of the broken ones."""
    rows = [row for row in SABOTAGES if row.caller == caller]
    operations = sorted({operation for row in rows for operation in row.operations})
    phases = sorted({phase for row in rows for phase in row.phases.split(",")})
    name = f"(unbroken, {caller})"
    outcome = _run(ground, name, caller, operations=operations, phases=",".join(phases))
    is_green = not outcome.failures and not outcome.complaints
    return name, "green", is_green, outcome


def _attempt(ground: Ground, row: Sabotage) -> tuple[str, str, bool, Outcome]:
    outcome = _run(ground, row.name, row.caller, operations=row.operations, phases=row.phases)
    kind, part = row.expected
    found = [
        *((failure, title) for failure, title, _ in outcome.failures),
        *(("complaint", text) for text in outcome.complaints),
    ]
    is_seen = any(kind == name and part in text for name, text in found)
    return row.name, f"{kind} {part}".strip(), is_seen, outcome


def _run(
    ground: Ground, name: str, caller_name: str, *, operations: Sequence[str], phases: str
) -> Outcome:
    folder = ground.folder / name.replace(" ", "-")
    folder.mkdir()
    url = f"sqlite:///{shutil.copy(ground.database, folder / 'contract.sqlite3')}"
    (caller,) = (caller for caller in CALLERS if caller.name == caller_name)
    options = [f"--include-operation-id={operation}" for operation in operations]
    with running_service(
        url, ground.seeded, folder, application=APPLICATION, CONTRACT_SABOTAGE=name
    ) as service:
        return ask(
            caller, service, folder, examples=EXAMPLES, options=[*options, "--phases", phases]
        )


def _report(name: str, expected: str, good: bool, outcome: Outcome) -> bool:  # noqa: FBT001 - unpacked from a result
    print(f"{'ok' if good else 'MISSED':<7} {name:<38} {expected}", flush=True)
    if not good:
        print(outcome.output)
        for found in [*outcome.failures, *outcome.complaints]:
            print(f"        found: {found}")
    return good


if __name__ == "__main__":
    sys.exit(main())
