"""Which states may a version go to from where it is? Pure."""

from types import MappingProxyType

from service.versions.models import VersionState

ALLOWED_STATES: MappingProxyType[VersionState, frozenset[VersionState]] = MappingProxyType(
    {
        VersionState.PENDING: frozenset(),
        VersionState.PUBLISHED: frozenset(
            {VersionState.DEPRECATED, VersionState.SUNSET, VersionState.DISABLED}
        ),
        VersionState.DEPRECATED: frozenset(
            {
                VersionState.DEPRECATED,  # with another date
                VersionState.PUBLISHED,
                VersionState.SUNSET,
                VersionState.DISABLED,
            }
        ),
        VersionState.SUNSET: frozenset({VersionState.DEPRECATED, VersionState.DISABLED}),
        VersionState.DISABLED: frozenset({VersionState.PUBLISHED, VersionState.DEPRECATED}),
        VersionState.REJECTED: frozenset(),
    }
)
"""What a maintainer may set; a pending version is released or rejected by a review instead."""

REVIEWABLE = frozenset({VersionState.PENDING})


def may_become(state: VersionState, target: VersionState) -> bool:
    """Whether a version in `state` may be set to `target`."""
    return target in ALLOWED_STATES[state]
