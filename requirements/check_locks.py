"""Do the lock files hold what pyproject.toml asks for? Answered without any network.

A full answer needs the index (`make lock`); this one notices everything that a person can forget:
a dependency that is not locked, a pin outside the declared range, a pin without a hash, tools among
what runs, and lock files that disagree with each other.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of a lock file."""

    name: str
    version: str
    is_hashed: bool


def main(root: Path = ROOT) -> int:
    """Print every disagreement; the exit status says whether there was one."""
    complaints = complaints_about(root)
    for complaint in complaints:
        print(complaint)
    if complaints:
        print("The lock files do not fit pyproject.toml: run `make lock` and commit the result.")
    return bool(complaints)


def complaints_about(root: Path) -> list[str]:
    """All that is wrong with the lock files under `root`, in the order of the files."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    runtime = [Requirement(text) for text in project["project"]["dependencies"]]
    groups = project["dependency-groups"]
    expected = {
        "runtime.lock": runtime,
        "development.lock": runtime + members_of("dev", groups),
        "build.lock": members_of("build", groups),
    }
    locks = {name: read_lock(root / "requirements" / name) for name in expected}
    return [
        *(line for name in expected for line in unmet(name, locks[name], expected[name])),
        *(line for name in expected for line in unhashed(name, locks[name])),
        *disagreements(locks),
    ]


def members_of(group: str, groups: dict[str, list[Any]]) -> list[Requirement]:
    """The requirements of a dependency group, with those of the groups it includes."""
    members: list[Requirement] = []
    for entry in groups[group]:
        if isinstance(entry, str):
            members.append(Requirement(entry))
        else:
            members += members_of(entry["include-group"], groups)
    return members


def read_lock(path: Path) -> list[Pin]:
    """The pins of a lock file; one name may stand there twice, under different markers."""
    logical_lines = path.read_text("utf-8").replace("\\\n", " ").splitlines()
    pins = []
    for line in logical_lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        requirement = Requirement(line.partition("--hash=")[0])
        version = str(requirement.specifier).removeprefix("==")
        pins.append(Pin(canonicalize_name(requirement.name), version, bool(HASH.search(line))))
    return pins


def unmet(lock: str, pins: list[Pin], requirements: list[Requirement]) -> list[str]:
    """Declared dependencies that the lock lacks or pins outside their range."""
    complaints = []
    for requirement in requirements:
        name = canonicalize_name(requirement.name)
        versions = [pin.version for pin in pins if pin.name == name]
        if not versions:
            complaints.append(f"{lock}: {name} is declared and not locked")
        complaints += [
            f"{lock}: {name} is locked at {version}, declared as {requirement.specifier}"
            for version in versions
            if not requirement.specifier.contains(version, prereleases=True)
        ]
    return complaints


def unhashed(lock: str, pins: list[Pin]) -> list[str]:
    """Pins that an index could answer with other bytes."""
    return [f"{lock}: {pin.name} has no hash" for pin in pins if not pin.is_hashed]


def disagreements(locks: dict[str, list[Pin]]) -> list[str]:
    """Pins of what runs or builds that development does not share: tests would test other code."""
    development = {(pin.name, pin.version) for pin in locks["development.lock"]}
    return [
        f"{lock}: {pin.name} {pin.version} is not what development.lock pins"
        for lock in ("runtime.lock", "build.lock")
        for pin in locks[lock]
        if (pin.name, pin.version) not in development
    ]


if __name__ == "__main__":
    sys.exit(main())
