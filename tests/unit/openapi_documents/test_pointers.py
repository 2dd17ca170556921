"""Do JSON pointers name, find and follow places as RFC 6901 says?"""

import pytest

from service.openapi_documents.pointers import find_first, follow, pointer_to, tokens_of

DOCUMENT = {"foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, " ": 7, "~1": 9}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", DOCUMENT),
        ("/foo", ["bar", "baz"]),
        ("/foo/0", "bar"),
        ("/", 0),
        ("/a~1b", 1),
        ("/m~0n", 8),
        ("/ ", 7),
        ("/~01", 9),
    ],
)
def test_the_examples_of_the_standard_lead_where_it_says(pointer: str, value: object) -> None:
    assert follow(DOCUMENT, tokens_of(pointer)) == (True, value)
    assert pointer_to(tokens_of(pointer)) == pointer


@pytest.mark.parametrize(
    "pointer", ["/foo/2", "/foo/00", "/foo/-1", "/foo/-", "/foo/x", "/x", "/ /a"]
)
def test_what_does_not_exist_is_not_found(pointer: str) -> None:
    assert follow(DOCUMENT, tokens_of(pointer)) == (False, None)


def test_an_index_of_thousands_of_digits_is_no_index() -> None:
    assert follow([1], ["9" * 5000]) == (False, None)


def test_the_first_value_in_the_order_of_the_document_is_found() -> None:
    content = {"a": [1, {"b": 2}], "c": 2}

    assert find_first(content, lambda value, _depth: value == 2) == "/a/1/b"
    assert find_first(content, lambda _value, depth: depth == 2) == "/a/0"
    assert find_first(content, lambda value, _depth: value == 3) is None
