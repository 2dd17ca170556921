"""How do tests talk to a real server? One gunicorn on a free port of loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60
"""Generous: a machine that is busy with other tests starts slowly."""


@dataclass(frozen=True, slots=True)
class LiveServer:
    """A running server: where it is, and the process."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def worker_pids(self) -> set[int]:
        """Return the process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return {int(pid) for pid in children.read_text(encoding="ascii").split()}


@contextmanager
def live_server(
    environment: Mapping[str, object],
    *,
    folder: Path,
    application: str = "service.wsgi:app",
    workers: int = 1,
    options: tuple[str, ...] = (),
) -> Iterator[LiveServer]:
    """Run gunicorn with the settings in `environment` (`BINDERY_...`); stop it at the end.

    The database must be migrated. `application` may name another WSGI callable, `options` are
    more options for gunicorn. Standard error goes to a file in `folder`.
    """
    port = free_port()
    log = folder / f"gunicorn-{port}.log"
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--config", str(ROOT / "deploy" / "gunicorn.conf.py"), "--workers", str(workers)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BINDERY_")}
    given = {name: str(value) for name, value in environment.items()}
    defaults = {"BINDERY_PROFILE": "testing", "BINDERY_ENV_FILE": os.devnull}
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*command, *options], cwd=ROOT, env={**kept, **defaults, **given}, stderr=output
        )
        prefix = given.get("BINDERY_URL_PREFIX", "")
        server = LiveServer(f"http://127.0.0.1:{port}{prefix}", process, log)
        try:
            _wait_until_live(server)
            yield server
        finally:
            stop(process)


def free_port() -> int:
    """Return a port of loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that a test started; first politely."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_live(server: LiveServer) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        try:
            if httpx.get(f"{server.url}/health/live", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not start:\n{server.log.read_text(errors='replace')}")
