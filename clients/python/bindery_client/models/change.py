from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.direction import Direction, check_direction
from ..models.judgement import Judgement, check_judgement
from ..models.level import Level, check_level

if TYPE_CHECKING:
    from ..models.witness import Witness


T = TypeVar("T", bound="Change")


@_attrs_define
class Change:
    """
    Attributes:
        rule (str):
        level (Level):
        judgement (Judgement):
        direction (Direction | None):
        location (str):
        operations (list[str]): At most the first 50.
        operation_count (int):
        base_pointer (None | str):
        revision_pointer (None | str):
        before (Any):
        after (Any):
        fingerprint (str): The same in later versions; approve by it.
        message (str):
        cause (None | str): Why it could not be judged.
        assumption (None | str): What it is harmless under, by id.
        witness (None | Witness):
        unproved (None | str): Why there is no witness, where one was looked for.
        is_approved (bool):
    """

    rule: str
    level: Level
    judgement: Judgement
    direction: Direction | None
    location: str
    operations: list[str]
    operation_count: int
    base_pointer: None | str
    revision_pointer: None | str
    before: Any
    after: Any
    fingerprint: str
    message: str
    cause: None | str
    assumption: None | str
    witness: None | Witness
    unproved: None | str
    is_approved: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.witness import Witness  # noqa: PLC0415

        rule = self.rule

        level: str = self.level

        judgement: str = self.judgement

        direction: None | str
        if isinstance(self.direction, str):
            direction = self.direction
        else:
            direction = self.direction

        location = self.location

        operations = self.operations

        operation_count = self.operation_count

        base_pointer: None | str
        base_pointer = self.base_pointer

        revision_pointer: None | str
        revision_pointer = self.revision_pointer

        before = self.before

        after = self.after

        fingerprint = self.fingerprint

        message = self.message

        cause: None | str
        cause = self.cause

        assumption: None | str
        assumption = self.assumption

        witness: dict[str, Any] | None
        if isinstance(self.witness, Witness):
            witness = self.witness.to_dict()
        else:
            witness = self.witness

        unproved: None | str
        unproved = self.unproved

        is_approved = self.is_approved

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule": rule,
                "level": level,
                "judgement": judgement,
                "direction": direction,
                "location": location,
                "operations": operations,
                "operation_count": operation_count,
                "base_pointer": base_pointer,
                "revision_pointer": revision_pointer,
                "before": before,
                "after": after,
                "fingerprint": fingerprint,
                "message": message,
                "cause": cause,
                "assumption": assumption,
                "witness": witness,
                "unproved": unproved,
                "is_approved": is_approved,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.witness import Witness  # noqa: PLC0415

        d = dict(src_dict)
        rule = d.pop("rule")

        level = check_level(d.pop("level"))

        judgement = check_judgement(d.pop("judgement"))

        def _parse_direction(data: object) -> Direction | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                direction_type_0 = check_direction(data)

                return direction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Direction | None, data)

        direction = _parse_direction(d.pop("direction"))

        location = d.pop("location")

        operations = cast(list[str], d.pop("operations"))

        operation_count = d.pop("operation_count")

        def _parse_base_pointer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        base_pointer = _parse_base_pointer(d.pop("base_pointer"))

        def _parse_revision_pointer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        revision_pointer = _parse_revision_pointer(d.pop("revision_pointer"))

        before = d.pop("before")

        after = d.pop("after")

        fingerprint = d.pop("fingerprint")

        message = d.pop("message")

        def _parse_cause(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cause = _parse_cause(d.pop("cause"))

        def _parse_assumption(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        assumption = _parse_assumption(d.pop("assumption"))

        def _parse_witness(data: object) -> None | Witness:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                witness_type_0 = Witness.from_dict(data)

                return witness_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Witness, data)

        witness = _parse_witness(d.pop("witness"))

        def _parse_unproved(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unproved = _parse_unproved(d.pop("unproved"))

        is_approved = d.pop("is_approved")

        change = cls(
            rule=rule,
            level=level,
            judgement=judgement,
            direction=direction,
            location=location,
            operations=operations,
            operation_count=operation_count,
            base_pointer=base_pointer,
            revision_pointer=revision_pointer,
            before=before,
            after=after,
            fingerprint=fingerprint,
            message=message,
            cause=cause,
            assumption=assumption,
            witness=witness,
            unproved=unproved,
            is_approved=is_approved,
        )

        change.additional_properties = d
        return change

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
