"""What can callers still do while somebody else writes, or changes the very token in use?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from service.tokens.models import AccessToken
from service.unit_of_work import UnitsOfWork
from tests.factories.world import World

pytestmark = pytest.mark.both_databases
PATIENCE = 2.0
"""Seconds that ordinary writers wait for each other here."""


@pytest.fixture
def setting_values() -> dict[str, object]:
    """Return settings by which writers wait long enough to be noticed."""
    return {"database_lock_timeout": int(PATIENCE * 1000)}


@contextmanager
def somebody_writes(units: UnitsOfWork) -> Iterator[None]:
    """Hold what writers wait for: on SQLite the whole file, on PostgreSQL every token's row."""
    with units.writing() as work:
        work.session.scalars(select(AccessToken).with_for_update()).all()
        yield


def noted(units: UnitsOfWork) -> list[bool]:
    """Return for each token whether a use was noted."""
    with units.reading() as work:
        return [use is not None for use in work.session.scalars(select(AccessToken.last_used_at))]


def test_a_token_reads_while_somebody_writes(world: World, units: UnitsOfWork) -> None:
    client = world.client()

    with somebody_writes(units):
        began = time.monotonic()
        answer = client.get("/me")
        seconds = time.monotonic() - began
    noted_meanwhile = noted(units)
    client.get("/me")

    assert answer.status_code == 200
    assert seconds < PATIENCE
    assert (noted_meanwhile, noted(units)) == ([False], [True])


def test_the_control_an_ordinary_writer_waits_and_fails(world: World, units: UnitsOfWork) -> None:
    world.client()
    began = time.monotonic()

    with (
        somebody_writes(units),
        pytest.raises(OperationalError),
        units.writing() as work,
    ):
        work.session.scalars(select(AccessToken).with_for_update()).all()

    assert time.monotonic() - began >= PATIENCE * 0.9


def test_a_report_of_what_is_no_good_token_waits_for_nobody(
    world: World, units: UnitsOfWork
) -> None:
    client = world.client()
    assert client.token is not None
    other_ending = "x" if not client.token.endswith("x") else "y"
    reports = ["nothing", client.token[:-1] + other_ending]

    with somebody_writes(units):
        answers = [
            world.anonymous().post("/access-tokens/leak-reports", json={"token": text})
            for text in reports
        ]

    assert [answer.status_code for answer in answers] == [204, 204]


def test_patience_returns_after_haste(world: World, units: UnitsOfWork) -> None:
    client = world.client()
    with somebody_writes(units):
        client.get("/me")  # on a connection that goes back to the pool
    began = time.monotonic()

    with (
        somebody_writes(units),
        pytest.raises(OperationalError),
        units.writing() as work,
    ):
        work.session.scalars(select(AccessToken).with_for_update()).all()

    assert time.monotonic() - began >= PATIENCE * 0.9
