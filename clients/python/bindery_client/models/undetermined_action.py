from typing import Literal, cast

UndeterminedAction = Literal["accept", "hold", "refuse"]


def check_undetermined_action(
    value: str,
) -> UndeterminedAction:
    """Return the value; one that a newer service knows passes through."""
    return cast(UndeterminedAction, value)
