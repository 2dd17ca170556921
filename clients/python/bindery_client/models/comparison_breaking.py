from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.breaking_outcome import BreakingOutcome, check_breaking_outcome

T = TypeVar("T", bound="ComparisonBreaking")


@_attrs_define
class ComparisonBreaking:
    """
    Attributes:
        group (str):
        api (str):
        actor (str): Who did it.
        version (str):
        version_id (UUID):
        base (str):
        outcome (BreakingOutcome):
    """

    group: str
    api: str
    actor: str
    version: str
    version_id: UUID
    base: str
    outcome: BreakingOutcome
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group = self.group

        api = self.api

        actor = self.actor

        version = self.version

        version_id = str(self.version_id)

        base = self.base

        outcome: str = self.outcome

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group": group,
                "api": api,
                "actor": actor,
                "version": version,
                "version_id": version_id,
                "base": base,
                "outcome": outcome,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        group = d.pop("group")

        api = d.pop("api")

        actor = d.pop("actor")

        version = d.pop("version")

        version_id = UUID(d.pop("version_id"))

        base = d.pop("base")

        outcome = check_breaking_outcome(d.pop("outcome"))

        comparison_breaking = cls(
            group=group,
            api=api,
            actor=actor,
            version=version,
            version_id=version_id,
            base=base,
            outcome=outcome,
        )

        comparison_breaking.additional_properties = d
        return comparison_breaking

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
