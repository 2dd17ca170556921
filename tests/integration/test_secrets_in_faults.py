"""Do faults of the database, which are logged, keep what the statement carried to themselves?"""

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from service.extensions import database

SECRET = "a-secret-in-a-parameter"  # noqa: S105 - the canary


def fault_of(engine: Engine) -> str:
    """Return the text of the fault that a statement with a secret parameter leads to."""
    statement = text("SELECT :secret FROM there_is_no_such_table")
    with pytest.raises(DBAPIError) as fault, engine.connect() as connection:
        connection.execute(statement, {"secret": SECRET})
    return str(fault.value)


@pytest.mark.both_databases
def test_a_fault_does_not_tell_the_parameters(app: Flask) -> None:
    with app.app_context():
        told = fault_of(database.engine)

    assert SECRET not in told


def test_without_the_option_it_would(database_url: str) -> None:
    """The control: an engine with SQLAlchemy's defaults tells them."""
    engine = create_engine(database_url)

    told = fault_of(engine)

    assert SECRET in told
    engine.dispose()
