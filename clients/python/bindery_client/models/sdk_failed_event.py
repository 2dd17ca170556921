from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.sdk_failed import SdkFailed


T = TypeVar("T", bound="SdkFailedEvent")


@_attrs_define
class SdkFailedEvent:
    """
    Attributes:
        type_ (Literal['sdk.failed']):
        timestamp (datetime.datetime): When it happened.
        version (int): Of the payload's form.
        data (SdkFailed):
    """

    type_: Literal["sdk.failed"]
    timestamp: datetime.datetime
    version: int
    data: SdkFailed
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        timestamp = self.timestamp.isoformat()

        version = self.version

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "timestamp": timestamp,
                "version": version,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sdk_failed import SdkFailed  # noqa: PLC0415

        d = dict(src_dict)
        type_ = cast(Literal["sdk.failed"], d.pop("type"))
        if type_ != "sdk.failed":
            raise ValueError(f"type must match const 'sdk.failed', got '{type_}'")

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        version = d.pop("version")

        data = SdkFailed.from_dict(d.pop("data"))

        sdk_failed_event = cls(
            type_=type_,
            timestamp=timestamp,
            version=version,
            data=data,
        )

        sdk_failed_event.additional_properties = d
        return sdk_failed_event

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
