from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="JudgedBy")


@_attrs_define
class JudgedBy:
    """
    Attributes:
        engine (str): The version of the comparison engine.
        ruleset_digest (str): Of its table of rules.
        options (str): What the way of judging is called.
        options_digest (str): The same for options that judge the same.
    """

    engine: str
    ruleset_digest: str
    options: str
    options_digest: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        engine = self.engine

        ruleset_digest = self.ruleset_digest

        options = self.options

        options_digest = self.options_digest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "engine": engine,
                "ruleset_digest": ruleset_digest,
                "options": options,
                "options_digest": options_digest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        engine = d.pop("engine")

        ruleset_digest = d.pop("ruleset_digest")

        options = d.pop("options")

        options_digest = d.pop("options_digest")

        judged_by = cls(
            engine=engine,
            ruleset_digest=ruleset_digest,
            options=options,
            options_digest=options_digest,
        )

        judged_by.additional_properties = d
        return judged_by

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
