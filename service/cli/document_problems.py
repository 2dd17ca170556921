"""Where in a document is something wrong? Said so that an editor and a reader find it."""

from collections.abc import Sequence
from typing import Protocol

from service.cli.change_rendering import plain_line

STANDARD_INPUT = "<stdin>"
_SHOWN_PROBLEMS = 5


class TellableProblem(Protocol):
    """A fault of a document, whoever found it."""

    @property
    def message(self) -> str:
        """Say it to people."""

    @property
    def pointer(self) -> str | None:
        """The JSON pointer to it, if that is known."""

    @property
    def line(self) -> int | None:
        """Its line, if that is known."""

    @property
    def column(self) -> int | None:
        """Its column, if that is known."""


def told_problems(file: str, problems: Sequence[TellableProblem]) -> str:
    """Return the first problems of a file, a line for each: FILE:LINE:COLUMN and what it is."""
    lines = [plain_line(_located(file, problem)) for problem in problems[:_SHOWN_PROBLEMS]]
    more = len(problems) - _SHOWN_PROBLEMS
    return "\n".join([*lines, f"... and {more} more"] if more > 0 else lines)


def problem_line(message: str, *, line: int | None, pointer: str | None) -> str:
    """Return a problem with the line and the JSON pointer it stands at, where they are known."""
    place = "" if line is None else f"line {line}: "
    return f"{place}{message}{_at(pointer)}"


def _located(file: str, problem: TellableProblem) -> str:
    place = [
        file,
        *(str(number) for number in (problem.line, problem.column) if number is not None),
    ]
    return f"{':'.join(place)}: {problem.message}{_at(problem.pointer)}"


def _at(pointer: str | None) -> str:
    return "" if pointer is None else f" (at {pointer or 'the top'})"
