from typing import Literal, cast

VersionSort = Literal["newest", "oldest"]


def check_version_sort(
    value: str,
) -> VersionSort:
    """Return the value; one that a newer service knows passes through."""
    return cast(VersionSort, value)
