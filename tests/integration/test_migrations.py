"""Do migrations lead from nothing to what the code expects, and back, without blocking anybody?"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import OperationalError

from service.app import create_app
from service.commands import with_commands
from service.extensions import database
from service.migration_head import migration_head
from service.tables import METADATA
from tests.app_settings import make_settings
from tests.architecture.source_tree import ROOT
from tests.at_once import at_once
from tests.databases import temporary_postgresql


@pytest.fixture
def empty_url(backend: str, tmp_path: Path) -> Iterator[str]:
    """Yield the URL of a database with nothing in it."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    with temporary_postgresql() as url:
        yield url


@pytest.fixture
def migrating(empty_url: str) -> Iterator[Flask]:
    """Yield an application on the empty database, inside its context."""
    app = with_commands(create_app(make_settings(database_url=empty_url)))
    with app.app_context():
        yield app
        database.engine.dispose()


def tables() -> set[str]:
    """Return the names of the tables that are there now."""
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def revision() -> str | None:
    """Return the migration that the database is at."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def run_flask(arguments: list[str], url: str) -> int:
    """Run the flask command in a process of its own; return its exit code."""
    environment = {**os.environ, "BINDERY_PROFILE": "testing", "BINDERY_DATABASE_URL": url}
    command = [sys.executable, "-m", "flask", *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode  # noqa: S603 - our own command


@pytest.mark.both_databases
@pytest.mark.usefixtures("migrating")
def test_from_nothing_to_the_newest() -> None:
    upgrade()

    assert tables() == set(METADATA.tables)
    assert revision() == migration_head()


@pytest.mark.both_databases
@pytest.mark.usefixtures("migrating")
def test_the_newest_is_what_the_models_say() -> None:
    upgrade()

    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        differences = compare_metadata(context, METADATA)

    assert differences == []


@pytest.mark.both_databases
@pytest.mark.usefixtures("migrating")
def test_a_column_that_the_models_do_not_have_would_be_noticed() -> None:
    upgrade()

    with database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE groups ADD COLUMN forgotten INTEGER"))
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)

    assert [difference[0] for difference in differences] == ["remove_column"]


@pytest.mark.both_databases
@pytest.mark.usefixtures("migrating")
def test_down_to_nothing_and_up_again() -> None:
    upgrade()

    downgrade(revision="base")
    left = tables()
    upgrade()

    assert (left, tables()) == (set(), set(METADATA.tables))


@pytest.mark.both_databases
@pytest.mark.usefixtures("migrating")
def test_a_second_run_changes_nothing() -> None:
    upgrade()
    before = revision()

    upgrade()

    assert revision() == before


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
@pytest.mark.usefixtures("migrating")
def test_a_migration_gives_up_rather_than_block_the_service(empty_url: str) -> None:
    upgrade()
    other = create_engine(empty_url)
    started = time.monotonic()

    with other.connect() as reader:
        reader.execute(text("SELECT * FROM groups"))
        with pytest.raises(OperationalError, match="lock timeout"):
            downgrade(revision="base")
        waited = time.monotonic() - started
        still_there = reader.execute(text("SELECT count(*) FROM groups")).scalar_one()

    assert waited < 10
    assert still_there == 0
    other.dispose()


@pytest.mark.both_databases
def test_two_runners_at_once_migrate_once(empty_url: str) -> None:
    command = ["--app", "service.commands", "db", "upgrade"]

    codes = at_once([partial(run_flask, command, empty_url)] * 2)

    engine = create_engine(empty_url)
    with engine.connect() as connection:
        at = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    assert (codes, at) == ([0, 0], migration_head())
