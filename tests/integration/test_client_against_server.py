"""Does the client, installed by pip in an environment of its own, work against a running server?"""

import asyncio
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from bindery_client import ApiError, Bindery, Unreachable
from bindery_client.api.apis import create_api
from bindery_client.api.groups import create_group, list_groups
from bindery_client.api.versions import get_version_document
from bindery_client.models import ApiCreate, GroupCreate
from service.app import create_app
from service.authorization import Scope
from service.extensions import database
from service.http_api.state import EXTENSION_NAME
from tests.app_settings import make_settings
from tests.architecture.source_tree import ROOT
from tests.databases import SqliteTemplate
from tests.factories.documents import document_bytes
from tests.factories.world import World
from tests.live_server import free_port, live_server

PREFIX = "/registry"
PYTHON_CLIENT = ROOT / "clients" / "python"
EXAMPLE = PYTHON_CLIENT / "examples" / "first_contract.py"


@dataclass(frozen=True, slots=True)
class Registry:
    """A running server below a prefix, and the token of a user who may manage."""

    url: str
    token: str


@pytest.fixture(scope="module")
def registry(
    sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Registry]:
    """Run the service on a database of its own, mounted below a prefix."""
    folder = tmp_path_factory.mktemp("registry")
    url = sqlite_template.copy(folder)
    app = create_app(make_settings(database_url=url))
    world = World(app, app.extensions[EXTENSION_NAME].units)
    token = world.token(world.user("alice"), Scope.MANAGE)
    with app.app_context():
        database.engine.dispose()
    settings = {
        "BINDERY_DATABASE_URL": url,
        "BINDERY_URL_PREFIX": PREFIX,
        "BINDERY_RATE_LIMITS_ENABLED": "false",
    }
    with live_server(settings, folder=folder) as server:
        yield Registry(server.url, token)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the client with pip into a new environment; return that environment's Python.

    Its dependencies are found where the tests find them, so that no package index is needed.
    """
    folder = tmp_path_factory.mktemp("user")
    source = shutil.copytree(PYTHON_CLIENT, folder / "source")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder / "venv"))
    fresh = folder / "venv" / "bin" / "python"
    packages = Path(run(fresh, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(fresh), "--disable-pip-version-check"]
    run(*pip, "install", "--no-index", "--no-deps", "--no-build-isolation", str(source))
    return fresh


def run(*command: str | Path, **environment: str) -> str:
    """Run a program; return what it wrote to standard output."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BINDERY_")}
    done = subprocess.run(  # noqa: S603 - programs of the test's own environments
        command,
        env={**kept, **environment},
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def test_the_installed_package_is_the_one_that_is_used(python: Path) -> None:
    program = "import bindery_client; print(bindery_client.__file__, bindery_client.__version__)"

    place, version = run(python, "-c", program).split()

    assert Path(place).is_relative_to(python.parents[1])
    assert (
        run(python, "-c", "import importlib.metadata as m; print(m.version('bindery-client'))")
        == version
    )


def test_the_example_publishes_lists_compares_and_reads_a_typed_error(
    python: Path, registry: Registry
) -> None:
    told = run(
        python, EXAMPLE, "example-group", BINDERY_URL=registry.url, BINDERY_TOKEN=registry.token
    )

    lines = told.splitlines()
    assert lines[:3] == [
        "1.1.0 published compatible",
        "1.0.0 published None",
        "back to 1.0.0 would be breaking",
    ]
    assert [line.split()[0] for line in lines[3:-1]] == ["error", "info"]
    assert lines[-1].startswith("409 publication_refused ['breaking_change', ")


def test_strict_type_checking_passes_with_the_installed_package(
    python: Path, tmp_path: Path
) -> None:
    script = Path(shutil.copy(EXAMPLE, tmp_path))
    options = ["--strict", "--config-file", "", "--cache-dir", str(tmp_path / "cache")]

    told = run(
        sys.executable, "-m", "mypy", *options, "--python-executable", str(python), str(script)
    )

    assert told == "Success: no issues found in 1 source file"


def test_async_code_works_concurrently(registry: Registry) -> None:
    names = [f"async-{number}" for number in range(5)]

    async def create_all() -> list[str]:
        async with Bindery(registry.url, token=registry.token) as bindery:
            bodies = [GroupCreate(name=name, display_name=name) for name in names]
            made = await asyncio.gather(
                *(create_group.asyncio(client=bindery, body=body) for body in bodies)
            )
            return [group.name for group in made]

    assert asyncio.run(create_all()) == names


SEVERAL_LOOPS = """
import asyncio, os
from bindery_client import Bindery
from bindery_client.api.groups import list_groups

bindery = Bindery(os.environ["BINDERY_URL"])
for _ in range(3):
    print(asyncio.run(list_groups.asyncio(client=bindery)).next_cursor)
"""


def test_connections_left_open_in_one_event_loop_do_not_spoil_the_next(registry: Registry) -> None:
    told = run(sys.executable, "-c", SEVERAL_LOOPS, BINDERY_URL=registry.url)

    assert told.splitlines() == ["None"] * 3


def test_threads_share_one_object(registry: Registry) -> None:
    with Bindery(registry.url, token=registry.token) as bindery, ThreadPoolExecutor(8) as pool:
        bodies = [GroupCreate(name=f"thread-{n}", display_name=str(n)) for n in range(16)]

        made = list(pool.map(lambda body: create_group.sync(client=bindery, body=body), bodies))

    assert [group.name for group in made] == [body.name for body in bodies]


def test_a_document_comes_back_byte_for_byte(registry: Registry) -> None:
    document = document_bytes("/ünïcode", version="1.0.0") + b"\n\n"
    with Bindery(registry.url, token=registry.token) as bindery:
        _make_api(bindery, "bytes")

        bindery.publish("bytes/orders", document)

        found = get_version_document.sync("bytes", "orders", "1.0.0", client=bindery)
    assert found == document


def test_the_short_ways_work_in_async_code(registry: Registry) -> None:
    async def publish_and_compare() -> tuple[str, str | None, str]:
        async with Bindery(registry.url, token=registry.token) as bindery:
            await bindery.publish_async("short/orders", document_bytes("/a", version="1.0.0"))
            checked = await bindery.check_async("short/orders", document_bytes(version="1.1.0"))
            await bindery.publish_async("short/orders", document_bytes("/a", "/b", version="1.1.0"))
            compared = await bindery.compare_async("short/orders", "1.0.0", "1.1.0")
            return checked.version, checked.verdict, compared.verdict

    with Bindery(registry.url, token=registry.token) as bindery:
        _make_api(bindery, "short")

    assert asyncio.run(publish_and_compare()) == ("1.1.0", "breaking", "compatible")


def test_a_comparison_holds_all_changes_of_all_pages(registry: Registry) -> None:
    paths = [f"/path-{number}" for number in range(120)]
    with Bindery(registry.url, token=registry.token) as bindery:
        _make_api(bindery, "pages")
        bindery.publish("pages/orders", document_bytes("/first", version="1.0.0"))
        bindery.publish("pages/orders", document_bytes("/first", *paths, version="1.1.0"))

        compared = bindery.compare("pages/orders", "1.1.0", "1.0.0")

    assert len(compared.items) == sum(compared.counts.to_dict().values())
    assert compared.counts.error == 120
    assert compared.next_cursor is None


def test_errors_of_the_server_are_typed(registry: Registry) -> None:
    with Bindery(registry.url, token="bnd_wrong") as stranger, pytest.raises(ApiError) as caught:  # noqa: S106 - no good token
        list_groups.sync(client=stranger)

    assert (caught.value.status, caught.value.code) == (401, "not_authenticated")
    assert caught.value.headers["WWW-Authenticate"] == 'Bearer realm="bindery"'


def test_an_address_without_the_prefix_says_that_something_else_answered(
    registry: Registry,
) -> None:
    with (
        Bindery(registry.url.removesuffix(PREFIX)) as elsewhere,
        pytest.raises(ApiError, match="404 no_envelope"),
    ):
        list_groups.sync(client=elsewhere)


def test_a_closed_port_is_unreachable() -> None:
    from_nobody = Bindery(f"http://127.0.0.1:{free_port()}")

    with pytest.raises(Unreachable, match="does not answer"):
        list_groups.sync(client=from_nobody)


def _make_api(bindery: Bindery, group: str) -> None:
    create_group.sync(client=bindery, body=GroupCreate(name=group, display_name=group))
    create_api.sync(group, client=bindery, body=ApiCreate(name="orders", display_name="Orders"))
