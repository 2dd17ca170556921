"""Does `bindery serve` start from nothing, go on where it stopped, and say what is wrong?"""

import os
import re
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from flask_migrate import Migrate

from service import local_instance
from service.app import create_app
from service.extensions import database
from service.local_instance import local_environment, migrate_with_backup
from service.migration_head import MIGRATIONS, migration_head
from tests.app_settings import make_settings
from tests.databases import SqliteTemplate
from tests.live_server import free_port
from tests.serving import serving

LATER_MIGRATION = '''
"""A migration of the next release."""
import sqlalchemy as sa
from alembic import op
revision = "next"
down_revision = "{head}"
def upgrade():
    op.add_column("groups", sa.Column("colour", sa.String(16)))
def downgrade():
    op.drop_column("groups", "colour")
'''


def test_it_starts_from_nothing_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder, port = tmp_path / "data", free_port()

    with serving(folder, port) as (first, process):
        found = re.search(r"access token +(bnd_\w+)", first)
        assert found is not None, first
        headers = {"Authorization": f"Bearer {found[1]}"}
        me = httpx.get(f"http://127.0.0.1:{port}/api/v1/me", headers=headers).json()
        home = httpx.get(f"http://127.0.0.1:{port}/").text
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=60)
    with serving(folder, port) as (second, _):
        still = httpx.get(f"http://127.0.0.1:{port}/api/v1/me", headers=headers)

    assert me["name"] == "admin"
    assert "bindery/bindery" in home
    assert status == 0
    assert still.status_code == 200
    assert "bnd_" not in second
    assert "password" not in second
    assert "is there already" in second
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0


def test_the_first_credentials_are_shown_before_anything_can_be_interrupted(
    tmp_path: Path,
) -> None:
    with serving(tmp_path / "data", free_port()) as (said, _):
        pass

    assert said.index("access token") < said.index("own contract")


def test_a_server_whose_starter_was_killed_keeps_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with serving(folder, free_port()) as (_, first):
        children = Path(f"/proc/{first.pid}/task/{first.pid}/children").read_text(encoding="ascii")
        orphan = int(children.split()[0])
        first.kill()
        first.wait(timeout=60)
        try:
            with serving(folder, free_port()) as (said, second):
                status = second.wait(timeout=60)
        finally:
            os.kill(orphan, signal.SIGTERM)

    assert status == 1
    assert "Another process serves from" in said


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with serving(tmp_path / "file" / "data", free_port()) as (said, process):
        status = process.wait(timeout=60)

    assert status == 1
    assert "cannot be made" in said
    assert "Traceback" not in said


def test_a_second_one_on_the_same_folder_is_told_to_wait(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    with serving(folder, free_port()), serving(folder, free_port()) as (said, second):
        status = second.wait(timeout=60)

    assert status == 1
    assert "Another process serves from" in said


def test_a_port_in_use_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with serving(tmp_path / "one", port := free_port()):
        log = tmp_path / "other"
        log.mkdir()
        with serving(log / "two", port) as (said, second):
            status = second.wait(timeout=60)

    assert status == 1
    assert "choose another with --port" in said
    assert not (log / "two" / "bindery.sqlite3").exists()


def test_bad_settings_are_said_all_at_once(tmp_path: Path) -> None:
    wrong = {"BINDERY_PROXY_HOPS": "-1", "BINDERY_LOG_LEVEL": "LOUD"}

    with serving(tmp_path / "data", free_port(), **wrong) as (said, process):
        status = process.wait(timeout=60)

    assert status == 1
    assert "BINDERY_PROXY_HOPS" in said
    assert "BINDERY_LOG_LEVEL" in said
    assert "Traceback" not in said


def test_an_upgrade_copies_the_database_before_it_migrates(
    tmp_path: Path, sqlite_template: SqliteTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = make_settings(database_url=sqlite_template.copy(tmp_path), data_dir=tmp_path)
    later = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, later)
    text = LATER_MIGRATION.format(head=migration_head())
    (later / "versions" / "next.py").write_text(text, encoding="utf-8")
    app = create_app(settings)
    Migrate(app, database, directory=str(later))
    monkeypatch.setattr(local_instance, "migration_head", lambda: "next")

    migration = migrate_with_backup(app, settings)
    again = migrate_with_backup(app, settings)

    assert (migration.before, migration.after) == (migration_head(), "next")
    assert migration.backup is not None
    assert _columns_of_groups(migration.backup).isdisjoint({"colour"})
    assert "colour" in _columns_of_groups(tmp_path / "bindery.sqlite3")
    assert again.backup is None
    with app.app_context():
        database.engine.dispose()


def test_the_secret_key_is_made_once(tmp_path: Path) -> None:
    first = local_environment({}, tmp_path)
    second = local_environment({}, tmp_path)
    own = local_environment({"BINDERY_SECRET_KEY": "x" * 40}, tmp_path)

    assert first["BINDERY_SECRET_KEY"] == second["BINDERY_SECRET_KEY"]
    assert len(first["BINDERY_SECRET_KEY"]) >= 32
    assert own["BINDERY_SECRET_KEY"] == "x" * 40


def _columns_of_groups(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(groups)")}
