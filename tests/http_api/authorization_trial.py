"""How is a row of the authorization matrix tried? As every caller, on a copy of the world."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from service.app import create_app
from service.extensions import database
from service.http_api.state import EXTENSION_NAME, ServiceState
from tests.app_settings import make_settings
from tests.databases import temporary_postgresql
from tests.http_api.authorization_matrix import Row
from tests.http_api.authorization_world import Cell, build_cells

PREFIX = "/api/v1"
NOT_TRIED = frozenset({"HEAD", "OPTIONS"})
"""They answer as GET does, or say no more than the document."""
OUTCOMES = frozenset({401, 403, 404})


@dataclass(frozen=True, slots=True)
class BuiltWorld:
    """A database with all cells, to be copied: its file, or its name on the server."""

    place: str
    cells: Sequence[Cell]


@contextmanager
def running(url: str) -> Iterator[Flask]:
    """Yield an application on the database at `url`."""
    app = create_app(make_settings(database_url=url))
    try:
        yield app
    finally:
        with app.app_context():
            database.engine.dispose()


def build(url: str) -> list[Cell]:
    """Build all cells in the database at `url`."""
    with running(url) as app:
        state: ServiceState = app.extensions[EXTENSION_NAME]
        return build_cells(state.units, state.settings)


@contextmanager
def copied(backend: str, built: BuiltWorld, folder: Path) -> Iterator[Flask]:
    """Yield an application on a fresh copy of the world."""
    if backend == "sqlite":
        target = folder / "matrix.sqlite3"
        shutil.copyfile(built.place, target)
        with running(f"sqlite:///{target}") as application:
            yield application
        return
    with temporary_postgresql(template=built.place) as url, running(url) as application:
        yield application


def rules_of(app: Flask) -> dict[tuple[str, str], Rule]:
    """Return the API's routes by method and rule, as rows name them."""
    return {
        (method, rule.rule.removeprefix(PREFIX)): rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - NOT_TRIED
    }


def filled(template: Any, values: dict[str, Any]) -> Any:
    """Return a row's value with the cell's names in it."""
    if isinstance(template, str):
        return template.format_map(values)
    if isinstance(template, dict):
        return {name: filled(value, values) for name, value in template.items()}
    return template


def outcome(app: Flask, rule: Rule, row: Row, cell: Cell) -> str:
    """Send the row's request as the cell's caller; return what came of it."""
    values = {"version": "1.0.0", **asdict(cell)}
    parts = {name: values[name] for name in rule.arguments & values.keys()} | filled(
        dict(row.path), values
    )
    urls = app.url_map.bind("localhost")
    headers = {} if cell.token is None else {"Authorization": f"Bearer {cell.token}"}
    if row.method != "GET":
        headers["If-Match"] = "*"
    document = row.body if isinstance(row.body, bytes) else None
    response = app.test_client().open(
        urls.build(rule.endpoint, parts, method=row.method),
        method=row.method,
        query_string=dict(row.query),
        headers=headers,
        data=document,
        content_type=None if document is None else "application/json",
        json=None if isinstance(row.body, bytes) else filled(row.body, values),
    )
    succeeded = response.status_code < HTTPStatus.BAD_REQUEST
    conflicted = response.status_code == HTTPStatus.CONFLICT
    if conflicted if row.conflicts else succeeded:
        return "ok"
    if response.status_code in OUTCOMES:
        return str(response.status_code)
    return f"{response.status_code} {response.get_data(as_text=True)}"


def mismatches(app: Flask, cells: Sequence[Cell], row: Row) -> list[str]:
    """Try a row as every caller; return where the world differs from the matrix."""
    rule = rules_of(app)[row.method, row.rule]
    found = []
    for cell in cells:
        if row.once and cell.visibility != cells[0].visibility:
            continue
        expected = row.expected[cell.caller][cell.visibility]
        if (got := outcome(app, rule, row, cell)) != expected:
            found.append(f"{cell.caller} on {cell.visibility}: expected {expected}, got {got}")
    return found
