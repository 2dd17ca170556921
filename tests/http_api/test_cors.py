"""Whose pages may call the API from a browser? Those on the list, and nobody else's."""

import pytest
from flask import Flask

from service.settings import InvalidSettings
from tests.app_settings import make_settings

FRIEND = "https://portal.example.com"


class TestWithAList:
    """One origin is allowed."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        return {"cors_origins": FRIEND}

    def test_an_allowed_origin_is_told_so(self, app: Flask) -> None:
        answer = app.test_client().get("/api/v1/groups", headers={"Origin": FRIEND})

        assert answer.headers["Access-Control-Allow-Origin"] == FRIEND
        assert "Origin" in answer.headers["Vary"]
        assert "Access-Control-Allow-Credentials" not in answer.headers

    def test_what_a_client_needs_can_be_read(self, app: Flask) -> None:
        answer = app.test_client().get("/api/v1/groups", headers={"Origin": FRIEND})

        exposed = set(answer.headers["Access-Control-Expose-Headers"].split(", "))
        assert {"ETag", "Link", "Location", "Retry-After", "X-Request-ID"} <= exposed

    @pytest.mark.parametrize(
        "origin",
        [
            "https://evil.example.com",
            "https://portal.example.com.evil.org",
            "http://portal.example.com",
            "https://portal.example.com:444",
            "https://xportal.example.com",
            "null",
        ],
    )
    def test_another_origin_is_told_nothing(self, app: Flask, origin: str) -> None:
        answer = app.test_client().get("/api/v1/groups", headers={"Origin": origin})

        assert "Access-Control-Allow-Origin" not in answer.headers

    def test_a_browser_may_ask_before_it_changes(self, app: Flask) -> None:
        answer = app.test_client().options(
            "/api/v1/groups",
            headers={
                "Origin": FRIEND,
                "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "authorization, idempotency-key",
            },
        )

        assert answer.status_code == 200
        assert answer.headers["Access-Control-Allow-Origin"] == FRIEND
        assert "POST" in answer.headers["Access-Control-Allow-Methods"]
        assert answer.headers["Access-Control-Allow-Headers"] == "authorization, idempotency-key"
        assert answer.headers["Access-Control-Max-Age"] == "600"

    def test_errors_can_be_read_too(self, app: Flask) -> None:
        answer = app.test_client().get("/api/v1/nothing", headers={"Origin": FRIEND})

        assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (404, FRIEND)

    def test_pages_are_not_for_other_pages(self, app: Flask) -> None:
        answer = app.test_client().get("/", headers={"Origin": FRIEND})

        assert "Access-Control-Allow-Origin" not in answer.headers


def test_without_a_list_nobody_is_allowed(app: Flask) -> None:
    answer = app.test_client().get("/api/v1/groups", headers={"Origin": FRIEND})

    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_star_is_no_list() -> None:
    with pytest.raises(InvalidSettings, match="CORS_ORIGINS"):
        make_settings(cors_origins="*")
