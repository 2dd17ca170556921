"""Does one definition accept all that another accepts?"""

from collections.abc import Hashable

from service.openapi_diff.rules import RULES, judge
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import Definition
from service.openapi_diff.verdicts import Effect, Judgement
from service.openapi_diff.walk import Desk, Node, Oracle, Walk

_MAX_OPEN = 6  # alternatives within alternatives within ...: further down nobody is told
_MAX_STEPS = 150

# An open object accepts any property, so Cat "accepts" every Dog. As alternatives they differ.
_APART = (
    *("property.added-", "property.removed-", "property.renamed"),
    *("property.read-only-", "property.write-only-"),
)


def relate_definitions(
    pair: SchemaPair, old: Definition, new: Definition, *, as_instances: bool = False
) -> Effect:
    """What replacing `old` by `new` does to the accepted instances.

    As alternatives, unless `as_instances`: then an object may also be taken for another one that is
    open to what it holds, as a validator takes it. NONE means that they accept the same. A
    definition that refers to itself is equal while nothing speaks against it; an answer that leans
    on such an open question is not kept for others.
    """
    oracle = pair.desk.walk.oracle
    key = (
        as_instances,
        pair.context,
        tuple(site.pointer for site in old),
        tuple(site.pointer for site in new),
    )
    known = oracle.answers.get(key) or oracle.tentative.get(key)
    if known is not None:
        return known
    if key in oracle.open:
        oracle.leaned_on.add(key)
        return Effect.NONE
    if len(oracle.open) >= _MAX_OPEN or oracle.steps_left <= 0:
        return Effect.UNKNOWN
    oracle.open.add(key)
    effect = _find(pair, old, new, () if as_instances else _APART)
    oracle.open.discard(key)
    _keep(oracle, key, effect)
    return effect


def _find(pair: SchemaPair, old: Definition, new: Definition, apart: tuple[str, ...]) -> Effect:
    fork = pair.desk.walk.fork()
    pair.descend(Desk(fork, Node()), old, new, context=pair.context)
    return _summary(fork, apart) if fork.run_at_most(_MAX_STEPS) else Effect.UNKNOWN


def _keep(oracle: Oracle, key: Hashable, effect: Effect) -> None:
    """Answers that lean on an open question hold until it is answered, and after if it is NONE."""
    if key in oracle.leaned_on and effect is not Effect.NONE:
        oracle.tentative.clear()
    oracle.leaned_on.discard(key)
    if oracle.leaned_on:
        oracle.tentative[key] = effect
        return
    oracle.answers.update(oracle.tentative)
    oracle.answers[key] = effect
    oracle.tentative.clear()


def _summary(walk: Walk, apart: tuple[str, ...]) -> Effect:
    narrowed = widened = unknown = False
    for node in walk.nodes.values():
        for fact, passes in node.facts:
            if not passes:
                continue
            if fact.rule.startswith(apart):
                return Effect.CHANGED
            request, response = judge(RULES[fact.rule], fact.effect)
            narrowed |= request is Judgement.BREAKS
            widened |= response is Judgement.BREAKS
            unknown |= Judgement.UNDETERMINED in (request, response)
    if narrowed and widened:
        return Effect.CHANGED
    if unknown:
        return Effect.UNKNOWN
    if narrowed:
        return Effect.NARROWED
    return Effect.WIDENED if widened else Effect.NONE
