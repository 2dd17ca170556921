from typing import Literal, cast

PolicyOrigin = Literal["api", "default", "group", "instance"]


def check_policy_origin(
    value: str,
) -> PolicyOrigin:
    """Return the value; one that a newer service knows passes through."""
    return cast(PolicyOrigin, value)
