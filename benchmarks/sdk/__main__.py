"""`make bench-sdk`: which documents of shared/real, both sides, become clients, and how fast?

Beside it the generator alone, in a process of its own, on the same document: whether it ends well,
whether all that it wrote can be imported, and its time. Processor time of all processes is divided,
since that holds on a busy machine, too.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from benchmarks.shared_data import need
from service.openapi_documents import read_document
from service.sdk_packages import BuildFailed, BuiltPackage, PackageIdentity, Reason, build_package

_SECONDS = 900
_IMPORTS = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(root))
for path in sorted((root / "alone").rglob("*.py")):
    importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts))
"""
Answer = TypeVar("Answer")


class Row(NamedTuple):
    """What one document came to."""

    ready: bool
    alone: str
    ratio: float
    remarks: int
    called: int
    reasons: tuple[Reason, ...]


@click.command()
@click.argument("wanted", nargs=-1)
def main(wanted: tuple[str, ...]) -> None:
    """Print one line for each document (or for those whose path holds a given word), and sums."""
    root = need("real")
    found = sorted(path for path in root.glob("*/*.*") if path.suffix in {".json", ".yaml"})
    chosen = [path for path in found if not wanted or any(word in str(path) for word in wanted)]
    click.echo(f"{'document':44}{'result':>8}{'alone':>16}{'times':>8}{'remarks':>9}{'called':>8}")
    rows = []
    for path in chosen:
        row = _measured(path)
        rows.append(row)
        name = path.relative_to(root).as_posix()
        result = "ready" if row.ready else "failed"
        click.echo(
            f"{name:44}{result:>8}{row.alone:>16}{row.ratio:>8.1f}{row.remarks:>9}{row.called:>8}"
        )
        for reason in row.reasons[:3]:
            click.echo(f"    {reason.pointer or '(document)'}: {reason.sentence} {reason.remedy}")
    _tell_sums(rows)


def _tell_sums(rows: list[Row]) -> None:
    sums = Counter("ready" if row.ready else "failed" for row in rows)
    alone = Counter(row.alone for row in rows)
    lost = sum(row.alone == "importable" and not row.ready for row in rows)
    ratios = sorted(row.ratio for row in rows)
    click.echo(f"ready {sums['ready']}, failed {sums['failed']}; generator alone: {dict(alone)}")
    click.echo(f"importable alone but not ready: {lost}")
    if ratios:
        click.echo(f"times the generator's own time: median {ratios[len(ratios) // 2]:.1f}")


def _measured(path: Path) -> Row:
    document = read_document(path.read_bytes())
    identity = PackageIdentity("real", path.parent.name, path.stem, document.digest)

    def build() -> BuiltPackage | BuildFailed:
        try:
            return build_package(document, identity)
        except BuildFailed as failure:
            return failure

    outcome, ours = _timed(build)
    with tempfile.TemporaryDirectory() as folder:
        ended_well, theirs = _timed(lambda: _alone(path, folder))
        is_importable = ended_well and _importable(folder)
    alone = "importable" if is_importable else "not importable" if ended_well else "fails"
    ratio = ours / max(theirs, 0.01)
    if isinstance(outcome, BuildFailed):
        return Row(False, alone, ratio, 0, 0, outcome.reasons)  # noqa: FBT003 - a row of a table
    return Row(True, alone, ratio, len(outcome.remarks), len(outcome.proof["called"]), ())  # noqa: FBT003 - a row of a table


def _alone(path: Path, folder: str) -> bool:
    """Run the generator as its users do; return whether it says that it ended well."""
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    command += ["--path", str(path), "--output-path", f"{folder}/alone"]
    environment = {"PATH": str(Path(sys.executable).parent), "LANG": "C.UTF-8"}
    try:
        done = subprocess.run(  # noqa: S603 - the generator of this environment
            command, capture_output=True, env=environment, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _importable(folder: str) -> bool:
    tried = subprocess.run(  # noqa: S603 - this interpreter, on the program above
        [sys.executable, "-c", _IMPORTS, folder], capture_output=True, check=False
    )
    return tried.returncode == 0


def _timed(act: Callable[[], Answer]) -> tuple[Answer, float]:
    """Return what an act gives, and the processor time of this process and its children."""
    before = _processor_seconds()
    answer = act()
    return answer, _processor_seconds() - before


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
