"""Does one schema accept all that another accepts? A second opinion, asked in a process of its own.

`jsonschema_rs.canonicalize` can prove it, but has no bound on its time and memory: so it works in a
process with a limit on both, which is ended and replaced when it goes beyond.
"""

import multiprocessing
import resource
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

import jsonschema_rs

Json = Any

_SECONDS = 1.0
_START_SECONDS = 60.0
_BYTES = 2_000_000_000
_CONTEXT = multiprocessing.get_context("spawn")


class InclusionOracle:
    """Asks a process of its own; to be used in a `with`, which ends the process."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def is_included(self, inner: Json, outer: Json) -> bool | None:
        """Whether `outer` accepts all that `inner` accepts; None where that is not told in time."""
        pipe = self._started()
        try:
            pipe.send((inner, outer))
            if pipe.poll(_SECONDS):
                return bool(pipe.recv()) or None
        except (EOFError, OSError):
            pass  # it went beyond its memory
        self._end()
        return None

    def _started(self) -> Connection:
        if self._pipe is None:
            self._pipe, theirs = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_answer, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            if self._pipe.poll(_START_SECONDS):
                self._pipe.recv()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _answer(pipe: Connection) -> None:
    """Answer until nobody asks: True for a proof, False for anything else."""
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    pipe.send("ready")
    while True:
        inner, outer = pipe.recv()
        pipe.send(_is_proved(inner, outer))


def _is_proved(inner: Json, outer: Json) -> bool:
    first, second = (
        jsonschema_rs.canonicalize(schema, validate_formats=True, offline=True)
        for schema in (inner, outer)
    )
    try:
        return str(first.subtract(second).satisfiability()) == "no"
    except ValueError:
        return False  # it does not support what would have to be said
