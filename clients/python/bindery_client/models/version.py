from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_format import DocumentFormat, check_document_format
from ..models.specification import Specification, check_specification
from ..models.verdict import Verdict, check_verdict
from ..models.version_state import VersionState, check_version_state

if TYPE_CHECKING:
    from ..models.assumption import Assumption
    from ..models.document_warning import DocumentWarning
    from ..models.judged_by import JudgedBy
    from ..models.level_counts import LevelCounts
    from ..models.publication_reason import PublicationReason


T = TypeVar("T", bound="Version")


@_attrs_define
class Version:
    """
    Attributes:
        id (UUID):
        group (str):
        api (str):
        name (str):
        state (VersionState):
        digest (str): Of the content, whatever its spelling.
        checksum (str): Of the bytes as received.
        size (int):
        format_ (DocumentFormat):
        specification (Specification):
        title (str):
        info_version (str):
        base (None | str): What it was compared with; null for the first version.
        verdict (None | Verdict):
        verdict_reason (None | str): Why there is no verdict, or no better one.
        counts (LevelCounts | None):
        proved_count (int | None): How many of the breaking changes carry a witness.
        judged_by (JudgedBy | None):
        published_by (str):
        published_at (datetime.datetime):
        state_changed_at (datetime.datetime):
        deprecated_at (datetime.datetime | None):
        sunset_at (datetime.datetime | None):
        withheld_at (datetime.datetime | None):
        state_reason (None | str):
        withheld_reason (None | str):
        reasons (list[PublicationReason]):
        assumptions (list[Assumption]): What the comparison with `base` rests on.
        warnings (list[DocumentWarning]):
    """

    id: UUID
    group: str
    api: str
    name: str
    state: VersionState
    digest: str
    checksum: str
    size: int
    format_: DocumentFormat
    specification: Specification
    title: str
    info_version: str
    base: None | str
    verdict: None | Verdict
    verdict_reason: None | str
    counts: LevelCounts | None
    proved_count: int | None
    judged_by: JudgedBy | None
    published_by: str
    published_at: datetime.datetime
    state_changed_at: datetime.datetime
    deprecated_at: datetime.datetime | None
    sunset_at: datetime.datetime | None
    withheld_at: datetime.datetime | None
    state_reason: None | str
    withheld_reason: None | str
    reasons: list[PublicationReason]
    assumptions: list[Assumption]
    warnings: list[DocumentWarning]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.judged_by import JudgedBy  # noqa: PLC0415
        from ..models.level_counts import LevelCounts  # noqa: PLC0415

        id = str(self.id)

        group = self.group

        api = self.api

        name = self.name

        state: str = self.state

        digest = self.digest

        checksum = self.checksum

        size = self.size

        format_: str = self.format_

        specification: str = self.specification

        title = self.title

        info_version = self.info_version

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

        published_by = self.published_by

        published_at = self.published_at.isoformat()

        state_changed_at = self.state_changed_at.isoformat()

        deprecated_at: None | str
        if isinstance(self.deprecated_at, datetime.datetime):
            deprecated_at = self.deprecated_at.isoformat()
        else:
            deprecated_at = self.deprecated_at

        sunset_at: None | str
        if isinstance(self.sunset_at, datetime.datetime):
            sunset_at = self.sunset_at.isoformat()
        else:
            sunset_at = self.sunset_at

        withheld_at: None | str
        if isinstance(self.withheld_at, datetime.datetime):
            withheld_at = self.withheld_at.isoformat()
        else:
            withheld_at = self.withheld_at

        state_reason: None | str
        state_reason = self.state_reason

        withheld_reason: None | str
        withheld_reason = self.withheld_reason

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        assumptions = []
        for assumptions_item_data in self.assumptions:
            assumptions_item = assumptions_item_data.to_dict()
            assumptions.append(assumptions_item)

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "group": group,
                "api": api,
                "name": name,
                "state": state,
                "digest": digest,
                "checksum": checksum,
                "size": size,
                "format": format_,
                "specification": specification,
                "title": title,
                "info_version": info_version,
                "base": base,
                "verdict": verdict,
                "verdict_reason": verdict_reason,
                "counts": counts,
                "proved_count": proved_count,
                "judged_by": judged_by,
                "published_by": published_by,
                "published_at": published_at,
                "state_changed_at": state_changed_at,
                "deprecated_at": deprecated_at,
                "sunset_at": sunset_at,
                "withheld_at": withheld_at,
                "state_reason": state_reason,
                "withheld_reason": withheld_reason,
                "reasons": reasons,
                "assumptions": assumptions,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assumption import Assumption  # noqa: PLC0415
        from ..models.document_warning import DocumentWarning  # noqa: PLC0415
        from ..models.judged_by import JudgedBy  # noqa: PLC0415
        from ..models.level_counts import LevelCounts  # noqa: PLC0415
        from ..models.publication_reason import PublicationReason  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        group = d.pop("group")

        api = d.pop("api")

        name = d.pop("name")

        state = check_version_state(d.pop("state"))

        digest = d.pop("digest")

        checksum = d.pop("checksum")

        size = d.pop("size")

        format_ = check_document_format(d.pop("format"))

        specification = check_specification(d.pop("specification"))

        title = d.pop("title")

        info_version = d.pop("info_version")

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

        published_by = d.pop("published_by")

        published_at = datetime.datetime.fromisoformat(d.pop("published_at"))

        state_changed_at = datetime.datetime.fromisoformat(d.pop("state_changed_at"))

        def _parse_deprecated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deprecated_at_type_0 = datetime.datetime.fromisoformat(data)

                return deprecated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deprecated_at = _parse_deprecated_at(d.pop("deprecated_at"))

        def _parse_sunset_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sunset_at_type_0 = datetime.datetime.fromisoformat(data)

                return sunset_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sunset_at = _parse_sunset_at(d.pop("sunset_at"))

        def _parse_withheld_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                withheld_at_type_0 = datetime.datetime.fromisoformat(data)

                return withheld_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        withheld_at = _parse_withheld_at(d.pop("withheld_at"))

        def _parse_state_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        state_reason = _parse_state_reason(d.pop("state_reason"))

        def _parse_withheld_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        withheld_reason = _parse_withheld_reason(d.pop("withheld_reason"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = PublicationReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        assumptions = []
        _assumptions = d.pop("assumptions")
        for assumptions_item_data in _assumptions:
            assumptions_item = Assumption.from_dict(assumptions_item_data)

            assumptions.append(assumptions_item)

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = DocumentWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        version = cls(
            id=id,
            group=group,
            api=api,
            name=name,
            state=state,
            digest=digest,
            checksum=checksum,
            size=size,
            format_=format_,
            specification=specification,
            title=title,
            info_version=info_version,
            base=base,
            verdict=verdict,
            verdict_reason=verdict_reason,
            counts=counts,
            proved_count=proved_count,
            judged_by=judged_by,
            published_by=published_by,
            published_at=published_at,
            state_changed_at=state_changed_at,
            deprecated_at=deprecated_at,
            sunset_at=sunset_at,
            withheld_at=withheld_at,
            state_reason=state_reason,
            withheld_reason=withheld_reason,
            reasons=reasons,
            assumptions=assumptions,
            warnings=warnings,
        )

        version.additional_properties = d
        return version

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
