"""Which names are acceptable, and which are twins?"""

import re

import pytest

from service.names import NAME_PATTERN, VERSION_NAME_PATTERN, folded_name


@pytest.mark.parametrize("name", ["a", "0", "acme", "a.b-c_d", "a" * 64])
def test_good_names(name: str) -> None:
    assert re.fullmatch(NAME_PATTERN, name)


@pytest.mark.parametrize(
    "name", ["", "A", "-a", "a-", ".", "..", "a b", "a/b", "a" * 65, "\u00e4", "a\n", "\u0430"]
)
def test_bad_names(name: str) -> None:
    assert not re.fullmatch(NAME_PATTERN, name)


@pytest.mark.parametrize("name", ["1.0.0", "2026-11-20", "v1", "1.0.0+build.7", "Main", "1"])
def test_good_version_names(name: str) -> None:
    assert re.fullmatch(VERSION_NAME_PATTERN, name)


@pytest.mark.parametrize("name", ["", "1.", "+1", "1/2", "1 2", "a" * 65, "1.0\u202e", "..", "1\n"])
def test_bad_version_names(name: str) -> None:
    assert not re.fullmatch(VERSION_NAME_PATTERN, name)


def test_twins_have_the_same_folded_name() -> None:
    names = ["a.b", "a-b", "a_b", "a--b", "a._-b", "A.B"]

    assert {folded_name(name) for name in names} == {"a-b"}


def test_others_have_not() -> None:
    assert len({folded_name(name) for name in ["ab", "a.b", "a.b.c", "abc"]}) == 4
