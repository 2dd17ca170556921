"""Does health mean something: alive, ready, and how what it depends on is?"""

from pathlib import Path

import pytest
from flask import Flask

from service.app import create_app
from service.extensions import database
from tests.app_settings import make_settings
from tests.live_server import free_port

CLOSED = f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/nothing"


@pytest.fixture
def app_without_database() -> Flask:
    """Return an application whose database is away."""
    return create_app(make_settings(database_url=CLOSED, database_connect_timeout=1))


@pytest.mark.both_databases
@pytest.mark.parametrize("setting_values", [{"rate_limits_enabled": True}])
def test_with_all_well_every_probe_says_so(app: Flask) -> None:
    client = app.test_client()

    answers = {path: client.get(f"/health/{path}") for path in ("live", "ready", "dependencies")}

    assert {path: answer.status_code for path, answer in answers.items()} == {
        "live": 200,
        "ready": 200,
        "dependencies": 200,
    }
    checks = answers["dependencies"].get_json()["checks"]
    assert [(check["name"], check["problem"]) for check in checks] == [
        ("database", None),
        ("rate limit storage", None),
    ]


def test_without_a_database_it_lives_and_is_not_ready(app_without_database: Flask) -> None:
    client = app_without_database.test_client()

    live, ready = client.get("/health/live"), client.get("/health/ready")

    assert (live.status_code, ready.status_code) == (200, 503)
    assert ready.get_json()["checks"][0]["problem"] == "does not answer"
    assert "127.0.0.1" not in ready.text


def test_without_a_database_the_api_says_try_later(app_without_database: Flask) -> None:
    answer = app_without_database.test_client().get("/api/v1/groups")

    assert (answer.status_code, answer.get_json()["error"]["code"]) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) > 0


def test_a_database_that_is_not_migrated_is_not_ready(tmp_path: Path) -> None:
    app = create_app(make_settings(database_url=f"sqlite:///{tmp_path / 'empty.sqlite3'}"))

    answer = app.test_client().get("/health/ready")

    assert answer.status_code == 503
    assert answer.get_json()["checks"][0]["problem"] == "the schema is not migrated"
    with app.app_context():
        database.engine.dispose()


def test_a_rate_limit_storage_that_is_away_is_told_and_does_not_stop_traffic(
    database_url: str,
) -> None:
    url = f"redis://127.0.0.1:{free_port()}/0"
    app = create_app(
        make_settings(
            database_url=database_url, rate_limits_enabled=True, rate_limit_storage_url=url
        )
    )
    client = app.test_client()

    ready, dependencies = client.get("/health/ready"), client.get("/health/dependencies")

    assert (ready.status_code, dependencies.status_code) == (200, 503)
    assert dependencies.get_json()["checks"][1]["problem"] == "does not answer"
    with app.app_context():
        database.engine.dispose()


def test_health_is_not_kept_by_caches(app: Flask) -> None:
    assert app.test_client().get("/health/ready").headers["Cache-Control"] == "no-store"
