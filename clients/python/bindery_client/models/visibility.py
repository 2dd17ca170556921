from typing import Literal, cast

Visibility = Literal["internal", "private", "public"]


def check_visibility(
    value: str,
) -> Visibility:
    """Return the value; one that a newer service knows passes through."""
    return cast(Visibility, value)
