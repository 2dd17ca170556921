from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.direction import Direction, check_direction
from ..models.side import Side, check_side

T = TypeVar("T", bound="Witness")


@_attrs_define
class Witness:
    """
    Attributes:
        kind (str): In which sense it is refused; more may be added.
        instance (Any): The whole body, parameter or header value, as JSON. Left out, and null, where it has more than
            10000 characters.
        instance_length (int): Characters of the instance, as JSON.
        operation (str): The operation that it travels on.
        direction (Direction):
        place (str): Such as `body` or `parameter`; more may be added.
        name (None | str): Of the parameter or header.
        status (None | str):
        media_type (None | str):
        accepted_by (Side):
        refused_by (Side):
        pointer (str): To the value in the instance that is refused.
        reason (str): Why it is refused, in the validator's words.
    """

    kind: str
    instance: Any
    instance_length: int
    operation: str
    direction: Direction
    place: str
    name: None | str
    status: None | str
    media_type: None | str
    accepted_by: Side
    refused_by: Side
    pointer: str
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        instance = self.instance

        instance_length = self.instance_length

        operation = self.operation

        direction: str = self.direction

        place = self.place

        name: None | str
        name = self.name

        status: None | str
        status = self.status

        media_type: None | str
        media_type = self.media_type

        accepted_by: str = self.accepted_by

        refused_by: str = self.refused_by

        pointer = self.pointer

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "instance": instance,
                "instance_length": instance_length,
                "operation": operation,
                "direction": direction,
                "place": place,
                "name": name,
                "status": status,
                "media_type": media_type,
                "accepted_by": accepted_by,
                "refused_by": refused_by,
                "pointer": pointer,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        instance = d.pop("instance")

        instance_length = d.pop("instance_length")

        operation = d.pop("operation")

        direction = check_direction(d.pop("direction"))

        place = d.pop("place")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_status(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        status = _parse_status(d.pop("status"))

        def _parse_media_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        media_type = _parse_media_type(d.pop("media_type"))

        accepted_by = check_side(d.pop("accepted_by"))

        refused_by = check_side(d.pop("refused_by"))

        pointer = d.pop("pointer")

        reason = d.pop("reason")

        witness = cls(
            kind=kind,
            instance=instance,
            instance_length=instance_length,
            operation=operation,
            direction=direction,
            place=place,
            name=name,
            status=status,
            media_type=media_type,
            accepted_by=accepted_by,
            refused_by=refused_by,
            pointer=pointer,
            reason=reason,
        )

        witness.additional_properties = d
        return witness

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
