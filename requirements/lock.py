"""Which exact versions satisfy pyproject.toml? Resolves them and writes the lock files.

Existing pins are kept; `--upgrade` looks for newer ones. No index address is written, so that
the files install from whatever index an installation uses.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by `make lock` from pyproject.toml; every artefact is pinned by hash.\n"
RESOLVE = (
    "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
    "--generate-hashes", "--no-emit-index-url", "--no-header",
)  # fmt: skip
# In this order: what runs decides, the tools adapt, and the build backend is among the tools.
LOCKS = {
    "runtime.lock": ("pyproject.toml",),
    "development.lock": (
        *("--constraints", "requirements/runtime.lock"),
        *("pyproject.toml", "--group", "dev"),
    ),
    "build.lock": ("--constraints", "requirements/development.lock", "--group", "build"),
}


def main(options: list[str]) -> int:
    """Write the three lock files; extra options go to the resolver."""
    program = str(Path(sys.executable).with_name(RESOLVE[0]))
    for name, question in LOCKS.items():
        lock = ROOT / "requirements" / name
        command = [program, *RESOLVE[1:], *question, *options, "--output-file", str(lock)]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - built here
        if status:
            return status
        resolved = lock.read_text("utf-8").removeprefix(HEADER)
        lock.write_text(HEADER + resolved, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
