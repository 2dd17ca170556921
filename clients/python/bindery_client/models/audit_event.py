from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor_kind import ActorKind, check_actor_kind

if TYPE_CHECKING:
    from ..models.audit_event_details import AuditEventDetails


T = TypeVar("T", bound="AuditEvent")


@_attrs_define
class AuditEvent:
    """
    Attributes:
        id (int):
        at (datetime.datetime):
        action (str):
        actor_kind (ActorKind):
        actor_id (None | UUID):
        actor_name (str): The name at that time.
        token_id (None | UUID): The access token that was used.
        subject_type (str):
        subject_id (str):
        subject (str): The name at that time.
        group_id (None | UUID):
        api_id (None | UUID):
        details (AuditEventDetails): What else is known, by action.
        request_id (None | str):
        client_address (None | str):
    """

    id: int
    at: datetime.datetime
    action: str
    actor_kind: ActorKind
    actor_id: None | UUID
    actor_name: str
    token_id: None | UUID
    subject_type: str
    subject_id: str
    subject: str
    group_id: None | UUID
    api_id: None | UUID
    details: AuditEventDetails
    request_id: None | str
    client_address: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        at = self.at.isoformat()

        action = self.action

        actor_kind: str = self.actor_kind

        actor_id: None | str
        if isinstance(self.actor_id, UUID):
            actor_id = str(self.actor_id)
        else:
            actor_id = self.actor_id

        actor_name = self.actor_name

        token_id: None | str
        if isinstance(self.token_id, UUID):
            token_id = str(self.token_id)
        else:
            token_id = self.token_id

        subject_type = self.subject_type

        subject_id = self.subject_id

        subject = self.subject

        group_id: None | str
        if isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        api_id: None | str
        if isinstance(self.api_id, UUID):
            api_id = str(self.api_id)
        else:
            api_id = self.api_id

        details = self.details.to_dict()

        request_id: None | str
        request_id = self.request_id

        client_address: None | str
        client_address = self.client_address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "action": action,
                "actor_kind": actor_kind,
                "actor_id": actor_id,
                "actor_name": actor_name,
                "token_id": token_id,
                "subject_type": subject_type,
                "subject_id": subject_id,
                "subject": subject,
                "group_id": group_id,
                "api_id": api_id,
                "details": details,
                "request_id": request_id,
                "client_address": client_address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_event_details import AuditEventDetails  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        action = d.pop("action")

        actor_kind = check_actor_kind(d.pop("actor_kind"))

        def _parse_actor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                actor_id_type_0 = UUID(data)

                return actor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        actor_id = _parse_actor_id(d.pop("actor_id"))

        actor_name = d.pop("actor_name")

        def _parse_token_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                token_id_type_0 = UUID(data)

                return token_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        token_id = _parse_token_id(d.pop("token_id"))

        subject_type = d.pop("subject_type")

        subject_id = d.pop("subject_id")

        subject = d.pop("subject")

        def _parse_group_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        group_id = _parse_group_id(d.pop("group_id"))

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

        details = AuditEventDetails.from_dict(d.pop("details"))

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("request_id"))

        def _parse_client_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        client_address = _parse_client_address(d.pop("client_address"))

        audit_event = cls(
            id=id,
            at=at,
            action=action,
            actor_kind=actor_kind,
            actor_id=actor_id,
            actor_name=actor_name,
            token_id=token_id,
            subject_type=subject_type,
            subject_id=subject_id,
            subject=subject,
            group_id=group_id,
            api_id=api_id,
            details=details,
            request_id=request_id,
            client_address=client_address,
        )

        audit_event.additional_properties = d
        return audit_event

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
