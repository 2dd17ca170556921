from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.event_type import EventType, check_event_type
from ..types import UNSET, Unset

T = TypeVar("T", bound="WebhookUpdate")


@_attrs_define
class WebhookUpdate:
    """
    Attributes:
        url (str | Unset): Where to send events.
        event_types (list[EventType] | Unset): Which types of events to send. Empty: all, also those that later releases
            add. Pings come whether named or not.
        description (str | Unset):
        is_enabled (bool | Unset): False: nothing is sent, and what is on its way is cancelled.
    """

    url: str | Unset = UNSET
    event_types: list[EventType] | Unset = UNSET
    description: str | Unset = UNSET
    is_enabled: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        event_types: list[str] | Unset = UNSET
        if not isinstance(self.event_types, Unset):
            event_types = []
            for event_types_item_data in self.event_types:
                event_types_item: str = event_types_item_data
                event_types.append(event_types_item)

        description = self.description

        is_enabled = self.is_enabled

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if event_types is not UNSET:
            field_dict["event_types"] = event_types
        if description is not UNSET:
            field_dict["description"] = description
        if is_enabled is not UNSET:
            field_dict["is_enabled"] = is_enabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        _event_types = d.pop("event_types", UNSET)
        event_types: list[EventType] | Unset = UNSET
        if _event_types is not UNSET:
            event_types = []
            for event_types_item_data in _event_types:
                event_types_item = check_event_type(event_types_item_data)

                event_types.append(event_types_item)

        description = d.pop("description", UNSET)

        is_enabled = d.pop("is_enabled", UNSET)

        webhook_update = cls(
            url=url,
            event_types=event_types,
            description=description,
            is_enabled=is_enabled,
        )

        return webhook_update
