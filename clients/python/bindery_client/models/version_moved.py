from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VersionMoved")


@_attrs_define
class VersionMoved:
    """
    Attributes:
        group (str):
        api (str):
        actor (str): Who did it.
        version (str):
        version_id (UUID):
        before (str):
        after (str):
        reason (None | str):
    """

    group: str
    api: str
    actor: str
    version: str
    version_id: UUID
    before: str
    after: str
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group = self.group

        api = self.api

        actor = self.actor

        version = self.version

        version_id = str(self.version_id)

        before = self.before

        after = self.after

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group": group,
                "api": api,
                "actor": actor,
                "version": version,
                "version_id": version_id,
                "before": before,
                "after": after,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        group = d.pop("group")

        api = d.pop("api")

        actor = d.pop("actor")

        version = d.pop("version")

        version_id = UUID(d.pop("version_id"))

        before = d.pop("before")

        after = d.pop("after")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        version_moved = cls(
            group=group,
            api=api,
            actor=actor,
            version=version,
            version_id=version_id,
            before=before,
            after=after,
            reason=reason,
        )

        version_moved.additional_properties = d
        return version_moved

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
