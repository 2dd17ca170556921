"""What do the tests of the deploy files start, and how do they end it?"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.servers import Gunicorn, Nginx, echo_server, nginx_before
from tests.requirements import absent


@pytest.fixture(scope="session")
def nginx_program() -> str | None:
    """The real nginx; without it these tests skip, unless CI requires it."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        absent("nginx", "nginx is not installed here; its configuration is not tried.")
    return program


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gunicorn]:
    """A gunicorn with two threads that answers with what it was asked."""
    with echo_server(tmp_path_factory.mktemp("gunicorn"), threads=2) as server:
        yield server


@pytest.fixture(scope="module")
def front(
    nginx_program: str, behind: Gunicorn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Nginx]:
    """The shipped nginx configuration in front of it."""
    with nginx_before(
        behind.port, program=nginx_program, folder=tmp_path_factory.mktemp("nginx")
    ) as server:
        yield server


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate for bindery.example.com that nobody trusts."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(  # noqa: S603 - a fixed command
        [  # noqa: S607 - any openssl will do
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
            "-subj", "/CN=bindery.example.com",
            "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return folder
