"""Which compatibility policy holds, and where does each value of it come from? Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from service.apis.models import CompatibilityLevel, PolicyMode, UndeterminedAction


class PolicyOrigin(StrEnum):
    """Where a value was set; each level wins over the ones before it."""

    DEFAULT = "default"
    INSTANCE = "instance"
    GROUP = "group"
    API = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyValues:
    """What one level sets; None means inherited."""

    level: CompatibilityLevel | None = None
    breaking_needs_major: bool | None = None
    undetermined: UndeterminedAction | None = None
    mode: PolicyMode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectivePolicy:
    """What holds for one API, group or the instance; `origins` maps each value's name."""

    level: CompatibilityLevel
    breaking_needs_major: bool
    undetermined: UndeterminedAction
    mode: PolicyMode
    origins: Mapping[str, PolicyOrigin]


VALUE_NAMES = ("level", "breaking_needs_major", "undetermined", "mode")

DEFAULTS: MappingProxyType[str, Any] = MappingProxyType(
    {
        "level": CompatibilityLevel.BACKWARD,
        "breaking_needs_major": True,
        "undetermined": UndeterminedAction.HOLD,
        "mode": PolicyMode.WARN,
    }
)
"""What holds where nobody has set anything.

`warn`: every break is said, in the answer and with the version, and nothing is refused. A team
that moves in brings a history in which minor versions broke things and names that are dates;
refusing those would teach it to switch the policy off. Who then says `enforce`, which is one PUT,
gets the careful meaning of everything else: a break needs a new major, and what cannot be
determined waits for a maintainer instead of passing as compatible.
"""


def effective_policy(layers: Sequence[tuple[PolicyOrigin, PolicyValues]]) -> EffectivePolicy:
    """Return what holds, given what each level sets; later layers win."""
    values = dict(DEFAULTS)
    origins = dict.fromkeys(VALUE_NAMES, PolicyOrigin.DEFAULT)
    for origin, layer in layers:
        for name in VALUE_NAMES:
            value = getattr(layer, name)
            if value is not None:
                values[name] = value
                origins[name] = origin
    return EffectivePolicy(**values, origins=MappingProxyType(origins))
