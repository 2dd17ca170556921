"""What is a rule?"""

from dataclasses import dataclass

from service.openapi_diff.verdicts import Assumption, Effect, Judgement

BREAKS, RISKY, SAFE = Judgement.BREAKS, Judgement.RISKY, Judgement.SAFE
DOCUMENTATION, UNDETERMINED = Judgement.DOCUMENTATION, Judgement.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of edit and what it means in each direction. Its id is for ever: it is stored.

    An undirected rule (`directed=False`) is reported once, by its `request` judgement.
    The assumptions are what a harmless judgement in that direction rests on; `also_assumes` is what
    any judgement that rests on something rests on besides.
    """

    id: str
    request: Judgement
    response: Judgement
    summary: str
    directed: bool = True
    request_assumes: Assumption | None = None
    response_assumes: Assumption | None = None
    also_assumes: Assumption | None = None


_BY_EFFECT = {
    Effect.NARROWED: (BREAKS, SAFE),
    Effect.WIDENED: (SAFE, BREAKS),
    Effect.CHANGED: (BREAKS, BREAKS),
    Effect.MAYBE_NARROWED: (UNDETERMINED, SAFE),
    Effect.MAYBE_WIDENED: (SAFE, UNDETERMINED),
    Effect.UNKNOWN: (UNDETERMINED, UNDETERMINED),
    Effect.NONE: (SAFE, SAFE),
}


def judge(rule: Rule, effect: Effect | None) -> tuple[Judgement, Judgement]:
    """What an edit means in requests and in responses; an effect found overrules the table."""
    return (rule.request, rule.response) if effect is None else _BY_EFFECT[effect]
