"""Does an approval stay with the alternative it was given for, however the list is ordered?"""

from itertools import permutations
from typing import Any

import pytest

from service.openapi_diff import compare
from service.openapi_diff.branch_names import names_of_branches
from tests.unit.openapi_diff.documents import with_schema

TEXT = {"type": "string"}


def kind(name: str, **more: Any) -> dict[str, Any]:
    properties = {"kind": {"const": name}, "a": {**TEXT, "maxLength": 9}, **more}
    return {"type": "object", "properties": properties, "required": ["kind"]}


def listing(most: int, **items: Any) -> dict[str, Any]:
    return {"type": "array", "maxItems": most, "items": items}


KINDS = [kind("cat"), kind("dog"), kind("hen")]
TYPES = [{**TEXT, "maxLength": 9}, {"type": "array", "items": {**TEXT, "maxLength": 9}}]
PROPERTIES = [{"properties": {name: {**TEXT, "maxLength": 9}, "z": {}}} for name in "abc"]
DEMANDS = [{"required": [name], "properties": {"z": {**TEXT, "maxLength": 9}}} for name in "abc"]
CONTENTS = [{"properties": {"z": {**TEXT, "maxLength": 9, "pattern": name}}} for name in "abc"]


def edited(schema: Any) -> Any:
    """The schema with each `maxLength` in it one less."""
    if isinstance(schema, dict):
        return {k: v - 1 if k == "maxLength" else edited(v) for k, v in schema.items()}
    return [edited(item) for item in schema] if isinstance(schema, list) else schema


def fingerprints(keyword: str, branches: list[Any], place: int) -> set[str]:
    """Those of an edit of the branch at a place."""
    changed = [edited(one) if place == at else one for at, one in enumerate(branches)]
    base, revision = (with_schema({keyword: found}) for found in (branches, changed))
    changes = compare(base, revision).changes
    return {change.fingerprint for change in changes if change.rule.startswith("schema.max-length")}


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("branches", [KINDS, TYPES, PROPERTIES, DEMANDS, CONTENTS])
def test_an_edit_keeps_its_fingerprint_in_another_order(keyword: str, branches: list[Any]) -> None:
    known = [fingerprints(keyword, branches, place) for place in range(len(branches))]

    for order in permutations(range(len(branches))):
        moved = [branches[place] for place in order]
        found = [fingerprints(keyword, moved, place) for place in range(len(moved))]
        assert found == [known[place] for place in order]
    assert all(known)
    assert len(set.union(*known)) == sum(map(len, known))


def test_parts_that_must_all_hold_are_named_alike_in_another_order() -> None:
    parts = [{"minLength": 1}, {"type": "string", "maxLength": 9}, {"pattern": "a"}]

    first = fingerprints("allOf", parts, 1)

    assert first
    assert first == fingerprints("allOf", parts[::-1], 1)


def test_an_alternative_with_a_name_of_its_own_keeps_it() -> None:
    titled = [{**one, "title": f"T{place}"} for place, one in enumerate(CONTENTS)]
    longer = [edited(edited(titled[0])), *titled[1:]]

    assert fingerprints("anyOf", titled, 1) == fingerprints("anyOf", longer, 1)


@pytest.mark.parametrize(
    ("branches", "names"),
    [
        (KINDS[:2], ['[{"kind": "cat"}]', '[{"kind": "dog"}]']),
        ([TEXT, {"type": ["null", "integer"]}], ['["string"]', '[["integer", "null"]]']),
        ([{"required": ["b", "a"]}, {"required": ["a"]}], ['[["a", "b"]]', '[["a"]]']),
        ([{"properties": {"b": {}}}, {"properties": {}}], ['[["b"]]', None]),
        ([True, {"required": "a", "properties": [], "type": 1}], [None, "[1]"]),
    ],
)
def test_what_tells_branches_apart_is_their_name(branches: list[Any], names: list[Any]) -> None:
    found = names_of_branches(branches)

    assert [
        None if want is None else have for want, have in zip(names, found, strict=True)
    ] == names


def test_what_nothing_tells_apart_goes_by_all_it_says_and_is_counted() -> None:
    long: dict[str, Any] = {"properties": {f"property {number}": {} for number in range(20)}}
    same: dict[str, Any] = {"properties": {"a": {}}}

    found = names_of_branches(
        [same, long, {**same, "description": "again"}, {**same, "title": "b"}]
    )

    assert len(set(found)) == 4
    assert found[2] == f"{found[0][:-1]} 2]"
    assert max(map(len, found)) < 30
