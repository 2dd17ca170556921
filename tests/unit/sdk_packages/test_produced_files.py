"""Is nothing taken from the sandbox but plain modules under plain names?"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from service.sdk_packages import BuildFailed
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.produced_files import read_produced

LIMITS = BuildLimits(package_files=3, package_bytes=100)


def test_plain_modules_are_read(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "find_pet.py").write_bytes(b"1")

    assert read_produced(tmp_path, LIMITS) == {"api/find_pet.py": b"1"}


@pytest.mark.parametrize(
    "plant",
    [
        lambda folder: (folder / "a.py").symlink_to("/etc/hostname"),
        lambda folder: (folder / "api").symlink_to("/etc"),
        lambda folder: os.mkfifo(folder / "a.py"),
        lambda folder: (folder / "setup.cfg").touch(),
        lambda folder: (folder / "a b.py").touch(),
        lambda folder: (folder / "..py").touch(),
        lambda folder: (folder / ".hidden").mkdir(),
        lambda folder: os.link(folder.parent / "other.py", folder / "a.py"),
        lambda folder: (folder / "a.py").write_bytes(b"x" * 101),
        lambda folder: (folder / "a/b/c/d").mkdir(parents=True),
        lambda folder: [(folder / f"{name}.py").touch() for name in "abcd"],
    ],
    ids=["link", "linked folder", "pipe", "other file", "blank", "dots", "hidden", "second name",
         "large", "deep", "many"],
)  # fmt: skip
def test_anything_else_is_refused(tmp_path: Path, plant: Callable[[Path], object]) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (tmp_path / "other.py").touch()
    plant(package)

    with pytest.raises(BuildFailed):
        read_produced(package, LIMITS)
