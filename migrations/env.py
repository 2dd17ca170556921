"""How do migrations reach the database? Through the application's engine, one runner at a time."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection, text

from service.database import WRITES
from service.tables import METADATA

ADVISORY_LOCK = 4_202_611_201
"""Any constant: the key that migrating processes of one PostgreSQL database meet at."""


def run_migrations() -> None:
    """Run the migrations in one transaction; a second runner waits for the first."""
    if context.is_offline_mode():
        context.configure(
            url=current_app.config["SQLALCHEMY_DATABASE_URI"],
            target_metadata=METADATA,
            literal_binds=True,
            dialect_opts={"paramstyle": "named"},
        )
        with context.begin_transaction():
            context.run_migrations()
        return
    engine = current_app.extensions["migrate"].db.engine.execution_options(**{WRITES: True})
    with engine.connect() as connection:
        _prepare(connection)
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_type=True,
            transactional_ddl=True,  # on SQLite too: BEGIN is ours
        )
        with context.begin_transaction():
            context.run_migrations()


def _prepare(connection: Connection) -> None:
    """Let one runner in, and make it give up rather than block the running service."""
    if connection.dialect.name == "sqlite":
        # Altering a table means copying and dropping it; with foreign keys on, the drop would
        # delete the rows that refer to it. The connection is not used again after this.
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
        connection.detach()
        return
    connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": ADVISORY_LOCK})
    connection.execute(text("SET lock_timeout = '4s'"))
    connection.execute(text("SET statement_timeout = '5min'"))
    connection.commit()
    connection.detach()


run_migrations()
