"""Do the programs beside the lock files notice what they are there for?"""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source_tree import ROOT

HASH = "--hash=sha256:" + "0" * 64
PROJECT = """
[build-system]
requires = ["hatchling"]
[project]
name = "planted"
dependencies = ["Flask>=3.1,<3.2"]
[dependency-groups]
build = ["hatchling>=1.27"]
dev = [{ include-group = "build" }, "ruff>=0.15,<0.16"]
[tool.hatch]
"""


def program(name: str) -> ModuleType:
    """Load one of the programs, which are no package, from its file."""
    specification = importlib.util.spec_from_file_location(
        name, ROOT / "requirements" / f"{name}.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def planted_project(tmp_path: Path) -> Path:
    """A project whose lock files are as they should be."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    pins = {
        "runtime.lock": ["flask==3.1.3"],
        "build.lock": ["hatchling==1.33.0"],
        "development.lock": [
            "flask==3.1.3",
            "hatchling==1.33.0",
            "ruff==0.15.1 ; python_version>'3'",
        ],
    }
    for name, lines in pins.items():
        text = "".join(f"{line} \\\n    {HASH}\n" for line in lines)
        (tmp_path / "requirements" / name).write_text(text, "utf-8")
    return tmp_path


def test_the_lock_files_of_this_project_fit() -> None:
    assert program("check_locks").complaints_about(ROOT) == []


def test_lock_files_that_fit_are_accepted(planted_project: Path) -> None:
    assert program("check_locks").complaints_about(planted_project) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("pyproject.toml", '"Flask', '"attrs>=24", "Flask', "attrs is declared and not locked"),
        ("pyproject.toml", "<3.2", "<3.1.2", "flask is locked at 3.1.3, declared as <3.1.2,>=3.1"),
        ("requirements/runtime.lock", HASH, "", "runtime.lock: flask has no hash"),
        ("requirements/runtime.lock", "3.1.3", "3.1.2", "is not what development.lock pins"),
        (
            "requirements/development.lock",
            "ruff==0.15.1",
            "ruff==0.16.0",
            "ruff is locked at 0.16.0",
        ),
    ],
)
def test_a_planted_disagreement_is_found(
    planted_project: Path, file: str, old: str, new: str, complaint: str
) -> None:
    path = planted_project / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    complaints = program("check_locks").complaints_about(planted_project)

    assert any(complaint in line for line in complaints), complaints


@pytest.fixture
def auditor(tmp_path: Path) -> Path:
    """A stand-in for the auditor, to be filled with what it does."""
    path = tmp_path / "auditor"
    path.touch(mode=0o755)
    return path


@pytest.mark.parametrize(
    ("behaviour", "answer"),
    [
        ("exit 0", "clean"),
        ('for last; do :; done; echo "| flask | CVE |" > "$last"; exit 1', "vulnerable"),
        ("echo requests.exceptions.ConnectionError: no road >&2; exit 1", "unreachable"),
        ("echo KeyError: oops >&2; exit 1", "broken"),
    ],
)
def test_each_end_of_an_audit_is_told_apart(auditor: Path, behaviour: str, answer: str) -> None:
    auditor.write_text(f"#!/bin/sh\n{behaviour}\n", "utf-8")

    assert program("audit").audit(Path("some.lock"), auditor) == answer


@pytest.fixture
def prepared(planted_project: Path) -> tuple[Path, Path]:
    """A project and an environment that carries the stamp of a finished installation."""
    venv = planted_project / ".venv"
    venv.mkdir()
    program("environment").write_stamp(planted_project, venv, profile="development")
    return planted_project, venv


def test_a_finished_environment_costs_nothing(prepared: tuple[Path, Path]) -> None:
    root, venv = prepared

    status = program("environment").main(["development", "--root", str(root)])

    assert (status, sorted(path.name for path in venv.iterdir())) == (0, [".installed-development"])


def test_tools_bring_what_running_needs(prepared: tuple[Path, Path]) -> None:
    root, venv = prepared

    assert program("environment").is_ready(root, venv, profile="runtime")


def test_running_does_not_bring_the_tools(planted_project: Path) -> None:
    environment = program("environment")
    venv = planted_project / ".venv"
    venv.mkdir()
    environment.write_stamp(planted_project, venv, profile="runtime")

    assert not environment.is_ready(planted_project, venv, profile="development")


@pytest.mark.parametrize("changed", ["requirements/development.lock", "pyproject.toml"])
def test_a_changed_input_asks_for_a_new_installation(
    prepared: tuple[Path, Path], changed: str
) -> None:
    root, venv = prepared
    path = root / changed
    path.write_text(path.read_text("utf-8").replace("3.1", "3.0"), "utf-8")

    assert not program("environment").is_ready(root, venv, profile="development")


def test_a_changed_setting_of_a_tool_asks_for_nothing(prepared: tuple[Path, Path]) -> None:
    root, venv = prepared
    with (root / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("[tool.ruff]\nline-length = 90\n")

    assert program("environment").is_ready(root, venv, profile="development")


def test_a_moved_checkout_asks_for_a_new_installation(prepared: tuple[Path, Path]) -> None:
    root, _ = prepared
    moved = root.with_name("moved")
    shutil.copytree(root, moved)

    assert not program("environment").is_ready(moved, moved / ".venv", profile="development")


def test_an_interrupted_installation_leaves_no_stamp(prepared: tuple[Path, Path]) -> None:
    root, venv = prepared
    environment = program("environment")
    lock = root / "requirements" / "development.lock"
    lock.write_text("no-such-package-at-all==0\n", "utf-8")  # no hash: pip refuses before it asks

    with pytest.raises(SystemExit):
        environment.install(root, venv, profile="development")

    assert not environment.stamp_of(venv, profile="development").exists()


def test_a_folder_without_python_is_no_environment(tmp_path: Path) -> None:
    assert not program("environment").is_usable(tmp_path)
