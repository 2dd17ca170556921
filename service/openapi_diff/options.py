"""How does the engine judge, where people disagree?

Options are data: rulings that replace judgements of the rule table, assumptions that are not
made, and a calendar. `presets` names the usual ones.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, timedelta

from service.openapi_diff.verdicts import Assumption, Direction, Judgement


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement that replaces the one of the rule table.

    `direction` None means both. `assumes` is what a milder judgement rests on; the answer lists it.
    With `only_new` it holds only where nothing stood before.
    """

    rule: str
    judgement: Judgement
    direction: Direction | None = None
    assumes: Assumption | None = None
    only_new: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which day it is, for those rules alone that ask.

    `sunset_notice` is how many days before its sunset an operation must have been announced; None
    where nobody asks for a sunset.
    """

    today: date
    sunset_notice: int | None = None

    @property
    def earliest_sunset(self) -> date:
        return self.today + timedelta(days=self.sunset_notice or 0)


@dataclass(frozen=True, slots=True)
class ComparisonOptions:
    """A named way to judge.

    A ruling replaces what the table says, never what was found out about the schemas at hand, and
    never makes an `undetermined` finding safe: what the engine could not tell stays untold. What
    rests on a doubted assumption is undetermined. Without a calendar no date is judged.
    """

    name: str
    rulings: tuple[Ruling, ...] = ()
    doubted: frozenset[Assumption] = frozenset()
    calendar: Calendar | None = None

    @property
    def digest(self) -> str:
        """The same for options that judge the same, whatever they are called."""
        calendar = self.calendar
        told = [
            sorted(_told(ruling) for ruling in self.rulings),
            sorted(self.doubted),
            [calendar.today.isoformat(), calendar.sunset_notice] if calendar else None,
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _told(ruling: Ruling) -> list[str]:
    return [
        ruling.rule,
        ruling.direction or "",
        ruling.judgement,
        ruling.assumes or "",
        str(ruling.only_new),
    ]


STRICT = ComparisonOptions("strict")
