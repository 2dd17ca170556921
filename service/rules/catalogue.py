"""What is there to tell about each rule of comparison?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from service.openapi_diff import PRESETS, RULES, Change, Direction, Judgement
from service.openapi_diff.rules.explanations import EXPLANATIONS, Telling
from service.rules.examples import Example, all_examples

_LOUD = (Judgement.BREAKS, Judgement.RISKY, Judgement.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an edit means in one direction; `why` and `instead` are None where it is harmless."""

    judgement: Judgement
    why: str | None
    instead: str | None


@dataclass(frozen=True, slots=True)
class PolicyJudgement:
    """What a policy other than the strict one makes of a rule; no direction: of both.

    With `only_new` it holds only where nothing stood before.
    """

    policy: str
    direction: Direction | None
    judgement: Judgement
    only_new: bool


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What the engine says to the example."""

    direction: Direction | None
    judgement: Judgement
    message: str


@dataclass(frozen=True, slots=True)
class ToldRule:
    """A rule with all that people ask of it. Where `directed` is false, both meanings are one."""

    id: str
    area: str
    summary: str
    directed: bool
    request: Meaning
    response: Meaning
    policies: tuple[PolicyJudgement, ...]
    example: Example

    @property
    def changes(self) -> tuple[ShownChange, ...]:
        """What the engine reports of the example by this rule, strictly judged."""
        return _changes(self.id)


@cache
def told_rules() -> Mapping[str, ToldRule]:
    """Every rule by its id, in the order of the table."""
    return MappingProxyType({rule: _told(rule) for rule in RULES})


def _told(rule_id: str) -> ToldRule:
    rule, row = RULES[rule_id], EXPLANATIONS[rule_id]
    return ToldRule(
        id=rule_id,
        area=rule_id.partition(".")[0],
        summary=rule.summary,
        directed=rule.directed,
        request=_meaning(rule.request, row.request),
        response=_meaning(rule.response, row.response),
        policies=tuple(
            PolicyJudgement(preset.name, ruling.direction, ruling.judgement, ruling.only_new)
            for preset in PRESETS.values()
            for ruling in preset.rulings
            if ruling.rule == rule_id
        ),
        example=all_examples()[rule_id],
    )


def _meaning(judgement: Judgement, telling: Telling) -> Meaning:
    is_loud = judgement in _LOUD
    return Meaning(
        judgement, telling.why if is_loud else None, telling.instead if is_loud else None
    )


@cache
def _changes(rule_id: str) -> tuple[ShownChange, ...]:
    return tuple(map(_shown, all_examples()[rule_id].changes))


def _shown(change: Change) -> ShownChange:
    return ShownChange(change.direction, change.judgement, change.message)
