"""How is a step of a build run apart from the service?

In a process of its own, which confines itself before it reads anything (see `confinement`): no
network, no further processes, limits on memory, processor, files; it may write below its folder
only. Its environment is empty, its home and working folder hold nothing else. It is told what to
do by one JSON file and answers by another.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import service
from service.sdk_packages.limits import BuildLimits

TASK, ANSWER, HOME = "task.json", "answer.json", "home"
_SOURCES = Path(service.__file__).resolve().parent.parent
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from service.sdk_packages.sandbox.inside import main; main(sys.argv[2])"
)
_LONGEST_COMPLAINT = 4000


class Program(StrEnum):
    """What can be run confined."""

    GENERATE = "generate"
    FORMAT = "format"
    INSTALL = "install"
    PROVE = "prove"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended. `answer` is what it reported, None if it could not.

    `trouble` is None if it ended well, otherwise one line about how it did not.
    """

    answer: Any
    trouble: str | None
    complaint: str = field(default="", repr=False)
    """The end of what it wrote to stderr; for operators, never for strangers."""


def run_confined(
    program: Program, task: Mapping[str, Any], *, folder: Path, limits: BuildLimits
) -> Outcome:
    """Run a program in a folder of its own and return how it ended."""
    (folder / HOME).mkdir(exist_ok=True)
    answer_file = folder / ANSWER
    answer_file.unlink(missing_ok=True)
    order = {"program": program, "task": dict(task), "limits": asdict(limits)}
    (folder / TASK).write_text(json.dumps(order), encoding="utf-8")
    command = [sys.executable, "-s", "-P", "-c", _START, str(_SOURCES), str(folder)]
    with (folder / "complaints.txt").open("w+b") as complaints:
        process = subprocess.Popen(  # noqa: S603 - this interpreter, on the program above
            command,
            cwd=folder / HOME,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            start_new_session=True,
        )
        try:
            status = process.wait(limits.wall_seconds)
            trouble = _trouble(status)
        except subprocess.TimeoutExpired:
            trouble = f"it took longer than {limits.wall_seconds:g} seconds"
        finally:
            _end(process)
        complaint = _tail(complaints)
    return Outcome(_answer(answer_file, limits), trouble, complaint)


def _environment(folder: Path) -> dict[str, str]:
    """Return all that the process may know of the world: nothing of the service's.

    One seed for hashes, so that no order of a set can make two builds differ.
    """
    home = str(folder / HOME)
    return {"HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


def _trouble(status: int) -> str | None:
    if status == 0:
        return None
    if status > 0:
        return f"it ended with the status {status}"
    name = signal.Signals(-status).name
    hint = ": it used more processor time than allowed" if name == "SIGXCPU" else ""
    return f"it was ended by {name}{hint}"


def _end(process: subprocess.Popen[bytes]) -> None:
    """End whatever is left of the process's own session."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answer(file: Path, limits: BuildLimits) -> Any:
    """Return the report; the process is not trusted to have written a small regular file."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as opened:
        text = opened.read(limits.answer_bytes + 1)
    if len(text) > limits.answer_bytes:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _tail(file: Any) -> str:
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - _LONGEST_COMPLAINT))
    text: str = file.read().decode("utf-8", "replace")
    return text
