from typing import Literal, cast

VersionState = Literal["deprecated", "disabled", "pending", "published", "rejected", "sunset"]


def check_version_state(
    value: str,
) -> VersionState:
    """Return the value; one that a newer service knows passes through."""
    return cast(VersionState, value)
