from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.compatibility_level import CompatibilityLevel, check_compatibility_level
from ..models.policy_mode import PolicyMode, check_policy_mode
from ..models.undetermined_action import UndeterminedAction, check_undetermined_action
from ..types import UNSET, Unset

T = TypeVar("T", bound="PolicySet")


@_attrs_define
class PolicySet:
    """
    Attributes:
        level (CompatibilityLevel | None | Unset): With which earlier versions a new one must be compatible. Null:
            inherited.
        breaking_needs_major (bool | None | Unset): True: a breaking change is acceptable with a new major version, and
            only so. False: in no version. Null: inherited.
        undetermined (None | UndeterminedAction | Unset): What follows in the mode `enforce` where the verdict is
            `undetermined`. Null: inherited.
        mode (None | PolicyMode | Unset): What a violation leads to: nothing, a warning, a refusal. Null: inherited.
    """

    level: CompatibilityLevel | None | Unset = UNSET
    breaking_needs_major: bool | None | Unset = UNSET
    undetermined: None | UndeterminedAction | Unset = UNSET
    mode: None | PolicyMode | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        level: None | str | Unset
        if isinstance(self.level, Unset):
            level = UNSET
        elif isinstance(self.level, str):
            level = self.level
        else:
            level = self.level

        breaking_needs_major: bool | None | Unset
        if isinstance(self.breaking_needs_major, Unset):
            breaking_needs_major = UNSET
        else:
            breaking_needs_major = self.breaking_needs_major

        undetermined: None | str | Unset
        if isinstance(self.undetermined, Unset):
            undetermined = UNSET
        elif isinstance(self.undetermined, str):
            undetermined = self.undetermined
        else:
            undetermined = self.undetermined

        mode: None | str | Unset
        if isinstance(self.mode, Unset):
            mode = UNSET
        elif isinstance(self.mode, str):
            mode = self.mode
        else:
            mode = self.mode

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if level is not UNSET:
            field_dict["level"] = level
        if breaking_needs_major is not UNSET:
            field_dict["breaking_needs_major"] = breaking_needs_major
        if undetermined is not UNSET:
            field_dict["undetermined"] = undetermined
        if mode is not UNSET:
            field_dict["mode"] = mode

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_level(data: object) -> CompatibilityLevel | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                level_type_0 = check_compatibility_level(data)

                return level_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CompatibilityLevel | None | Unset, data)

        level = _parse_level(d.pop("level", UNSET))

        def _parse_breaking_needs_major(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        breaking_needs_major = _parse_breaking_needs_major(d.pop("breaking_needs_major", UNSET))

        def _parse_undetermined(data: object) -> None | UndeterminedAction | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undetermined_type_0 = check_undetermined_action(data)

                return undetermined_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UndeterminedAction | Unset, data)

        undetermined = _parse_undetermined(d.pop("undetermined", UNSET))

        def _parse_mode(data: object) -> None | PolicyMode | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mode_type_0 = check_policy_mode(data)

                return mode_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PolicyMode | Unset, data)

        mode = _parse_mode(d.pop("mode", UNSET))

        policy_set = cls(
            level=level,
            breaking_needs_major=breaking_needs_major,
            undetermined=undetermined,
            mode=mode,
        )

        return policy_set
