"""Does a comparison come to an end soon, and own up to what it has not looked at?"""

from collections.abc import Iterator
from typing import Any

import pytest

from service.openapi_diff import Change, Verdict, compare
from service.openapi_diff.compare_documents import compare_documents
from service.openapi_diff.description import Description
from service.openapi_diff.equality import Identities, same
from service.openapi_diff.unchanged import Unchanged
from service.openapi_diff.verdicts import Cause, Judgement
from service.openapi_diff.walk import BOTH, Node, Walk
from service.openapi_diff.work import Work
from tests.unit.openapi_diff.documents import with_schema

_UNLIMITED = 10**9


def _nested(leaf: str, depth: int) -> dict[str, Any]:
    """Alternatives in alternatives: each level twice the one below, told apart by nothing."""
    schema: dict[str, Any] = {"type": leaf}
    for _ in range(depth):
        # Copies, as a reader would make them: what is shared would be looked into once anyway.
        schema = {"anyOf": [{"properties": {"inner": _copy(schema)}} for _ in range(2)]}
    return schema


def _copy(value: Any) -> Any:
    match value:
        case dict():
            return {key: _copy(child) for key, child in value.items()}
        case list():
            return [_copy(child) for child in value]
        case _:
            return value


def _rings(text: str, *lengths: int) -> dict[str, Any]:
    """Rings of references that all hold: they meet again only after the product of the lengths."""
    components: dict[str, Any] = {
        f"Ring{length}_{place}": {
            "properties": {
                "next": {"$ref": f"#/components/schemas/Ring{length}_{(place + 1) % length}"}
            }
        }
        for length in lengths
        for place in range(length)
    }
    components[f"Ring{lengths[0]}_0"]["properties"]["value"] = {"description": text}
    starts = [{"$ref": f"#/components/schemas/Ring{length}_0"} for length in lengths]
    return with_schema({"allOf": starts}, **components)


class _CountedIdentities(Identities):
    """Counts how often an object or a list is looked into."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def _number(self, value: Any) -> int:
        self.looks += isinstance(value, dict | list)
        return super()._number(value)


class _CountedWork(Work):
    """Counts the work that is done."""

    spent = 0

    def spend(self, amount: int) -> None:
        self.spent += amount
        super().spend(amount)


def _walked(base: dict[str, Any], revision: dict[str, Any], *, floor: int) -> tuple[Walk, int]:
    before, after = Description(base), Description(revision)
    walk = Walk(before, after, Unchanged(before, after))
    work = walk.work = _CountedWork(base, revision, floor=floor)
    compare_documents(walk)
    walk.run()
    return walk, work.spent


def _limited(changes: tuple[Change, ...]) -> list[tuple[str, Judgement]]:
    return [(change.rule, change.judgement) for change in changes if change.cause is Cause.LIMIT]


def test_each_part_of_nested_alternatives_is_looked_into_once() -> None:
    value, identities = _nested("string", 8), _CountedIdentities()

    open_values: list[Any] = [value]
    containers = 0
    while open_values:
        current = open_values.pop()
        if isinstance(current, dict | list):
            containers += 1
            identities.of(current)
            open_values.extend(current.values() if isinstance(current, dict) else current)

    assert identities.looks == containers


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (1, 1.0),
        (1, True),
        ([], {}),
        ([1, [2]], [1.0, [2]]),
        ([1, [2]], [[1], 2]),
        ({"a": 1, "b": [True]}, {"b": [True], "a": 1}),
        ({"a": 1, "b": [True]}, {"b": [1], "a": 1}),
        ("1", 1),
        (None, False),
    ],
)
def test_values_have_one_number_exactly_if_they_are_the_same(left: Any, right: Any) -> None:
    identities = Identities()

    assert (identities.of(left) == identities.of(right)) is same(left, right)


def test_a_number_is_not_inherited_by_a_value_in_the_same_place_of_memory() -> None:
    identities = Identities()

    numbers = {identities.of([place]) for place in range(100)}

    assert len(numbers) == 100


def test_work_on_nested_alternatives_grows_no_faster_than_they_do() -> None:
    spent = [
        _walked(
            with_schema(_nested("string", depth)),
            with_schema(_nested("integer", depth)),
            floor=_UNLIMITED,
        )[1]
        for depth in (8, 10)  # four times as large
    ]

    assert spent[1] <= 4 * spent[0]


def test_rings_of_references_stop_at_the_limit_and_say_so() -> None:
    base, revision = (_rings(text, 2, 3, 5, 7, 11, 13) for text in ("old", "new"))

    comparison = compare(base, revision)

    assert (comparison.verdict, comparison.undetermined_causes) == (
        Verdict.UNDETERMINED,
        (Cause.LIMIT,),
    )
    assert set(_limited(comparison.changes)) == {("ref.target-changed", Judgement.UNDETERMINED)}


def test_rings_without_the_limit_take_many_times_the_work() -> None:
    base, revision = (_rings(text, 2, 3, 5, 7, 11) for text in ("old", "new"))

    limited = _walked(base, revision, floor=1_000)
    unlimited = _walked(base, revision, floor=_UNLIMITED)

    assert limited[1] * 10 < unlimited[1]


def test_small_rings_are_followed_to_their_end() -> None:
    base, revision = (_rings(text, 2, 3, 5) for text in ("old", "new"))

    comparison = compare(base, revision)

    assert comparison.verdict is Verdict.COMPATIBLE


def test_an_answer_that_met_the_limit_is_the_same_again() -> None:
    base, revision = (_rings(text, 2, 3, 5, 7, 11, 13) for text in ("old", "new"))

    answers = [compare(base, revision).to_dict() for _ in range(2)]

    assert answers[0] == answers[1]


def test_the_parts_of_an_all_of_that_nobody_looks_at_are_not_taken_for_the_same() -> None:
    base, revision = (
        with_schema({"allOf": [*({"minLength": place} for place in range(2_100)), {"type": kind}]})
        for kind in ("string", "integer")
    )

    comparison = compare(base, revision)

    assert (comparison.verdict, comparison.undetermined_causes) == (
        Verdict.UNDETERMINED,
        (Cause.LIMIT,),
    )


def test_a_large_document_may_take_more_work_than_a_small_one() -> None:
    small, large = Work({}, floor=10), Work([{} for _ in range(100)], floor=10)

    for work in (small, large):
        work.spend(50)

    assert (small.is_done, large.is_done) == (True, False)


class _CountedEdges(list[tuple[Node, int]]):
    """Counts how often somebody goes along the edges of a node."""

    walks = 0

    def __iter__(self) -> Iterator[tuple[Node, int]]:
        type(self).walks += 1
        return super().__iter__()


@pytest.mark.parametrize("size", [100, 1_000])
def test_bits_go_round_a_ring_a_few_times_only(size: int) -> None:
    walk = Walk(Description({}), Description({}), Unchanged(Description({}), Description({})))
    _CountedEdges.walks = 0
    ring = [Node(edges=_CountedEdges(), request=1 << place) for place in range(size)]
    for place, node in enumerate(ring):
        node.edges.append((ring[(place + 1) % size], BOTH))
    walk.nodes = dict(enumerate(ring))

    walk.spread()

    assert {node.request for node in ring} == {(1 << size) - 1}
    assert _CountedEdges.walks <= 4 * size
