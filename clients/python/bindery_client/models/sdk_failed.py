from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SdkFailed")


@_attrs_define
class SdkFailed:
    """
    Attributes:
        group (str):
        api (str):
        actor (str): Who did it.
        version (str):
        version_id (UUID):
        package (str):
        package_version (str):
        pointers (list[str]): Places in the document that stand in the way.
    """

    group: str
    api: str
    actor: str
    version: str
    version_id: UUID
    package: str
    package_version: str
    pointers: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group = self.group

        api = self.api

        actor = self.actor

        version = self.version

        version_id = str(self.version_id)

        package = self.package

        package_version = self.package_version

        pointers = self.pointers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group": group,
                "api": api,
                "actor": actor,
                "version": version,
                "version_id": version_id,
                "package": package,
                "package_version": package_version,
                "pointers": pointers,
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

        package = d.pop("package")

        package_version = d.pop("package_version")

        pointers = cast(list[str], d.pop("pointers"))

        sdk_failed = cls(
            group=group,
            api=api,
            actor=actor,
            version=version,
            version_id=version_id,
            package=package,
            package_version=package_version,
            pointers=pointers,
        )

        sdk_failed.additional_properties = d
        return sdk_failed

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
