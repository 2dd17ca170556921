"""How is a finding of the fuzzer told, so that it can become a test at once?"""

from pprint import pformat
from random import Random

from tests.fuzz.documents import Side
from tests.fuzz.oracle import Counterexample, counterexamples
from tests.fuzz.pairs import Pair
from tests.fuzz.shrinking import shrunk


def smallest(found: Counterexample) -> Counterexample:
    """The counterexample of the smallest pair that has one in the same direction."""
    pair = shrunk(found.pair, found.direction, lambda pair: _find(pair, found) is not None)
    return _find(pair, found) or found


def _find(pair: Pair, found: Counterexample) -> Counterexample | None:
    """A counterexample of a pair in the direction of one that is known."""
    try:
        others = list(counterexamples(pair, pair.compare(), Random(0)))
    except (ValueError, TypeError, AttributeError):
        return None  # left out so much that it is no schema any more
    return next((other for other in others if other.direction is found.direction), None)


def as_test(found: Counterexample) -> str:
    """A test of its own, ready for tests/unit/openapi_diff/test_soundness.py."""
    pair, direction = found.pair, found.direction.value
    changes = pair.compare().changes
    said = [f"{change.rule} {change.direction} {change.judgement}" for change in changes]
    return (
        f"# {pair.place.value}; the engine says: {', '.join(said) or 'no change'}\n"
        f"def test_a_{direction}_that_breaks_is_not_called_compatible() -> None:\n"
        f"    base = {_document(pair.base, pair)}\n"
        f"    revision = {_document(pair.revision, pair)}\n"
        f"    # {'base' if direction == 'request' else 'revision'} accepts, the other refuses:"
        f" {found.instance!r}\n"
        f"    told = {{change.direction for change in compare(base, revision).changes\n"
        f"            if change.judgement in ('breaks', 'undetermined')}}\n\n"
        f"    assert told & {{{direction!r}, None}}\n"
    )


def _document(side: Side, pair: Pair) -> str:
    text = pformat(side.document(pair.place), width=96, sort_dicts=False)
    return text.replace("\n", "\n    ")
