from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.invitation import Invitation


T = TypeVar("T", bound="SentInvitation")


@_attrs_define
class SentInvitation:
    """
    Attributes:
        secret (str):
        link (str): Send this to the guest, and to nobody else.
        invitation (Invitation):
    """

    secret: str = _attrs_field(repr=False)
    link: str = _attrs_field(repr=False)
    invitation: Invitation
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        secret = self.secret

        link = self.link

        invitation = self.invitation.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "secret": secret,
                "link": link,
                "invitation": invitation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.invitation import Invitation  # noqa: PLC0415

        d = dict(src_dict)
        secret = d.pop("secret")

        link = d.pop("link")

        invitation = Invitation.from_dict(d.pop("invitation"))

        sent_invitation = cls(
            secret=secret,
            link=link,
            invitation=invitation,
        )

        sent_invitation.additional_properties = d
        return sent_invitation

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
