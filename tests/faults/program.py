"""How do tests run celery? As an installation does: in processes that are begun anew if they end.

kombu's worker for Redis ends itself if the connection is lost while it holds a message; the compose
file restarts what ends, and so does this.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.live_server import ROOT, stop

CELERY = [sys.executable, "-m", "celery", "--app"]
PAUSE = 0.5


class Supervised:
    """A program that runs until it is stopped; whenever it ends by itself, it is begun anew."""

    def __init__(self, command: list[str], environment: Mapping[str, str], *, log: Path) -> None:
        kept = {name: text for name, text in os.environ.items() if not name.startswith("BINDERY_")}
        defaults = {"BINDERY_PROFILE": "testing", "BINDERY_ENV_FILE": os.devnull}
        self._environment = {**kept, **defaults, **environment}
        self._command = command
        self._log = log
        self._is_over = threading.Event()
        self.starts = 0
        self.process = self._begin()
        self._thread = threading.Thread(target=self._look_after, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop the program, politely."""
        self._is_over.set()
        self._thread.join()
        stop(self.process)

    def _begin(self) -> subprocess.Popen[bytes]:
        self.starts += 1
        with self._log.open("ab") as output:
            return subprocess.Popen(  # noqa: S603 - our own command
                self._command,
                cwd=ROOT,
                env=self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def _look_after(self) -> None:
        while not self._is_over.wait(PAUSE):
            if self.process.poll() is not None:
                self.process = self._begin()


@contextmanager
def celery(
    environment: Mapping[str, str], *, folder: Path, app: str = "service.worker", lanes: int = 2
) -> Iterator[Supervised]:
    """Run one worker with so many lanes, and one beat; yield the worker."""
    lanes_option = ["--concurrency", str(lanes)]
    worker = Supervised(
        [*CELERY, app, "worker", *lanes_option, "--loglevel", "INFO"],
        environment,
        log=folder / "worker.log",
    )
    beat = Supervised(
        [*CELERY, app, "beat", "--pidfile=", "--loglevel", "INFO"],
        environment,
        log=folder / "beat.log",
    )
    try:
        yield worker
    finally:
        beat.stop()
        worker.stop()
