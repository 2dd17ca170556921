"""Which changes does a caller want?"""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from service.errors import InvalidInput
from service.openapi_diff import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """What a change must be to be wanted: any of the values given, for each that is given.

    `area` is the first part of a rule's id. `operation` is one that the change reaches, such as
    `GET /orders`; `location` is a text that its place contains, in either case.

    Raises `InvalidInput` if there is no such rule or area: a typing error must not look like
    "nothing changed".
    """

    level: Collection[str] = ()
    judgement: Collection[str] = ()
    direction: Collection[str] = ()
    rule: Collection[str] = ()
    area: Collection[str] = ()
    operation: Collection[str] = ()
    location: str | None = None
    approved: bool | None = None

    def __post_init__(self) -> None:
        """Refuse what no change can ever match."""
        _require_known("rule", self.rule, known=RULES)
        _require_known("area", self.area, known={_area_of(rule) for rule in RULES})

    def takes(self, change: dict[str, Any], *, is_approved: bool) -> bool:
        """Whether a stored change is wanted."""
        return (
            all(not wanted or change[name] in wanted for name, wanted in self._plain())
            and (not self.area or _area_of(change["rule"]) in self.area)
            and (not self.operation or any(one in change["operations"] for one in self.operation))
            and (self.location is None or self.location.casefold() in change["location"].casefold())
            and (self.approved is None or self.approved is is_approved)
        )

    def _plain(self) -> tuple[tuple[str, Collection[str]], ...]:
        return (
            ("level", self.level),
            ("judgement", self.judgement),
            ("direction", self.direction),
            ("rule", self.rule),
        )


def _area_of(rule: str) -> str:
    return rule.partition(".")[0]


def _require_known(name: str, given: Collection[str], *, known: Collection[str]) -> None:
    for value in given:
        if value not in known:
            alike = get_close_matches(value, sorted(known), n=3, cutoff=0.5)
            hint = f" Alike: {', '.join(alike)}." if alike else ""
            raise InvalidInput(
                f"There is no {name} '{value}'.{hint}",
                details={"query": {name: [f"No {name} has this id."]}},
            )
