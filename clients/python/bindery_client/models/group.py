from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.visibility import Visibility, check_visibility

T = TypeVar("T", bound="Group")


@_attrs_define
class Group:
    """
    Attributes:
        id (UUID):
        name (str):
        display_name (str):
        description (str):
        visibility (Visibility):
        quota_apis (int | None):
        quota_versions (int | None):
        quota_bytes (int | None):
        created_at (datetime.datetime):
    """

    id: UUID
    name: str
    display_name: str
    description: str
    visibility: Visibility
    quota_apis: int | None
    quota_versions: int | None
    quota_bytes: int | None
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        display_name = self.display_name

        description = self.description

        visibility: str = self.visibility

        quota_apis: int | None
        quota_apis = self.quota_apis

        quota_versions: int | None
        quota_versions = self.quota_versions

        quota_bytes: int | None
        quota_bytes = self.quota_bytes

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "display_name": display_name,
                "description": description,
                "visibility": visibility,
                "quota_apis": quota_apis,
                "quota_versions": quota_versions,
                "quota_bytes": quota_bytes,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        display_name = d.pop("display_name")

        description = d.pop("description")

        visibility = check_visibility(d.pop("visibility"))

        def _parse_quota_apis(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        quota_apis = _parse_quota_apis(d.pop("quota_apis"))

        def _parse_quota_versions(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        quota_versions = _parse_quota_versions(d.pop("quota_versions"))

        def _parse_quota_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        quota_bytes = _parse_quota_bytes(d.pop("quota_bytes"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        group = cls(
            id=id,
            name=name,
            display_name=display_name,
            description=description,
            visibility=visibility,
            quota_apis=quota_apis,
            quota_versions=quota_versions,
            quota_bytes=quota_bytes,
            created_at=created_at,
        )

        group.additional_properties = d
        return group

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
