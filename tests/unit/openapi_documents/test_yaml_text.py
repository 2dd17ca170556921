"""Is YAML read by the 1.2 core schema, safely, and is what readers disagree on refused?"""

from typing import Any

import pytest
import yaml

from service.openapi_documents import InvalidDocument, ReadLimits
from service.openapi_documents.yaml_text import parse_yaml

LIMITS = ReadLimits()


def value_of(text: str, limits: ReadLimits = LIMITS) -> Any:
    return parse_yaml(text.encode(), limits)[0]


def fault(text: str, limits: ReadLimits = LIMITS) -> tuple[str, str | None, int | None]:
    """The code, pointer and line for which a text is refused."""
    with pytest.raises(InvalidDocument) as caught:
        parse_yaml(text.encode(), limits)
    problem = caught.value.problems[0]
    return problem.code, problem.pointer, problem.line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, word) for word in ("NO", "no", "on", "Off", "y", "yes", "1:30", "190:20:30")),
        *((word, word) for word in ("2020-01-01", "2020-99-99", "012", "-012", "1_000", "0b11")),
        *((word, word) for word in ("00.5", "1.2.3", "+", "-.", ".", "0o8", "0xZ", "tRUE", "=")),
        *((word, None) for word in ("~", "null", "Null", "NULL")),
        ("true", True),
        ("FALSE", False),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("0o14", 12),
        ("0xfF", 255),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1.", 1),
        ("1e3", 1000),
        ("-1.5E-2", -0.015),
        ("18446744073709551615", 2**64 - 1),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("!!int 12", 12),
        ("!!float 12", 12),
        ("!!float 1.5", 1.5),
        ("!!bool true", True),
        ("!!null ~", None),
        ("!!map {}", {}),
        ("!!seq []", []),
    ],
)
def test_scalars_follow_the_core_schema_of_yaml_1_2(text: str, value: object) -> None:
    read = value_of(f"a: {text}")["a"]

    assert (read, type(read)) == (value, type(value))


def test_the_usual_loader_would_have_changed_them() -> None:
    assert yaml.load("[NO, 1:30, 012, 2020-01-01]", yaml.CSafeLoader)[:3] == [False, 90, 10]


@pytest.mark.parametrize("key", ["200", "-1", "true", "null", "1.5", "on", "2020-01-01", "012"])
def test_keys_are_the_text_that_they_are_written_as(key: str) -> None:
    assert value_of(f"{key}: 1") == {key: 1}


@pytest.mark.parametrize(
    "key", ["0x10", "1.0", "1.10", "~", "True", "+1", "1e3", "[a]", "{a: 1}", "? [a]\n", "?\n"]
)
def test_a_key_that_readers_name_differently_is_refused(key: str) -> None:
    assert fault(f"{key} : 1")[0] == "ambiguous-key"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: .inf", ("not-a-number", "/a", 1)),
        ("a: -.INF", ("not-a-number", "/a", 1)),
        ("a: .nan", ("not-a-number", "/a", 1)),
        ("a: 1e400", ("number-out-of-range", "/a", 1)),
        ("a: 18446744073709551616", ("number-out-of-range", "/a", 1)),
        ("a: 0x1FFFFFFFFFFFFFFFF", ("number-out-of-range", "/a", 1)),
        ("a:\n- " + "9" * 5000, ("number-out-of-range", "/a/0", 2)),
        ("a: !!int x", ("malformed-yaml", "/a", 1)),
        ("a: !!bool 1", ("malformed-yaml", "/a", 1)),
        ("a: !!binary aGk=", ("unknown-tag", "/a", 1)),
        ("a: !include b.yaml", ("unknown-tag", "/a", 1)),
        ("a: !!set {}", ("unknown-tag", "/a", 1)),
        ("a: !x []", ("unknown-tag", "/a", 1)),
        ("!!int a: 1", ("malformed-yaml", "", 1)),
        ("a: 1\nb: 2\na: 3", ("duplicate-key", "/a", 3)),
        ("'200': 1\n200: 2", ("duplicate-key", "/200", 2)),
        ("- {b: 1, b: 1}", ("duplicate-key", "/0/b", 1)),
        ("a: *b", ("unknown-alias", "/a", 1)),
        ("a: &a [*a]", ("unknown-alias", "/a/0", 1)),
        ("a: &a [1]\n*a : 1", ("ambiguous-key", "", 2)),
        ("--- 1\n--- 2", ("several-documents", "", 2)),
        ("a: [", ("malformed-yaml", None, 2)),
        ("a: \x01", ("malformed-yaml", None, 1)),
        ("a: b\n\tc: d\n", ("malformed-yaml", None, 2)),
        ('a: "\\ud800"', ("malformed-yaml", None, 1)),
        ('a: "x\\0"', ("nul-character", "/a", None)),
        ('"x\\0": {}', ("nul-character", "", None)),
        ("%TAG !a! b\n" * 17 + "--- 1", ("malformed-yaml", None, None)),
        ("<<: 1", ("malformed-yaml", "/<<", 1)),
        ("<<: [1]", ("malformed-yaml", "/<<", 1)),
        ("<<: {}\n<<: {}", ("duplicate-key", "/<<", 2)),
        ("# nothing", ("empty-document", None, None)),
    ],
)
def test_what_means_nothing_or_two_things_is_refused(
    text: str, expected: tuple[str, str | None, int | None]
) -> None:
    assert fault(text) == expected


def test_bytes_that_are_not_utf_8_are_refused() -> None:
    with pytest.raises(InvalidDocument) as caught:
        parse_yaml(b"a: \xff", LIMITS)

    assert caught.value.problems[0].code == "not-utf-8"


def test_anchors_aliases_and_merges_give_what_was_written_once() -> None:
    text = """
base: &base {a: 1, b: 2}
name: &name key
&k anchored: 1
uses: [*base, *name, *k]
*name : 3
!!str 4: 4
merged: {<<: *base, b: 3, c: 4}
both: {<<: [*base, {a: 5, d: 6}]}
quoted: {"<<": 1}
"""

    value = value_of(text)

    assert value["uses"] == [{"a": 1, "b": 2}, "key", "anchored"]
    assert (value["key"], value["4"]) == (3, 4)
    assert value["merged"] == {"a": 1, "b": 3, "c": 4}
    assert value["both"] == {"a": 1, "b": 2, "d": 6}
    assert value["quoted"] == {"<<": 1}


@pytest.mark.parametrize(("depth", "is_read"), [(100, True), (101, False)])
def test_depth_is_counted_exactly(depth: int, *, is_read: bool) -> None:
    text = "[" * depth + "]" * depth

    if is_read:
        assert parse_yaml(text.encode(), LIMITS)[1] == text.encode()
    else:
        assert fault(text)[0] == "too-deep"


def test_depth_counts_what_aliases_stand_for() -> None:
    text = "a: &a [[[1]]]\nb: [[*a]]"

    assert value_of(text, ReadLimits(depth=6)) == {"a": [[[1]]], "b": [[[[[1]]]]]}
    assert fault(text, ReadLimits(depth=5))[:2] == ("too-deep", "/b/0/0/0/0")


def test_values_and_what_aliases_stand_for_are_counted() -> None:
    assert value_of("[1, 2, 3]", ReadLimits(yaml_nodes=4)) == [1, 2, 3]
    assert fault("[1, 2, 3]", ReadLimits(yaml_nodes=3))[0] == "too-many-values"
    text = "[&a [1, 2], *a, *a]"
    assert value_of(text, ReadLimits(alias_nodes=6)) == [[1, 2]] * 3
    assert fault(text, ReadLimits(alias_nodes=5))[:2] == ("alias-expansion", "/2")
