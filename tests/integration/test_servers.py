"""What does a real server do with requests that end late, come in pieces or never end?"""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.databases import SqliteTemplate
from tests.live_server import LiveServer, live_server

APPLICATION = "tests.integration.slow_app:app"


@pytest.fixture
def server(sqlite_template: SqliteTemplate, tmp_path: Path) -> Iterator[LiveServer]:
    """Yield a server with one worker, under the shipped configuration."""
    environment = {
        "BINDERY_DATABASE_URL": sqlite_template.copy(tmp_path),
        "BINDERY_LOG_LEVEL": "INFO",
        "BINDERY_SECRET_KEY": "s" * 48,
    }
    with live_server(environment, folder=tmp_path, application=APPLICATION) as running:
        yield running


def test_a_request_in_flight_is_finished_before_the_server_ends(server: LiveServer) -> None:
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(httpx.get, f"{server.url}/slow?seconds=3", timeout=30)
        time.sleep(1)
        server.process.send_signal(signal.SIGTERM)

        assert answer.result().text == "done"

    assert server.process.wait(timeout=30) == 0


def test_a_server_that_ends_takes_no_new_requests(server: LiveServer) -> None:
    with ThreadPoolExecutor(1) as pool:
        in_flight = pool.submit(httpx.get, f"{server.url}/slow?seconds=4", timeout=30)
        time.sleep(1)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(1)

        with pytest.raises(httpx.TransportError):
            httpx.get(f"{server.url}/health/live", timeout=2)
        in_flight.result()


def test_a_worker_that_dies_is_replaced(server: LiveServer) -> None:
    (worker,) = server.worker_pids()

    os.kill(worker, signal.SIGKILL)

    end = time.monotonic() + 30
    while server.worker_pids() <= {worker} and time.monotonic() < end:
        time.sleep(0.1)
    assert httpx.get(f"{server.url}/health/ready", timeout=30).status_code == 200


def pieces(size: int) -> Iterator[bytes]:
    """Yield a body in pieces, so that nobody knows its length beforehand."""
    for _ in range(size // 100):
        yield b"x" * 100


def test_a_chunked_body_within_the_limit_is_read_whole(server: LiveServer) -> None:
    answer = httpx.post(f"{server.url}/read", content=pieces(1_000))

    assert (answer.status_code, answer.text) == (200, "1000")


def test_a_chunked_body_beyond_the_limit_is_a_413(server: LiveServer) -> None:
    answer = httpx.post(f"{server.url}/read", content=pieces(1_100))

    assert answer.status_code == 413


def test_unguarded_a_chunked_body_would_be_cut_in_silence(server: LiveServer) -> None:
    answer = httpx.post(f"{server.url}/read-unguarded", content=pieces(1_100))

    assert (answer.status_code, answer.text) == (200, "1000")


def test_every_line_of_the_log_is_json_and_the_servers_own_are_among_them(
    server: LiveServer,
) -> None:
    httpx.get(f"{server.url}/api/v1/groups")

    lines = server.log.read_text("utf-8").splitlines()

    assert lines
    assert all(line.startswith("{") and line.endswith("}") for line in lines)
    assert any('"logger": "gunicorn.error"' in line for line in lines)


def test_a_long_address_is_read(server: LiveServer) -> None:
    answer = httpx.get(f"{server.url}/api/v1/groups", params={"cursor": "A" * 1_900})

    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "validation_error"
