"""Which places of a document have been asked for?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from service.openapi_documents.pointers import tokens_of

T = TypeVar("T")


@dataclass(slots=True)
class PositionTree:
    """Pointers as a tree, so that one pass over a text finds them all."""

    pointer: str | None = None
    below: dict[str, "PositionTree"] = field(default_factory=dict)

    def child(self, token: str) -> "PositionTree":
        """The subtree of a member; an empty one where nothing in it was asked for."""
        return self.below.get(token, _NOTHING)

    def note(self, places: dict[str, T], place: T) -> None:
        """Remember the place of this node if it was asked for; the first one counts."""
        if self.pointer is not None:
            places.setdefault(self.pointer, place)


_NOTHING = PositionTree()


def tree_of(pointers: Iterable[str]) -> PositionTree:
    """The tree of some JSON pointers."""
    root = PositionTree()
    for pointer in pointers:
        node = root
        for token in tokens_of(pointer):
            node = node.below.setdefault(token, PositionTree())
        node.pointer = pointer
    return root
