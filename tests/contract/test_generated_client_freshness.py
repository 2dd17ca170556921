"""Is the committed client what the committed document gives, and is it noticed if it is not?"""

import importlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bindery_client import __version__, api
from clients.generate import DOCUMENT, ENUM_NAMES, PACKAGE, for_generator
from tests.architecture.source_tree import ROOT

CAPITAL = re.compile("(?=[A-Z])")
GENERATE = ROOT / "clients" / "generate.py"


def check(
    *, document: Path = DOCUMENT, package: Path = PACKAGE
) -> subprocess.CompletedProcess[str]:
    """Run the check as make does."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, GENERATE, "--check", "--document", document, "--package", package],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a copy of the committed client, to be spoiled."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "bindery_client"))


def changed_document(tmp_path: Path) -> Path:
    """Return the document with one more optional property: the smallest change of a contract."""
    content = json.loads(DOCUMENT.read_text("utf-8"))
    content["components"]["schemas"]["GroupCreate"]["properties"]["motto"] = {"type": "string"}
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_the_committed_client_is_fresh() -> None:
    done = check()

    assert (done.returncode, done.stdout) == (0, "bindery_client is what the document gives.\n")


def test_a_client_of_an_older_document_is_noticed(tmp_path: Path) -> None:
    done = check(document=changed_document(tmp_path))

    assert done.returncode == 1
    assert "+    motto: str | Unset = UNSET" in done.stdout
    assert done.stderr == "The client is stale: run make client, and commit what it writes.\n"


def test_an_edit_by_hand_is_noticed(package: Path) -> None:
    module = package / "retries.py"
    module.write_text(module.read_text("utf-8").replace("attempts: int = 4", "attempts: int = 9"))

    done = check(package=package)

    assert done.returncode == 1
    assert "-    attempts: int = 9\n+    attempts: int = 4\n" in done.stdout


@pytest.mark.parametrize("name", ["api/groups/get_group.py", "py.typed"])
def test_a_missing_file_is_noticed(package: Path, name: str) -> None:
    (package / name).unlink()

    done = check(package=package)

    assert (done.returncode, done.stdout) == (1, f"missing: {name}\n")


def test_a_forgotten_file_is_noticed(package: Path) -> None:
    (package / "api" / "groups" / "old_operation.py").write_text('"""Gone."""\n')

    done = check(package=package)

    assert done.stdout == "no longer generated: api/groups/old_operation.py\n"
    assert done.returncode == 1


def modules_of_operations() -> set[str]:
    """Return which module each operation of the document has to have, by tag and id."""
    content = json.loads(DOCUMENT.read_text("utf-8"))
    operations = [
        operation
        for path_item in content["paths"].values()
        for method, operation in path_item.items()
        if method != "parameters"
    ]
    places = [(operation["tags"][0], operation["operationId"]) for operation in operations]
    return {f"{tag.replace('-', '_')}.{CAPITAL.sub('_', name).lower()}" for tag, name in places}


def test_every_operation_is_a_module_with_its_four_functions() -> None:
    modules = {
        name.removeprefix("bindery_client.api."): importlib.import_module(name)
        for _, name, is_package in pkgutil.walk_packages(api.__path__, "bindery_client.api.")
        if not is_package
    }

    functions = {"sync", "sync_detailed", "asyncio", "asyncio_detailed"}
    assert modules.keys() == modules_of_operations()
    assert [name for name, module in modules.items() if not functions <= vars(module).keys()] == []


def test_the_client_has_the_version_of_its_document() -> None:
    assert __version__ == json.loads(DOCUMENT.read_text("utf-8"))["info"]["version"]


def test_every_name_of_an_enum_is_used() -> None:
    document = json.dumps(for_generator(json.loads(DOCUMENT.read_text("utf-8"))))

    unused = [
        name
        for name in ENUM_NAMES.values()
        if f'{{"$ref": "#/components/schemas/{name}"}}' not in document
    ]

    assert unused == []


def test_an_enum_without_a_name_is_asked_for() -> None:
    document = json.loads(DOCUMENT.read_text("utf-8"))
    document["components"]["schemas"]["Group"]["properties"]["colour"] = {
        "type": "string",
        "enum": ["red", "green"],
    }

    with pytest.raises(SystemExit, match=r"\['red', 'green'\] have no name yet"):
        for_generator(document)
