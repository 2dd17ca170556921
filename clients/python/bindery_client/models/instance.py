from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Instance")


@_attrs_define
class Instance:
    """
    Attributes:
        name (str):
        version (str): Of the service.
        engine_version (str): Of the comparison engine.
        ruleset_digest (str): Changes when a rule of the comparison engine does.
        document (str): Path of this API's OpenAPI document.
    """

    name: str
    version: str
    engine_version: str
    ruleset_digest: str
    document: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        version = self.version

        engine_version = self.engine_version

        ruleset_digest = self.ruleset_digest

        document = self.document

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "version": version,
                "engine_version": engine_version,
                "ruleset_digest": ruleset_digest,
                "document": document,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        version = d.pop("version")

        engine_version = d.pop("engine_version")

        ruleset_digest = d.pop("ruleset_digest")

        document = d.pop("document")

        instance = cls(
            name=name,
            version=version,
            engine_version=engine_version,
            ruleset_digest=ruleset_digest,
            document=document,
        )

        instance.additional_properties = d
        return instance

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
