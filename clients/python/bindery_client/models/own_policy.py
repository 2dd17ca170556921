from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.compatibility_level import CompatibilityLevel, check_compatibility_level
from ..models.policy_mode import PolicyMode, check_policy_mode
from ..models.undetermined_action import UndeterminedAction, check_undetermined_action

T = TypeVar("T", bound="OwnPolicy")


@_attrs_define
class OwnPolicy:
    """
    Attributes:
        level (CompatibilityLevel | None):
        breaking_needs_major (bool | None):
        undetermined (None | UndeterminedAction):
        mode (None | PolicyMode):
    """

    level: CompatibilityLevel | None
    breaking_needs_major: bool | None
    undetermined: None | UndeterminedAction
    mode: None | PolicyMode
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level: None | str
        if isinstance(self.level, str):
            level = self.level
        else:
            level = self.level

        breaking_needs_major: bool | None
        breaking_needs_major = self.breaking_needs_major

        undetermined: None | str
        if isinstance(self.undetermined, str):
            undetermined = self.undetermined
        else:
            undetermined = self.undetermined

        mode: None | str
        if isinstance(self.mode, str):
            mode = self.mode
        else:
            mode = self.mode

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

        def _parse_level(data: object) -> CompatibilityLevel | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                level_type_0 = check_compatibility_level(data)

                return level_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CompatibilityLevel | None, data)

        level = _parse_level(d.pop("level"))

        def _parse_breaking_needs_major(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        breaking_needs_major = _parse_breaking_needs_major(d.pop("breaking_needs_major"))

        def _parse_undetermined(data: object) -> None | UndeterminedAction:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undetermined_type_0 = check_undetermined_action(data)

                return undetermined_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UndeterminedAction, data)

        undetermined = _parse_undetermined(d.pop("undetermined"))

        def _parse_mode(data: object) -> None | PolicyMode:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mode_type_0 = check_policy_mode(data)

                return mode_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PolicyMode, data)

        mode = _parse_mode(d.pop("mode"))

        own_policy = cls(
            level=level,
            breaking_needs_major=breaking_needs_major,
            undetermined=undetermined,
            mode=mode,
        )

        own_policy.additional_properties = d
        return own_policy

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
