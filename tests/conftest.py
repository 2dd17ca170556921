"""Which fixtures do all tests share?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from service.app import create_app
from service.extensions import database
from service.http_api.state import EXTENSION_NAME, ServiceState
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.databases import SqliteTemplate, empty_postgresql, migrate, temporary_postgresql
from tests.factories.world import World

BACKENDS = ("sqlite", "postgresql")
pytest_plugins = ["tests.contract.exercise_report"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests marked `both_databases` on each; the others run on SQLite."""
    if metafunc.definition.get_closest_marker("both_databases"):
        metafunc.parametrize("backend", BACKENDS, indirect=True)


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> str:
    """Name the database of this test."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> SqliteTemplate:
    """Return a migrated SQLite file to copy."""
    return SqliteTemplate(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Yield the URL of a migrated PostgreSQL database, which the tests of a process share."""
    with temporary_postgresql() as url:
        migrate(url)
        yield url


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the URL of a migrated, empty database that nobody else uses during this test."""
    if backend == "sqlite":
        template: SqliteTemplate = request.getfixturevalue("sqlite_template")
        yield template.copy(tmp_path)
        return
    url: str = request.getfixturevalue("postgresql_url")
    empty_postgresql(url)
    yield url


@pytest.fixture
def setting_values() -> dict[str, object]:
    """Return settings that differ from the tests' defaults; override it to change some."""
    return {}


@pytest.fixture
def app(database_url: str, setting_values: dict[str, object]) -> Iterator[Flask]:
    """Yield an application on the test's own database."""
    application = create_app(make_settings(database_url=database_url, **setting_values))
    yield application
    with application.app_context():
        database.engine.dispose()


@pytest.fixture
def units(app: Flask) -> UnitsOfWork:
    """Return the application's door to its database."""
    state: ServiceState = app.extensions[EXTENSION_NAME]
    return state.units


@pytest.fixture
def world(app: Flask, units: UnitsOfWork) -> World:
    """Return the factory of everything a test may need to exist beforehand."""
    return World(app, units)
