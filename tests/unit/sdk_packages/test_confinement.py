"""Do the walls hold? Each deed is tried behind them, and without them as a control."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.sandbox import Program, run_confined
from tests.architecture.source_tree import ROOT

_LIMITS = BuildLimits(memory_bytes=512 * 1024 * 1024, processor_seconds=5)
_PROGRAM = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from service.sdk_packages.sandbox.confinement import confine
if sys.argv[4] == "walls":
    confine(Path(sys.argv[2]), json.loads(sys.argv[3]))
try:
    exec(sys.argv[5])
except (OSError, MemoryError) as error:
    print(type(error).__name__)
    raise SystemExit(7)
"""
DEEDS = {
    "reach the network": "import socket; socket.create_server(('127.0.0.1', 0))",
    "ask for a name": "import _socket; _socket.socket(_socket.AF_INET, _socket.SOCK_DGRAM)",
    "start a program": "import _posixsubprocess, os; os.execv('/bin/true', ['true'])",
    "fork": "import os; os.fork() or os._exit(0)",
    "write elsewhere": "open('{elsewhere}/planted', 'w').write('x')",
    "take the memory": "x = bytearray(3_000_000_000)",
    "open files without end": "x = [open('/dev/null') for _ in range(500)]",
}


def attempt(deed: str, tmp_path: Path, *, walls: bool) -> int:
    """Do something in a process of its own; return its exit code."""
    own, elsewhere = tmp_path / "own", tmp_path / "elsewhere"
    own.mkdir(exist_ok=True)
    elsewhere.mkdir(exist_ok=True)
    limits = json.dumps(asdict(_LIMITS))
    mode = "walls" if walls else "none"
    done = subprocess.run(  # noqa: S603 - this interpreter, on the program above
        [
            *(sys.executable, "-I", "-c", _PROGRAM, str(ROOT), str(own), limits, mode),
            deed.replace("{elsewhere}", str(elsewhere)),
        ],
        capture_output=True,
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_a_forbidden_deed_fails_behind_the_walls(deed: str, tmp_path: Path) -> None:
    assert attempt(deed, tmp_path, walls=True) == 7


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_the_same_deed_succeeds_without_them(deed: str, tmp_path: Path) -> None:
    assert attempt(deed, tmp_path, walls=False) == 0


def test_writing_into_the_own_folder_is_allowed(tmp_path: Path) -> None:
    assert attempt(f"open('{tmp_path}/own/fine', 'w').write('x')", tmp_path, walls=True) == 0


_WORKER = """
import subprocess, sys
step = subprocess.Popen(sys.argv[1:])
print(step.pid, flush=True)
step.wait()
"""


@pytest.mark.parametrize("walls", ["walls", "none"])
def test_a_step_does_not_outlive_a_killed_worker(tmp_path: Path, walls: str) -> None:
    limits, deed = json.dumps(asdict(_LIMITS)), "import time; time.sleep(20)"
    step = [sys.executable, "-I", "-c", _PROGRAM, str(ROOT), str(tmp_path), limits, walls, deed]
    worker = subprocess.Popen(  # noqa: S603 - this interpreter, on the programs above
        [sys.executable, "-c", _WORKER, *step], stdout=subprocess.PIPE
    )
    assert worker.stdout is not None
    with worker.stdout as said:
        number = int(said.readline())
    time.sleep(3)  # until the walls stand

    worker.kill()
    worker.wait()
    time.sleep(0.5)

    outlives = is_running(number)
    if outlives:
        os.kill(number, signal.SIGKILL)
    assert outlives == (walls == "none")


def is_running(number: int) -> bool:
    """Whether a process is there and no mere entry of one that has ended."""
    try:
        status = Path(f"/proc/{number}/stat").read_text("utf-8")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_endless_work_is_ended(tmp_path: Path) -> None:
    limits = BuildLimits(wall_seconds=0.05)

    outcome = run_confined(Program.GENERATE, {}, folder=tmp_path, limits=limits)

    assert outcome.answer is None
    assert outcome.trouble == "it took longer than 0.05 seconds"


def test_a_step_that_dies_says_so(tmp_path: Path) -> None:
    outcome = run_confined(Program.GENERATE, {}, folder=tmp_path, limits=BuildLimits())

    assert outcome.answer is None
    assert outcome.trouble == "it ended with the status 1"
    assert "KeyError" in outcome.complaint
