from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.publication_reason_facts import PublicationReasonFacts


T = TypeVar("T", bound="PublicationReason")


@_attrs_define
class PublicationReason:
    """
    Attributes:
        id (str): Stable, for programs; more may be added.
        message (str): For people.
        facts (PublicationReasonFacts): What the message is made of, by name.
    """

    id: str
    message: str
    facts: PublicationReasonFacts
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        message = self.message

        facts = self.facts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "message": message,
                "facts": facts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.publication_reason_facts import (
            PublicationReasonFacts,  # noqa: PLC0415
        )

        d = dict(src_dict)
        id = d.pop("id")

        message = d.pop("message")

        facts = PublicationReasonFacts.from_dict(d.pop("facts"))

        publication_reason = cls(
            id=id,
            message=message,
            facts=facts,
        )

        publication_reason.additional_properties = d
        return publication_reason

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
