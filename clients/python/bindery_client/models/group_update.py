from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.visibility import Visibility, check_visibility
from ..types import UNSET, Unset

T = TypeVar("T", bound="GroupUpdate")


@_attrs_define
class GroupUpdate:
    """
    Attributes:
        display_name (str | Unset):
        description (str | Unset):
        visibility (Visibility | Unset):
        quota_apis (int | None | Unset):
        quota_versions (int | None | Unset):
        quota_bytes (int | None | Unset):
    """

    display_name: str | Unset = UNSET
    description: str | Unset = UNSET
    visibility: Visibility | Unset = UNSET
    quota_apis: int | None | Unset = UNSET
    quota_versions: int | None | Unset = UNSET
    quota_bytes: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        description = self.description

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility

        quota_apis: int | None | Unset
        if isinstance(self.quota_apis, Unset):
            quota_apis = UNSET
        else:
            quota_apis = self.quota_apis

        quota_versions: int | None | Unset
        if isinstance(self.quota_versions, Unset):
            quota_versions = UNSET
        else:
            quota_versions = self.quota_versions

        quota_bytes: int | None | Unset
        if isinstance(self.quota_bytes, Unset):
            quota_bytes = UNSET
        else:
            quota_bytes = self.quota_bytes

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if display_name is not UNSET:
            field_dict["display_name"] = display_name
        if description is not UNSET:
            field_dict["description"] = description
        if visibility is not UNSET:
            field_dict["visibility"] = visibility
        if quota_apis is not UNSET:
            field_dict["quota_apis"] = quota_apis
        if quota_versions is not UNSET:
            field_dict["quota_versions"] = quota_versions
        if quota_bytes is not UNSET:
            field_dict["quota_bytes"] = quota_bytes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display_name = d.pop("display_name", UNSET)

        description = d.pop("description", UNSET)

        _visibility = d.pop("visibility", UNSET)
        visibility: Visibility | Unset
        if isinstance(_visibility, Unset):
            visibility = UNSET
        else:
            visibility = check_visibility(_visibility)

        def _parse_quota_apis(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quota_apis = _parse_quota_apis(d.pop("quota_apis", UNSET))

        def _parse_quota_versions(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quota_versions = _parse_quota_versions(d.pop("quota_versions", UNSET))

        def _parse_quota_bytes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quota_bytes = _parse_quota_bytes(d.pop("quota_bytes", UNSET))

        group_update = cls(
            display_name=display_name,
            description=description,
            visibility=visibility,
            quota_apis=quota_apis,
            quota_versions=quota_versions,
            quota_bytes=quota_bytes,
        )

        return group_update
