from typing import Literal, cast

SettableState = Literal["deprecated", "disabled", "published", "sunset"]


def check_settable_state(
    value: str,
) -> SettableState:
    """Return the value; one that a newer service knows passes through."""
    return cast(SettableState, value)
