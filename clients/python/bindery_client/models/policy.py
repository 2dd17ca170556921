from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.effective_policy import EffectivePolicy
    from ..models.own_policy import OwnPolicy
    from ..models.policy_origins import PolicyOrigins


T = TypeVar("T", bound="Policy")


@_attrs_define
class Policy:
    """
    Attributes:
        own (OwnPolicy):
        effective (EffectivePolicy):
        origins (PolicyOrigins):
    """

    own: OwnPolicy
    effective: EffectivePolicy
    origins: PolicyOrigins
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        own = self.own.to_dict()

        effective = self.effective.to_dict()

        origins = self.origins.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "own": own,
                "effective": effective,
                "origins": origins,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.effective_policy import EffectivePolicy  # noqa: PLC0415
        from ..models.own_policy import OwnPolicy  # noqa: PLC0415
        from ..models.policy_origins import PolicyOrigins  # noqa: PLC0415

        d = dict(src_dict)
        own = OwnPolicy.from_dict(d.pop("own"))

        effective = EffectivePolicy.from_dict(d.pop("effective"))

        origins = PolicyOrigins.from_dict(d.pop("origins"))

        policy = cls(
            own=own,
            effective=effective,
            origins=origins,
        )

        policy.additional_properties = d
        return policy

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
