"""What can happen to the instance as a whole?"""

from dataclasses import dataclass

from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceSwept(Event):
    """Rows that nobody can use any more were deleted."""

    name = "instance.swept"
