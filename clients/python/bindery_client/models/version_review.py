from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.review_decision import ReviewDecision, check_review_decision

T = TypeVar("T", bound="VersionReview")


@_attrs_define
class VersionReview:
    """
    Attributes:
        decision (ReviewDecision):
        reason (str):
    """

    decision: ReviewDecision
    reason: str

    def to_dict(self) -> dict[str, Any]:
        decision: str = self.decision

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = check_review_decision(d.pop("decision"))

        reason = d.pop("reason")

        version_review = cls(
            decision=decision,
            reason=reason,
        )

        return version_review
