"""Why is there no package, and what would have to change in the document?"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One obstacle, told to whoever wrote the document and knows nothing of generators.

    `pointer` is the place in the document (a JSON pointer; empty for the document as a whole),
    `sentence` says what is in the way there, `remedy` what to change.
    """

    pointer: str
    sentence: str
    remedy: str


class BuildFailed(Exception):
    """No package can be built from this document; `reasons` holds at least one."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__("; ".join(f"{reason.pointer}: {reason.sentence}" for reason in reasons))
        self.reasons = tuple(reasons)
