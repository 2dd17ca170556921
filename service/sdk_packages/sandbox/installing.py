"""What does the confined installation do? Lets pip unpack a wheel into an empty folder."""

import runpy
import sys
from pathlib import Path
from typing import Any


def run(folder: Path, task: dict[str, Any]) -> dict[str, Any]:
    """Install the wheel below `installed`; return pip's exit code."""
    sys.argv = [
        *("pip", "--isolated", "--disable-pip-version-check", "--no-input", "install"),
        *("--no-index", "--no-deps", "--no-compile", "--no-cache-dir", "--quiet"),
        *("--target", str(folder / "installed"), str(folder / task["wheel"])),
    ]
    try:
        runpy.run_module("pip", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return {"status": end.code or 0}
    return {"status": 0}
