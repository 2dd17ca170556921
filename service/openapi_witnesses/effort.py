"""How many steps may a search for a proof take?

Steps are counted rather than timed: the same documents get the same proofs on every machine.
"""


class Exhausted(Exception):
    """The search has taken all the steps that it may."""


class Unsupported(Exception):
    """A schema uses what the validator cannot be asked about."""


class Effort:
    """Steps for all findings together, and for each one alone."""

    def __init__(self, *, in_all: int, each: int) -> None:
        self._left = in_all
        self._each = each
        self._left_here = 0

    def begin(self) -> None:
        """Turn to the next finding; raises Exhausted where none may be looked at any more."""
        if self._left <= 0:
            raise Exhausted
        self._left_here = min(self._each, self._left)

    def spend(self, steps: int = 1) -> None:
        """Take steps; raises Exhausted when they are used up."""
        self._left -= steps
        self._left_here -= steps
        if self._left_here < 0:
            raise Exhausted
