"""Do several ranges of numbers together cover another one?

Of the alternatives "at least 1" and "at most 2" neither accepts all numbers; both of them do.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from service.openapi_diff.compare_annotations import ANNOTATIONS
from service.openapi_diff.compare_bounds import Bound, range_of
from service.openapi_diff.json_types import NUMBER
from service.openapi_diff.schema_views import SchemaView

_RANGING = ANNOTATIONS | {
    *("type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
}


class Range(NamedTuple):
    """All numbers of some types between two bounds; None where there is no bound."""

    types: int
    least: Bound | None
    most: Bound | None


def as_range(view: SchemaView) -> Range | None:
    """The numbers that a schema accepts, if these are a range and it accepts nothing else."""
    if not view.types or view.types & ~NUMBER or not view.keywords.keys() <= _RANGING:
        return None
    return Range(view.types, *range_of(view))


def cover(views: Iterable[SchemaView], wanted: SchemaView) -> bool:
    """Whether each number of a range is accepted by one of the schemas that are ranges, too."""
    gap = as_range(wanted)
    if gap is None:
        return False
    ranges = [found for view in views if (found := as_range(view)) is not None]
    waiting = [found for found in ranges if not gap.types & ~found.types]
    start = gap.least
    while waiting:
        fitting = [found for found in waiting if _begins(found, start)]
        if any(_ends(found, gap.most) for found in fitting):
            return True
        ends = [found.most for found in fitting if found.most is not None]
        further = max(ends, default=None)
        if further is None:
            return False
        start = _beyond(further)
        waiting = [found for found in waiting if found not in fitting]
    return False


def _begins(found: Range, start: Bound | None) -> bool:
    """Whether a range has begun where the first number is wanted."""
    if found.least is None or start is None:
        return found.least is None
    return _place(found.least) <= _place(start)


def _ends(found: Range, most: Bound | None) -> bool:
    if found.most is None or most is None:
        return found.most is None
    return found.most >= most


def _place(least: Bound) -> tuple[Fraction, bool]:
    """Ordered: an edge that is inside comes before the same edge that is not."""
    edge, included = least
    return edge, not included


def _beyond(most: Bound) -> Bound:
    """The first number that a range leaves over."""
    edge, included = most
    return edge, not included
