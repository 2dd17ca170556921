"""Does every list and filter of versions find its rows by an index?"""

import pytest
from flask import Flask

from tests.factories.documents import Publisher, a_publisher, document_bytes
from tests.factories.world import World
from tests.query_plans import engine_of, plan_of, reads_all_of, recorded, sorts

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


@pytest.mark.parametrize("path", PATHS)
def test_lists_are_read_in_the_order_of_an_index(
    app: Flask, publisher: Publisher, path: str
) -> None:
    engine = engine_of(app)
    with recorded(engine, TABLES) as seen:
        assert publisher.get(path).status_code == 200

    plans = [plan_of(engine, *one) for one in seen]

    assert plans != []
    assert [plan for plan in plans if reads_all_of(plan, TABLES) or sorts(plan)] == []


def test_the_second_page_is_found_by_index_too(app: Flask, publisher: Publisher) -> None:
    engine = engine_of(app)
    cursor = publisher.get("/versions?limit=1").json["next_cursor"]
    with recorded(engine, TABLES) as seen:
        publisher.get(f"/versions?limit=1&cursor={cursor}")

    plans = [plan_of(engine, *one) for one in seen]

    assert [plan for plan in plans if reads_all_of(plan, TABLES) or sorts(plan)] == []


def test_publishing_reads_no_table_from_end_to_end(app: Flask, publisher: Publisher) -> None:
    engine = engine_of(app)
    with recorded(engine, TABLES) as seen:
        publisher.publish(document_bytes("/orders", "/items", "/new"), version="1.3.0")

    plans = [plan_of(engine, *one) for one in seen]

    assert len(plans) > 5
    assert [plan for plan in plans if reads_all_of(plan, TABLES)] == []


def test_withholding_reads_no_table_from_end_to_end(app: Flask, publisher: Publisher) -> None:
    engine = engine_of(app)
    with recorded(engine, TABLES) as seen:
        assert publisher.withhold("1.1.0").status_code == 200

    plans = {statement: plan_of(engine, statement, values) for statement, values in seen}

    asked = "\n".join(plans)
    assert "api_versions.digest = " in asked
    assert "comparisons.revision_digest = " in asked
    assert [plan for plan in plans.values() if reads_all_of(plan, TABLES)] == []


def test_the_control_a_filter_without_an_index_is_noticed(app: Flask) -> None:
    engine = engine_of(app)

    plan = plan_of(
        engine, "SELECT name FROM api_versions WHERE title = 'x' ORDER BY info_version", ()
    )

    assert reads_all_of(plan, TABLES) == ["api_versions"]
    assert sorts(plan)
