from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor_kind import ActorKind, check_actor_kind
from ..models.scope import Scope, check_scope

if TYPE_CHECKING:
    from ..models.group_role import GroupRole


T = TypeVar("T", bound="Identity")


@_attrs_define
class Identity:
    """
    Attributes:
        kind (ActorKind):
        id (UUID):
        name (str):
        is_admin (bool):
        scopes (list[Scope]):
        token_id (UUID):
        group (None | str): Works in this group only.
        api (None | str): Works for this API of the group only.
        memberships (list[GroupRole]):
    """

    kind: ActorKind
    id: UUID
    name: str
    is_admin: bool
    scopes: list[Scope]
    token_id: UUID
    group: None | str
    api: None | str
    memberships: list[GroupRole]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        id = str(self.id)

        name = self.name

        is_admin = self.is_admin

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        token_id = str(self.token_id)

        group: None | str
        group = self.group

        api: None | str
        api = self.api

        memberships = []
        for memberships_item_data in self.memberships:
            memberships_item = memberships_item_data.to_dict()
            memberships.append(memberships_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "id": id,
                "name": name,
                "is_admin": is_admin,
                "scopes": scopes,
                "token_id": token_id,
                "group": group,
                "api": api,
                "memberships": memberships,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_role import GroupRole  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_actor_kind(d.pop("kind"))

        id = UUID(d.pop("id"))

        name = d.pop("name")

        is_admin = d.pop("is_admin")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_scope(scopes_item_data)

            scopes.append(scopes_item)

        token_id = UUID(d.pop("token_id"))

        def _parse_group(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        group = _parse_group(d.pop("group"))

        def _parse_api(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        api = _parse_api(d.pop("api"))

        memberships = []
        _memberships = d.pop("memberships")
        for memberships_item_data in _memberships:
            memberships_item = GroupRole.from_dict(memberships_item_data)

            memberships.append(memberships_item)

        identity = cls(
            kind=kind,
            id=id,
            name=name,
            is_admin=is_admin,
            scopes=scopes,
            token_id=token_id,
            group=group,
            api=api,
            memberships=memberships,
        )

        identity.additional_properties = d
        return identity

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
