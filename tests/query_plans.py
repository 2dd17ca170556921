"""How does the database find what a statement asks for?"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event

from service.extensions import database


def engine_of(app: Flask) -> Engine:
    """Return the application's engine."""
    with app.app_context():
        return database.engine


@contextmanager
def recorded(engine: Engine, tables: Sequence[str]) -> Iterator[list[tuple[str, Any]]]:
    """Yield a list that grows by each SELECT, with its parameters, about one of the tables."""
    seen: list[tuple[str, Any]] = []
    wanted = re.compile(rf"FROM ({'|'.join(tables)})\b")

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("SELECT") and wanted.search(statement):
            seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def plan_of(engine: Engine, statement: str, parameters: Any) -> str:
    """Return how the database would find the rows, were the tables large."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            return "\n".join(str(row[3]) for row in rows)
        connection.exec_driver_sql("SET enable_seqscan = off")
        connection.exec_driver_sql("SET enable_sort = off")
        rows = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
        return "\n".join(str(row[0]) for row in rows)


def reads_all_of(plan: str, tables: Sequence[str]) -> list[str]:
    """Return which of the tables the plan reads from end to end."""
    scans = re.findall(r"(?:SCAN|Seq Scan on) (\w+)(?! USING (?:COVERING )?INDEX)", plan)
    return [table for table in scans if table.startswith(tuple(tables))]


def sorts(plan: str) -> bool:
    """Whether the plan sorts what it found, instead of reading it in order."""
    return "TEMP B-TREE" in plan or "Sort Key" in plan
