"""What is there to tell about two compared files: the comparison, and where in them it stands?"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.openapi_diff import Change, Comparison, Level
from service.openapi_documents import OpenApiDocument, locate_nearest

_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class ComparedFile:
    """A document under the name that the caller gave it, with its bytes as they were read."""

    name: str
    raw: bytes
    document: OpenApiDocument


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, as editors find it; lines and columns count from 1, columns characters."""

    file: str
    pointer: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where each change stood and stands; None where it does not exist or nobody looked."""

    base: dict[str, Place]
    revision: dict[str, Place]

    def before(self, change: Change) -> Place | None:
        """Where the thing stood in the base."""
        return self.base.get(change.base_pointer) if change.base_pointer is not None else None

    def after(self, change: Change) -> Place | None:
        """Where the thing stands in the revision."""
        pointer = change.revision_pointer
        return self.revision.get(pointer) if pointer is not None else None


NOWHERE = Places({}, {})


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison of two files, and how the reader wants to see it.

    `least` are the quietest changes to show; `rules_page` is the address of the page of rules, or
    empty.
    """

    comparison: Comparison
    base: ComparedFile
    revision: ComparedFile
    least: Level
    has_lines: bool = True
    has_colour: bool = False
    rules_page: str = ""

    @property
    def shown(self) -> list[Change]:
        """The changes that are loud enough, in the comparison's own order."""
        return [change for change in self.comparison.changes if is_loud(change, self.least)]

    def places_of(self, changes: Iterable[Change]) -> Places:
        """Where these changes stand, found in one pass over each file."""
        if not self.has_lines:
            return NOWHERE
        told = list(changes)
        return Places(
            _places(self.base, {change.base_pointer for change in told}),
            _places(self.revision, {change.revision_pointer for change in told}),
        )


def is_loud(change: Change, least: Level) -> bool:
    """Whether a change is at least as loud as this level."""
    return _LEVELS.index(change.level) <= _LEVELS.index(least)


def _places(file: ComparedFile, pointers: set[str | None]) -> dict[str, Place]:
    wanted = {pointer for pointer in pointers if pointer is not None}
    if not wanted:
        return {}
    found = locate_nearest(file.raw, file.document.format, wanted)
    return {
        pointer: Place(file.name, pointer, line, column)
        for pointer, (line, column) in found.items()
    }
