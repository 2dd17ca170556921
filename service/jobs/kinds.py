"""Which kinds of jobs can there be? A kind is declared where it is caused, and handled elsewhere.

`job_handlers.py` joins each kind with its handler, as `event_handlers.py` joins events with
reactions; so a domain can cause work that a room above it does.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from service.jobs.running import RunningJob

_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9._:@/+-]{1,128}")

JobArguments = Mapping[str, str | int]
JobHandler = Callable[[RunningJob, Mapping[str, Any]], None]
"""Does the work in a process of its own. It may be called again after it was interrupted anywhere,
so that what it does outside of the database must bear repetition."""


class BadArguments(ValueError):
    """The arguments are not those that the kind takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLimits:
    """What one attempt may use, and how many there are."""

    seconds: int = 300
    memory_bytes: int = 1_000_000_000
    """On top of what the worker itself holds."""
    attempts: int = 3
    backoff_seconds: float = 4.0
    """The wait after the first failed attempt; doubled after each further one."""
    at_once: int = 64
    """How many of this kind one worker does at the same time, so that it has room for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobKind:
    """A kind of job: its name, and what its arguments are called.

    Arguments are ids and names of what is stored, never the content: nothing in them can be secret
    or go stale. `one_per` names the arguments that make its subject: while a job of the kind about
    the same subject is open, no other is added.
    """

    name: str
    arguments: tuple[str, ...] = ()
    one_per: tuple[str, ...] | None = None
    limits: JobLimits = JobLimits()

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Raise `BadArguments` unless these are the arguments of the kind."""
        if set(arguments) != set(self.arguments):
            raise BadArguments(f"{self.name} takes {self.arguments}, not {tuple(arguments)}.")
        for name, value in arguments.items():
            if not _is_id(value):
                raise BadArguments(f"{self.name}: the argument '{name}' is no id.")

    def subject_of(self, arguments: JobArguments) -> str | None:
        """Return what a job with these arguments is about, if only one at a time may be open."""
        if self.one_per is None:
            return None
        return " ".join([self.name, *(str(arguments[name]) for name in self.one_per)])


JobHandlers = Mapping[JobKind, JobHandler]


def _is_id(value: Any) -> bool:
    if isinstance(value, str):
        return _ACCEPTABLE_ID.fullmatch(value) is not None
    return type(value) is int and abs(value) < 2**63
