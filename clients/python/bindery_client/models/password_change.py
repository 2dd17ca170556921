from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PasswordChange")


@_attrs_define
class PasswordChange:
    """
    Attributes:
        old_password (str): At most 1024 bytes.
        new_password (str): At most 1024 bytes.
        keep_access_tokens (bool | Unset): Whether the caller's other access tokens go on working. If not, all but the
            one used for this request end: right after a leak.
    """

    old_password: str = _attrs_field(repr=False)
    new_password: str = _attrs_field(repr=False)
    keep_access_tokens: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        old_password = self.old_password

        new_password = self.new_password

        keep_access_tokens = self.keep_access_tokens

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "old_password": old_password,
                "new_password": new_password,
            }
        )
        if keep_access_tokens is not UNSET:
            field_dict["keep_access_tokens"] = keep_access_tokens

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        old_password = d.pop("old_password")

        new_password = d.pop("new_password")

        keep_access_tokens = d.pop("keep_access_tokens", UNSET)

        password_change = cls(
            old_password=old_password,
            new_password=new_password,
            keep_access_tokens=keep_access_tokens,
        )

        return password_change
