from typing import Literal, cast

Specification = Literal["2.0", "3.0", "3.1"]


def check_specification(
    value: str,
) -> Specification:
    """Return the value; one that a newer service knows passes through."""
    return cast(Specification, value)
