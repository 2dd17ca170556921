"""Are cursors opaque, exact and safe to read back?"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidInput
from service.pagination import decode_cursor, encode_cursor

PLAIN = st.one_of(
    st.integers(-(2**63) + 1, 2**63 - 1),
    st.text(st.characters(min_codepoint=32, max_codepoint=126)),
)


@given(st.lists(PLAIN, min_size=1, max_size=4))
def test_a_cursor_gives_back_what_it_was_made_of(values: list[int | str]) -> None:
    assert decode_cursor(encode_cursor(values), length=len(values)) == values


@given(st.text(max_size=60))
def test_whatever_else_is_read_is_refused_and_nothing_breaks(text: str) -> None:
    with suppress(InvalidInput):
        assert len(decode_cursor(text, length=1)) == 1


@pytest.mark.parametrize(
    "values", [["a\x00"], [2**63], [1.5], [None], [True], [["a"]], [{"a": 1}], ["\u00e4"]]
)
def test_values_that_no_list_gives_are_refused(values: list[object]) -> None:
    with pytest.raises(InvalidInput):
        decode_cursor(encode_cursor(values), length=1)
