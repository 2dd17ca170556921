from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.http_method import HttpMethod, check_http_method

T = TypeVar("T", bound="Operation")


@_attrs_define
class Operation:
    """
    Attributes:
        method (HttpMethod):
        path (str):
        operation_id (None | str):
        summary (None | str):
        tags (list[str]):
        deprecated (bool):
    """

    method: HttpMethod
    path: str
    operation_id: None | str
    summary: None | str
    tags: list[str]
    deprecated: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        method: str = self.method

        path = self.path

        operation_id: None | str
        operation_id = self.operation_id

        summary: None | str
        summary = self.summary

        tags = self.tags

        deprecated = self.deprecated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "method": method,
                "path": path,
                "operation_id": operation_id,
                "summary": summary,
                "tags": tags,
                "deprecated": deprecated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        method = check_http_method(d.pop("method"))

        path = d.pop("path")

        def _parse_operation_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        operation_id = _parse_operation_id(d.pop("operation_id"))

        def _parse_summary(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        summary = _parse_summary(d.pop("summary"))

        tags = cast(list[str], d.pop("tags"))

        deprecated = d.pop("deprecated")

        operation = cls(
            method=method,
            path=path,
            operation_id=operation_id,
            summary=summary,
            tags=tags,
            deprecated=deprecated,
        )

        operation.additional_properties = d
        return operation

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
