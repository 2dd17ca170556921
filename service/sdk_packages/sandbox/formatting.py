"""What does the confined formatter do? Lets ruff drop unused imports, sort and format.

Isolated: no configuration of the machine has a say in the bytes of a package.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

_STEPS = (
    ("check", "--isolated", "--no-cache", "--target-version", "py311", "--select", "F401,I"),
    ("format", "--isolated", "--no-cache", "--target-version", "py311", "--line-length", "100"),
)


def run(folder: Path, task: dict[str, Any]) -> dict[str, Any]:
    """Format the package in place; return ruff's complaints, empty if there are none."""
    complaints = []
    for command, *options in _STEPS:
        fix = ["--fix", "--quiet"] if command == "check" else ["--quiet"]
        done = subprocess.run(  # noqa: S603 - ruff of this environment, no shell, no foreign words
            [task["ruff"], command, *options, *fix, "package"],
            cwd=folder,
            env={"HOME": os.getcwd(), "RAYON_NUM_THREADS": "1"},  # noqa: PTH109 - the empty home
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            complaints.append(f"{done.stdout}{done.stderr}"[:2000])
    return {"complaints": complaints}
