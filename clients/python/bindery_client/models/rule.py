from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rule_example import RuleExample
    from ..models.rule_example_change import RuleExampleChange
    from ..models.rule_meaning import RuleMeaning
    from ..models.rule_policy import RulePolicy


T = TypeVar("T", bound="Rule")


@_attrs_define
class Rule:
    """
    Attributes:
        id (str): For ever: it stands in stored results.
        area (str): What it is about: the id up to the dot.
        summary (str):
        directed (bool): Whether the two directions are judged, and reported, apart.
        request (RuleMeaning):
        response (RuleMeaning):
        policies (list[RulePolicy]):
        example (RuleExample):
        changes (list[RuleExampleChange]): What the engine says to the example, strictly judged.
    """

    id: str
    area: str
    summary: str
    directed: bool
    request: RuleMeaning
    response: RuleMeaning
    policies: list[RulePolicy]
    example: RuleExample
    changes: list[RuleExampleChange]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        area = self.area

        summary = self.summary

        directed = self.directed

        request = self.request.to_dict()

        response = self.response.to_dict()

        policies = []
        for policies_item_data in self.policies:
            policies_item = policies_item_data.to_dict()
            policies.append(policies_item)

        example = self.example.to_dict()

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "area": area,
                "summary": summary,
                "directed": directed,
                "request": request,
                "response": response,
                "policies": policies,
                "example": example,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_example import RuleExample  # noqa: PLC0415
        from ..models.rule_example_change import RuleExampleChange  # noqa: PLC0415
        from ..models.rule_meaning import RuleMeaning  # noqa: PLC0415
        from ..models.rule_policy import RulePolicy  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        area = d.pop("area")

        summary = d.pop("summary")

        directed = d.pop("directed")

        request = RuleMeaning.from_dict(d.pop("request"))

        response = RuleMeaning.from_dict(d.pop("response"))

        policies = []
        _policies = d.pop("policies")
        for policies_item_data in _policies:
            policies_item = RulePolicy.from_dict(policies_item_data)

            policies.append(policies_item)

        example = RuleExample.from_dict(d.pop("example"))

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = RuleExampleChange.from_dict(changes_item_data)

            changes.append(changes_item)

        rule = cls(
            id=id,
            area=area,
            summary=summary,
            directed=directed,
            request=request,
            response=response,
            policies=policies,
            example=example,
            changes=changes,
        )

        rule.additional_properties = d
        return rule

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
