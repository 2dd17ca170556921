"""What does an id of another project mean in our rules?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from benchmarks.conformance.cases import Expected
from service.openapi_diff import Direction


@dataclass(frozen=True, slots=True)
class Meaning:
    """The rules that say the same edit, in whatever direction where none is given.

    No rules at all: the source speaks of something that we do not report as a change, and the
    table says so on purpose.
    """

    rules: frozenset[str]
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A mapping table. `read` answers None for an id that the table does not know.

    `words` are all rules that the vocabulary has an id for: of the others it says nothing, right
    or wrong.
    """

    read: Callable[[Expected], Meaning | None]
    words: frozenset[str]


def meaning(rules: str, direction: Direction | None = None) -> Meaning:
    """The meaning of rules written apart by blanks; `a.b|c` is short for `a.b` and `a.c`."""
    return Meaning(frozenset(_spelt(rules)), direction)


def _spelt(rules: str) -> Iterable[str]:
    for word in rules.split():
        family, _, names = word.partition(".")
        for name in names.split("|"):
            yield f"{family}.{name}"


def literal(table: Mapping[str, str]) -> Vocabulary:
    """The vocabulary of a table from id to rules."""
    meanings = {name: meaning(rules) for name, rules in table.items()}
    return Vocabulary(lambda expected: meanings.get(expected.id), words_of(table.values()))


def words_of(rules: Iterable[str]) -> frozenset[str]:
    """All rules that a table leads to."""
    return frozenset(rule for row in rules for rule in _spelt(row))
