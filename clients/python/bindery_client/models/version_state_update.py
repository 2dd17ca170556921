from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.settable_state import SettableState, check_settable_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="VersionStateUpdate")


@_attrs_define
class VersionStateUpdate:
    """
    Attributes:
        state (SettableState):
        reason (None | str | Unset):
        sunset_at (datetime.datetime | None | Unset): When it stops working; with `deprecated` and `sunset` only.
    """

    state: SettableState
    reason: None | str | Unset = UNSET
    sunset_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        sunset_at: None | str | Unset
        if isinstance(self.sunset_at, Unset):
            sunset_at = UNSET
        elif isinstance(self.sunset_at, datetime.datetime):
            sunset_at = self.sunset_at.isoformat()
        else:
            sunset_at = self.sunset_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "state": state,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if sunset_at is not UNSET:
            field_dict["sunset_at"] = sunset_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = check_settable_state(d.pop("state"))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_sunset_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sunset_at_type_0 = datetime.datetime.fromisoformat(data)

                return sunset_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        sunset_at = _parse_sunset_at(d.pop("sunset_at", UNSET))

        version_state_update = cls(
            state=state,
            reason=reason,
            sunset_at=sunset_at,
        )

        return version_state_update
