"""Does `bindery` hold together: its commands, their help, its start, its end?"""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from service.cli import main as command_line
from service.cli.exit_codes import HELP, ExitCode
from service.cli.main import COMMANDS, bindery

PROGRAM = Path(sys.executable).parent / "bindery"
NAMES = [entry.name for entry in COMMANDS]
HEAVY = frozenset(
    {"flask", "httpx", "sqlalchemy", "marshmallow", "jsonschema_rs", "bindery_client"}
)


def test_no_two_commands_share_a_name() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_of_the_table_is_there(name: str) -> None:
    command = bindery.get_command(click.Context(bindery), name)

    assert command is not None
    assert command.name == name
    assert command.help


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(name: str) -> None:
    done = CliRunner().invoke(bindery, [name, "--help"])

    assert done.exit_code == ExitCode.YES
    assert done.stdout.startswith(f"Usage: bindery {name} ")


@pytest.mark.parametrize("name", ["check", "publish", "versions", "changes", "whoami", "approve"])
def test_commands_that_ask_a_server_say_what_their_exit_status_means(name: str) -> None:
    done = CliRunner().invoke(bindery, [name, "--help"])

    codes = {
        int(line.split()[0]) for line in done.stdout.splitlines() if re.match(r"  +\d  ", line)
    }
    assert codes == {0, 1, 2, 3, 4}
    assert "Example" in done.stdout


def test_the_documented_exit_codes_are_those_that_exist() -> None:
    documented = {int(code) for code in re.findall(r"^  (\d)  ", HELP, flags=re.MULTILINE)}

    assert documented == {code.value for code in ExitCode if code is not ExitCode.STOPPED}


def test_an_unknown_command_is_wrong_usage() -> None:
    done = CliRunner().invoke(bindery, ["brew"])

    assert done.exit_code == ExitCode.USAGE
    assert "No such command 'brew'" in done.stderr


def test_the_version_is_that_of_the_installed_package() -> None:
    done = CliRunner().invoke(bindery, ["--version"])

    assert done.stdout == f"bindery {version('bindery')}\n"


def loaded_by(*arguments: str) -> set[str]:
    """Return which of the heavy libraries a fresh `bindery` has loaded in the end."""
    program = (
        "import sys\n"
        "from service.cli.main import main\n"
        "try:\n"
        f"    main({list(arguments)!r})\n"
        "finally:\n"
        f"    print('\\n', sorted(set(sys.modules) & set({sorted(HEAVY)!r})))\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    return set(re.findall(r"'(\w+)'", done.stdout.splitlines()[-1]))


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by("--help") == set()


def test_a_command_that_asks_a_server_loads_no_web_application() -> None:
    assert loaded_by("check", "--help") == {"httpx", "bindery_client"}


def test_the_installed_program_answers_with_its_exit_status(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, "check", tmp_path / "absent.yaml", "--api", "acme/orders"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == ExitCode.USAGE
    assert "No such file or directory" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("interruption", [click.Abort, KeyboardInterrupt])
def test_ctrl_c_ends_it_without_a_traceback(
    interruption: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise interruption

    monkeypatch.setattr(command_line.bindery, "main", interrupted)

    with pytest.raises(SystemExit) as ended:
        command_line.main(["whoami"])

    assert ended.value.code == ExitCode.STOPPED
    assert capsys.readouterr().err == "Stopped.\n"
