from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Statistics")


@_attrs_define
class Statistics:
    """
    Attributes:
        users (int):
        active_users (int):
        active_administrators (int):
        open_invitations (int):
        active_access_tokens (int):
        service_accounts (int):
        groups (int):
        apis (int):
        versions (int):
        documents (int):
        document_bytes (int):
        audit_events (int):
    """

    users: int
    active_users: int
    active_administrators: int
    open_invitations: int
    active_access_tokens: int
    service_accounts: int
    groups: int
    apis: int
    versions: int
    documents: int
    document_bytes: int
    audit_events: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        users = self.users

        active_users = self.active_users

        active_administrators = self.active_administrators

        open_invitations = self.open_invitations

        active_access_tokens = self.active_access_tokens

        service_accounts = self.service_accounts

        groups = self.groups

        apis = self.apis

        versions = self.versions

        documents = self.documents

        document_bytes = self.document_bytes

        audit_events = self.audit_events

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "users": users,
                "active_users": active_users,
                "active_administrators": active_administrators,
                "open_invitations": open_invitations,
                "active_access_tokens": active_access_tokens,
                "service_accounts": service_accounts,
                "groups": groups,
                "apis": apis,
                "versions": versions,
                "documents": documents,
                "document_bytes": document_bytes,
                "audit_events": audit_events,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        users = d.pop("users")

        active_users = d.pop("active_users")

        active_administrators = d.pop("active_administrators")

        open_invitations = d.pop("open_invitations")

        active_access_tokens = d.pop("active_access_tokens")

        service_accounts = d.pop("service_accounts")

        groups = d.pop("groups")

        apis = d.pop("apis")

        versions = d.pop("versions")

        documents = d.pop("documents")

        document_bytes = d.pop("document_bytes")

        audit_events = d.pop("audit_events")

        statistics = cls(
            users=users,
            active_users=active_users,
            active_administrators=active_administrators,
            open_invitations=open_invitations,
            active_access_tokens=active_access_tokens,
            service_accounts=service_accounts,
            groups=groups,
            apis=apis,
            versions=versions,
            documents=documents,
            document_bytes=document_bytes,
            audit_events=audit_events,
        )

        statistics.additional_properties = d
        return statistics

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
