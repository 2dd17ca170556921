"""Does a transaction begin and end where the unit of work says, and nothing leave before?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import ClassVar

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import StaticPool

from service.authorization import SYSTEM
from service.database import Identified, Revised
from service.errors import PreconditionFailed
from service.unit_of_work import Event, Reaction, RequestContext, UnitOfWork, UnitsOfWork

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class OwnBase(DeclarativeBase):
    """Keeps the table of these tests apart from those of the service."""


class Note(OwnBase, Identified, Revised):
    """A row of these tests only."""

    __tablename__ = "notes_of_tests"
    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy

    text: Mapped[str] = mapped_column()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(Event):
    """Something happened."""

    name: ClassVar[str] = "note.written"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCounted(Event):
    """Something happened because of it."""

    name: ClassVar[str] = "note.counted"


def event(kind: type[Event]) -> Event:
    """Return an event of the kind."""
    return kind(actor=SYSTEM, subject_type="note", subject_id="1", subject="a note")


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Yield a database in memory with the one table."""
    made = create_engine("sqlite://", poolclass=StaticPool)
    OwnBase.metadata.create_all(made)
    yield made
    made.dispose()


def units_on(engine: Engine, **reactions: Reaction) -> UnitsOfWork:
    """Return a door to the database with reactions by the name of the event."""
    kinds: tuple[type[Event], ...] = (NoteWritten, NoteCounted)
    table = {kind: tuple(r for n, r in reactions.items() if n == kind.__name__) for kind in kinds}
    return UnitsOfWork(engine, clock=lambda: NOON, reactions=MappingProxyType(table))


def texts(engine: Engine) -> list[str]:
    """Return what is stored."""
    with units_on(engine).reading() as work:
        return list(work.session.scalars(select(Note.text).order_by(Note.text)))


def test_what_is_written_is_there_when_the_block_has_ended_well(engine: Engine) -> None:
    with units_on(engine).writing() as work:
        work.session.add(Note(text="one"))

    assert texts(engine) == ["one"]


def test_nothing_is_there_when_it_has_not(engine: Engine) -> None:
    def write_and_fail() -> None:
        with units_on(engine).writing() as work:
            work.session.add(Note(text="one"))
            work.session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()

    assert texts(engine) == []


def test_reactions_write_in_the_same_transaction(engine: Engine) -> None:
    def fail(_work: UnitOfWork, _event: Event) -> None:
        raise LookupError

    def write() -> None:
        with units_on(engine, NoteWritten=fail).writing() as work:
            work.session.add(Note(text="one"))
            work.record(event(NoteWritten))

    with pytest.raises(LookupError):
        write()

    assert texts(engine) == []


def test_a_reaction_may_record_what_others_react_to(engine: Engine) -> None:
    seen: list[str] = []

    def count(work: UnitOfWork, happened: Event) -> None:
        seen.append(happened.name)
        work.record(event(NoteCounted))

    def note(_work: UnitOfWork, happened: Event) -> None:
        seen.append(happened.name)

    with units_on(engine, NoteWritten=count, NoteCounted=note).writing() as work:
        work.record(event(NoteWritten))

    assert seen == ["note.written", "note.counted"]


def test_a_row_that_somebody_else_changed_meanwhile_is_not_overwritten(engine: Engine) -> None:
    units = units_on(engine)
    with units.writing() as work:
        work.session.add(Note(text="one"))
    with units.reading() as work:
        mine = work.session.scalars(select(Note)).one()
    with units.writing() as work:
        work.session.scalars(select(Note)).one().text = "theirs"

    def write_mine() -> None:
        with units.writing() as work:
            mine.text = "mine"
            work.session.add(mine)

    with pytest.raises(PreconditionFailed):
        write_mine()

    assert texts(engine) == ["theirs"]


def test_what_was_loaded_stays_readable_afterwards(engine: Engine) -> None:
    with units_on(engine).writing() as work:
        note = Note(text="one")
        work.session.add(note)

    assert (note.text, note.revision) == ("one", 1)


def test_all_of_one_transaction_happens_at_one_time(engine: Engine) -> None:
    with units_on(engine).writing() as work:
        first, second = work.now, work.now

    assert first == second == NOON


def test_a_request_is_known_to_its_work(engine: Engine) -> None:
    context = RequestContext(request_id="find-me", client_address="203.0.113.9")

    with units_on(engine).for_request(context).writing() as work:
        assert work.context == context
