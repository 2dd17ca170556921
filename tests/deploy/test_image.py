"""Is the image's recipe sound, as far as that can be seen without a container engine?"""

import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT
from tests.deploy.image_steps import Step, steps_of
from tests.requirements import absent

RECIPE = ROOT / "deploy" / "Dockerfile"


@pytest.fixture
def stages() -> list[list[Step]]:
    """The instructions of the shipped Dockerfile."""
    return steps_of(RECIPE.read_text("utf-8"))


def lint(recipe: Path) -> subprocess.CompletedProcess[str]:
    """Run the linter over a Dockerfile."""
    program = Path(sys.executable).with_name("hadolint")
    if not program.exists():
        absent("hadolint", "The linter of Dockerfiles exists for Linux on x86-64 only.")
    return subprocess.run(  # noqa: S603 - the environment's own program
        [program, "--no-color", recipe], capture_output=True, text=True, check=False
    )


def test_the_linter_finds_nothing() -> None:
    outcome = lint(RECIPE)

    assert (outcome.returncode, outcome.stdout) == (0, "")


def test_the_linter_would_find_something(tmp_path: Path) -> None:
    planted = tmp_path / "Dockerfile"
    planted.write_text("FROM python:latest\nRUN cd /tmp && pip install flask\n", "utf-8")

    outcome = lint(planted)

    assert outcome.returncode == 1
    assert "DL3007" in outcome.stdout


def test_what_runs_is_an_ordinary_user(stages: list[list[Step]]) -> None:
    users = [step.arguments for step in stages[-1] if step.instruction == "USER"]

    assert users == ["10001:10001"]


def test_everything_that_is_installed_is_checked_against_a_hash(stages: list[list[Step]]) -> None:
    installs = [
        command
        for stage in stages
        for step in stage
        if step.instruction == "RUN"
        for command in step.arguments.split("&&")
        if "pip install" in command
    ]

    unchecked = [c for c in installs if "--require-hashes" not in c and "--no-deps" not in c]

    assert len(installs) == 2
    assert unchecked == []


def test_pip_stays_for_builds_of_clients_are_proved_by_it(stages: list[list[Step]]) -> None:
    runs = " ".join(step.arguments for step in stages[0] if step.instruction == "RUN")

    assert "pip" not in runs.split("uninstall --yes ")[1].split(" &&")[0].split()


def test_removing_the_build_backend_removes_nothing_that_runs(stages: list[list[Step]]) -> None:
    runs = " ".join(step.arguments for step in stages[0] if step.instruction == "RUN")
    removed = runs.split("uninstall --yes ")[1].split(" &&")[0].split()
    runtime = (ROOT / "requirements" / "runtime.lock").read_text("utf-8")

    assert [name for name in removed if f"\n{name}==" in runtime] == []


def test_every_copied_path_exists_and_reaches_the_builder(stages: list[list[Step]]) -> None:
    sources = [
        source
        for step in stages[0]
        if step.instruction == "COPY"
        for source in step.arguments.split()[:-1]
    ]
    ignore = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    admitted = [line.removeprefix("!") for line in ignore if line.startswith("!")]

    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert sorted(sources) == sorted(admitted)


@pytest.mark.parametrize("private", [".env", "deploy/.env", ".local/secret", ".git/config"])
def test_nothing_private_reaches_the_builder(private: str) -> None:
    ignore = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    admitted = [line.removeprefix("!") for line in ignore if line.startswith("!")]

    assert "*" in ignore
    assert [line for line in admitted if fnmatch(private, line) or private.startswith(line)] == []
