"""Does every caller get from every route exactly what the matrix says?

The routes come from the URL map: a new one fails here until it has a row.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest
from flask import Flask
from sqlalchemy import select, true

import service
from service.app import create_app
from service.audit.models import AuditEvent
from service.authorization import Allowed
from service.groups.models import Visibility
from service.http_api.state import EXTENSION_NAME, ServiceState
from tests.app_settings import make_settings
from tests.databases import SqliteTemplate, migrate, temporary_postgresql
from tests.http_api.authorization_controls import (
    FILTERS,
    GATES,
    PERMISSIONS,
    SECOND_WALLS,
)
from tests.http_api.authorization_matrix import ROWS, Row
from tests.http_api.authorization_trial import (
    PREFIX,
    BuiltWorld,
    build,
    copied,
    mismatches,
    outcome,
    rules_of,
)

READING = [row for row in ROWS if row.method == "GET"]
CHANGING = [row for row in ROWS if row.method != "GET"]
ROWS_BY_TITLE = {row.title: row for row in ROWS}


@pytest.fixture(scope="module")
def sqlite_world(
    sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory
) -> BuiltWorld:
    """Return the world in a SQLite file."""
    url = sqlite_template.copy(tmp_path_factory.mktemp("matrix"))
    cells = build(url)
    file = url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return BuiltWorld(file, cells)


@pytest.fixture(scope="module")
def postgresql_world() -> Iterator[BuiltWorld]:
    """Yield the world in a PostgreSQL database."""
    with temporary_postgresql() as url:
        migrate(url)
        yield BuiltWorld(url.rsplit("/", 1)[1], build(url))


@pytest.fixture
def built(backend: str, request: pytest.FixtureRequest) -> BuiltWorld:
    """Return the world to copy on the database of this test."""
    found: BuiltWorld = request.getfixturevalue(f"{backend}_world")
    return found


@pytest.fixture
def app(backend: str, built: BuiltWorld, tmp_path: Path) -> Iterator[Flask]:
    """Yield an application on a world that nobody else has changed."""
    with copied(backend, built, tmp_path) as application:
        yield application


@pytest.fixture(scope="module")
def sqlite_reader(
    sqlite_world: BuiltWorld, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """Yield the application on SQLite that all rows share which only read."""
    with copied("sqlite", sqlite_world, tmp_path_factory.mktemp("reader")) as application:
        yield application


@pytest.fixture(scope="module")
def postgresql_reader(
    postgresql_world: BuiltWorld, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """Yield the application on PostgreSQL that all rows share which only read."""
    folder = tmp_path_factory.mktemp("reader")
    with copied("postgresql", postgresql_world, folder) as application:
        yield application


@pytest.fixture
def reader_app(backend: str, request: pytest.FixtureRequest) -> Flask:
    """Return the application that all rows share which only read."""
    found: Flask = request.getfixturevalue(f"{backend}_reader")
    return found


@pytest.mark.both_databases
@pytest.mark.parametrize("row", READING, ids=[row.title for row in READING])
def test_every_caller_reads_what_the_matrix_says(
    reader_app: Flask, built: BuiltWorld, row: Row
) -> None:
    assert mismatches(reader_app, built.cells, row) == []


@pytest.mark.both_databases
@pytest.mark.parametrize("row", CHANGING, ids=[row.title for row in CHANGING])
def test_every_caller_changes_what_the_matrix_says(app: Flask, built: BuiltWorld, row: Row) -> None:
    assert mismatches(app, built.cells, row) == []


@pytest.mark.parametrize("row", CHANGING, ids=[row.title for row in CHANGING])
def test_the_audit_tells_of_each_change_once_and_of_no_refusal(
    app: Flask, built: BuiltWorld, row: Row
) -> None:
    state: ServiceState = app.extensions[EXTENSION_NAME]
    rule = rules_of(app)[row.method, row.rule]
    cells = [cell for cell in built.cells if cell.visibility == Visibility.PRIVATE]

    outcomes = [outcome(app, rule, row, cell) for cell in cells]

    with state.units.reading() as work:
        told = len(list(work.session.scalars(select(AuditEvent))))
    changes = outcomes.count("ok") if row.told and not row.conflicts else 0
    assert told == changes


class TestTheMatrixItself:
    """Does the matrix speak of all routes, and of no others?"""

    @pytest.fixture
    def app(self) -> Flask:
        """Return an application that is never asked anything."""
        return create_app(make_settings(database_url="sqlite:///unused.sqlite3"))

    def test_every_route_has_a_row(self, app: Flask) -> None:
        missing = set(rules_of(app)) - {(row.method, row.rule) for row in ROWS}

        assert [
            f"Say in authorization_matrix.py who may {method} {rule}: add a row with the table of"
            " authorization_tables.py that fits."
            for method, rule in sorted(missing)
        ] == []

    def test_every_row_has_a_route(self, app: Flask) -> None:
        stale = {(row.method, row.rule) for row in ROWS} - set(rules_of(app))

        assert [f"No route is {method} {rule}: remove its rows." for method, rule in stale] == []

    def test_no_two_rows_are_alike(self) -> None:
        titles = Counter(row.title for row in ROWS)

        assert [title for title, times in titles.items() if times > 1] == []

    def test_a_planted_route_without_a_row_is_found(self, app: Flask) -> None:
        app.add_url_rule(f"{PREFIX}/planted", "planted", lambda: "", methods=["POST"])

        missing = set(rules_of(app)) - {(row.method, row.rule) for row in ROWS}

        assert ("POST", "/planted") in missing


class TestWithOneGuardOpen:
    """Does the matrix notice a guard that lets everybody through?"""

    @pytest.mark.parametrize("place", PERMISSIONS)
    def test_a_permission_that_is_always_given_turns_a_row_red(
        self, app: Flask, built: BuiltWorld, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        opened = True if ".sees_" in place else Allowed()
        monkeypatch.setattr(place, lambda *_, **__: opened)

        assert told_otherwise(app, built, PERMISSIONS[place]) != []

    @pytest.mark.parametrize("place", FILTERS)
    def test_a_condition_that_hides_nothing_turns_a_row_red(
        self, app: Flask, built: BuiltWorld, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        monkeypatch.setattr(place, lambda _actor: true())

        assert told_otherwise(app, built, FILTERS[place]) != []

    @pytest.mark.parametrize("place", GATES)
    def test_a_gate_that_stands_open_turns_a_row_red(
        self, app: Flask, built: BuiltWorld, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        monkeypatch.setattr(place, lambda _rules: None)

        assert told_otherwise(app, built, GATES[place]) != []

    def test_every_permission_that_a_use_case_asks_has_a_control(self) -> None:
        asked = {
            f"{module.__name__}.{name}"
            for module in modules_of_use_cases()
            for name, found in vars(module).items()
            if isfunction(found) and found.__module__.endswith(".permissions")
        }

        assert asked == set(PERMISSIONS) | set(SECOND_WALLS)


def told_otherwise(app: Flask, built: BuiltWorld, title: str) -> list[str]:
    """Return where a row got another of the expected outcomes; a fault of the service is none."""
    found = mismatches(app, built.cells, ROWS_BY_TITLE[title])
    return [line for line in found if line.endswith(("got ok", "got 403", "got 404"))]


def modules_of_use_cases() -> list[ModuleType]:
    """Return every module that holds use cases itself."""
    return [
        import_module(module.name)
        for module in walk_packages(service.__path__, "service.")
        if ".use_cases" in module.name and not module.ispkg
    ]
