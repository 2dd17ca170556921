from typing import Literal, cast

PolicyMode = Literal["enforce", "observe", "warn"]


def check_policy_mode(
    value: str,
) -> PolicyMode:
    """Return the value; one that a newer service knows passes through."""
    return cast(PolicyMode, value)
