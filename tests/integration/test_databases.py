"""Do concurrent changes all survive? With controls that show what is lost without our settings."""

import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from service.database import WRITES, engine_options, prepare_engine
from tests.app_settings import make_settings
from tests.at_once import at_once
from tests.databases import temporary_postgresql
from tests.live_server import free_port

TIMES = 20


def count_up(engine: Engine, *, together: threading.Barrier | None = None) -> bool:
    """Read a number and write the next one; whether that went well."""
    try:
        with engine.begin() as connection:
            number = connection.execute(text("SELECT n FROM counters")).scalar_one()
            if together is not None:
                together.wait(timeout=10)
            connection.execute(text("UPDATE counters SET n = :n"), {"n": number + 1})
    except (OperationalError, threading.BrokenBarrierError):
        return False
    return True


def number_in(engine: Engine) -> int:
    """Return what the counter says."""
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT n FROM counters")).scalar_one())


def with_counter(engine: Engine) -> Engine:
    """Give the database a counter that says nought."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE counters (n INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO counters VALUES (0)"))
    return engine


@pytest.fixture
def sqlite_file(tmp_path: Path) -> str:
    """Return the URL of a file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'counters.sqlite3'}"


def test_twenty_changes_at_once_are_twenty_changes_on_sqlite(sqlite_file: str) -> None:
    engine = create_engine(sqlite_file, **engine_options(make_settings(database_url=sqlite_file)))
    prepare_engine(engine)
    writing = with_counter(engine.execution_options(**{WRITES: True}))

    went_well = at_once([partial(count_up, writing)] * TIMES)

    assert (sum(went_well), number_in(engine)) == (TIMES, TIMES)
    engine.dispose()


def test_without_our_settings_changes_are_lost_on_sqlite(sqlite_file: str) -> None:
    engine = with_counter(create_engine(sqlite_file, connect_args={"timeout": 5}))
    both_have_read = threading.Barrier(2)

    went_well = at_once([partial(count_up, engine, together=both_have_read)] * 2)

    assert sum(went_well) != number_in(engine)
    engine.dispose()


def test_a_reader_waits_for_no_writer_on_sqlite(sqlite_file: str) -> None:
    engine = create_engine(sqlite_file, connect_args={"timeout": 0, "check_same_thread": False})
    prepare_engine(engine)
    writing = with_counter(engine.execution_options(**{WRITES: True}))

    with writing.begin() as connection:
        connection.execute(text("UPDATE counters SET n = 7"))
        seen_meanwhile = number_in(engine)

    assert (seen_meanwhile, number_in(engine)) == (0, 7)
    engine.dispose()


def test_a_writer_begins_as_one_and_a_reader_as_a_reader(sqlite_file: str) -> None:
    engine = create_engine(sqlite_file)
    prepare_engine(engine)
    with_counter(engine.execution_options(**{WRITES: True}))
    seen: list[str] = []

    def note(connection: sqlite3.Connection) -> None:
        connection.set_trace_callback(seen.append)

    begin_both(engine, note)

    assert [line for line in seen if line.startswith("BEGIN")] == ["BEGIN", "BEGIN IMMEDIATE"]
    engine.dispose()


def begin_both(engine: Engine, note: Callable[[sqlite3.Connection], None]) -> None:
    """Begin a transaction of each kind, observed."""
    for writes in (False, True):
        with engine.connect().execution_options(**{WRITES: writes}) as connection:
            driver_connection = connection.connection.driver_connection
            assert isinstance(driver_connection, sqlite3.Connection)
            note(driver_connection)
            connection.execute(text("SELECT 1"))
            driver_connection.set_trace_callback(None)


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 2)],
)
def test_sqlite_connections_are_safe_ones(
    sqlite_file: str, pragma: str, expected: str | int
) -> None:
    engine = create_engine(sqlite_file)
    prepare_engine(engine)

    with engine.connect() as connection:
        value = connection.execute(text(f"PRAGMA {pragma}")).scalar_one()

    assert value == expected
    engine.dispose()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("statement_timeout", "10s"),
        ("lock_timeout", "4s"),
        ("idle_in_transaction_session_timeout", "30s"),
    ],
)
def test_nothing_waits_for_ever_on_postgresql(name: str, expected: str) -> None:
    with temporary_postgresql() as url:
        engine = create_engine(url, **engine_options(make_settings(database_url=url)))

        with engine.connect() as connection:
            value = connection.execute(text(f"SHOW {name}")).scalar_one()

        assert value == expected
        engine.dispose()


def test_a_restarted_postgresql_costs_no_request() -> None:
    with temporary_postgresql() as url:
        engine = create_engine(url, **engine_options(make_settings(database_url=url)))
        with engine.connect() as connection:
            pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        other = create_engine(url)
        with other.begin() as connection:
            connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})

        with engine.connect() as connection:
            answer = connection.execute(text("SELECT 1")).scalar_one()

        assert answer == 1
        engine.dispose()
        other.dispose()


def test_a_postgresql_that_is_away_is_given_up_soon() -> None:
    url = f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/nothing"
    settings = make_settings(database_url=url, database_connect_timeout=1)
    engine = create_engine(url, **engine_options(settings))

    with pytest.raises(OperationalError):
        engine.connect()
