from typing import Literal, cast

CompatibilityLevel = Literal["backward", "backward_transitive", "none"]


def check_compatibility_level(
    value: str,
) -> CompatibilityLevel:
    """Return the value; one that a newer service knows passes through."""
    return cast(CompatibilityLevel, value)
