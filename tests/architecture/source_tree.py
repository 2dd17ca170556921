"""Which Python modules does the project have, and what do they say?"""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ("requirements", "openapi", "deploy", "clients", "benchmarks")
"""Folders of programs beside what they look after; the generated client is not among them."""


@dataclass(frozen=True, slots=True)
class Module:
    """One file of Python source."""

    path: Path
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of the source."""
        return ast.parse(self.text)

    @property
    def place(self) -> str:
        """The path from the project's root, for lists and messages."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """The dotted name under which it is imported."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())


def planted(text: str, place: str = "service/planted.py") -> Module:
    """Return a module that exists in a test only: the violation that a rule has to find."""
    return Module(ROOT / place, text)


def modules_under(*folders: str) -> list[Module]:
    """Return the modules of these folders, sorted by path; generated code is left out."""
    return [Module(path, path.read_text("utf-8")) for path in sorted(_python_files(*folders))]


def service_modules() -> list[Module]:
    """Return the modules of the service itself."""
    return modules_under("service")


def own_modules() -> list[Module]:
    """Return every module that people write: service, tests, migrations and programs."""
    return modules_under("service", "tests", "migrations", *PROGRAMS)


def tracked_files() -> list[Path]:
    """Return the files that are under version control."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - the git that made this checkout
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (ROOT / name for name in listing.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def nodes(module: Module, kind: type[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes of one kind, in no particular order."""
    return (node for node in ast.walk(module.tree) if isinstance(node, kind))


def _python_files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            if "bindery_client" not in path.parts and "node_modules" not in path.parts:
                yield path
