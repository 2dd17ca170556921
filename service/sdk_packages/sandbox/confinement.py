"""Which walls does a confined process put up around itself, before it reads anything foreign?

Each wall that this machine cannot build is missing from the returned list; the limits of
`setrlimit` and the audit hook against sockets stand everywhere.
"""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service.sdk_packages.sandbox.file_access import write_only_below
from service.sdk_packages.sandbox.system_calls import filter_system_calls

_NEW_USER, _NEW_NETWORK = 0x1000_0000, 0x4000_0000
_SIGNAL_AT_PARENTS_DEATH, _NO_NEW_PRIVILEGES = 1, 38
_REFUSED_EVENTS = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}
    | {"os.fork", "os.forkpty", "os.posix_spawn", "subprocess.Popen", "os.system", "os.startfile"}
)


def confine(
    folder: Path, limits: Mapping[str, Any], *, may_start_programs: bool = False
) -> list[str]:
    """Put up the walls for good; return the names of those that stand."""
    walls = ["limits"]
    _limit(limits, may_start_programs=may_start_programs)
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL, 0, 0, 0)  # a killed worker leaves none
    if _leave_the_network(library):
        walls.append("network namespace")
    library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if write_only_below(library, folder):
        walls.append("landlock")
    if filter_system_calls(library, may_start_programs=may_start_programs):
        walls.append("seccomp")
    if not may_start_programs:
        sys.addaudithook(_refuse)
        walls.append("audit hook")
    return walls


def _limit(limits: Mapping[str, Any], *, may_start_programs: bool) -> None:
    memory = resource.RLIM_INFINITY if may_start_programs else limits["memory_bytes"]
    seconds = limits["processor_seconds"]
    for kind, value in (
        # A program of many threads reserves far more than it uses; it is ours, and formats only.
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_FSIZE, limits["file_bytes"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))
    os.umask(0o077)


def _leave_the_network(library: ctypes.CDLL) -> bool:
    """Move to a network that has nobody else in it; False where the machine forbids that."""
    kinds = (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK)
    return any(library.unshare(kind) == 0 for kind in kinds)


def _refuse(event: str, _arguments: object) -> None:
    if event in _REFUSED_EVENTS:
        raise PermissionError(f"{event} is not allowed here")
