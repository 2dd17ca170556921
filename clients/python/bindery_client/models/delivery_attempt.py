from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeliveryAttempt")


@_attrs_define
class DeliveryAttempt:
    """
    Attributes:
        number (int):
        at (datetime.datetime):
        milliseconds (int): How long it took.
        status (int | None): Null: there was no answer.
        failure (None | str): Null: it was taken.
        message (str): The failure in words; empty without one.
        answer (str): The first 1024 bytes of the answer, without what looks like a secret.
    """

    number: int
    at: datetime.datetime
    milliseconds: int
    status: int | None
    failure: None | str
    message: str
    answer: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        at = self.at.isoformat()

        milliseconds = self.milliseconds

        status: int | None
        status = self.status

        failure: None | str
        failure = self.failure

        message = self.message

        answer = self.answer

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "at": at,
                "milliseconds": milliseconds,
                "status": status,
                "failure": failure,
                "message": message,
                "answer": answer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        milliseconds = d.pop("milliseconds")

        def _parse_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status = _parse_status(d.pop("status"))

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        message = d.pop("message")

        answer = d.pop("answer")

        delivery_attempt = cls(
            number=number,
            at=at,
            milliseconds=milliseconds,
            status=status,
            failure=failure,
            message=message,
            answer=answer,
        )

        delivery_attempt.additional_properties = d
        return delivery_attempt

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
