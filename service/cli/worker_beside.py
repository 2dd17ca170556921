"""How are workers kept running beside the server? In processes of their own, begun anew."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import click

STOP_SECONDS = 40
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_STEADY_SECONDS = 60
"""A worker that lived this long was well: the next pause is a short one again."""


class WorkerBeside:
    """A command of ours that is begun anew whenever it dies, ever more slowly if it dies often.

    It notices by itself when the process that started it is gone.
    """

    def __init__(self, command: str, environment: Mapping[str, str], *, folder: Path) -> None:
        self._command = command
        self._environment = dict(environment)
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._pause = _FIRST_PAUSE
        self._begun = 0.0
        self._next = 0.0
        self._is_told_to_stop = False

    def look_after(self) -> None:
        """Begin the worker if there is none; to be called often, and never waits."""
        if self._process is not None and (status := self._process.poll()) is not None:
            self._process = None
            self._plan_next(status)
        if self._process is None and not self._is_told_to_stop and time.monotonic() >= self._next:
            self._begin()

    def tell_to_stop(self) -> None:
        """Let the worker end what it does; may be called by a signal's handler."""
        self._is_told_to_stop = True
        if self._process is not None:
            self._process.terminate()

    def wait(self) -> None:
        """Wait until the worker has ended, and end it if that takes too long."""
        if self._process is None:
            return
        try:
            self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _begin(self) -> None:
        self._begun = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "service.cli", self._command, "--parent", str(os.getpid())],
            cwd=self._folder,
            env=self._environment,
            start_new_session=True,  # Ctrl-C reaches it through us, once
        )

    def _plan_next(self, status: int) -> None:
        now = time.monotonic()
        if now > self._begun + _STEADY_SECONDS:
            self._pause = _FIRST_PAUSE
        self._next = now + self._pause
        if not self._is_told_to_stop:
            click.echo(
                f"bindery {self._command} ended with {status}; again in {self._pause:.0f} s.",
                err=True,
            )
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)
