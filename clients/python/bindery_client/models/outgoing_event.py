from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_type import EventType, check_event_type

if TYPE_CHECKING:
    from ..models.outgoing_event_payload import OutgoingEventPayload


T = TypeVar("T", bound="OutgoingEvent")


@_attrs_define
class OutgoingEvent:
    """
    Attributes:
        id (UUID): The same as in the header `webhook-id`.
        type_ (EventType):
        api_id (None | UUID):
        payload (OutgoingEventPayload): What is sent; its schema is that of the type, at `webhooks`.
        created_at (datetime.datetime):
    """

    id: UUID
    type_: EventType
    api_id: None | UUID
    payload: OutgoingEventPayload
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        type_: str = self.type_

        api_id: None | str
        if isinstance(self.api_id, UUID):
            api_id = str(self.api_id)
        else:
            api_id = self.api_id

        payload = self.payload.to_dict()

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "type": type_,
                "api_id": api_id,
                "payload": payload,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.outgoing_event_payload import (
            OutgoingEventPayload,  # noqa: PLC0415
        )

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        type_ = check_event_type(d.pop("type"))

        def _parse_api_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                api_id_type_0 = UUID(data)

                return api_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        api_id = _parse_api_id(d.pop("api_id"))

        payload = OutgoingEventPayload.from_dict(d.pop("payload"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        outgoing_event = cls(
            id=id,
            type_=type_,
            api_id=api_id,
            payload=payload,
            created_at=created_at,
        )

        outgoing_event.additional_properties = d
        return outgoing_event

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
