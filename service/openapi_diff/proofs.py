"""What proves a finding, and why may one go without?

The data alone: `service.openapi_witnesses` finds them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from service.openapi_diff.verdicts import Direction


class WitnessKind(StrEnum):
    """In which sense the other side refuses what one side accepts."""

    REFUSED = "refused"
    WITHHELD = "withheld"
    UNDECLARED = "undeclared"
    INTERPRETED = "interpreted"
    PART = "part"

    @property
    def statement(self) -> str:
        return _STATEMENTS[self]


_STATEMENTS = {
    WitnessKind.REFUSED: (
        "One side's schema accepts the instance and the other's refuses it, as they are written."
    ),
    WitnessKind.WITHHELD: (
        "The base declares a property that the revision no longer does. The base's schema accepts "
        "the instance; the revision's refuses it once undeclared properties are refused, so "
        "nobody who keeps to the revision sends it."
    ),
    WitnessKind.UNDECLARED: (
        "The instance is of an alternative that only one side has. The other side refuses it once "
        "undeclared properties are refused; as written, another alternative takes it for its own, "
        "because it is open."
    ),
    WitnessKind.INTERPRETED: (
        "The instance is refused when a remark is read as a rule: a keyword that JSON Schema does "
        "not assert (`discriminator`, `x-extensible-enum`, the content keywords), or the type of "
        "a parameter or header whose text the other side could read as a value of its own type."
    ),
    WitnessKind.PART: (
        "The instance is the value of the changed definition alone, judged by itself: no whole "
        "message was found around it that the one side accepts, so perhaps there is none."
    ),
}


class Side(StrEnum):
    """Which of the two documents."""

    BASE = "base"
    REVISION = "revision"


class Unproved(StrEnum):
    """Why a finding that breaks, or that could not be told, carries no witness."""

    NOT_A_SCHEMA_CHANGE = "not-a-schema-change"
    CONTRADICTED = "contradicted"
    NONE_FOUND = "none-found"
    NOT_REACHED = "not-reached"
    UNSUPPORTED = "unsupported"
    UNKNOWN_FORMAT = "unknown-format"
    BUDGET = "budget"

    @property
    def statement(self) -> str:
        return _REASONS[self]


_REASONS = {
    Unproved.NOT_A_SCHEMA_CHANGE: "It is not about the form of a message: no instance could show.",
    Unproved.CONTRADICTED: (
        "Instances that should show it were built, but each one that one side accepts is accepted "
        "by the other side, too."
    ),
    Unproved.NONE_FOUND: "No instance could be built that one side accepts and that could show it.",
    Unproved.NOT_REACHED: "No message was found in which the changed definition travels.",
    Unproved.UNSUPPORTED: "A schema on the way uses what the validator cannot be asked about.",
    Unproved.UNKNOWN_FORMAT: (
        "It turns on a `format`, or on a type of content, whose meaning is not known here."
    ),
    Unproved.BUDGET: "The search was stopped: it would have taken too many steps.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An instance that one side accepts and the other refuses, confirmed by a validator.

    `instance` is the whole body, parameter or header value as JSON (of kind `part`, the value that
    is refused and nothing around it); `pointer` leads to the value
    in it that is refused. `place` is one of `body`, `parameter`, `response` and `header`; `name` is
    that of a parameter (`limit in query`) or header, `status` and `media_type` are set where there
    are such. `direction` is the way it travels, which callbacks and webhooks turn round.
    """

    kind: WitnessKind
    instance: Any
    operation: str
    direction: Direction
    place: str
    name: str | None
    status: str | None
    media_type: str | None
    accepted_by: Side
    refused_by: Side
    pointer: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """The witness as JSON values."""
        return {
            "kind": self.kind.value,
            "instance": self.instance,
            "operation": self.operation,
            "direction": self.direction.value,
            "place": self.place,
            "name": self.name,
            "status": self.status,
            "media_type": self.media_type,
            "accepted_by": self.accepted_by.value,
            "refused_by": self.refused_by.value,
            "pointer": self.pointer,
            "reason": self.reason,
        }
