"""What does comparing real documents cost, as a multiple of parsing them?

Each pair runs in a process of its own, so that peak memory is its own. Times are CPU times of that
process and the best of three; the figure to trust is the ratio to orjson.loads of both documents,
measured in the same process in the same run. YAML is turned into JSON before the clock starts.
"""

import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import orjson

from service.openapi_diff import Level, compare
from service.openapi_documents import ReadLimits, read_document

_SHARED = Path(os.environ.get("BINDERY_SHARED", Path(__file__).parents[2] / "shared"))  # noqa: TID251 - a measuring program, which has no settings
_REPEATS = 3
_LIMITS = ReadLimits(json_bytes=100_000_000, yaml_bytes=20_000_000)
_Answer = TypeVar("_Answer")


@click.command()
@click.argument("pairs", nargs=-1)
@click.option("--measure", is_flag=True, hidden=True, help="Measure one pair in this process.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def main(*, pairs: tuple[str, ...], measure: bool, as_json: bool) -> None:
    """Print time, memory, changes and verdict of each pair in real/ (or of those named)."""
    root = _SHARED / "real"
    if not root.is_dir():
        click.echo(f"There are no documents at {root}; set BINDERY_SHARED.", err=True)
        sys.exit(2)
    if measure:
        click.echo(json.dumps(_measure(root / pairs[0])))
        return
    names = pairs or sorted(path.name for path in root.iterdir() if path.is_dir())
    if not as_json:
        click.echo(
            f"{'pair':28}{'MB':>6}{'orjson':>9}{'compare':>9}{'ratio':>7}{'peak MB':>9}"
            f"{'error':>7}{'warning':>9}{'info':>7}  verdict"
        )
    for name in names:
        figures = _in_a_process(name)
        click.echo(json.dumps(figures) if as_json else _row(figures))


def _in_a_process(name: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.compare_documents", "--measure", name]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    figures: dict[str, Any] = json.loads(answer.stdout)
    return figures


def _measure(folder: Path) -> dict[str, Any]:
    texts = [_as_json(next(folder.glob(f"{side}.*"))) for side in ("base", "revision")]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    parsing, documents = _best(lambda: [orjson.loads(text) for text in texts], collect=False)
    comparing, comparison = _best(lambda: compare(*documents), collect=True)
    return {
        "pair": folder.name,
        "megabytes": round(sum(map(len, texts)) / 1e6, 1),
        "orjson_ms": round(parsing * 1e3, 1),
        "compare_ms": round(comparing * 1e3, 1),
        "ratio_with_parsing": round((parsing + comparing) / parsing, 1),
        "peak_mb": round(max(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024),
        "changes": {level.value: comparison.counts[level] for level in Level},
        "verdict": comparison.verdict.value,
    }


def _as_json(path: Path) -> bytes:
    raw = path.read_bytes()
    if path.suffix == ".json":
        return raw
    return orjson.dumps(read_document(raw, limits=_LIMITS).content)


def _best(task: Callable[[], _Answer], *, collect: bool) -> tuple[float, _Answer]:
    """The least CPU time of a few runs, and the last answer."""
    times: list[float] = []
    answers: list[_Answer] = []
    if not collect:
        gc.disable()  # as every reader of large JSON should
    for _ in range(_REPEATS):
        answers.clear()
        start = time.process_time()
        answers.append(task())
        times.append(time.process_time() - start)
    gc.enable()
    return min(times), answers[0]


def _row(figures: dict[str, Any]) -> str:
    changes = figures["changes"]
    return (
        f"{figures['pair']:28}{figures['megabytes']:6.1f}{figures['orjson_ms']:7.0f}ms"
        f"{figures['compare_ms']:7.0f}ms{figures['ratio_with_parsing']:7.1f}"
        f"{figures['peak_mb']:9}{changes['error']:7}{changes['warning']:9}{changes['info']:7}"
        f"  {figures['verdict']}"
    )


if __name__ == "__main__":
    main()
