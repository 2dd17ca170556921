"""Is an answer kept without what must not be kept?"""

import pytest

from service.webhooks.answers import kept_of


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        (b"thanks", "thanks"),
        (b"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "[redacted]"),
        (
            b"got v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= from you",
            "got [redacted] from you",
        ),
        (b"Authorization: Bearer abc.def", "Authorization: [redacted] [redacted]"),
        (b'{"password": "a b", "ok": 1}', '{"password": [redacted], "ok": 1}'),
        (b"api_key=x&more=1", "api_key=[redacted]&more=1"),
        (b"eyJhbGciOi.eyJzdWIi.c2ln", "[redacted]"),
        (b"bnd_abcdef", "[redacted]"),
    ],
)
def test_what_looks_like_a_secret_is_left_out(answer: bytes, kept: str) -> None:
    assert kept_of(answer) == kept


def test_only_the_beginning_is_kept() -> None:
    assert kept_of(b"x" * 5_000) == "x" * 1_024


def test_what_no_database_stores_is_replaced() -> None:
    assert (
        kept_of(b"a\x00b\xff\x1b[31m")
        == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[31m"
    )
