"""What can be wrong with a document, and how is it said?

InvalidDocument         the document is refused, for the problems it carries
└── DocumentTooLarge    its bytes alone are more than the limit for its format
"""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `code` is for programs and never changes, `message` is for people.

    `pointer` (RFC 6901) is None where the text could not be parsed; `line` and `column` (from 1)
    are None where only the pointer is known.
    """

    code: str
    message: str
    pointer: str | None = None
    line: int | None = None
    column: int | None = None


class InvalidDocument(Exception):  # a refusal, named as the domain names it
    """The bytes are not a document that can be accepted; `problems` says why, at most 50 times."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = bounded(problems)
        super().__init__(self.problems[0].message)


class DocumentTooLarge(InvalidDocument):
    """The document has more bytes than the limit for its format."""


def bounded(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first 50 problems, with a last one that says if there were more."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    rest = Problem(
        "more-problems", f"There are more problems; these are the first {MOST_PROBLEMS}."
    )
    return (*problems[:MOST_PROBLEMS], rest)


def refusal(
    code: str,
    message: str,
    *,
    pointer: str | None = None,
    line: int | None = None,
    column: int | None = None,
) -> InvalidDocument:
    """The refusal of a document for a single problem."""
    return InvalidDocument([Problem(code, message, pointer, line, column)])
