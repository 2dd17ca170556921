"""Where does a transaction begin and end?

`UnitsOfWork` is the service layer's door to the database: `reading()` and `writing()` open one
transaction each. Leaving `writing()` normally runs the reactions to the recorded events, commits
once; leaving it by an exception rolls back. Nobody else commits.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from service.authorization import Actor
from service.clock import Clock
from service.database import WRITES, WRITES_AT_ONCE
from service.errors import PreconditionFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something happened that others may care about; each domain derives its own in `events.py`.

    `subject_type`, `subject_id` and `subject` (a readable name, such as `acme/orders@1.2.0`) say
    what it happened to; `details` holds plain JSON, never a secret.
    """

    name: ClassVar[str]

    actor: Actor
    subject_type: str
    subject_id: str
    subject: str
    group_id: str | None = None
    api_id: str | None = None
    details: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


Reaction = Callable[["UnitOfWork", Event], None]
Reactions = Mapping[type[Event], Sequence[Reaction]]
Doorbell = Callable[[], None]
"""Tells workers that there may be work. It never raises and never waits: nothing depends on it."""


def silent_doorbell() -> None:
    """Tell nobody: where workers look for work by themselves."""


@dataclass(frozen=True, slots=True)
class RequestContext:
    """Where the work comes from: the request's id and the caller's address, for the audit."""

    request_id: str | None = None
    client_address: str | None = None


class UnitOfWork:
    """One transaction: its session, and the events recorded in it."""

    def __init__(self, session: Session, *, clock: Clock, context: RequestContext) -> None:
        self.session = session
        self.context = context
        self.now: datetime = clock()
        self.events: list[Event] = []
        self.has_work_for_workers = False

    def record(self, event: Event) -> None:
        """Remember that something happened; the reactions run in this transaction, at its end."""
        self.events.append(event)

    def wake_workers(self) -> None:
        """Ring once this transaction is committed: before, no worker could see what it wrote."""
        self.has_work_for_workers = True


class UnitsOfWork:
    """Opens transactions; safe to share between threads."""

    def __init__(
        self,
        engine: Engine,
        *,
        clock: Clock,
        reactions: Reactions,
        context: RequestContext = RequestContext(),  # noqa: B008 - frozen
        doorbell: Doorbell = silent_doorbell,
    ) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(**{WRITES: True})
        self._hasty_engine = engine.execution_options(**{WRITES: True, WRITES_AT_ONCE: True})
        self._clock = clock
        self._reactions = reactions
        self._doorbell = doorbell
        self.context = context

    def for_request(self, context: RequestContext) -> "UnitsOfWork":
        """Return the same door for work that comes from `context`."""
        return UnitsOfWork(
            self._engine,
            clock=self._clock,
            reactions=self._reactions,
            context=context,
            doorbell=self._doorbell,
        )

    @property
    def now(self) -> datetime:
        """The current time."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Open a transaction that changes nothing; what it loaded stays readable afterwards."""
        with Session(self._engine, expire_on_commit=False, autoflush=False) as session:
            yield UnitOfWork(session, clock=self._clock, context=self.context)

    @contextmanager
    def writing(self, *, waits: bool = True) -> Iterator[UnitOfWork]:
        """Open a transaction that is committed when the block ends well, else rolled back.

        With `waits=False`, SQLite is not waited for while somebody else writes: opening raises
        sqlalchemy's `OperationalError` at once. Elsewhere nothing waits before a row is locked.

        Raises `PreconditionFailed` if a row was changed by somebody else since it was loaded.
        """
        engine = self._writing_engine if waits else self._hasty_engine
        with Session(engine, expire_on_commit=False) as session:
            work = UnitOfWork(session, clock=self._clock, context=self.context)
            try:
                yield work
                session.flush()
                self._react(work)
                session.commit()
            except StaleDataError:
                raise PreconditionFailed("It was changed by somebody else meanwhile.") from None
        if work.has_work_for_workers:
            self.ring()

    def ring(self) -> None:
        """Tell workers that there may be work."""
        self._doorbell()

    def disconnect(self) -> None:
        """Close the connections that nobody uses now; a process that forks shares none then."""
        self._engine.dispose()

    def _react(self, work: UnitOfWork) -> None:
        """Run the reactions; an event recorded by a reaction is reacted to as well."""
        done = 0
        while done < len(work.events):
            event = work.events[done]
            for reaction in self._reactions[type(event)]:
                reaction(work, event)
            done += 1
