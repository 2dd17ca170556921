"""Does every list and filter of versions find its rows by an index?"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event

from service.extensions import database
from tests.factories.documents import Publisher, a_publisher, document_bytes
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

TABLES = ("api_versions", "api_operations", "refused_publications", "comparisons", "documents")
PATHS = (
    "/versions",
    "/versions?sort=oldest",
    "/versions?state=published",
    "/versions?verdict=compatible",
    "/versions?state=published&verdict=compatible",
    "/versions/1.0.0",
    "/versions/1.1.0/document",
    "/versions/1.1.0/changes",
    "/versions/1.1.0/operations",
    "/versions/1.1.0/operations?method=get&deprecated=false",
    "/comparisons?base=1.0.0&revision=1.1.0",
    "/refused-publications",
)


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders with two versions and a refused attempt."""
    publisher = a_publisher(world)
    publisher.publish(document_bytes("/orders"), version="1.0.0")
    publisher.publish(document_bytes("/orders", "/items"), version="1.1.0")
    publisher.publish(document_bytes("/items"), version="1.2.0")
    return publisher


@contextmanager
def recorded(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """Yield a list that grows by each SELECT, with its parameters, about our tables."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("SELECT") and any(f"FROM {table}" in statement for table in TABLES):
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


def reads_all_of(plan: str) -> list[str]:
    """Return the tables of ours that the plan reads from end to end."""
    scans = re.findall(r"(?:SCAN|Seq Scan on) (\w+)(?! USING (?:COVERING )?INDEX)", plan)
    return [table for table in scans if table.startswith(TABLES)]


def sorts(plan: str) -> bool:
    """Whether the plan sorts what it found, instead of reading it in order."""
    return "TEMP B-TREE" in plan or "Sort Key" in plan


def engine_of(app: Flask) -> Engine:
    """Return the application's engine."""
    with app.app_context():
        return database.engine


@pytest.mark.parametrize("path", PATHS)
def test_lists_are_read_in_the_order_of_an_index(
    app: Flask, publisher: Publisher, path: str
) -> None:
    engine = engine_of(app)
    with recorded(engine) as seen:
        assert publisher.get(path).status_code == 200

    plans = [plan_of(engine, *one) for one in seen]

    assert plans != []
    assert [plan for plan in plans if reads_all_of(plan) or sorts(plan)] == []


def test_the_second_page_is_found_by_index_too(app: Flask, publisher: Publisher) -> None:
    engine = engine_of(app)
    cursor = publisher.get("/versions?limit=1").json["next_cursor"]
    with recorded(engine) as seen:
        publisher.get(f"/versions?limit=1&cursor={cursor}")

    plans = [plan_of(engine, *one) for one in seen]

    assert [plan for plan in plans if reads_all_of(plan) or sorts(plan)] == []


def test_publishing_reads_no_table_from_end_to_end(app: Flask, publisher: Publisher) -> None:
    engine = engine_of(app)
    with recorded(engine) as seen:
        publisher.publish(document_bytes("/orders", "/items", "/new"), version="1.3.0")

    plans = [plan_of(engine, *one) for one in seen]

    assert len(plans) > 5
    assert [plan for plan in plans if reads_all_of(plan)] == []


def test_withholding_reads_no_table_from_end_to_end(app: Flask, publisher: Publisher) -> None:
    engine = engine_of(app)
    with recorded(engine) as seen:
        assert publisher.withhold("1.1.0").status_code == 200

    plans = {statement: plan_of(engine, statement, values) for statement, values in seen}

    asked = "\n".join(plans)
    assert "api_versions.digest = " in asked
    assert "comparisons.revision_digest = " in asked
    assert [plan for plan in plans.values() if reads_all_of(plan)] == []


def test_the_control_a_filter_without_an_index_is_noticed(app: Flask) -> None:
    engine = engine_of(app)

    plan = plan_of(
        engine, "SELECT name FROM api_versions WHERE title = 'x' ORDER BY info_version", ()
    )

    assert reads_all_of(plan) == ["api_versions"]
    assert sorts(plan)
