"""Are the corners of schemas judged that few documents have?"""

from typing import Any

import pytest

from service.openapi_diff import Verdict, compare
from tests.unit.openapi_diff.documents import compared, with_schema

_TEXT = {"type": "string"}
_OTHER_PATTERNS = [
    "schema.pattern-changed request breaks",
    "schema.pattern-changed response breaks",
]
_P = {"$ref": "#/components/schemas/P"}


def _both(base: Any, revision: Any) -> tuple[list[str], list[str]]:
    """What a change and its way back do: rule, direction and judgement of each change."""
    there, back = compared(base, revision), compared(revision, base)
    return [" ".join(change) for change in there], [" ".join(change) for change in back]


@pytest.mark.parametrize(
    ("base", "revision"),
    [
        ({"default": 1}, {"allOf": [{"default": 1}], "default": 1}),
        ({"anyOf": [False, {"type": "null"}]}, {"type": "null"}),
        ({"type": "string", "pattern": "\\t"}, {"type": "string", "pattern": "[\\t]"}),
        (
            {"type": "number", "multipleOf": 6},
            {"allOf": [{"multipleOf": 2}, {"multipleOf": 3}], "type": "number"},
        ),
    ],
)
def test_two_ways_to_say_the_same(base: Any, revision: Any) -> None:
    assert _both(base, revision) == ([], [])


@pytest.mark.parametrize(
    ("base", "revision", "there", "back"),
    [
        (
            {"type": "number", "minimum": 1},
            {"type": "number", "exclusiveMinimum": 1},
            ["schema.minimum-tightened request breaks", "schema.minimum-tightened response safe"],
            ["schema.minimum-loosened response breaks", "schema.minimum-loosened request safe"],
        ),
        (
            _TEXT,
            {**_TEXT, "contentMediaType": "text/html"},
            [
                "schema.content-media-type-changed request breaks",
                "schema.content-media-type-changed response safe",
            ],
            [
                "schema.content-media-type-changed response breaks",
                "schema.content-media-type-changed request safe",
            ],
        ),
        (
            {**_TEXT, "pattern": "^a"},
            {**_TEXT, "allOf": [{"pattern": "b"}, {"pattern": "c"}]},
            _OTHER_PATTERNS,
            _OTHER_PATTERNS,
        ),
        (
            {"type": ["string", "integer"], "format": "int32"},
            _TEXT,
            ["schema.type-narrowed request breaks", "schema.type-narrowed response safe"],
            ["schema.type-widened response breaks", "schema.type-widened request safe"],
        ),
        (
            {"anyOf": [_TEXT, {"type": "integer"}]},
            {"anyOf": [_TEXT, {"type": "integer"}, {"type": "boolean", "title": "Flag"}]},
            [
                "compose.any-of-branch-added response breaks",
                "compose.any-of-branch-added request safe",
            ],
            [
                "compose.any-of-branch-removed request breaks",
                "compose.any-of-branch-removed response safe",
            ],
        ),
    ],
)
def test_what_tightens_one_way_loosens_the_other(
    base: Any, revision: Any, there: list[str], back: list[str]
) -> None:
    assert _both(base, revision) == (there, back)


def test_a_property_that_an_odd_pattern_may_allow_is_not_told() -> None:
    closed = {"additionalProperties": False, "patternProperties": {"^(?=a)": {}}}

    changes = compared({"properties": {"a": {}}, **closed}, closed)

    assert {change[2] for change in changes} == {"undetermined"}


def test_alternatives_of_an_object_with_leftovers_may_be_documented() -> None:
    def document(text: str) -> Any:
        first = {"properties": {"a": {}}, "description": text}
        return {"anyOf": [first, {"required": ["b"]}], "unevaluatedProperties": False}

    changes = compared(document("old"), document("new"))

    assert {change[2] for change in changes} == {"documentation"}


@pytest.mark.parametrize(
    "more",
    [
        {"anyOf": [{"properties": {"a": {}}}, {"required": ["b"]}, {"properties": {"c": {}}}]},
        {
            "anyOf": [{"properties": {"a": {}}}, {"required": ["b"]}],
            "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
        },
    ],
)
def test_leftovers_cannot_be_told_where_alternatives_come(more: Any) -> None:
    base = {"anyOf": [{"properties": {"a": {}}}, {"required": ["b"]}]}
    closed = {"unevaluatedProperties": False}

    answer = compare(with_schema(base | closed), with_schema(more | closed))

    assert "combination" in answer.undetermined_causes


def test_a_condition_may_name_a_declared_property_without_restricting_it() -> None:
    base = {"properties": {"a": _TEXT}, "if": {"required": ["b"]}, "then": {}}

    changes = compared(base, base | {"then": {"properties": {"a": {}}}})

    assert {change[2] for change in changes} == {"safe"}


def test_a_closed_part_may_name_other_properties_or_patterns() -> None:
    open_part = {"properties": {"a": _TEXT, "xa": _TEXT}}
    closed_part = {
        "properties": {"a": {}},
        "patternProperties": {"^x": {}},
        "additionalProperties": False,
    }
    both = {"allOf": [open_part, closed_part]}

    changes = compared(both, {"allOf": [{"properties": {"a": _TEXT}}, closed_part]})

    assert [change for change in changes if change[1:] == ("request", "breaks")] == []


def test_the_members_of_a_big_value_are_counted() -> None:
    properties = {f"p{number}": _TEXT for number in range(30)}
    example = {"example": properties}

    answer = compare(with_schema(_TEXT), with_schema(_TEXT | example))

    assert answer.changes[0].after["..."] == "30 in all"


def test_alternatives_that_come_back_to_themselves_are_the_same_under_another_name() -> None:
    def document(first: str, second: str, leaf: Any) -> Any:
        def node(name: str) -> Any:
            return {"anyOf": [{"$ref": f"#/components/schemas/{name}"}, leaf, {"type": "array"}]}

        return with_schema(
            {"anyOf": [{"$ref": f"#/components/schemas/{first}"}, {"type": "boolean"}]},
            **{first: node(second), second: node(first)},
        )

    same = compare(document("A", "B", _TEXT), document("C", "D", _TEXT))
    wider = compare(document("A", "B", _TEXT), document("C", "D", {"type": ["string", "integer"]}))

    assert [change.judgement for change in same.changes if change.direction] == []
    assert wider.verdict != "compatible"


@pytest.mark.parametrize(
    ("base", "revision", "judgements"),
    [
        ({"pattern": ""}, {}, set()),
        (
            {**_TEXT, "pattern": "(a{99}){99}"},
            {**_TEXT, "pattern": "(a{98}){99}"},
            {"undetermined"},
        ),
        (
            {
                "properties": {"a": {}},
                "patternProperties": {"^x": {}},
                "unevaluatedProperties": False,
            },
            {"patternProperties": {"^x": {}}, "unevaluatedProperties": False},
            {"breaks", "safe"},
        ),
        (
            {"anyOf": [{"properties": {"a": {"readOnly": True}}}, {"type": "array"}]},
            {
                "anyOf": [
                    {"properties": {"a": {"writeOnly": True, "type": "string"}}},
                    {"type": "array"},
                ]
            },
            {"breaks", "safe"},
        ),
    ],
)
def test_odd_demands_have_their_judgements(base: Any, revision: Any, judgements: set[str]) -> None:
    assert {change[2] for change in compared(base, revision)} == judgements


def test_a_nullable_schema_of_alternatives_is_still_nullable() -> None:
    branches = [{"required": ["a"]}, {"required": ["b"]}]
    base = {"type": "object", "nullable": True}

    answer = compare(with_schema(base, "3.0.3"), with_schema({**base, "anyOf": branches}, "3.0.3"))

    assert "schema.nullable-removed" not in {change.rule for change in answer.changes}


def test_a_reference_among_alternatives_goes_by_its_name() -> None:
    base = {"anyOf": [_TEXT, {"type": "integer"}]}
    revision = {"anyOf": [*base["anyOf"], _P]}

    answer = compare(with_schema(base), with_schema(revision, P={"type": "array"}))

    assert [change.subject for change in answer.changes][:1] == ["P"]


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_an_alternative_is_not_lost_among_many(keyword: str) -> None:
    branches = [{"type": "string", "maxLength": place} for place in range(70)]

    changes = compared(_TEXT, {keyword: [*branches, _TEXT, {"type": "integer"}]})

    assert {change[2] for change in changes if change[1] == "response"} != {"safe"}


def test_an_alternative_that_is_the_schema_itself_again_is_not_told() -> None:
    again = {"$ref": "#/components/schemas/P"}
    plain = with_schema(again, P={"properties": {"a": {"maximum": 10}}})
    endless = with_schema(again, P={"anyOf": [{"type": "integer"}, again]})

    verdicts = [compare(plain, endless).verdict, compare(endless, plain).verdict]

    assert verdicts == [Verdict.UNDETERMINED] * 2
