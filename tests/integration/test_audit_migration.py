"""Can the first migration be taken back, with what guards the audit, and made again?"""

from pathlib import Path

from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from service.app import create_app
from service.commands import with_commands
from service.extensions import database
from tests.app_settings import make_settings
from tests.databases import temporary_postgresql

LEFT_ON = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE name LIKE '%audit_events%'",
    "postgresql": (
        "SELECT (SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'audit_events%')"
        " + (SELECT count(*) FROM pg_proc WHERE proname = 'refuse_changing_audit_events')"
    ),
}


def down_and_up(url: str, *, kind: str) -> tuple[int, int, int]:
    """Migrate up, down and up; return how much of the guards there is after each."""
    app = with_commands(create_app(make_settings(database_url=url)))
    found = []
    with app.app_context():
        for step in (upgrade, lambda: downgrade(revision="base"), upgrade):
            step()
            with database.engine.connect() as connection:
                found.append(connection.execute(text(LEFT_ON[kind])).scalar_one())
        database.engine.dispose()
    first, second, third = found
    return first, second, third


def test_sqlite_forgets_the_guards_and_gets_them_again(tmp_path: Path) -> None:
    after_up, after_down, after_up_again = down_and_up(
        f"sqlite:///{tmp_path / 'own.sqlite3'}", kind="sqlite"
    )

    assert after_up > 2
    assert (after_down, after_up_again) == (0, after_up)


def test_postgresql_forgets_the_guards_and_gets_them_again() -> None:
    with temporary_postgresql() as url:
        counts = down_and_up(url, kind="postgresql")

    assert counts == (2, 0, 2)
