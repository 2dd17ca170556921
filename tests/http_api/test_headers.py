"""Which headers does every answer carry, and what is said about each request in the log?"""

import re

import pytest
from flask import Flask
from werkzeug.routing import Rule

from service.http_api.security_headers import NOTHING_ALLOWED
from tests.factories.world import World
from tests.http_api.log_lines import log_lines

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SAMPLES = {
    "approval_id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
    "digest": "0" * 16,
    "fingerprint": "9f86d081884c7d659a2feaa0c55ad015",
    "filename": "icon.svg",
    "invitation_id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
    "token_id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
}


def address_of(rule: Rule) -> str:
    """Return an address that the rule matches."""
    values = {name: SAMPLES.get(name, "acme") for name in rule.arguments}
    built = rule.build(values)
    assert built is not None
    return built[1]


def test_every_route_answers_with_the_security_headers(app: Flask) -> None:
    client = app.test_client()
    lacking = []
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD"}):
            headers = client.open(address_of(rule), method=method).headers
            expected = {
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                "Referrer-Policy": "no-referrer",
                "Cross-Origin-Opener-Policy": "same-origin",
            }
            found = {name: headers.get(name) for name in expected}
            policy = headers.get("Content-Security-Policy", "")
            if found != expected or "default-src 'none'" not in policy:
                lacking.append(f"{method} {rule.rule}: {found} {policy}")

    assert lacking == []


def test_answers_of_the_api_are_no_documents_for_browsers_and_are_not_kept(app: Flask) -> None:
    headers = app.test_client().get("/api/v1/groups").headers

    assert headers["Content-Security-Policy"] == NOTHING_ALLOWED
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Vary"] == "Authorization, Accept"


def test_hsts_is_sent_on_https_only(app: Flask) -> None:
    client = app.test_client()

    plain = client.get("/api/v1/groups")
    secure = client.get("/api/v1/groups", base_url="https://localhost")

    assert "Strict-Transport-Security" not in plain.headers
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


class TestWithoutHsts:
    """The operator has switched it off."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        return {"hsts_seconds": 0}

    def test_it_is_not_sent(self, app: Flask) -> None:
        answer = app.test_client().get("/api/v1/groups", base_url="https://localhost")

        assert "Strict-Transport-Security" not in answer.headers


def test_a_good_request_id_is_kept(world: World) -> None:
    answer = world.anonymous().get("/groups", headers={"X-Request-ID": "build-7:publish.1"})

    assert answer.headers["X-Request-ID"] == "build-7:publish.1"


@pytest.mark.parametrize("given", ["", "a b", "x" * 129, "<script>", "a\tb", "\u00e4"])
def test_a_bad_request_id_is_replaced(world: World, given: str) -> None:
    answer = world.anonymous().get("/groups", headers={"X-Request-ID": given})

    assert UUID.fullmatch(answer.headers["X-Request-ID"])


def test_requests_without_an_id_get_one_each(world: World) -> None:
    client = world.anonymous()

    ids = {client.get("/groups").headers["X-Request-ID"] for _ in range(5)}

    assert len(ids) == 5


class TestLogLines:
    """One line for each request, as JSON."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        return {"log_level": "INFO", "deployment_version": "abc123"}

    def test_the_line_says_who_did_what_and_how_it_went(self, world: World) -> None:
        client = world.client(world.user("alice"))

        with log_lines() as logged:
            client.get("/groups/nothing", headers={"X-Request-ID": "find-me"})

        (line,) = logged.values
        assert line.pop("milliseconds") > 0
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", line.pop("time"))
        assert line == {
            "message": "request",
            "level": "info",
            "logger": "service.requests",
            "request_id": "find-me",
            "method": "GET",
            "route": "/api/v1/groups/<name:group>",
            "status": 404,
            "actor": "alice",
            "actor_kind": "user",
            "error_code": "not_found",
            "client": "127.0.0.1",
            "deployment": "abc123",
        }

    def test_an_id_does_not_stay_for_the_next_request(self, world: World) -> None:
        client = world.anonymous()

        with log_lines() as logged:
            client.get("/groups", headers={"X-Request-ID": "first"})
            client.get("/groups")

        first, second = logged.values
        assert first["request_id"] == "first"
        assert UUID.fullmatch(second["request_id"])

    def test_the_secrets_of_a_request_are_not_logged(self, world: World) -> None:
        client = world.client(world.user("alice"))
        body = {"username": "alice", "password": "tall ships sail west"}

        with log_lines() as logged:
            client.post("/token-exchange", json=body)
            client.get("/groups?cursor=WyJ4Il0", headers={"Cookie": "session=geheim"})

        assert len(logged.values) == 2
        assert str(client.token) not in logged.text
        assert "tall ships" not in logged.text
        assert "geheim" not in logged.text
