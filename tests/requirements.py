"""What do tests need beside Python, and what happens where it is absent?

On a laptop they skip and say why. Where `BINDERY_REQUIRE` names the thing (CI names all), its
absence is a failure: a check that did not run is not a check that passed.
"""

import os
import re
import shutil
import socket
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
import redis

POSTGRESQL_URL = os.environ.get(
    "BINDERY_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres"
)
REDIS_URL = os.environ.get("BINDERY_TEST_REDIS", "redis://127.0.0.1:6379/9")
RABBITMQ_URL = os.environ.get("BINDERY_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//")
CHROMIUM = Path(os.environ.get("BINDERY_TEST_CHROMIUM", "/usr/bin/chromium"))
SHARED = Path(os.environ.get("BINDERY_SHARED", Path(__file__).parents[2] / "shared"))


def is_required(name: str) -> bool:
    """Whether the absence of `name` is a failure here."""
    return name in os.environ.get("BINDERY_REQUIRE", "").split(",")


def absent(name: str, sentence: str) -> None:
    """Skip the test with the sentence, or fail where `name` is required."""
    if is_required(name):
        pytest.fail(f"{name} is required here. {sentence}")
    pytest.skip(sentence)


def need_postgresql() -> str:
    """Return the URL of a PostgreSQL server that answers."""
    try:
        psycopg.connect(POSTGRESQL_URL, connect_timeout=2).close()
    except psycopg.OperationalError:
        absent("postgresql", "No PostgreSQL answers; name one in BINDERY_TEST_POSTGRESQL.")
    return POSTGRESQL_URL


def need_redis() -> str:
    """Return the URL of a database of a Redis server that answers; each test process has its own.

    Redis has 16 databases, so processes beyond the seventh share the last.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    url = re.sub(r"/\d+$", f"/{min(15, 9 + int(worker))}", REDIS_URL)
    client = redis.Redis.from_url(url, socket_connect_timeout=2)
    try:
        client.ping()
    except redis.RedisError:
        absent("redis", "No Redis answers; name one in BINDERY_TEST_REDIS.")
    finally:
        client.close()
    return url


def need_rabbitmq() -> str:
    """Return the URL of a RabbitMQ server that answers; its queues are told apart by name."""
    place = urlsplit(RABBITMQ_URL)
    try:
        socket.create_connection((place.hostname or "127.0.0.1", place.port or 5672), 2).close()
    except OSError:
        absent("rabbitmq", "No RabbitMQ answers; name one in BINDERY_TEST_RABBITMQ.")
    return RABBITMQ_URL


def need_program(name: str) -> str:
    """Return the path of a program."""
    path = shutil.which(name)
    if path is None:
        absent(name, f"There is no program {name}.")
    return str(path)


def need_node_package(name: str) -> Path:
    """Return the folder in which a package for node is installed."""
    folder = Path(__file__).parents[1] / "requirements" / "node_modules"
    if not (folder / name).is_dir():
        absent("node", f"The package {name} is not installed; make openapi-lint does that.")
    return folder


def need_chromium() -> Path:
    """Return the path of a Chromium."""
    if not CHROMIUM.exists():
        absent("chromium", "There is no Chromium; name one in BINDERY_TEST_CHROMIUM.")
    return CHROMIUM


def need_shared(*parts: str) -> Path:
    """Return a folder or file of the shared data."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        absent("shared", f"The shared data has no {'/'.join(parts)}; name it in BINDERY_SHARED.")
    return path
