"""Do type checkers of strict users accept the client, and notice its misuse?"""

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT
from tests.requirements import absent

PYTHON_CLIENT = ROOT / "clients" / "python"
PACKAGE = PYTHON_CLIENT / "bindery_client"
EXAMPLES = PYTHON_CLIENT / "examples"
READMES = (PYTHON_CLIENT / "README.md", ROOT / "README.md")
MISUSE = """
from bindery_client import Bindery, paginate
from bindery_client.api.groups import create_group, get_group, list_groups
from bindery_client.models import GroupCreate

bindery = Bindery("https://bindery.test")
number: int = get_group.sync("acme", client=bindery)
get_group.sync("acme").name
create_group.sync(client=bindery, body=GroupCreate(name="a", display_name="A", visibility="open"))
list(paginate(list_groups.sync, client=bindery, colour="red"))
group = get_group.sync("acme", client=bindery)
group.title
if group.visibility == "open":
    pass
"""


PRELUDE = """
from bindery_client import Bindery
url, token, document = "https://bindery.test", "bnd_...", b"{}"
bindery = Bindery(url, token=token)
"""


def readme_as_module(readme: Path) -> str:
    """Return the Python of a README, each block in a function, where `async with` may stand."""
    blocks = re.findall(r"```python\n(.*?)```", readme.read_text("utf-8"), flags=re.DOTALL)
    assert blocks, readme
    functions = [
        f"async def block_{number}() -> None:\n{textwrap.indent(block, '    ')}"
        for number, block in enumerate(blocks)
    ]
    return "\n".join([PRELUDE, *functions])


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which mypy remembers what it knows of the libraries."""
    return tmp_path_factory.mktemp("mypy")


def mypy(*arguments: str | Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """Run mypy as a user with no configuration would, but strict."""
    options: list[str | Path] = ["--strict", "--config-file", "", "--cache-dir", cache]
    return subprocess.run(  # noqa: S603 - the type checker of this environment
        [sys.executable, "-m", "mypy", *options, *arguments],
        cwd=PYTHON_CLIENT,
        capture_output=True,
        text=True,
        check=False,
    )


def pyright(*paths: Path) -> list[str]:
    """Return what pyright complains about; it comes as a program for Node.js."""
    program = Path(sys.executable).parent / "pyright"
    done = subprocess.run(  # noqa: S603 - the type checker of this environment
        [program, "--outputjson", "--pythonpath", sys.executable, *paths],
        cwd=PYTHON_CLIENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.stdout.startswith("{"):
        absent("pyright", f"pyright does not run here: {done.stderr.strip()[-200:]}")
    found = json.loads(done.stdout)["generalDiagnostics"]
    return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found]


@pytest.mark.parametrize("target", [PACKAGE, EXAMPLES], ids=["package", "examples"])
def test_mypy_has_nothing_to_say(target: Path, cache: Path) -> None:
    done = mypy(target, cache=cache)

    assert done.stdout.startswith("Success"), done.stdout


@pytest.mark.parametrize("readme", READMES, ids=["client", "project"])
def test_mypy_has_nothing_to_say_about_the_readme(
    readme: Path, tmp_path: Path, cache: Path
) -> None:
    script = tmp_path / "readme.py"
    script.write_text(readme_as_module(readme), "utf-8")

    done = mypy(script, cache=cache)

    assert done.stdout == "Success: no issues found in 1 source file\n"


def test_mypy_notices_misuse(tmp_path: Path, cache: Path) -> None:
    script = tmp_path / "misuse.py"
    script.write_text(MISUSE)

    done = mypy("--no-pretty", script, cache=cache)

    lines = {line.split(":")[1] for line in done.stdout.splitlines() if ": error:" in line}
    assert lines == {"7", "8", "9", "10", "12", "13"}


@pytest.mark.parametrize("target", [PACKAGE, EXAMPLES], ids=["package", "examples"])
def test_pyright_has_nothing_to_say(target: Path) -> None:
    assert pyright(target) == []


def test_pyright_notices_misuse(tmp_path: Path) -> None:
    script = tmp_path / "misuse.py"
    script.write_text(MISUSE)

    found = pyright(script)

    assert {line.split(":")[0] for line in found} >= {"7", "8", "9", "10", "12"}
