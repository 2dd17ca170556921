"""Does the whole run of the HTTP tests see every success that the document promises? A plugin."""

import json
from typing import Any

import pytest

from tests.architecture.source_tree import ROOT
from tests.contract.exercised import EXERCISED, complaints, note

DOCUMENT = ROOT / "openapi" / "v1" / "openapi.json"
WORKER_KEY = "exercised"
_TO_THE_END = frozenset({pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED})
_FOUND: pytest.StashKey[list[str]] = pytest.StashKey()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: Any) -> None:
    """Gather what a process of pytest-xdist has seen."""
    del error
    for name, status in getattr(node, "workeroutput", {}).get(WORKER_KEY, []):
        note(name, status)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand over what this process has seen, or judge what all have."""
    config = session.config
    if hasattr(config, "workerinput"):
        config.workeroutput[WORKER_KEY] = sorted(EXERCISED)  # type: ignore[attr-defined]  # pytest-xdist's
        return
    if _is_whole(config) and session.exitstatus in _TO_THE_END:
        found = complaints(json.loads(DOCUMENT.read_text("utf-8")), EXERCISED)
        config.stash[_FOUND] = found
        if found:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what was not exercised."""
    for line in config.stash.get(_FOUND, []):
        terminalreporter.write_line(f"NOT EXERCISED: {line}", red=True)


def _is_whole(config: pytest.Config) -> bool:
    """Whether all HTTP tests were asked for: a part of them cannot exercise everything."""
    options = config.option
    if options.keyword or options.markexpr or options.collectonly or getattr(options, "lf", False):
        return False
    targets = {(config.invocation_params.dir / argument).resolve() for argument in config.args}
    http_tests = config.rootpath / "tests" / "http_api"
    return any(http_tests.is_relative_to(target) for target in targets)
