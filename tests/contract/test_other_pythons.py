"""Does every supported Python write the same document, byte for byte?

Each needs an environment of its own, kept in the user's cache by the lock file's content. CI makes
it where the interpreter is there; elsewhere the test runs if it was made before.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT

COMMITTED = ROOT / "openapi" / "v1" / "openapi.json"
LOCK = ROOT / "requirements" / "runtime.lock"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "bindery-tests"


def environment_for(version: str) -> Path:
    """Return the interpreter of an environment with what the service needs; make it in CI."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    folder = CACHE / f"python{version}-{digest}"
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        if not os.environ.get("CI"):
            pytest.skip(f"Python {version} has no environment yet; CI=true makes one.")
        interpreter = shutil.which(f"python{version}")
        if interpreter is None or not works(interpreter):
            pytest.skip(f"There is no Python {version} here.")
        shutil.rmtree(folder, ignore_errors=True)
        run(interpreter, "-m", "venv", str(folder))
        run(str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK))
        (folder / "complete").touch()
    return python


def works(interpreter: str) -> bool:
    """Whether the interpreter runs; a shim may stand for one that is not chosen."""
    return subprocess.run([interpreter, "-c", ""], check=False, capture_output=True).returncode == 0  # noqa: S603 - an interpreter


def run(*command: str, **environment: str) -> bytes:
    """Run a command at the project's root; return its output."""
    return subprocess.run(  # noqa: S603 - our own commands
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    ).stdout


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_document_does_not_depend_on_the_interpreter(version: str) -> None:
    python = environment_for(version)

    written = run(
        str(python), "-m", "flask", "--app", "service.commands", "openapi", "write",
        "--config-prefix", "V1_", "-",
        PYTHONPATH=str(ROOT), BINDERY_PROFILE="testing", BINDERY_ENV_FILE=os.devnull,
    )  # fmt: skip

    assert written == COMMITTED.read_bytes()
