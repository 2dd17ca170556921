"""How does each test get a migrated database of its own?"""

import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from flask_migrate import upgrade
from psycopg import sql

from service.app import create_app
from service.commands import with_commands
from service.extensions import database
from service.tables import METADATA
from tests.app_settings import make_settings
from tests.requirements import need_postgresql

DRIVER = "postgresql+psycopg://"


def migrate(url: str) -> None:
    """Bring the database at `url` to the newest schema."""
    app = with_commands(create_app(make_settings(database_url=url)))
    with app.app_context():
        upgrade()
        database.engine.dispose()


class SqliteTemplate:
    """A migrated file that is copied for each test."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "template.sqlite3"
        migrate(f"sqlite:///{self._file}")
        with closing(sqlite3.connect(self._file)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy(self, folder: Path) -> str:
        """Return the URL of a fresh copy in `folder`."""
        target = folder / "bindery.sqlite3"
        shutil.copyfile(self._file, target)
        return f"sqlite:///{target}"


def empty_postgresql(url: str) -> None:
    """Delete every row of a migrated PostgreSQL database; the schema stays.

    A database for each test would cost a second each, for the checkpoints of making and dropping
    it. Triggers are off meanwhile: those of the audit forbid this, and rightly so.
    """
    tables = [sql.Identifier(table.name) for table in METADATA.sorted_tables]
    statement = sql.SQL("TRUNCATE {} RESTART IDENTITY").format(sql.SQL(", ").join(tables))
    with psycopg.connect(url.replace(DRIVER, "postgresql://", 1)) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(statement)


@contextmanager
def temporary_postgresql(*, template: str | None = None) -> Iterator[str]:
    """Create a PostgreSQL database, empty or a copy of `template`; yield its URL; drop it."""
    server = need_postgresql()
    name = f"bindery_test_{uuid.uuid4().hex[:12]}"
    create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template is not None:
        create += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
    _run(server, create)
    try:
        yield DRIVER + server.removeprefix("postgresql://").rsplit("/", 1)[0] + "/" + name
    finally:
        _run(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _run(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
