from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SecretRotation")


@_attrs_define
class SecretRotation:
    """
    Attributes:
        ends_former (bool | Unset): True: former secrets end at once instead of after a day.
    """

    ends_former: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ends_former = self.ends_former

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if ends_former is not UNSET:
            field_dict["ends_former"] = ends_former

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ends_former = d.pop("ends_former", UNSET)

        secret_rotation = cls(
            ends_former=ends_former,
        )

        return secret_rotation
