"""Are passwords judged and hashed as the rules say?"""

import statistics
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.identities.passwords import COMMON, MAX_BYTES, Passwords

CHEAP = Passwords(min_length=12, time_cost=1, memory_kib=64)
GOOD = "tall ships sail west"


@given(st.text(min_size=1, max_size=80))
@settings(max_examples=50, deadline=None)
def test_a_password_verifies_against_its_own_hash_only(password: str) -> None:
    password_hash = CHEAP.hashed(password)

    assert CHEAP.verifies(password, password_hash)
    assert not CHEAP.verifies(password + "x", password_hash)


def test_the_hash_is_salted_and_says_its_parameters() -> None:
    hashes = {CHEAP.hashed(GOOD) for _ in range(2)}

    assert len(hashes) == 2
    assert all(found.startswith("$argon2id$v=19$m=64,t=1,p=1$") for found in hashes)


def test_one_password_typed_in_two_ways_is_the_same() -> None:
    composed, decomposed = "caf\u00e9 au lait s'il", "cafe\u0301 au lait s'il"

    assert CHEAP.verifies(decomposed, CHEAP.hashed(composed))


@pytest.mark.parametrize("stored", [None, "", "no hash at all", "$argon2id$v=19$m=64,t=1,p=1$x$y"])
def test_nothing_verifies_against_nothing(stored: str | None) -> None:
    assert not CHEAP.verifies("", stored)
    assert not CHEAP.verifies(GOOD, stored)


def test_other_parameters_make_a_hash_outdated() -> None:
    password_hash = CHEAP.hashed(GOOD)
    dearer = Passwords(min_length=12, time_cost=2, memory_kib=64)

    assert not CHEAP.is_outdated(password_hash)
    assert dearer.is_outdated(password_hash)
    assert dearer.verifies(GOOD, password_hash)


def test_an_unknown_user_costs_as_much_as_a_wrong_password() -> None:
    passwords = Passwords(min_length=12, time_cost=2, memory_kib=4096)
    password_hash = passwords.hashed(GOOD)

    wrong = _median(lambda: passwords.verifies("wrong", password_hash))
    unknown = _median(lambda: passwords.verifies("wrong", None))
    refused_unread = _median(lambda: passwords.verifies("wrong", "no hash at all"))

    assert 0.6 < unknown / wrong < 1.6
    assert refused_unread / wrong < 0.2  # the control: a shortcut is seen


@pytest.mark.parametrize("password", sorted(COMMON))
def test_common_passwords_are_too_easy(password: str) -> None:
    assert "Too easy to guess." in CHEAP.problems_of(password.title(), username="alice")


def test_the_common_ones_are_long_enough_to_need_a_list() -> None:
    assert min(map(len, COMMON)) >= 12
    assert {password.casefold() for password in COMMON} == COMMON


def test_all_that_is_wrong_is_said_at_once() -> None:
    problems = CHEAP.problems_of("aaaa", username="aaaa")

    assert problems == [
        "Shorter than 12 characters.",
        "The same as the user name.",
        "Too easy to guess.",
    ]


def test_a_good_password_has_no_problems() -> None:
    assert CHEAP.problems_of(GOOD, username="alice") == []
    assert CHEAP.problems_of("x" * MAX_BYTES + "y", username="alice") == ["Longer than 1024 bytes."]


def _median(act: Callable[[], object]) -> float:
    def measured() -> float:
        started = time.process_time()  # what others of the machine do is no part of the work
        act()
        return time.process_time() - started

    return statistics.median(measured() for _ in range(15))
