"""Are access tokens hard to guess, easy to recognise and refused when mistyped?"""

import re

from hypothesis import given
from hypothesis import strategies as st

from service.tokens.token_text import ALPHABET, new_token_text, parse_token_text

SCANNER_RULE = re.compile(r"\bbnd_[0-9A-Za-z]{50}\b")
"""What a scanner of repositories looks for; the documentation names the same."""


def test_tokens_differ_in_every_part() -> None:
    tokens = [new_token_text() for _ in range(100)]

    assert len({token.lookup for token in tokens}) == 100
    assert len({token.text[16:48] for token in tokens}) == 100


def test_a_new_token_is_recognised() -> None:
    token = new_token_text()

    assert SCANNER_RULE.fullmatch(token.text)
    assert parse_token_text(token.text) == token


def test_a_token_proves_its_own_hash_only() -> None:
    one, other = new_token_text(), new_token_text()

    assert one.proves(one.secret_hash)
    assert not one.proves(other.secret_hash)
    assert not one.proves("")


@given(st.integers(min_value=4, max_value=53), st.sampled_from(ALPHABET))
def test_any_single_typing_error_is_noticed(place: int, letter: str) -> None:
    good = new_token_text().text
    mistyped = good[:place] + letter + good[place + 1 :]

    assert (parse_token_text(mistyped) is None) == (mistyped != good)


@given(st.text(max_size=80))
def test_other_text_is_no_token(text: str) -> None:
    assert parse_token_text(text) is None
    assert parse_token_text("bnd_" + text) is None


def test_the_lookup_is_no_part_of_the_secret() -> None:
    token = new_token_text()

    assert token.lookup not in token.text[16:]
    assert token.text[16:] not in token.secret_hash
