"""How do tests run `bindery serve`?"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.live_server import ROOT, stop

READY = "Stop with Ctrl-C."
START_SECONDS = 90


@contextmanager
def serving(
    folder: Path, port: int, **environment: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run `bindery serve` until it says that it is ready; yield what it said, and the process."""
    log = next(path for path in folder.parents if path.is_dir()) / f"serve-{port}.log"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BINDERY_")}
    command = [sys.executable, "-m", "service.cli", "serve"]
    command += ["--port", str(port), "--data-dir", str(folder), "--workers", "1"]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=ROOT,
            env={**kept, "BINDERY_ENV_FILE": os.devnull, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield _said(log, process), process
        finally:
            stop(process)


def _said(log: Path, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        text = log.read_text(encoding="utf-8")
        if READY in text or process.poll() is not None:
            return log.read_text(encoding="utf-8")
        time.sleep(0.1)
    raise AssertionError(f"It was not ready in time:\n{log.read_text(encoding='utf-8')}")
