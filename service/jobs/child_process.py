"""How is a job kept from harming its worker? It runs in a process that may be killed.

The process is forked, so that it starts in milliseconds with everything loaded; whoever forks has
one thread and no open connection. It leads a process group of its own, and dies with its worker.
"""

import ctypes
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

UNTOLD = 70
"""Exit status of a child that could not even write down what went wrong (EX_SOFTWARE)."""
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_INHERITED_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD, signal.SIGUSR1)


class ChildProcess:
    """A forked process that calls a function and ends."""

    def __init__(self, act: Callable[[], None], *, memory_bytes: int) -> None:
        self._status: int | None = None
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _live(act, parent=parent, memory_bytes=memory_bytes)
        self._lead_group()

    def poll(self) -> int | None:
        """Return the exit status, negative for the signal that ended it; None while it runs."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def kill(self) -> None:
        """End the process and what it started, at once."""
        if self.poll() is not None:
            return
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:  # it leads no group yet
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        self._status = os.waitstatus_to_exitcode(status)

    def _lead_group(self) -> None:
        """Do what the child does, too: whoever comes first, it is done when this returns."""
        with suppress(ProcessLookupError, PermissionError):  # it has ended
            os.setpgid(self.pid, self.pid)


def _live(act: Callable[[], None], *, parent: int, memory_bytes: int) -> NoReturn:
    """Be the child; never returns into the worker's code."""
    status = UNTOLD
    try:
        _limit(parent, memory_bytes)
        act()
        status = 0
    except BaseException:  # noqa: BLE001 - nothing may return into the code of the worker
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _limit(parent: int, memory_bytes: int) -> None:
    os.setpgid(0, 0)
    for number in _INHERITED_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        _limit_memory(memory_bytes)
    if os.getppid() != parent:  # it died before the line above
        os._exit(UNTOLD)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_memory(more_bytes: int) -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    held = pages * resource.getpagesize()
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = held + more_bytes
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
