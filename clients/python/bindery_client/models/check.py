from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.publication_result import PublicationResult, check_publication_result
from ..models.verdict import Verdict, check_verdict

if TYPE_CHECKING:
    from ..models.assumption import Assumption
    from ..models.change import Change
    from ..models.document_warning import DocumentWarning
    from ..models.judged_by import JudgedBy
    from ..models.level_counts import LevelCounts
    from ..models.publication_reason import PublicationReason


T = TypeVar("T", bound="Check")


@_attrs_define
class Check:
    """
    Attributes:
        version (str):
        decision (PublicationResult):
        reasons (list[PublicationReason]):
        base (None | str):
        verdict (None | Verdict):
        verdict_reason (None | str):
        counts (LevelCounts | None):
        proved_count (int | None): How many of the breaking changes carry a witness.
        judged_by (JudgedBy | None):
        assumptions (list[Assumption]): What the comparison with `base` rests on.
        change_count (int):
        changes (list[Change]): At most the first 100.
        digest (str):
        warnings (list[DocumentWarning]):
    """

    version: str
    decision: PublicationResult
    reasons: list[PublicationReason]
    base: None | str
    verdict: None | Verdict
    verdict_reason: None | str
    counts: LevelCounts | None
    proved_count: int | None
    judged_by: JudgedBy | None
    assumptions: list[Assumption]
    change_count: int
    changes: list[Change]
    digest: str
    warnings: list[DocumentWarning]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.judged_by import JudgedBy  # noqa: PLC0415
        from ..models.level_counts import LevelCounts  # noqa: PLC0415

        version = self.version

        decision: str = self.decision

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        base: None | str
        base = self.base

        verdict: None | str
        if isinstance(self.verdict, str):
            verdict = self.verdict
        else:
            verdict = self.verdict

        verdict_reason: None | str
        verdict_reason = self.verdict_reason

        counts: dict[str, Any] | None
        if isinstance(self.counts, LevelCounts):
            counts = self.counts.to_dict()
        else:
            counts = self.counts

        proved_count: int | None
        proved_count = self.proved_count

        judged_by: dict[str, Any] | None
        if isinstance(self.judged_by, JudgedBy):
            judged_by = self.judged_by.to_dict()
        else:
            judged_by = self.judged_by

        assumptions = []
        for assumptions_item_data in self.assumptions:
            assumptions_item = assumptions_item_data.to_dict()
            assumptions.append(assumptions_item)

        change_count = self.change_count

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        digest = self.digest

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "decision": decision,
                "reasons": reasons,
                "base": base,
                "verdict": verdict,
                "verdict_reason": verdict_reason,
                "counts": counts,
                "proved_count": proved_count,
                "judged_by": judged_by,
                "assumptions": assumptions,
                "change_count": change_count,
                "changes": changes,
                "digest": digest,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assumption import Assumption  # noqa: PLC0415
        from ..models.change import Change  # noqa: PLC0415
        from ..models.document_warning import DocumentWarning  # noqa: PLC0415
        from ..models.judged_by import JudgedBy  # noqa: PLC0415
        from ..models.level_counts import LevelCounts  # noqa: PLC0415
        from ..models.publication_reason import PublicationReason  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        decision = check_publication_result(d.pop("decision"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = PublicationReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        def _parse_base(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        base = _parse_base(d.pop("base"))

        def _parse_verdict(data: object) -> None | Verdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = check_verdict(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Verdict, data)

        verdict = _parse_verdict(d.pop("verdict"))

        def _parse_verdict_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        verdict_reason = _parse_verdict_reason(d.pop("verdict_reason"))

        def _parse_counts(data: object) -> LevelCounts | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                counts_type_0 = LevelCounts.from_dict(data)

                return counts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LevelCounts | None, data)

        counts = _parse_counts(d.pop("counts"))

        def _parse_proved_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        proved_count = _parse_proved_count(d.pop("proved_count"))

        def _parse_judged_by(data: object) -> JudgedBy | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                judged_by_type_0 = JudgedBy.from_dict(data)

                return judged_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JudgedBy | None, data)

        judged_by = _parse_judged_by(d.pop("judged_by"))

        assumptions = []
        _assumptions = d.pop("assumptions")
        for assumptions_item_data in _assumptions:
            assumptions_item = Assumption.from_dict(assumptions_item_data)

            assumptions.append(assumptions_item)

        change_count = d.pop("change_count")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = Change.from_dict(changes_item_data)

            changes.append(changes_item)

        digest = d.pop("digest")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = DocumentWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        check = cls(
            version=version,
            decision=decision,
            reasons=reasons,
            base=base,
            verdict=verdict,
            verdict_reason=verdict_reason,
            counts=counts,
            proved_count=proved_count,
            judged_by=judged_by,
            assumptions=assumptions,
            change_count=change_count,
            changes=changes,
            digest=digest,
            warnings=warnings,
        )

        check.additional_properties = d
        return check

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
