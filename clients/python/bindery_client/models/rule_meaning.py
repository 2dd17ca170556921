from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.judgement import Judgement, check_judgement

T = TypeVar("T", bound="RuleMeaning")


@_attrs_define
class RuleMeaning:
    """
    Attributes:
        judgement (Judgement):
        why (None | str): Why it breaks; null if it does not.
        instead (None | str): How to do it without breaking anybody.
    """

    judgement: Judgement
    why: None | str
    instead: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        judgement: str = self.judgement

        why: None | str
        why = self.why

        instead: None | str
        instead = self.instead

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "judgement": judgement,
                "why": why,
                "instead": instead,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        judgement = check_judgement(d.pop("judgement"))

        def _parse_why(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why = _parse_why(d.pop("why"))

        def _parse_instead(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        instead = _parse_instead(d.pop("instead"))

        rule_meaning = cls(
            judgement=judgement,
            why=why,
            instead=instead,
        )

        rule_meaning.additional_properties = d
        return rule_meaning

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
