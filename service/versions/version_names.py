"""What does a version's name say about its place among the others? Pure."""

from enum import StrEnum

import semver

_LARGEST_MAJOR = 2**31 - 1


class Step(StrEnum):
    """How a version's name relates to that of the version it is compared with."""

    SAME_MAJOR = "same_major"
    MAJOR_RAISED = "major_raised"
    MAJOR_LOWERED = "major_lowered"
    UNKNOWN = "unknown"
    """Not both names are semantic versions."""


def major_of(name: str) -> int | None:
    """Return the major number of a semantic version; None if the name is none.

    Strictly semantic (https://semver.org): `1.2`, `v1.2.3` and dates are just names. A major
    beyond what databases count is taken for a name, too.
    """
    if not semver.Version.is_valid(name):
        return None
    major = semver.Version.parse(name).major
    return major if major <= _LARGEST_MAJOR else None


def step_between(base_name: str, name: str) -> Step:
    """Return how one gets from the base's name to `name`."""
    base, major = major_of(base_name), major_of(name)
    if base is None or major is None:
        return Step.UNKNOWN
    if major == base:
        return Step.SAME_MAJOR
    return Step.MAJOR_RAISED if major > base else Step.MAJOR_LOWERED
