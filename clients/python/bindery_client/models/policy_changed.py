from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PolicyChanged")


@_attrs_define
class PolicyChanged:
    """
    Attributes:
        group (str):
        api (None | str): Null: the group's own policy.
        actor (str):
        level (None | str):
        breaking_needs_major (bool | None):
        undetermined (None | str):
        mode (None | str):
    """

    group: str
    api: None | str
    actor: str
    level: None | str
    breaking_needs_major: bool | None
    undetermined: None | str
    mode: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group = self.group

        api: None | str
        api = self.api

        actor = self.actor

        level: None | str
        level = self.level

        breaking_needs_major: bool | None
        breaking_needs_major = self.breaking_needs_major

        undetermined: None | str
        undetermined = self.undetermined

        mode: None | str
        mode = self.mode

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group": group,
                "api": api,
                "actor": actor,
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
        group = d.pop("group")

        def _parse_api(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        api = _parse_api(d.pop("api"))

        actor = d.pop("actor")

        def _parse_level(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        level = _parse_level(d.pop("level"))

        def _parse_breaking_needs_major(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        breaking_needs_major = _parse_breaking_needs_major(d.pop("breaking_needs_major"))

        def _parse_undetermined(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        undetermined = _parse_undetermined(d.pop("undetermined"))

        def _parse_mode(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        mode = _parse_mode(d.pop("mode"))

        policy_changed = cls(
            group=group,
            api=api,
            actor=actor,
            level=level,
            breaking_needs_major=breaking_needs_major,
            undetermined=undetermined,
            mode=mode,
        )

        policy_changed.additional_properties = d
        return policy_changed

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
