"""How is the database copied while it is in use?"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from service.settings import Settings


class BackupFailed(Exception):
    """There is no backup; the message says why, and what to do."""


def back_up(settings: Settings, target: Path) -> None:
    """Copy the database into the file `target`, readable by its owner only.

    The file appears whole or not at all. Raises `BackupFailed`, also if `target` exists.
    """
    if target.exists():
        raise BackupFailed(f"{target} exists; name a new file.")
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.touch(mode=0o600)
    except OSError as error:
        raise BackupFailed(f"{partial} cannot be written: {error.strerror}.") from None
    try:
        _copy(settings, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _copy(settings: Settings, target: Path) -> None:
    url = make_url(settings.resolved_database_url)
    if settings.is_embedded:
        _copy_sqlite(Path(url.database or ""), target)
    else:
        _dump_postgresql(url, target)


def _copy_sqlite(source_file: Path, target: Path) -> None:
    """Use SQLite's online backup: writers go on, and the copy is of one moment."""
    if not source_file.is_file():
        raise BackupFailed(f"There is no database at {source_file}.")
    with (
        closing(sqlite3.connect(f"file:{source_file}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise BackupFailed("The copy is damaged: is the disk?")


def _dump_postgresql(url: URL, target: Path) -> None:
    arguments = [
        "--format=custom",
        f"--file={target}",
        *([f"--host={url.host}"] if url.host else []),
        *([f"--port={url.port}"] if url.port else []),
        *([f"--username={url.username}"] if url.username else []),
        f"--dbname={url.database}",
    ]
    program = shutil.which("pg_dump")
    if program is None:
        command = " ".join(["pg_dump", *arguments]).replace(".partial", "")
        raise BackupFailed(f"There is no pg_dump here. Where there is one, run: {command}")
    environment = dict(os.environ)  # noqa: TID251 - handed on as it is; PATH and PG* are libpq's
    if url.password is not None:
        environment["PGPASSWORD"] = str(url.password)  # the list of processes would show arguments
    result = subprocess.run(  # noqa: S603 - the program was looked up, and no shell reads the arguments
        [program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        raise BackupFailed(f"pg_dump failed: {result.stderr.strip()}")
