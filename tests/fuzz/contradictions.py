"""Does the engine say that something breaks where both sides provably accept the same?

The engine judges definitions. A change in a place that no message can have, because what stands
around it refuses all that would, is still a change of that definition, and the product says of such
a finding that it is proved for the part alone (`WitnessKind.PART`). So a finding is let go where it
would make no difference if the definitions that it points to refused everything.
"""

import copy
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from service.openapi_diff import Change, Comparison, Direction, Judgement, Verdict
from tests.fuzz.documents import Side
from tests.fuzz.edge_values import FORMATS
from tests.fuzz.inclusion import InclusionOracle
from tests.fuzz.oracle import breaking_exchange, loops, plain_sides
from tests.fuzz.pairs import Pair

Json = Any

# They break by what readers and clients need to know, whatever a validator accepts.
_BY_WORD = ("property.removed-", "property.renamed", "property.write-only-on", "discriminator.",
            "schema.content-", "schema.extensible-")  # fmt: skip
# An alternative is one of its own, though an open object beside it accepts the same instances.
_ALTERNATIVES = ("compose.one-of-", "compose.any-of-", "compose.wrapped-")
_ASSERTED = {*FORMATS, "int32", "int64"}


def contradictions(
    pair: Pair, comparison: Comparison, oracle: InclusionOracle, random: Random
) -> Iterator[str]:
    """The directions that are said to break although both sides provably accept the same."""
    if comparison.verdict is not Verdict.BREAKING or pair.place.is_text:
        return
    for direction in pair.place.directions:
        told = [
            change
            for change in comparison.changes
            if change.direction is direction and change.judgement is Judgement.BREAKS
        ]
        if not told or any(map(_is_by_word, told)):
            continue
        if breaking_exchange(pair, direction, random) is None and _is_no_break(
            pair, direction, told, oracle
        ):
            said = {change.rule for change in told if _is_alive(pair, direction, change, oracle)}
            if said:
                yield f"{direction.value}: {', '.join(sorted(said))}"


def _is_by_word(change: Change) -> bool:
    """Whether it breaks by what no validator knows: a remark, or a format without a check."""
    if change.rule.startswith("schema.format-"):
        named = {
            name for side in (change.before, change.after) for name in (side or "").split(", ")
        }
        return not named <= {*_ASSERTED, ""}
    return change.rule.startswith(_BY_WORD)


def _is_no_break(
    pair: Pair, direction: Direction, told: list[Change], oracle: InclusionOracle
) -> bool:
    sides = plain_sides(pair, direction)
    if not _accept_the_same(*sides, oracle):
        return False
    by_word = any(change.rule.startswith(_ALTERNATIVES) for change in told)
    return not by_word or _accept_the_same(closed(sides[0]), closed(sides[1]), oracle)


def _accept_the_same(one: Json, other: Json, oracle: InclusionOracle) -> bool:
    if one == other:
        return True
    if loops(one) or loops(other):
        return False
    return bool(oracle.is_included(one, other) and oracle.is_included(other, one))


def closed(schema: Json) -> Json:
    """The schema as those read it who refuse every property that an object does not declare."""
    if isinstance(schema, list):
        return [closed(child) for child in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(child) for key, child in schema.items()}
    if isinstance(schema.get("properties"), dict):
        found.setdefault("additionalProperties", False)
    return found


def _is_alive(pair: Pair, direction: Direction, change: Change, oracle: InclusionOracle) -> bool:
    """Whether messages of either side reach the definitions that a finding points to."""
    without = without_changed(pair, change)
    return not all(
        _accept_the_same(before, after, oracle)
        for before, after in zip(
            plain_sides(pair, direction), plain_sides(without, direction), strict=True
        )
    )


def without_changed(pair: Pair, change: Change) -> Pair:
    """The pair with `false` in the place of what a change points to."""
    return replace(
        pair,
        base=_refusing(pair.base, change.base_pointer),
        revision=_refusing(pair.revision, change.revision_pointer),
    )


def _refusing(side: Side, pointer: str | None) -> Side:
    if pointer is None:
        return side
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    found: Json = {"schema": side.schema, "components": side.components}
    if tokens[:1] in (["components"], ["definitions"]):
        path = ["components", *tokens[2 if tokens[0] == "components" else 1 :]]
    else:
        path = tokens[tokens.index("schema") :] if "schema" in tokens else ["schema"]
    found = copy.deepcopy(found)
    owner: Any = found
    for key in path[:-1]:
        owner = owner[int(key) if isinstance(owner, list) else key]
    owner[int(path[-1]) if isinstance(owner, list) else path[-1]] = False
    return replace(side, schema=found["schema"], components=found["components"])
