"""Is `.venv` what the lock files say? If not, make it so; if it is, cost nothing.

Run by make with the system's Python, before anything is installed: standard library only.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "runtime": ("runtime.lock", "build.lock"),
    "development": ("development.lock",),  # holds everything of the other two
}


def main(arguments: list[str] | None = None) -> int:
    """Prepare the environment named on the command line; the exit status says whether it is ready.

    A stamp file is written last, so that an interrupted installation is taken up again.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profile", choices=sorted(LOCKS))
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--venv", type=Path, default=None)
    chosen = parser.parse_args(arguments)
    root = chosen.root.resolve()
    venv = chosen.venv or root / ".venv"

    if is_ready(root, venv, profile=chosen.profile):
        return 0
    if complaint := missing_parts():
        sys.stderr.write(complaint)
        return 1
    with one_at_a_time(root):
        if is_ready(root, venv, profile=chosen.profile):  # another make was faster
            return 0
        install(root, venv, profile=chosen.profile)
    return 0


def missing_parts() -> str:
    """Say what to install first where Debian split venv off Python; empty where nothing lacks."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return ""
    return (
        f"{sys.executable} cannot create virtual environments: its venv or ensurepip is missing.\n"
        "On Debian and Ubuntu: apt-get install python3-venv\n"
    )


def is_ready(root: Path, venv: Path, *, profile: str) -> bool:
    """Whether the profile, or one that holds all of it, was installed from these very files."""
    larger_too = {profile, "development"}
    return any(stamp_is_fresh(root, venv, profile=name) for name in larger_too)


def stamp_is_fresh(root: Path, venv: Path, *, profile: str) -> bool:
    """Whether this profile's stamp names the present lock files, interpreter and folder."""
    try:
        return stamp_of(venv, profile=profile).read_text("utf-8") == fingerprint(
            root, venv, profile=profile
        )
    except FileNotFoundError:
        return False


def stamp_of(venv: Path, *, profile: str) -> Path:
    """Where the mark of a finished installation lies: inside, so that it goes with the folder."""
    return venv / f".installed-{profile}"


def fingerprint(root: Path, venv: Path, *, profile: str) -> str:
    """Everything whose change asks for a new installation, in one line.

    The folder is part of it because the scripts in an environment hold its absolute path.
    """
    digest = hashlib.sha256()
    for text in (sys.version, str(venv.resolve()), str(root), package_definition(root)):
        digest.update(text.encode() + b"\0")
    for name in LOCKS[profile]:
        digest.update((root / "requirements" / name).read_bytes() + b"\0")
    return digest.hexdigest()


def package_definition(root: Path) -> str:
    """What of pyproject.toml the installed package depends on: not the settings of the tools."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    parts = (project["build-system"], project["project"], project["tool"]["hatch"])
    return json.dumps(parts, sort_keys=True)


@contextlib.contextmanager
def one_at_a_time(root: Path) -> Iterator[None]:
    """Hold the folder of the lock files, so that two makes do not install into each other."""
    folder = os.open(root / "requirements", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)  # which lets the lock go


def install(root: Path, venv: Path, *, profile: str) -> None:
    """Bring the environment to the locked state; every artefact is checked against its hash."""
    sys.stderr.write(f"Preparing {venv} ({profile}); the first time takes about a minute.\n")
    for name in LOCKS:
        stamp_of(venv, profile=name).unlink(missing_ok=True)
    if not is_usable(venv):
        # The interpreter behind a link: make may have been called from inside this environment.
        interpreter = str(Path(sys.executable).resolve())
        run(interpreter, "-m", "venv", "--clear", str(venv))
    pip = (str(venv / "bin" / "python"), "-m", "pip", "--disable-pip-version-check")
    locks = [f"--requirement={root / 'requirements' / name}" for name in LOCKS[profile]]
    run(*pip, "install", "--quiet", "--require-hashes", "--only-binary=:all:", *locks)
    run(*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(root))
    write_stamp(root, venv, profile=profile)


def is_usable(venv: Path) -> bool:
    """Whether the folder holds a whole environment of this very interpreter."""
    question = "import pip, sys; print(sys.prefix); print(sys.version)"
    try:
        answer = subprocess.run(  # noqa: S603 - the program is the environment's own Python
            [venv / "bin" / "python", "-c", question], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    prefix, _, version = answer.stdout.partition("\n")
    return Path(prefix).resolve() == venv.resolve() and version.strip() == sys.version


def run(*command: str) -> None:
    """Run a step of the installation; its failure ends make with the step's own words."""
    status = subprocess.run(command, check=False).returncode  # noqa: S603 - built in this file
    if status:
        raise SystemExit(status)


def write_stamp(root: Path, venv: Path, *, profile: str) -> None:
    """Mark the installation as finished, in one step."""
    stamp = stamp_of(venv, profile=profile)
    draft = stamp.with_suffix(".new")
    draft.write_text(fingerprint(root, venv, profile=profile), "utf-8")
    draft.replace(stamp)


if __name__ == "__main__":
    sys.exit(main())
