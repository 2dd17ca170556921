from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.direction import Direction, check_direction
from ..models.judgement import Judgement, check_judgement

T = TypeVar("T", bound="RulePolicy")


@_attrs_define
class RulePolicy:
    """
    Attributes:
        policy (str):
        direction (Direction | None): Null: both.
        judgement (Judgement):
        only_new (bool): Whether only where nothing stood before.
    """

    policy: str
    direction: Direction | None
    judgement: Judgement
    only_new: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        policy = self.policy

        direction: None | str
        if isinstance(self.direction, str):
            direction = self.direction
        else:
            direction = self.direction

        judgement: str = self.judgement

        only_new = self.only_new

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "policy": policy,
                "direction": direction,
                "judgement": judgement,
                "only_new": only_new,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        policy = d.pop("policy")

        def _parse_direction(data: object) -> Direction | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                direction_type_0 = check_direction(data)

                return direction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Direction | None, data)

        direction = _parse_direction(d.pop("direction"))

        judgement = check_judgement(d.pop("judgement"))

        only_new = d.pop("only_new")

        rule_policy = cls(
            policy=policy,
            direction=direction,
            judgement=judgement,
            only_new=only_new,
        )

        rule_policy.additional_properties = d
        return rule_policy

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
