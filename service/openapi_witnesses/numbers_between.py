"""Which numbers lie within limits and on, or off, given steps?"""

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, pairwise

from service.openapi_witnesses.demands import Demand

_MOST = 12  # numbers that are tried around one limit
_PLAIN = (1, 0, 2, -1, 10, 100)
_GREATEST_EXACT = 2**64


def numbers(demand: Demand, *, whole: bool) -> Iterator[int | float]:
    """Numbers that satisfy the demand, the plainest first; not all there are.

    `whole`: integers only; otherwise numbers with a fraction only.
    """
    for number in dict.fromkeys(_candidates(demand, whole=whole)):
        if not _fits(demand, number) or (number.denominator == 1) is not whole:
            continue
        written = _written(number)
        # A large float is not every number: the neighbour of a limit may be the limit itself.
        if abs(number) < _GREATEST_EXACT or _fits(demand, Fraction(written)):
            yield written


def _candidates(demand: Demand, *, whole: bool) -> Iterator[Fraction]:
    grain = _grain(demand, whole=whole)
    for limit in [Fraction(0), *(number for _, number in demand.limits)]:
        first = math.floor(limit / grain)
        for distance in range(_MOST):
            yield (first + distance) * grain
            yield (first - distance) * grain
    if not whole:
        yield from _fractions_between(demand)
    yield from map(Fraction, _PLAIN)
    # Beyond every integer format; a float, so that every JSON reader can hold it.
    yield from (Fraction(10**19), Fraction(-(10**19)), Fraction(10**39), Fraction(-(10**39)))


def _grain(demand: Demand, *, whole: bool) -> Fraction:
    """The least step that all the wanted numbers are multiples of."""
    grain = Fraction(1) if whole else Fraction(1, 2)
    for index, step in enumerate(demand.steps):
        grain = step if not whole and not index else _common(grain, step)
    return grain


def _common(one: Fraction, other: Fraction) -> Fraction:
    return Fraction(
        math.lcm(one.numerator, other.numerator), math.gcd(one.denominator, other.denominator)
    )


def _fractions_between(demand: Demand) -> Iterator[Fraction]:
    limits = sorted({number for _, number in demand.limits})
    for low, high in islice(pairwise(limits), _MOST):
        yield (low + high) / 2
    for limit in limits:
        yield limit + Fraction(1, 10)
        yield limit - Fraction(1, 10)


def _fits(demand: Demand, number: Fraction) -> bool:
    return (
        all(_within(keyword, number, limit) for keyword, limit in demand.limits)
        and all((number / step).denominator == 1 for step in demand.steps)
        and all((number / step).denominator != 1 for step in demand.refused_steps)
    )


def _within(keyword: str, number: Fraction, limit: Fraction) -> bool:
    match keyword:
        case "minimum":
            return number >= limit
        case "maximum":
            return number <= limit
        case "exclusiveMinimum":
            return number > limit
        case _:
            return number < limit


def _written(number: Fraction) -> int | float:
    if number.denominator == 1 and abs(number) < _GREATEST_EXACT:
        return int(number)
    return float(number)
