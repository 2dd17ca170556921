from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.policy_origin import PolicyOrigin, check_policy_origin

T = TypeVar("T", bound="PolicyOrigins")


@_attrs_define
class PolicyOrigins:
    """
    Attributes:
        level (PolicyOrigin):
        breaking_needs_major (PolicyOrigin):
        undetermined (PolicyOrigin):
        mode (PolicyOrigin):
    """

    level: PolicyOrigin
    breaking_needs_major: PolicyOrigin
    undetermined: PolicyOrigin
    mode: PolicyOrigin
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level: str = self.level

        breaking_needs_major: str = self.breaking_needs_major

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
        level = check_policy_origin(d.pop("level"))

        breaking_needs_major = check_policy_origin(d.pop("breaking_needs_major"))

        undetermined = check_policy_origin(d.pop("undetermined"))

        mode = check_policy_origin(d.pop("mode"))

        policy_origins = cls(
            level=level,
            breaking_needs_major=breaking_needs_major,
            undetermined=undetermined,
            mode=mode,
        )

        policy_origins.additional_properties = d
        return policy_origins

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
