"""Do the operators' commands do what their help says?"""

import sqlite3
import stat
import subprocess
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from service.admin.commands import OPERATOR_COMMANDS
from service.authorization import SYSTEM, Scope
from service.clock import system_clock
from service.commands import with_commands
from service.idempotency.models import IdempotencyKey
from service.invitations.models import Invitation
from service.jobs.kinds import JobKind
from service.jobs.models import Job, JobState
from service.jobs.use_cases import enqueue
from service.tokens.models import AccessToken
from tests.databases import temporary_postgresql
from tests.factories.identities import OTHER_PASSWORD, PASSWORD, audited, exchange, person
from tests.factories.world import World
from tests.requirements import absent, need_postgresql

both_databases = pytest.mark.both_databases


def run(app: Flask, *arguments: str, **options: Any) -> Result:
    """Run a command as `flask` does."""
    return with_commands(app).test_cli_runner().invoke(args=list(arguments), **options)


@pytest.mark.parametrize("name", [command.name for command in OPERATOR_COMMANDS])
def test_every_command_explains_itself(app: Flask, name: str) -> None:
    result = run(app, name, "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.output
    assert len(result.output.splitlines()) > 4


@both_databases
def test_an_administrator_is_created_once(app: Flask, world: World) -> None:
    first = run(app, "create-admin", "root", "--password-stdin", input=f"{PASSWORD}\n")
    again = run(app, "create-admin", "root", "--password-stdin", input="another one here\n")

    signed_in = exchange(world, "root", scopes=["admin"])
    assert (first.exit_code, first.output) == (0, "Created the administrator root.\n")
    assert again.output == "root is an administrator already; nothing was changed.\n"
    assert (again.exit_code, signed_in.status_code) == (0, 201)
    assert audited(world)[0] == ("system", "user.created", "root")


def test_the_password_is_asked_for_twice_and_not_shown(app: Flask, world: World) -> None:
    result = run(app, "create-admin", "root", input=f"{PASSWORD}\n{PASSWORD}\n")

    assert result.exit_code == 0
    assert PASSWORD not in result.output
    assert exchange(world, "root").status_code == 201


@pytest.mark.parametrize(
    ("username", "password", "complaint"),
    [
        ("root", "short", "Shorter than 12 characters."),
        ("alice", PASSWORD, "'alice' is a user, but no active administrator."),
        ("Root User", PASSWORD, "lower-case letters"),
    ],
)
def test_an_unacceptable_administrator_is_refused(
    app: Flask, world: World, username: str, password: str, complaint: str
) -> None:
    world.user("alice")

    result = run(app, "create-admin", username, "--password-stdin", input=f"{password}\n")

    assert result.exit_code != 0
    assert complaint in result.stderr


@both_databases
@pytest.mark.parametrize(("option", "afterwards"), [([], 401), (["--keep-access-tokens"], 200)])
def test_a_lost_password_is_replaced(
    app: Flask, world: World, option: list[str], afterwards: int
) -> None:
    client = world.client(person(world, "alice"))
    before = client.get("/me").status_code

    result = run(
        app, "set-password", "alice", "--password-stdin", *option, input=f"{OTHER_PASSWORD}\n"
    )

    assert result.exit_code == 0
    assert OTHER_PASSWORD not in result.output
    assert (before, client.get("/me").status_code) == (200, afterwards)
    assert exchange(world, "alice").status_code == 401
    assert exchange(world, "alice", OTHER_PASSWORD).status_code == 201
    assert audited(world)[0] == ("system", "user.password_changed", "alice")


@pytest.mark.parametrize(
    ("username", "password", "complaint"),
    [
        ("nobody", PASSWORD, "There is no user 'nobody'."),
        ("alice", "short", "Shorter than 12 characters."),
    ],
)
def test_a_password_that_cannot_be_set_changes_nothing(
    app: Flask, world: World, username: str, password: str, complaint: str
) -> None:
    client = world.client(person(world, "alice"))

    result = run(app, "set-password", username, "--password-stdin", input=f"{password}\n")

    assert result.exit_code != 0
    assert complaint in result.stderr
    assert client.get("/me").status_code == 200
    assert exchange(world, "alice").status_code == 201


@both_databases
def test_a_token_is_printed_alone_and_works(app: Flask, world: World) -> None:
    alice = world.user("alice")
    world.group("acme", owner=alice)

    result = run(
        app, "create-token", "alice", "--scope", "read", "--scope", "publish", "--group", "acme"
    )
    caller = world.anonymous()
    caller.token = result.stdout.strip()

    me = caller.get("/me").json
    assert result.exit_code == 0
    assert (me["name"], me["scopes"], me["group"]) == ("alice", ["read", "publish"], "acme")
    assert audited(world) == [("system", "access_token.created", "command line")]


def test_a_token_for_nobody_is_refused(app: Flask, world: World) -> None:
    world.user("alice")

    nobody = run(app, "create-token", "bob")
    too_long = run(app, "create-token", "alice", "--days", "400")

    assert (nobody.exit_code, nobody.stderr) == (1, "Error: There is no user 'bob'.\n")
    assert (too_long.exit_code, "At most 365." in too_long.stderr) == (1, True)


def test_an_embedded_database_is_copied_while_it_is_written(
    app: Flask, world: World, tmp_path: Path
) -> None:
    world.user("alice")
    target = tmp_path / "backup.sqlite3"

    with world.units.writing() as work:
        work.session.execute(select(1))
        result = run(app, "backup", str(target))

    with closing(sqlite3.connect(target)) as copy:
        names = copy.execute("SELECT username FROM users").fetchall()
    assert (result.exit_code, names) == (0, [("alice",)])
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("backup*")] == ["backup.sqlite3"]


def test_a_backup_overwrites_nothing(app: Flask, tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("precious")

    result = run(app, "backup", str(target))

    assert (result.exit_code, target.read_text()) == (1, "precious")
    assert "exists; name a new file" in result.stderr


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_postgresql_is_dumped_into_an_archive_that_restores(
    app: Flask, world: World, tmp_path: Path
) -> None:
    world.user("alice")
    target = tmp_path / "backup.dump"

    result = run(app, "backup", str(target))
    if "There is no pg_dump here" in result.stderr:
        absent("postgresql", "There is no pg_dump here; install PostgreSQL's client programs.")

    assert (result.exit_code, result.stderr) == (0, "")
    assert target.read_bytes().startswith(b"PGDMP")
    assert "alice" in _restored_users(target)


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_without_pg_dump_the_operator_is_told_what_to_run(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_postgresql()
    monkeypatch.setenv("PATH", str(tmp_path))

    result = run(app, "backup", str(tmp_path / "backup.dump"))

    assert result.exit_code == 1
    assert "run: pg_dump --format=custom" in result.stderr
    assert list(tmp_path.glob("*.partial")) == []


@both_databases
def test_sweeping_removes_what_nobody_can_use_any_more(app: Flask, world: World) -> None:
    alice = world.user("alice")
    now = system_clock()
    ages = {"kept": timedelta(days=-1), "recent": timedelta(days=80), "old": timedelta(days=100)}
    for name, age in ages.items():
        world.token(alice, Scope.READ, name=name, expires_at=now - age)
        _add_invitation(world, name, ended=now - age)
        _add_key(world, name, expires_at=now - age)
        _add_job(world, name, ended=now - age)

    result = run(app, "sweep")

    with world.units.reading() as work:
        tokens = set(work.session.scalars(select(AccessToken.name)))
        invitations = set(work.session.scalars(select(Invitation.email)))
        keys = set(work.session.scalars(select(IdempotencyKey.key)))
        jobs = set(work.session.scalars(select(Job.kind)))
    assert result.output.splitlines() == [
        "idempotency_keys: 2 deleted",
        "access_tokens: 1 deleted",
        "invitations: 1 deleted",
        "jobs: 1 deleted",
        "events: 0 deleted",
    ]
    assert jobs == {"test.kept", "test.recent"}
    assert (tokens, invitations, keys) == ({"kept", "recent"}, {"kept", "recent"}, {"kept"})
    assert audited(world) == [("system", "instance.swept", "instance")]


def test_sweeping_a_clean_instance_leaves_no_trace(app: Flask, world: World) -> None:
    result = run(app, "sweep")

    assert result.exit_code == 0
    assert audited(world) == []


def _restored_users(archive: Path) -> str:
    with temporary_postgresql() as url:
        restored = url.replace("+psycopg", "")
        subprocess.run(["pg_restore", f"--dbname={restored}", archive], check=True)  # noqa: S603, S607 - the machine's own
        with psycopg.connect(restored) as connection:
            return str(connection.execute("SELECT username FROM users").fetchall())


def _add_job(world: World, name: str, *, ended: datetime) -> None:
    with world.units.writing() as work:
        job = enqueue(work, JobKind(name=f"test.{name}"), {}, actor=SYSTEM)
        job.state, job.due_at, job.finished_at = JobState.SUCCEEDED, None, ended


def _add_invitation(world: World, email: str, *, ended: Any) -> None:
    with world.units.writing() as work:
        work.session.add(
            Invitation(email=email, secret_hash=email, created_at=work.now, expires_at=ended)
        )


def _add_key(world: World, key: str, *, expires_at: Any) -> None:
    with world.units.writing() as work:
        work.session.add(
            IdempotencyKey(
                scope="s", key=key, body_digest="d", claimed_at=work.now, expires_at=expires_at
            )
        )
