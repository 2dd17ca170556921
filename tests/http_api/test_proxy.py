"""Whom does the service believe about where a request comes from? As many proxies as there are."""

import pytest
from flask import Flask

from tests.http_api.log_lines import log_lines

FORWARDED = {
    "X-Forwarded-For": "203.0.113.9, 198.51.100.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "bindery.example.com",
    "X-Forwarded-Prefix": "/elsewhere",
}


@pytest.fixture
def setting_values(proxy_hops: int) -> dict[str, object]:
    """Return the settings with the proxies that a test says there are."""
    return {"proxy_hops": proxy_hops, "log_level": "INFO"}


@pytest.mark.parametrize(
    ("proxy_hops", "expected"), [(0, "127.0.0.1"), (1, "198.51.100.7"), (2, "203.0.113.9")]
)
def test_the_address_is_the_one_that_the_outermost_trusted_proxy_saw(
    app: Flask, expected: str
) -> None:
    with log_lines() as logged:
        app.test_client().get("/api/v1/groups", headers=FORWARDED)

    assert [line["client"] for line in logged.values] == [expected]


@pytest.mark.parametrize(("proxy_hops", "is_believed"), [(0, False), (1, True)])
def test_https_is_believed_of_proxies_only(app: Flask, *, is_believed: bool) -> None:
    answer = app.test_client().get("/api/v1/groups", headers=FORWARDED)

    assert ("Strict-Transport-Security" in answer.headers) is is_believed


@pytest.mark.parametrize(("proxy_hops", "expected"), [(0, "/"), (1, "/elsewhere")])
def test_a_prefix_is_believed_of_proxies_only(app: Flask, expected: str) -> None:
    answer = app.test_client().get("/openapi.json", headers=FORWARDED)

    assert answer.get_json()["servers"] == [{"url": expected}]
