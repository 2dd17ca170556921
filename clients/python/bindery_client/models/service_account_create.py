from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.machine_role import MachineRole, check_machine_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="ServiceAccountCreate")


@_attrs_define
class ServiceAccountCreate:
    """
    Attributes:
        name (str):
        description (str | Unset):
        role (MachineRole | Unset):
    """

    name: str
    description: str | Unset = UNSET
    role: MachineRole | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        description = self.description

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        description = d.pop("description", UNSET)

        _role = d.pop("role", UNSET)
        role: MachineRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_machine_role(_role)

        service_account_create = cls(
            name=name,
            description=description,
            role=role,
        )

        return service_account_create
