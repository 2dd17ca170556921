"""How does a test start gunicorn or nginx with the shipped configuration, on free ports?"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.source_tree import ROOT
from tests.live_server import free_port

DEPLOY = ROOT / "deploy"
PATIENCE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Gunicorn:
    """A running gunicorn: where it listens, its process and its log file."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx: its plain port and, where it speaks TLS, the other one."""

    port: int
    tls_port: int


def wait_until_listening(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the port takes connections; fail with the log if the process ends before."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on {port}:\n{log.read_text('utf-8')}")


@contextlib.contextmanager
def running(
    command: list[str], *, port: int, log: Path, **options: object
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; it gets SIGTERM, and SIGKILL if that is not enough."""
    with log.open("wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink, **options)  # type: ignore[call-overload]  # noqa: S603 - programs of this test; the options are Popen's own
        try:
            wait_until_listening(port, process, log)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextlib.contextmanager
def gunicorn(
    application: str,
    *,
    folder: Path,
    configuration: Path = DEPLOY / "gunicorn.conf.py",
    environment: Mapping[str, str] | None = None,
) -> Iterator[Gunicorn]:
    """Run an application, under the shipped gunicorn.conf.py unless told otherwise."""
    port = free_port()
    log = folder / "gunicorn.log"
    command = [
        str(Path(sys.executable).with_name("gunicorn")),
        "--config", str(configuration), "--bind", f"127.0.0.1:{port}", application,
    ]  # fmt: skip
    clean = {name: value for name, value in os.environ.items() if "BINDERY" not in name}
    surroundings = {**clean, "PYTHONPATH": f"{folder}:{ROOT}", **(environment or {})}
    with running(command, port=port, log=log, cwd=folder, env=surroundings) as process:
        yield Gunicorn(port, process, log)


ECHO = """
import json

def application(environ, start_response):
    body = environ["wsgi.input"].read()
    seen = {name: value for name, value in environ.items() if isinstance(value, str)}
    answer = json.dumps({"environ": seen, "bytes": len(body)}).encode()
    start_response("200 OK", [("Content-Type", "application/json"),
                              ("Strict-Transport-Security", "max-age=1"),
                              ("Content-Length", str(len(answer)))])
    return [answer]
"""


@contextlib.contextmanager
def echo_server(folder: Path, *, threads: int) -> Iterator[Gunicorn]:
    """Run one worker that answers with what it was asked, as WSGI shows it."""
    (folder / "echo.py").write_text(ECHO, "utf-8")
    configuration = folder / "echo.conf.py"
    configuration.write_text(
        "import runpy\n"
        f"globals().update(runpy.run_path({str(DEPLOY / 'gunicorn.conf.py')!r}))\n"
        f"workers, threads = 1, {threads}\n"
        "del post_fork, logconfig_dict  # they are about the service, which is not here\n",
        "utf-8",
    )
    with gunicorn("echo:application", folder=folder, configuration=configuration) as server:
        yield server


@contextlib.contextmanager
def nginx_before(
    upstream: int, *, program: str, folder: Path, certificate: Path | None = None
) -> Iterator[Nginx]:
    """Run nginx with the shipped configuration, its ports and paths moved into a test's own."""
    port, tls_port = free_port(), free_port()
    configuration = shipped_configuration(
        folder, upstream=upstream, ports=(port, tls_port), certificate=certificate
    )
    log = folder / "nginx.log"
    # Started as root, nginx would become `nobody`, who cannot enter this test's folder.
    as_whom = "user root;" if os.geteuid() == 0 else ""
    command = [program, "-c", str(configuration), "-e", "stderr", "-g", f"daemon off; {as_whom}"]
    with running(command, port=port, log=log):
        yield Nginx(port, tls_port)


def shipped_configuration(
    folder: Path, *, upstream: int, ports: tuple[int, int], certificate: Path | None
) -> Path:
    """Copy the shipped files, changing only addresses and paths; return the main one."""
    moves = {
        "web:8000": f"127.0.0.1:{upstream}",
        "listen 8080": f"listen 127.0.0.1:{ports[0]}",
        "listen 8443": f"listen 127.0.0.1:{ports[1]}",
        "/tmp/nginx": f"{folder}/nginx",  # noqa: S108 - the text that is replaced
        "/etc/nginx/tls": str(certificate or folder),
    }
    for source in DEPLOY.glob("*.conf"):
        text = source.read_text("utf-8")
        for old, new in moves.items():
            text = text.replace(old, new)
        (folder / source.name).write_text(text, "utf-8")
    main = folder / "nginx.conf"
    if certificate is not None:
        _replace_server_block(main)
    return main


def _replace_server_block(main: Path) -> None:
    """Put the example for TLS in the place of the plain server block."""
    plain, _, rest = main.read_text("utf-8").partition("  server {")
    tail = rest.partition("  }\n")[2]
    main.write_text(f"{plain}  include nginx-tls.conf;\n{tail}", "utf-8")
