from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.compatibility_level import CompatibilityLevel, check_compatibility_level
from ..models.policy_mode import PolicyMode, check_policy_mode
from ..models.undetermined_action import UndeterminedAction, check_undetermined_action

T = TypeVar("T", bound="EffectivePolicy")


@_attrs_define
class EffectivePolicy:
    """
    Attributes:
        level (CompatibilityLevel):
        breaking_needs_major (bool): True: a breaking change is acceptable with a new major version, and only so. False:
            in no version.
        undetermined (UndeterminedAction):
        mode (PolicyMode):
    """

    level: CompatibilityLevel
    breaking_needs_major: bool
    undetermined: UndeterminedAction
    mode: PolicyMode
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level: str = self.level

        breaking_needs_major = self.breaking_needs_major

        undetermined: str = self.undetermined

        mode: str = self.mode

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "level": level,
                "breaking_needs_major": breaking_needs_major,
                "undetermined": undetermined,
                "mode": mode,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        level = check_compatibility_level(d.pop("level"))

        breaking_needs_major = d.pop("breaking_needs_major")

        undetermined = check_undetermined_action(d.pop("undetermined"))

        mode = check_policy_mode(d.pop("mode"))

        effective_policy = cls(
            level=level,
            breaking_needs_major=breaking_needs_major,
            undetermined=undetermined,
            mode=mode,
        )

        effective_policy.additional_properties = d
        return effective_policy

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
