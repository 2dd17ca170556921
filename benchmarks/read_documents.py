"""How long does reading a document take, as a multiple of parsing it alone?"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import orjson

from benchmarks.shared_data import need_folder
from service.openapi_documents import ReadLimits, read_document
from service.openapi_documents.yaml_text import parse_yaml

# The promise: GitHub's 13 MB, read, validated, digested and checked.
_PROMISED = ("github-npm-22-23/revision.json", 8.0)


def main() -> None:
    """Print a line per document; exit with 1 if the promise is broken."""
    arguments = _parser().parse_args()
    folder = need_folder(arguments.shared)
    if arguments.one:
        print(json.dumps(_measure(folder / arguments.one, arguments.repeat)))
        return
    documents = sorted((folder / "real").glob("*/*.*"))
    print(f"{'document':52} {'MB':>6} {'parse ms':>9} {'read ms':>9} {'ratio':>6} {'peak MB':>8}")
    is_kept = True
    for path in documents:
        figures = _measure_apart(path, folder, arguments)
        name = "/".join(path.parts[-2:])
        print(
            f"{name:52} {figures['bytes'] / 1e6:6.1f} {figures['parse'] * 1e3:9.1f}"
            f" {figures['read'] * 1e3:9.1f} {figures['ratio']:6.1f} {figures['peak'] / 1e3:8.0f}"
        )
        if name == _PROMISED[0]:
            is_kept = figures["ratio"] <= _PROMISED[1]
    print(f"promise: {_PROMISED[0]} at most {_PROMISED[1]}: {'kept' if is_kept else 'BROKEN'}")
    raise SystemExit(not is_kept)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=(
            "Read every document of the shared folder, each in a process of its own, and print the "
            "best processor time as a multiple of orjson.loads of the same data (for YAML: of its "
            "JSON form) in the same process, and the peak memory of that process."
        )
    )
    parser.add_argument("--shared", type=Path, help="the shared folder (BINDERY_SHARED, ../shared)")
    parser.add_argument("--repeat", type=int, default=5, help="take the best of so many (5)")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser


def _measure_apart(path: Path, folder: Path, arguments: argparse.Namespace) -> dict[str, float]:
    """Figures from a fresh process, so that the peak is that of one document."""
    one = str(path.relative_to(folder))
    command = [
        sys.executable,
        "-m",
        "benchmarks.read_documents",
        "--shared",
        str(folder),
        "--one",
        one,
    ]
    command += ["--one", one, "--repeat", str(arguments.repeat)]
    run = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own program
    figures: dict[str, float] = json.loads(run.stdout)
    return figures


def _measure(path: Path, repeat: int) -> dict[str, float]:
    raw = path.read_bytes()
    read_document(raw)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    is_json = path.suffix == ".json"
    data = raw if is_json else orjson.dumps(parse_yaml(raw, ReadLimits())[0])
    # Taken in turns, so that both see the same machine.
    pairs = [
        (_seconds(lambda: orjson.loads(data)), _seconds(lambda: read_document(raw)))
        for _ in range(repeat)
    ]
    parse, read = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    return {"bytes": len(raw), "parse": parse, "read": read, "ratio": read / parse, "peak": peak}


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
