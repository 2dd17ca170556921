"""Does importing the house start nothing? Each question is asked of a fresh interpreter."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source_tree import ROOT, service_modules

ENTRY_POINTS = frozenset({"service.worker", "service.wsgi"})
"""Modules that are run, not imported: gunicorn and celery import them in order to start."""

WITNESS = """
import json, os, sys, threading

seen = {"acts": [], "environment": []}
MAPPINGS = {"<frozen os>", "<frozen _collections_abc>", os.__file__}
OWN = os.path.join(sys.argv[2], "service") + os.sep

def of_our_own():
    frame = sys._getframe(2)
    while frame.f_code.co_filename in MAPPINGS:
        frame = frame.f_back
    name = frame.f_code.co_filename
    return os.path.relpath(name, sys.argv[2]) if name.startswith(OWN) else None

WATCHED = ("socket.connect", "socket.bind", "sqlite3.connect", "subprocess.Popen", "os.fork",
           "os.mkdir", "os.remove", "os.rename", "os.putenv", "_thread.start_new_thread",
           "signal.pthread_kill", "shutil.rmtree", "tempfile.mkstemp", "tempfile.mkdtemp")

def watch(event, arguments):
    if event in WATCHED or (event == "open" and set(str(arguments[1] or "r")) & set("wax+")):
        seen["acts"].append(event)

class Environment(type(os.environ)):
    def __getitem__(self, name):
        if place := of_our_own():
            seen["environment"].append(f"{place} reads {name}")
        return super().__getitem__(name)

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[2])
os.environ.__class__ = Environment
before = set(sys.modules)
sys.addaudithook(watch)
for name in sys.argv[1].split():
    __import__(name)
seen["threads"] = threading.active_count()
seen["foreign"] = sorted({
    name.partition(".")[0] for name, module in sys.modules.items()
    if name not in before and "site-packages" in (getattr(module, "__file__", None) or "")
})
print(json.dumps(seen))
"""


def import_alone(*modules: str, root: Path = ROOT) -> dict[str, Any]:
    """Import modules in a fresh interpreter and return what that did."""
    outcome = subprocess.run(  # noqa: S603 - this interpreter, on the program above
        [sys.executable, "-c", WITNESS, " ".join(modules), str(root)],
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
    )
    assert outcome.returncode == 0, outcome.stderr
    seen: dict[str, Any] = json.loads(outcome.stdout)
    return seen


def importable_modules() -> list[str]:
    """Modules that are imported: entry points and `python -m` programs are run instead."""
    names = [module.name for module in service_modules() if module.path.name != "__main__.py"]
    return [name for name in names if name not in ENTRY_POINTS]


def test_importing_any_module_starts_nothing() -> None:
    everything = importable_modules()

    seen = import_alone(*everything)

    assert seen["acts"] == []
    assert seen["environment"] == []
    assert seen["threads"] == 1


@pytest.mark.parametrize(
    ("deed", "trace"),
    [
        ("import sqlite3; sqlite3.connect(':memory:')", "sqlite3.connect"),
        ("import threading, time; threading.Thread(target=time.sleep, args=[1]).start()", None),
        ("import os; os.environ.get('BINDERY_SECRET_KEY')", None),
    ],
)
def test_a_planted_deed_at_import_is_seen(tmp_path: Path, deed: str, trace: str | None) -> None:
    (tmp_path / "service").mkdir()
    (tmp_path / "service" / "__init__.py").touch()
    (tmp_path / "service" / "eager.py").write_text(deed + "\n", "utf-8")

    seen = import_alone("service.eager", root=tmp_path)

    assert seen["threads"] > 1 or seen["environment"] or trace in seen["acts"]


def test_the_engine_needs_nothing_but_the_standard_library() -> None:
    seen = import_alone("service.openapi_diff")

    assert seen["foreign"] == []


def test_reading_documents_needs_neither_the_web_nor_a_database() -> None:
    seen = import_alone("service.openapi_documents")

    assert {"flask", "sqlalchemy", "werkzeug", "marshmallow"}.intersection(seen["foreign"]) == set()


def test_a_planted_foreign_import_is_seen(tmp_path: Path) -> None:
    (tmp_path / "service").mkdir()
    (tmp_path / "service" / "__init__.py").write_text("import flask\n", "utf-8")

    seen = import_alone("service", root=tmp_path)

    assert "flask" in seen["foreign"]
