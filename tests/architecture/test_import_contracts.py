"""Do the contracts of .importlinter cover the house that stands, and would they notice a breach?"""

import configparser
import fnmatch
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, service_modules

CONTRACTS = ROOT / ".importlinter"
FLOORS = frozenset({"routes", "schemas", "use_cases", "repository", "permissions", "models"})
"""File names that make a folder a domain."""


def contracts() -> configparser.ConfigParser:
    """Read the contracts as they are written."""
    parser = configparser.ConfigParser()
    parser.read(CONTRACTS, encoding="utf-8")
    return parser


def listed(contract: str, option: str) -> list[str]:
    """Return the entries of a contract's list; comments are left out."""
    lines = contracts()[f"importlinter:contract:{contract}"][option].splitlines()
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith(";")]


def domains(places: list[str]) -> set[str]:
    """Return the packages of the service that hold at least one of a domain's floors."""
    parts = [place.removesuffix(".py").split("/") for place in places]
    return {
        f"service.{path[1]}"
        for path in parts
        if len(path) == 3 and path[0] == "service" and path[2] in FLOORS
    }


def check_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the tree below `root`."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(  # noqa: S603 - the environment's own program
        [program, "--no-cache", "--no-logo"],
        cwd=root,
        env={"PYTHONPATH": str(root), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_domain_has_its_floors_checked() -> None:
    standing = domains([module.place for module in service_modules()])

    assert standing - set(listed("floors", "containers")) == set()


def test_a_planted_domain_without_a_contract_is_found() -> None:
    standing = domains(["service/invoices/use_cases.py", "service/http_api/problems.py"])

    assert standing - set(listed("floors", "containers")) == {"service.invoices"}


def test_every_wildcard_of_the_contracts_matches_a_module() -> None:
    names = [module.name for module in service_modules()]
    patterns = {
        entry
        for section in contracts().sections()
        for option in ("source_modules", "allowed_importers", "containers")
        for entry in contracts()[section].get(option, "").split()
    }

    assert [entry for entry in sorted(patterns) if not fnmatch.filter(names, entry)] == []


def test_the_contracts_are_kept() -> None:
    outcome = check_imports(ROOT)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("place", "line", "broken"),
    [
        ("openapi_diff/changes.py", "import flask", "The comparison engine is pure"),
        ("groups/models.py", "import service.groups.errors, service.versions", "ground up"),
        ("groups/errors.py", "import service.groups.models", "Inside a domain"),
        ("groups/models.py", "import flask", "Business knows no web"),
        ("openapi_documents/limits.py", "import sqlalchemy", "Reading documents is pure"),
        ("clock.py", "import flask", "Flask is known to"),
        ("settings.py", "import jsonschema_rs", "The JSON Schema validator"),
        ("authorization.py", "import service.clock", "Permissions are pure"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, place: str, line: str, broken: str) -> None:
    shutil.copytree(ROOT / "service", tmp_path / "service", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(CONTRACTS, tmp_path)
    with (tmp_path / "service" / place).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")

    outcome = check_imports(tmp_path)

    assert outcome.returncode == 1
    assert broken in outcome.stdout.partition("Broken contracts")[2]
