from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.verdict import Verdict, check_verdict

if TYPE_CHECKING:
    from ..models.assumption import Assumption
    from ..models.change import Change
    from ..models.judged_by import JudgedBy
    from ..models.level_counts import LevelCounts


T = TypeVar("T", bound="Comparison")


@_attrs_define
class Comparison:
    """
    Attributes:
        base (str):
        revision (str):
        verdict (Verdict):
        counts (LevelCounts):
        proved_count (int): How many of the breaking changes carry a witness.
        judged_by (JudgedBy):
        assumptions (list[Assumption]):
        causes (list[str]): Why the verdict is undetermined; else empty.
        engine_version (str): As `judged_by`: the engine and the digest of its rules.
        items (list[Change]):
        next_cursor (None | str):
    """

    base: str
    revision: str
    verdict: Verdict
    counts: LevelCounts
    proved_count: int
    judged_by: JudgedBy
    assumptions: list[Assumption]
    causes: list[str]
    engine_version: str
    items: list[Change]
    next_cursor: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        base = self.base

        revision = self.revision

        verdict: str = self.verdict

        counts = self.counts.to_dict()

        proved_count = self.proved_count

        judged_by = self.judged_by.to_dict()

        assumptions = []
        for assumptions_item_data in self.assumptions:
            assumptions_item = assumptions_item_data.to_dict()
            assumptions.append(assumptions_item)

        causes = self.causes

        engine_version = self.engine_version

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "base": base,
                "revision": revision,
                "verdict": verdict,
                "counts": counts,
                "proved_count": proved_count,
                "judged_by": judged_by,
                "assumptions": assumptions,
                "causes": causes,
                "engine_version": engine_version,
                "items": items,
                "next_cursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assumption import Assumption  # noqa: PLC0415
        from ..models.change import Change  # noqa: PLC0415
        from ..models.judged_by import JudgedBy  # noqa: PLC0415
        from ..models.level_counts import LevelCounts  # noqa: PLC0415

        d = dict(src_dict)
        base = d.pop("base")

        revision = d.pop("revision")

        verdict = check_verdict(d.pop("verdict"))

        counts = LevelCounts.from_dict(d.pop("counts"))

        proved_count = d.pop("proved_count")

        judged_by = JudgedBy.from_dict(d.pop("judged_by"))

        assumptions = []
        _assumptions = d.pop("assumptions")
        for assumptions_item_data in _assumptions:
            assumptions_item = Assumption.from_dict(assumptions_item_data)

            assumptions.append(assumptions_item)

        causes = cast(list[str], d.pop("causes"))

        engine_version = d.pop("engine_version")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Change.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        comparison = cls(
            base=base,
            revision=revision,
            verdict=verdict,
            counts=counts,
            proved_count=proved_count,
            judged_by=judged_by,
            assumptions=assumptions,
            causes=causes,
            engine_version=engine_version,
            items=items,
            next_cursor=next_cursor,
        )

        comparison.additional_properties = d
        return comparison

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
