"""Is JSON read strictly, and is every text that readers disagree on refused?"""

import json

import pytest

from service.openapi_documents import InvalidDocument, ReadLimits
from service.openapi_documents.json_text import parse_json

LIMITS = ReadLimits()


def fault(text: bytes, limits: ReadLimits = LIMITS) -> tuple[str, str | None]:
    """The code and pointer for which a text is refused."""
    with pytest.raises(InvalidDocument) as caught:
        parse_json(text, limits)
    return caught.value.problems[0].code, caught.value.problems[0].pointer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            b'{"a":[1,2.5,-3,true,null,"\\u00e9\\ud83d\\ude00"]}',
            {"a": [1, 2.5, -3, True, None, "é😀"]},
        ),
        (b"18446744073709551615", 2**64 - 1),
        (b"-9223372036854775808", -(2**63)),
        (b"1e300", 1e300),
        (b"[1e19]", [10**19]),
        (b'"\\\\u0000"', "\\u0000"),
        (b'{"a\\u0022b":1}', {'a"b': 1}),
    ],
)
def test_values_come_as_they_are(text: bytes, value: object) -> None:
    assert parse_json(text, LIMITS)[0] == value


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        (b'{"info":1,"info":2}', "/info"),
        (b'{"a":[{"b":1,"c":2,"b":1}]}', "/a/0/b"),
        (b'{"a":{"b":1,"b":2},"a":3}', "/a"),
        (b'{"a\\u0022":1,"a\\"":2}', '/a"'),
        (b'{"x":"\\u0022\\u0022","a":1,"a":2}', "/a"),
        (b'{"a/b":1,"a/b":2}', "/a~1b"),
    ],
)
def test_a_repeated_key_is_refused_where_the_standard_parser_keeps_the_last(
    text: bytes, pointer: str
) -> None:
    assert fault(text) == ("duplicate-key", pointer)
    # The control: what an unguarded reader makes of it.
    assert json.loads(text) is not None


@pytest.mark.parametrize(
    ("text", "code", "pointer"),
    [
        (b'{"a":18446744073709551616}', "number-out-of-range", "/a"),
        (b'{"a":-9223372036854775809}', "number-out-of-range", "/a"),
        (b'{"a":123456789012345678901234}', "number-out-of-range", "/a"),
        (b"[1e400]", "number-out-of-range", None),
        (b"[" + b"9" * 5000 + b"]", "number-out-of-range", None),
        (b'["\\ud800"]', "lone-surrogate", None),
        (b'["a\\u0000"]', "nul-character", "/0"),
        (b'{"x":{"a\\u0000":1}}', "nul-character", "/x"),
        (b'["\\\\\\u0000"]', "nul-character", "/0"),
        (b'["\xff"]', "not-utf-8", None),
        (b'{"a":', "malformed-json", None),
        (b"[NaN]", "malformed-json", None),
        (b"[Infinity]", "malformed-json", None),
        (b"[01]", "malformed-json", None),
        (b"[1,]", "malformed-json", None),
        (b"[1] x", "malformed-json", None),
    ],
)
def test_what_readers_disagree_on_is_refused(text: bytes, code: str, pointer: str | None) -> None:
    assert fault(text) == (code, pointer)


def test_a_fault_in_the_bytes_is_told_with_its_line() -> None:
    with pytest.raises(InvalidDocument) as caught:
        parse_json(b'{\n"\xc3\xa9": "\xff"}', LIMITS)

    problem = caught.value.problems[0]
    assert (problem.code, problem.line, problem.column) == ("not-utf-8", 2, 7)


@pytest.mark.parametrize(("depth", "is_read"), [(100, True), (101, False), (1000, False)])
def test_depth_is_counted_exactly(depth: int, *, is_read: bool) -> None:
    text = b"[" * depth + b"]" * depth

    if is_read:
        assert parse_json(text, LIMITS)[1] == text
    else:
        assert fault(text) == ("too-deep", "/0" * 100)


def test_values_are_counted_before_and_after_parsing() -> None:
    limits = ReadLimits(json_nodes=5)

    assert parse_json(b'["a,b,c,d,e,f,g"]', limits)[0] == ["a,b,c,d,e,f,g"]
    assert parse_json(b"[1,2,3,4]", limits)[0] == [1, 2, 3, 4]
    assert fault(b"[1,2,3,4,5]", limits) == ("too-many-values", None)
    assert fault(b"[{},{},{}]", limits) == ("too-many-values", None)
    assert fault(b'{"a":[{"b":[{"c":1}]}]}', limits) == ("too-many-values", None)
