from typing import Literal, cast

Role = Literal["maintainer", "owner", "publisher", "reader"]


def check_role(
    value: str,
) -> Role:
    """Return the value; one that a newer service knows passes through."""
    return cast(Role, value)
