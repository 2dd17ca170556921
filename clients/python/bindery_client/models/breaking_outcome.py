from typing import Literal, cast

BreakingOutcome = Literal["held", "published", "refused"]


def check_breaking_outcome(
    value: str,
) -> BreakingOutcome:
    """Return the value; one that a newer service knows passes through."""
    return cast(BreakingOutcome, value)
