"""How much work may a comparison do, whatever the documents hold?"""

from typing import Any

# Schemas and branches looked at, counted rather than timed: the same documents get the same answer
# on every machine. The largest real pairs known take a sixth of it at most.
_FLOOR = 60_000


class Work:
    """Counts the work that is left; small documents have the floor, large ones their own size."""

    def __init__(self, *documents: Any, floor: int = _FLOOR) -> None:
        self._documents = documents
        self._left = floor
        self.is_extended = False  # whether more was needed than small documents may take

    def spend(self, amount: int) -> None:
        self._left -= amount
        if self._left <= 0 and not self.is_extended:
            # Most comparisons never come here, so that most documents are never counted.
            self.is_extended = True
            self._left += _objects_in(self._documents)

    @property
    def is_done(self) -> bool:
        """Whether all that may be done has been done: what is left is not told."""
        return self._left <= 0


def _objects_in(documents: tuple[Any, ...]) -> int:
    count = 0
    open_values: list[Any] = list(documents)
    while open_values:
        current = open_values.pop()
        if isinstance(current, dict):
            count += 1
            open_values.extend(current.values())
        elif isinstance(current, list):
            open_values.extend(current)
    return count
