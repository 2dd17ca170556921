"""Does the service do what its document says? `python -m tests.contract.run`."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.contract.callers import CALLERS, Caller, Outcome, ask
from tests.contract.servers import running_service, seeded_database
from tests.requirements import is_required, need_postgresql

BACKENDS = ("sqlite", "postgresql")


def main(arguments: list[str] | None = None) -> int:
    """Run every caller on every database asked for; return the exit code."""
    options = _parser().parse_args(arguments)
    names = BACKENDS if options.database == "both" else (options.database,)
    backends = [name for name in names if _is_there(name, asked_for=options.database)]
    callers = [caller for caller in CALLERS if options.caller in {None, caller.name}]
    pairs = [(caller, backend) for caller in callers for backend in backends]
    good = True
    with _folder(options.keep) as folder, ThreadPoolExecutor(options.at_once) as pool:
        for result in pool.map(lambda pair: _run(*pair, folder=folder, options=options), pairs):
            good &= _report(result)
    print("contract tests: passed" if good else "contract tests: FAILED")
    return 0 if good else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.contract.run",
        description="Starts the service on a fresh database and asks it, as an administrator, a"
        " reader and nobody, what its OpenAPI document allows and forbids (schemathesis).",
    )
    parser.add_argument(
        "--database", choices=(*BACKENDS, "both"), default="both", help="default: both"
    )
    parser.add_argument(
        "--examples", type=int, default=12, help="per operation and phase (default: 12)"
    )
    parser.add_argument(
        "--at-once", type=int, default=2, help="how many callers ask at the same time (default: 2)"
    )
    parser.add_argument(
        "--caller",
        choices=[caller.name for caller in CALLERS],
        help="only this one (default: all)",
    )
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep logs and reports in a new folder there"
    )
    parser.add_argument(
        "rest",
        nargs="*",
        metavar="-- OPTIONS",
        help="passed on to schemathesis, such as --include-operation-id getGroup",
    )
    return parser


def _is_there(backend: str, *, asked_for: str) -> bool:
    """Whether the database can be used; its absence is a failure where it was asked for by name."""
    if backend == "sqlite":
        return True
    try:
        need_postgresql()
    except (pytest.skip.Exception, pytest.fail.Exception) as reason:
        if asked_for == backend or is_required(backend):
            sys.exit(f"contract tests: FAILED: {reason}")
        print(f"postgresql: SKIPPED. {reason}")
        return False
    return True


def _run(
    caller: Caller, backend: str, *, folder: Path, options: argparse.Namespace
) -> tuple[str, Outcome, list[str]]:
    own = folder / f"{backend}-{caller.name}"
    with (
        seeded_database(backend, own) as (url, seeded),
        running_service(url, seeded, own) as service,
    ):
        outcome = ask(caller, service, own, examples=options.examples, options=options.rest)
        return backend, outcome, service.faults()


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Yield a new folder: one that goes afterwards, or one in `keep`."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="bindery-contract-") as temporary:
            yield Path(temporary)
        return
    keep.mkdir(parents=True, exist_ok=True)
    yield Path(tempfile.mkdtemp(prefix="run-", dir=keep))


def _report(result: tuple[str, Outcome, list[str]]) -> bool:
    """Print what one run gave; return whether it was good."""
    backend, outcome, faults = result
    good = not (outcome.failures or outcome.complaints or faults)
    print(
        f"{backend:<11} {outcome.caller:<14} {outcome.requests:>6} requests"
        f" {outcome.seconds:>6.1f} s  {'passed' if good else 'FAILED'}",
        flush=True,
    )
    if not good:
        print(outcome.output)
        for kind, title, operation in outcome.failures:
            print(f"  failure: {operation}: {title} ({kind})")
        for complaint in outcome.complaints:
            print(f"  complaint: {complaint}")
        for line in faults[:5]:
            print(f"  logged: {line}")
    return good


if __name__ == "__main__":
    sys.exit(main())
