"""How many statements does something send to the database?"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from service.extensions import database


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """Yield a list that grows by each SQL statement that the application sends meanwhile.

    Transaction control that SQLite is told by hand (BEGIN) is not counted.
    """
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    with app.app_context():
        engine = database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
