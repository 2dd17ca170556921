"""Do hostile documents get an envelope in time, from a worker that answers the next request?

Against a real server with one worker. Time is the worker's own processor time: other processes of
the machine are not its fault.
"""

import gzip
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

import httpx
import pytest
from flask import Flask, request
from werkzeug.test import EnvironBuilder, run_wsgi_app

from service.app import create_app
from service.authorization import Scope
from service.extensions import database
from tests.app_settings import make_settings
from tests.cases.documents.hostile_documents import HOSTILE, JSON_HEAD, YAML_HEAD
from tests.databases import SqliteTemplate
from tests.factories.documents import document_bytes
from tests.factories.world import World
from tests.live_server import LiveServer, live_server
from tests.requirements import need_shared

SECONDS = 2.0
PATH = "/api/v1/groups/acme/apis/orders"
OTHER_PATH = "/api/v1/groups/acme/apis/names"
SMALL: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "nothing": lambda: b"",
        "a comment": lambda: b"# nothing",
        "a list": lambda: b"[]",
        "a number": lambda: b"1",
        "all bytes": lambda: bytes(range(256)) * 100,
        "a gzip file": lambda: gzip.compress(JSON_HEAD + b'"x-a":1}'),
        "bad UTF-8": lambda: JSON_HEAD + b'"x-a":"\xff\xfe"}',
        "UTF-16": lambda: (JSON_HEAD + b'"x-a":1}').decode().encode("utf-16"),
        "a lone surrogate": lambda: JSON_HEAD + b'"x-a":"\\ud800"}',
        "NUL": lambda: JSON_HEAD + b'"x-a":"\\u0000"}',
        "NUL in YAML": lambda: YAML_HEAD + b'x-a: "\\0"',
        "a key twice": lambda: JSON_HEAD + b'"x-a":{"a":1,"\\u0061":2}}',
        "NaN": lambda: JSON_HEAD + b'"x-a":NaN}',
        "infinity": lambda: JSON_HEAD + b'"x-a":1e400}',
        "infinity in YAML": lambda: YAML_HEAD + b"x-a: .inf",
        "a complex key": lambda: YAML_HEAD + b"x-a: {[a, b]: 1}",
        "a tag that calls": lambda: YAML_HEAD + b"x-a: !!python/object/apply:os.system [id]",
        "an unknown alias": lambda: YAML_HEAD + b"x-a: *nobody",
        "a remote reference": lambda: (
            JSON_HEAD + b'"components":{"schemas":{"a":{"$ref":"http://127.0.0.1:9/a"}}}}'
        ),
        "a reference to a file": lambda: (
            JSON_HEAD + b'"components":{"schemas":{"a":{"$ref":"file:///etc/passwd"}}}}'
        ),
        "a version that is a path": lambda: document_bytes(version="../../etc/passwd"),
        "a version of 6000 characters": lambda: document_bytes(version="1" * 6_000),
        "a version that writes backwards": lambda: document_bytes(version="1.\u202e0"),
        "a version in look-alike letters": lambda: document_bytes(version="\u0430"),
    }
)


@dataclass(frozen=True, slots=True)
class Target:
    """The server, and the token of somebody who may publish there."""

    server: LiveServer
    headers: Mapping[str, str]

    @property
    def worker(self) -> int:
        """The process id of the one worker."""
        (pid,) = self.server.worker_pids()
        return pid

    def processor_seconds(self) -> float:
        """How long the worker has computed so far."""
        fields = (
            Path(f"/proc/{self.worker}/stat").read_text(encoding="ascii").rsplit(")")[1].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def publish(self, body: object, **headers: str) -> httpx.Response:
        """Publish; `body` may be an iterator, which is sent in chunks."""
        return httpx.post(
            f"{self.server.url}{PATH}/versions",
            content=body,  # type: ignore[arg-type]  # bytes or an iterator of bytes
            headers={"Content-Type": "application/octet-stream", **self.headers, **headers},
            timeout=60,
        )

    def versions(self) -> list[str]:
        """Return the names of what is published."""
        answer = httpx.get(f"{self.server.url}{PATH}/versions", headers=dict(self.headers))
        return [version["name"] for version in answer.json()["items"]]


@pytest.fixture(scope="module")
def target(
    sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Target]:
    """Run a server with one worker; yield it with a publisher's token."""
    folder = tmp_path_factory.mktemp("hostile")
    url = sqlite_template.copy(folder)
    app = create_app(make_settings(database_url=url))
    world = World(app, app.extensions["bindery"].units)
    user = world.user("alice")
    group = world.group("acme", publisher=user)
    world.api(group, "orders")
    world.api(group, "names")
    token = world.token(user, Scope.PUBLISH)
    with app.app_context():
        database.engine.dispose()
    environment = {
        "BINDERY_DATABASE_URL": url,
        "BINDERY_LOG_LEVEL": "WARNING",
        "BINDERY_RATE_LIMITS_ENABLED": "false",
    }
    with live_server(environment, folder=folder) as server:
        yield Target(server, {"Authorization": f"Bearer {token}"})


def assert_refused(
    answer: httpx.Response, statuses: frozenset[int] = frozenset({400, 413})
) -> None:
    """Fail unless the answer is one of these refusals, in the envelope."""
    assert answer.status_code in statuses, answer.text[:500]
    error = answer.json()["error"]
    assert error["request_id"] == answer.headers["X-Request-ID"]
    assert error["message"]


@pytest.mark.parametrize("name", [*HOSTILE, *SMALL])
def test_a_hostile_document_is_refused_in_time_and_the_worker_lives(
    target: Target, name: str
) -> None:
    body = {**HOSTILE, **SMALL}[name]()
    worker, before = target.worker, target.processor_seconds()

    answer = target.publish(body)
    spent = target.processor_seconds() - before

    assert_refused(answer)
    assert spent < SECONDS
    assert (target.worker, target.versions()) == (worker, [])


def test_everything_of_the_hostile_collections_gets_an_answer(target: Target) -> None:
    files = [
        path
        for path in sorted(need_shared("hostile").rglob("*"))
        if path.suffix in {".json", ".yaml"}
    ]
    worker = target.worker

    statuses = {path.name: _check(target, path.read_bytes()) for path in files}

    assert len(statuses) > 300
    assert {name for name, status in statuses.items() if status not in {200, 400, 413}} == set()
    assert target.worker == worker


def _check(target: Target, body: bytes) -> int:
    answer = httpx.post(
        f"{target.server.url}{PATH}/checks?version=1.0.0",
        content=body,
        headers={"Content-Type": "application/octet-stream", **target.headers},
        timeout=30,
    )
    return answer.status_code


def test_a_chunked_body_beyond_the_limit_is_refused_and_nothing_is_stored(target: Target) -> None:
    head, tail = JSON_HEAD + b'"x-a":"', b'"}'

    def chunks() -> Iterator[bytes]:
        yield head
        for _ in range(25):
            yield b"a" * 1_000_000
        yield tail

    answer = target.publish(chunks())

    assert_refused(answer, frozenset({413}))
    assert target.versions() == []


def test_a_chunked_yaml_body_is_not_cut_where_it_would_still_parse(target: Target) -> None:
    def chunks() -> Iterator[bytes]:
        yield YAML_HEAD
        for number in range(300_000):
            yield (
                b"x-%d: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n" % number
            )

    answer = target.publish(chunks())

    assert_refused(answer, frozenset({413}))
    assert target.versions() == []


def test_a_length_that_is_a_lie_is_refused(target: Target) -> None:
    address = urlsplit(target.server.url)
    assert address.hostname is not None
    assert address.port is not None
    head = (
        f"POST {PATH}/versions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Authorization: {target.headers['Authorization']}\r\nContent-Length: 50000000\r\n\r\n"
    )

    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(head.encode() + b"{")
        answer = connection.recv(4096)

    assert answer.startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "GZIP"])
def test_compressed_bodies_are_refused(target: Target, encoding: str) -> None:
    answer = target.publish(gzip.compress(b" " * 10_000_000), **{"Content-Encoding": encoding})

    assert_refused(answer, frozenset({415}))


def test_names_that_look_alike_stand_for_one_version(target: Target) -> None:
    twins = ["9.0.0-rc", "9.0.0-RC", "9-0-0-rc", "9.0.0_rc", "9..0.0-rc"]

    statuses = [
        httpx.post(
            f"{target.server.url}{OTHER_PATH}/versions?version={name}",
            content=document_bytes("/orders"),
            headers={"Content-Type": "application/json", **target.headers},
            timeout=30,
        ).status_code
        for name in twins
    ]

    assert statuses == [201, 409, 409, 409, 409]


def test_the_control_a_reader_without_limits_kills_its_process() -> None:
    program = "import yaml; yaml.load('[' * 25000, yaml.CSafeLoader)"

    run = subprocess.run([sys.executable, "-c", program], check=False, timeout=30)  # noqa: S603 - our own interpreter and program

    assert run.returncode == -signal.SIGSEGV


def test_the_control_a_body_read_without_counting_is_cut_silently() -> None:
    unguarded = Flask("unguarded")
    unguarded.config["MAX_CONTENT_LENGTH"] = 1_000

    @unguarded.post("/")
    def count_bytes() -> str:
        return str(len(request.get_data()))

    environment = EnvironBuilder(
        method="POST",
        input_stream=BytesIO(b"a" * 5_000),
        headers=[("Transfer-Encoding", "chunked")],
    ).get_environ()
    environment["wsgi.input_terminated"] = True  # as gunicorn says of chunked bodies
    body, status, _ = run_wsgi_app(unguarded, environment)

    assert (status, b"".join(body)) == ("200 OK", b"1000")
