"""Is one pattern told from another, without ever running away?"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.openapi_diff.patterns import PatternJudge
from service.openapi_diff.verdicts import Effect

_PATTERNS = ["^a", "a$", "^$", "a|b", "^(ab)+$", "[^a]", "^[a-c]{2,3}$", "a{2}", "^a?b*c+$", r"\d"]
_PATTERNS += [r"^\w+$", "^.$", "(^a|b$)", "^(?:a|(?<n>b)){0,2}$", r"[\d-]", r"\x61", r"\u0062+?"]


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("^[a-z]+$", "^[a-z0-9]+$", Effect.WIDENED),
        ("^[a-z]{1,64}$", "^[a-z]{1,32}$", Effect.NARROWED),
        ("^a", "^b", Effect.CHANGED),
        ("^(a|b)*$", "^[ab]*$", Effect.NONE),
        ("[a-z]*", "[A-Z]*", Effect.NONE),
        ("^a+$", "^a{1,}$", Effect.NONE),
        ("^", "$", Effect.NONE),
        (r"^\S+$", r"^[^\s]+$", Effect.NONE),
        ("^(?=a)", "^a", Effect.UNKNOWN),
        (r"^(a)\1$", "^aa$", Effect.UNKNOWN),
        (r"\p{L}", "a", Effect.UNKNOWN),
        ("(", "a", Effect.UNKNOWN),
        ("a)", "a", Effect.UNKNOWN),
        ("*a", "a", Effect.UNKNOWN),
        ("[b-a]", "a", Effect.UNKNOWN),
        ("[a", "a", Effect.UNKNOWN),
        ("(" * 60 + ")" * 60, "a", Effect.UNKNOWN),
        ("a" * 3_000, "a", Effect.UNKNOWN),
        ("(?<name", "a", Effect.UNKNOWN),
        ("a{9999}", "a", Effect.UNKNOWN),
        ("a{2,1}", "a", Effect.UNKNOWN),
        (r"\xZZ", "a", Effect.UNKNOWN),
        ("\\", "a", Effect.UNKNOWN),
        ("a{,2}", r"a\{,2}", Effect.NONE),
        (r"[\b]", r"\x08", Effect.NONE),
    ],
)
def test_patterns_are_related_by_the_texts_they_accept(
    before: str, after: str, effect: Effect
) -> None:
    assert PatternJudge().relate(before, after) is effect


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(_PATTERNS), st.text("abcx1-", max_size=5))
def test_a_pattern_is_found_where_a_regular_expression_engine_finds_it(
    pattern: str, text: str
) -> None:
    python = pattern.replace("$", r"\Z").replace("(?<", "(?P<")

    assert PatternJudge().matches(pattern, text) is bool(re.search(python, text))


def test_a_pattern_that_would_run_away_is_told_at_once() -> None:
    judge = PatternJudge()

    assert judge.matches("^(a+)+$", "a" * 900 + "b") is False


def test_patience_comes_to_an_end() -> None:
    judge = PatternJudge()
    questions = [
        (f"^(a|[ab]*){{1,40}}{place}$", f"^(b|[ab]*){{1,40}}{place}$") for place in range(200)
    ]

    answers = [judge.relate(*question) for question in questions]

    assert answers[-1] is Effect.UNKNOWN


def test_a_text_too_long_to_try_is_not_decided() -> None:
    assert PatternJudge().matches("a", "a" * 2_000) is None
