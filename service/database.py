"""How is the database reached, and what do all tables share?

SQLite is told BEGIN and BEGIN IMMEDIATE by us: left to its driver, twenty concurrent
read-modify-writes all succeed and nineteen are lost, and a reader that becomes a writer fails with
"database is locked" however long it would wait.
"""

import sqlite3
import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import (
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    String,
    TypeDecorator,
    event,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from service.errors import PreconditionFailed
from service.settings import Settings

WRITES = "bindery_writes"
"""Execution option of connections whose transactions will write."""

WRITES_AT_ONCE = "bindery_writes_at_once"
"""Execution option of connections whose transactions write at once or, on SQLite, fail at once."""

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Timestamp(TypeDecorator[datetime]):
    """An instant: aware and in UTC in Python on both databases; SQLite itself knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """The type of its values in Python; a decorator alone claims `object`."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name == "postgresql":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class DatabaseTime(FunctionElement[datetime]):
    """`DatabaseTime(seconds)`: the database's own time, so many seconds from now.

    What several machines must agree on, such as the end of a lease, is written and judged by this
    one clock. It is the time of the statement: PostgreSQL can look it up in an index.
    """

    name = "database_time"
    type = Timestamp()
    inherit_cache = True


@compiles(DatabaseTime, "postgresql")
def _postgresql_time(element: DatabaseTime, compiler: SQLCompiler, **options: Any) -> str:
    seconds = compiler.process(element.clauses, **options)
    return f"(statement_timestamp() + make_interval(secs => {seconds}))"


@compiles(DatabaseTime, "sqlite")
def _sqlite_time(element: DatabaseTime, compiler: SQLCompiler, **options: Any) -> str:
    """Give the text that `Timestamp` stores, with its six digits: texts are compared as such."""
    seconds = compiler.process(element.clauses, **options)
    return f"(strftime('%Y-%m-%d %H:%M:%f', 'now', {seconds} || ' seconds') || '000')"


_StoredEnum = Enum(
    StrEnum,
    native_enum=False,  # adding a member to a native PostgreSQL enum is a migration that locks
    create_constraint=False,
    length=32,
    values_callable=lambda kind: [member.value for member in kind],
)


class Base(DeclarativeBase):
    """The plain base of every table."""

    registry = registry(
        metadata=MetaData(naming_convention=CONSTRAINT_NAMES),
        type_annotation_map={datetime: Timestamp, StrEnum: _StoredEnum},
    )


class Identified:
    """A row with a random identifier."""

    id: Mapped[str] = mapped_column(
        String(36), primary_key=True, default=lambda: str(uuid.uuid4()), sort_order=-1
    )


class Revised:
    """A row whose changes are counted; the count is its entity tag."""

    revision: Mapped[int] = mapped_column(default=1, sort_order=900)

    @property
    def etag(self) -> str:
        """The opaque part of the entity tag: changes whenever the row does."""
        return f"{getattr(self, 'id', '')[:8]}-{self.revision}"


def engine_options(settings: Settings) -> dict[str, Any]:
    """Return the arguments of `create_engine` that the settings ask for."""
    if settings.is_embedded:
        wait = settings.database_lock_timeout / 1000
        return {
            "hide_parameters": True,  # errors are logged, and parameters may be secret
            "connect_args": {"timeout": wait, "check_same_thread": False},
        }
    limits = (
        f"-c statement_timeout={settings.database_statement_timeout}"
        f" -c lock_timeout={settings.database_lock_timeout}"
        " -c idle_in_transaction_session_timeout=30000"
    )
    return {
        "hide_parameters": True,  # as above
        "pool_pre_ping": True,  # a restarted server costs no request
        "pool_size": settings.database_pool_size,
        "max_overflow": settings.database_pool_size,
        "pool_timeout": settings.database_connect_timeout,
        "connect_args": {"connect_timeout": settings.database_connect_timeout, "options": limits},
    }


def prepare_engine(engine: Engine) -> None:
    """Make SQLite safe for several writers; other databases are left as they are."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)


def _configure_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # what was acknowledged survives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # a withheld document is gone from the file, too
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(WRITES_AT_ONCE, False):
        _begin_at_once(connection)
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES, False) else "BEGIN")


def _begin_at_once(connection: Connection) -> None:
    patience = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")


class Tagged(Protocol):
    """Something whose changes show in its entity tag."""

    @property
    def etag(self) -> str:
        """The opaque part of the entity tag."""


def require_etag(entity: Tagged, expected: frozenset[str]) -> None:
    """Return if one of the `expected` tags (or `*`) is the entity's.

    Raises `PreconditionFailed` otherwise.
    """
    if "*" not in expected and entity.etag not in expected:
        raise PreconditionFailed(
            "It has changed since you read it; read it again.", details={"etag": entity.etag}
        )
