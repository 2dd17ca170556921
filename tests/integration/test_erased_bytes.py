"""Are the bytes of a withheld document gone from the embedded database's file?"""

from pathlib import Path

from sqlalchemy import create_engine, text

from service.database import prepare_engine

SECRET = b"a-secret-that-leaked-into-a-document" * 50


def test_deleted_bytes_are_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "erased.sqlite3"

    _write_and_clear(f"sqlite:///{file}", guarded=True)

    assert SECRET[:36] not in file.read_bytes()


def test_without_the_setting_they_stay(tmp_path: Path) -> None:
    """The control: an unguarded engine leaves them in the file."""
    file = tmp_path / "plain.sqlite3"

    _write_and_clear(f"sqlite:///{file}", guarded=False)

    assert SECRET[:36] in file.read_bytes()


def _write_and_clear(url: str, *, guarded: bool) -> None:
    engine = create_engine(url)
    if guarded:
        prepare_engine(engine)
    with engine.begin() as connection:
        if not guarded:
            connection.execute(text("PRAGMA secure_delete = OFF"))
        connection.execute(text("CREATE TABLE documents (content BLOB)"))
        connection.execute(text("INSERT INTO documents VALUES (:content)"), {"content": SECRET})
    with engine.begin() as connection:
        if not guarded:
            connection.execute(text("PRAGMA secure_delete = OFF"))
        connection.execute(text("UPDATE documents SET content = NULL"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
