from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.machine_role import MachineRole, check_machine_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="ServiceAccountUpdate")


@_attrs_define
class ServiceAccountUpdate:
    """
    Attributes:
        description (str | Unset):
        role (MachineRole | Unset):
        is_active (bool | Unset): False: its access tokens do not work.
    """

    description: str | Unset = UNSET
    role: MachineRole | Unset = UNSET
    is_active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        is_active = self.is_active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if description is not UNSET:
            field_dict["description"] = description
        if role is not UNSET:
            field_dict["role"] = role
        if is_active is not UNSET:
            field_dict["is_active"] = is_active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        description = d.pop("description", UNSET)

        _role = d.pop("role", UNSET)
        role: MachineRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_machine_role(_role)

        is_active = d.pop("is_active", UNSET)

        service_account_update = cls(
            description=description,
            role=role,
            is_active=is_active,
        )

        return service_account_update
