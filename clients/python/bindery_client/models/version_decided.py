from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.verdict import Verdict, check_verdict

T = TypeVar("T", bound="VersionDecided")


@_attrs_define
class VersionDecided:
    """
    Attributes:
        group (str):
        api (str):
        actor (str): Who did it.
        version (str):
        version_id (UUID): Of the version, or of the refused attempt.
        digest (str):
        base (None | str): The version it was compared with.
        verdict (None | Verdict):
        reasons (list[str]): Ids of the reasons, if any.
    """

    group: str
    api: str
    actor: str
    version: str
    version_id: UUID
    digest: str
    base: None | str
    verdict: None | Verdict
    reasons: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group = self.group

        api = self.api

        actor = self.actor

        version = self.version

        version_id = str(self.version_id)

        digest = self.digest

        base: None | str
        base = self.base

        verdict: None | str
        if isinstance(self.verdict, str):
            verdict = self.verdict
        else:
            verdict = self.verdict

        reasons = self.reasons

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group": group,
                "api": api,
                "actor": actor,
                "version": version,
                "version_id": version_id,
                "digest": digest,
                "base": base,
                "verdict": verdict,
                "reasons": reasons,
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

        digest = d.pop("digest")

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

        reasons = cast(list[str], d.pop("reasons"))

        version_decided = cls(
            group=group,
            api=api,
            actor=actor,
            version=version,
            version_id=version_id,
            digest=digest,
            base=base,
            verdict=verdict,
            reasons=reasons,
        )

        version_decided.additional_properties = d
        return version_decided

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
