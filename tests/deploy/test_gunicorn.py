"""Does gunicorn run the service as gunicorn.conf.py means it to?"""

import json
import runpy
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.architecture.source_tree import ROOT
from tests.deploy.servers import DEPLOY, Gunicorn, echo_server, gunicorn


@pytest.fixture(scope="module")
def configuration() -> dict[str, Any]:
    """The names that gunicorn.conf.py sets."""
    return runpy.run_path(str(DEPLOY / "gunicorn.conf.py"))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Gunicorn]:
    """The service on an empty folder, in two processes."""
    environment = {
        "BINDERY_PROFILE": "development",
        "BINDERY_DATA_DIR": str(tmp_path),
        "BINDERY_ENV_FILE": "/dev/null",
        "WEB_CONCURRENCY": "2",
    }
    with gunicorn("service.wsgi:app", folder=tmp_path, environment=environment) as server:
        yield server


def test_gunicorn_accepts_the_configuration(tmp_path: Path) -> None:
    outcome = subprocess.run(  # noqa: S603 - the environment's own program
        [
            Path(sys.executable).with_name("gunicorn"),
            *("--check-config", "--config", DEPLOY / "gunicorn.conf.py"),
        ],
        cwd=ROOT,
        env={"BINDERY_PROFILE": "development", "BINDERY_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode == 0, outcome.stderr


def test_gunicorn_would_refuse_bad_settings_of_the_service(tmp_path: Path) -> None:
    outcome = subprocess.run(  # noqa: S603 - the environment's own program
        [
            Path(sys.executable).with_name("gunicorn"),
            *("--check-config", "--config", DEPLOY / "gunicorn.conf.py"),
        ],
        cwd=ROOT,
        env={"BINDERY_PROFILE": "production", "BINDERY_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode != 0
    assert "BINDERY_SECRET_KEY" in outcome.stderr


def test_it_believes_nobody_and_opens_no_second_door(configuration: dict[str, Any]) -> None:
    assert configuration["forwarded_allow_ips"] == ""
    assert configuration["control_socket_disable"] is True


def test_connections_outlive_those_of_the_proxy(configuration: dict[str, Any]) -> None:
    proxy = (DEPLOY / "nginx.conf").read_text("utf-8")

    assert "keepalive_timeout 60s;" in proxy
    assert configuration["keepalive"] > 60


def test_the_service_answers_from_every_process(service: Gunicorn) -> None:
    answers = [
        httpx.get(f"http://127.0.0.1:{service.port}/health/live").status_code for _ in range(20)
    ]

    assert answers == [200] * 20


def test_every_line_is_json(service: Gunicorn) -> None:
    httpx.get(f"http://127.0.0.1:{service.port}/health/live")
    service.process.send_signal(signal.SIGTERM)
    service.process.wait(20)

    lines = [json.loads(line) for line in service.log.read_text("utf-8").splitlines()]

    assert {"gunicorn.error", "service.requests"} <= {line["logger"] for line in lines}


def test_a_request_in_flight_ends_before_the_process(tmp_path: Path) -> None:
    answers: list[int] = []
    begun = threading.Event()

    with echo_server(tmp_path, threads=2) as server:
        address = f"http://127.0.0.1:{server.port}/"
        caller = threading.Thread(
            target=lambda: answers.append(httpx.post(address, content=slowly(begun)).status_code)
        )
        caller.start()
        assert begun.wait(20)
        time.sleep(0.3)  # the worker takes the connection up
        server.process.send_signal(signal.SIGTERM)
        caller.join(20)

    assert answers == [200]


def slowly(begun: threading.Event) -> Iterator[bytes]:
    """A body that is still being sent when the server is told to stop."""
    yield b"first"
    begun.set()
    time.sleep(1.0)
    yield b"second"
