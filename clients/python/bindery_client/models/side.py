from typing import Literal, cast

Side = Literal["base", "revision"]


def check_side(
    value: str,
) -> Side:
    """Return the value; one that a newer service knows passes through."""
    return cast(Side, value)
