"""Do the operators' commands work on what `bindery serve` made, without being told where it is?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.commands import operators_environment
from service.local_instance import SECRET_KEY_FILE, local_environment

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery"  # noqa: S105 - of a user that lives as long as this test


def flask(data_dir: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `flask --app service.commands` as an operator does, who set nothing else."""
    kept = {"PATH": os.environ["PATH"], "BINDERY_ENV_FILE": os.devnull}
    return subprocess.run(  # noqa: S603 - our own interpreter and literal arguments
        [sys.executable, "-m", "flask", "--app", "service.commands", *arguments],
        env={**kept, "BINDERY_DATA_DIR": str(data_dir), **settings},
        cwd=ROOT,
        input=f"{PASSWORD}\n",
        capture_output=True,
        text=True,
        check=False,
    )


def test_commands_use_the_local_instance_with_the_secret_it_kept(tmp_path: Path) -> None:
    local_environment({}, tmp_path)

    migrated = flask(tmp_path, "db", "upgrade")
    created = flask(tmp_path, "create-admin", "root", "--password-stdin")

    assert migrated.returncode == 0, migrated.stderr
    assert created.stdout == "Created the administrator root.\n"
    assert (tmp_path / "bindery.sqlite3").is_file()


@pytest.mark.parametrize("arguments", [("--help",), ("sweep",)])
@pytest.mark.parametrize("profile", [{}, {"BINDERY_PROFILE": "production"}])
def test_without_a_usable_secret_the_complaint_is_a_sentence_and_nothing_is_created(
    tmp_path: Path, arguments: tuple[str, ...], profile: dict[str, str]
) -> None:
    folder = tmp_path / "data"

    result = flask(folder, *arguments, **profile)

    first, second = result.stderr.splitlines()
    assert (result.returncode, result.stdout) == (1, "")
    assert first == "Error: The settings cannot be used:"
    assert second.startswith("  - BINDERY_SECRET_KEY: needs at least 32 characters")
    assert not folder.exists()


def test_the_kept_secret_is_found_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / ".local"
    before = operators_environment({})
    folder.mkdir()
    local = local_environment({}, folder)

    beside = operators_environment({})

    assert before == {}
    assert beside == local
    assert beside["BINDERY_DATA_DIR"] == str(folder)


@pytest.mark.parametrize("told", ["BINDERY_PROFILE", "BINDERY_SECRET_KEY"])
def test_who_says_which_installation_is_meant_is_believed(tmp_path: Path, told: str) -> None:
    (tmp_path / SECRET_KEY_FILE).write_text("s" * 40, encoding="ascii")
    given = {"BINDERY_DATA_DIR": str(tmp_path), told: "chosen"}

    assert operators_environment(given) == given
