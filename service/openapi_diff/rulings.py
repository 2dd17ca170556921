"""What do the options make of a judgement?"""

from typing import Any, NamedTuple

from service.openapi_diff.options import ComparisonOptions, Ruling
from service.openapi_diff.rules import Rule, judge
from service.openapi_diff.verdicts import Assumption, Cause, Direction, Judgement

HARMLESS = (Judgement.SAFE, Judgement.RISKY)


class Settled(NamedTuple):
    """The judgement as it is reported, what it rests on, and why nothing better can be said."""

    judgement: Judgement
    assumption: Assumption | None
    cause: Cause | None


class Bench:
    """Applies the options of one comparison."""

    def __init__(self, options: ComparisonOptions) -> None:
        self._doubted = options.doubted
        self._rulings: dict[tuple[str, Direction | None], Ruling] = {}
        for ruling in options.rulings:
            directions = (ruling.direction,) if ruling.direction else (None, *Direction)
            self._rulings.update(dict.fromkeys(((ruling.rule, way) for way in directions), ruling))

    def settle(
        self, rule: Rule, direction: Direction | None, found: Settled, before: Any
    ) -> Settled:
        """What is reported of what was found; what cannot be told stays so."""
        if found.judgement is Judgement.UNDETERMINED:
            return found
        ruling = self._rulings.get((rule.id, direction))
        if ruling is not None and _applies(ruling, rule, direction, found, before):
            assumption = ruling.assumes if ruling.judgement in HARMLESS else None
            found = Settled(ruling.judgement, assumption, None)
        if found.assumption in self._doubted:
            return Settled(Judgement.UNDETERMINED, None, Cause.ASSUMPTION)
        return found


def _applies(
    ruling: Ruling, rule: Rule, direction: Direction | None, found: Settled, before: Any
) -> bool:
    """Only what the table says is replaced; an edit that was found to do less, or more, is not."""
    request, response = judge(rule, None)
    said = response if direction is Direction.RESPONSE else request
    if found.judgement is not said or found.judgement is ruling.judgement:
        return False
    return not (ruling.only_new and before is not None)
