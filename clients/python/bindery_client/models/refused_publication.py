from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.verdict import Verdict, check_verdict

if TYPE_CHECKING:
    from ..models.publication_reason import PublicationReason


T = TypeVar("T", bound="RefusedPublication")


@_attrs_define
class RefusedPublication:
    """
    Attributes:
        id (UUID):
        version (str):
        digest (str):
        verdict (None | Verdict):
        reasons (list[PublicationReason]):
        refused_by (str):
        refused_at (datetime.datetime):
    """

    id: UUID
    version: str
    digest: str
    verdict: None | Verdict
    reasons: list[PublicationReason]
    refused_by: str
    refused_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        version = self.version

        digest = self.digest

        verdict: None | str
        if isinstance(self.verdict, str):
            verdict = self.verdict
        else:
            verdict = self.verdict

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        refused_by = self.refused_by

        refused_at = self.refused_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "digest": digest,
                "verdict": verdict,
                "reasons": reasons,
                "refused_by": refused_by,
                "refused_at": refused_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.publication_reason import PublicationReason  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

        digest = d.pop("digest")

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

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = PublicationReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        refused_by = d.pop("refused_by")

        refused_at = datetime.datetime.fromisoformat(d.pop("refused_at"))

        refused_publication = cls(
            id=id,
            version=version,
            digest=digest,
            verdict=verdict,
            reasons=reasons,
            refused_by=refused_by,
            refused_at=refused_at,
        )

        refused_publication.additional_properties = d
        return refused_publication

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
