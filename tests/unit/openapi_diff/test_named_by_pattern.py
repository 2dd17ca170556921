"""Are properties that a pattern names, instead of their names, compared as the same properties?"""

from typing import Any

import pytest

from tests.unit.openapi_diff.documents import compared

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
ADDED, REMOVED = "object.pattern-properties-added", "object.pattern-properties-removed"


def named(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def by_pattern(pattern: str, schema: Any, **more: Any) -> dict[str, Any]:
    return {"type": "object", "patternProperties": {pattern: schema}, **more}


@pytest.mark.parametrize(
    ("names", "pattern"),
    [
        (named(cat=TEXT, car=TEXT), "^ca(t|r)$"),
        (named(**{"a.b": TEXT}), r"^a\.b$"),
        (named(a=TEXT), "^a$"),
    ],
)
def test_a_pattern_found_in_those_names_alone_says_the_same(names: Any, pattern: str) -> None:
    assert compared(names, by_pattern(pattern, TEXT)) == []
    assert compared(by_pattern(pattern, TEXT), names) == []


def test_what_the_pattern_says_otherwise_is_told_of_the_property() -> None:
    changes = compared(named(a=TEXT), by_pattern("^a$", WHOLE))

    assert {rule for rule, _, _ in changes} == {"schema.type-incompatible"}


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        (named(a=TEXT), by_pattern("^a", TEXT)),
        (named(**{"a.b": TEXT}), by_pattern("^a.b$", TEXT)),
        (named(a=TEXT), by_pattern("^a$", WHOLE, properties={"a": TEXT})),
        (named(a=TEXT), by_pattern("^(a|b)$", TEXT)),
        (named(a=TEXT), by_pattern("(a)\\1", TEXT)),
    ],
)
def test_a_pattern_that_is_found_elsewhere_or_stands_beside_the_name_restricts(
    base: Any, revision: Any
) -> None:
    assert (ADDED, "request", "breaks") in compared(base, revision)
    assert (REMOVED, "response", "breaks") in compared(revision, base)
