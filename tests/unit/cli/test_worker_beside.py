"""Is the worker beside the server begun anew when it ends, ever more slowly, and never in vain?"""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import bindery
from service.cli.worker_beside import WorkerBeside
from tests.live_server import ROOT


@pytest.fixture
def beside() -> WorkerBeside:
    """Return one whose worker ends at once, since its settings are not good."""
    environment = {**os.environ, "BINDERY_ENV_FILE": os.devnull, "BINDERY_PROFILE": "no such"}
    return WorkerBeside("worker", environment, folder=ROOT)


def look_until(beside: WorkerBeside, happened: Callable[[], bool]) -> None:
    """Look after the worker until something has happened."""
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        beside.look_after()
        time.sleep(0.02)


def test_a_worker_that_keeps_ending_is_begun_anew_more_slowly(
    beside: WorkerBeside, capfd: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    def has_ended_twice() -> bool:
        said.append(capfd.readouterr().err)
        return "".join(said).count("bindery worker ended") == 2

    look_until(beside, has_ended_twice)
    beside.tell_to_stop()
    beside.wait()

    assert "again in 1 s" in "".join(said)
    assert "again in 2 s" in "".join(said)


def test_nothing_is_begun_after_the_end(beside: WorkerBeside) -> None:
    beside.tell_to_stop()

    beside.look_after()
    beside.wait()

    assert beside._process is None  # noqa: SLF001 - nothing else would tell


@pytest.fixture
def signals_kept() -> object:
    """Give the signals back as they were."""
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    kept = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals_kept")
def test_a_worker_without_its_parent_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PROFILE": "testing", "ENV_FILE": os.devnull}.items():
        monkeypatch.setenv(f"BINDERY_{name}", value)

    result = CliRunner().invoke(
        bindery, ["worker", "--data-dir", str(tmp_path), "--parent", str(os.getpid())]
    )

    assert result.exit_code == 0


@pytest.mark.usefixtures("signals_kept")
def test_a_worker_says_which_settings_are_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINDERY_JOB_PLACES", "0")

    result = CliRunner().invoke(bindery, ["worker"])

    assert result.exit_code == 1
    assert "BINDERY_JOB_PLACES" in result.stderr
