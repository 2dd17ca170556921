"""Are requests read strictly: nothing guessed, nothing dropped, nothing that breaks?"""

import gzip
import json
from typing import Any

import pytest
from flask import Flask

from tests.factories.world import Client, World

GROUP = {"name": "acme", "display_name": "Acme"}
JSON = "application/json"


@pytest.fixture
def client(world: World) -> Client:
    """Return somebody who may create groups."""
    return world.client()


def code_of(answer: Any) -> tuple[int, str]:
    """Return status and code of an answer that is an error."""
    return answer.status_code, answer.json["error"]["code"]


def test_an_unknown_query_parameter_is_refused_by_name(client: Client) -> None:
    answer = client.get("/groups?limit=5&limt=3")

    assert code_of(answer) == (400, "validation_error")
    assert answer.json["error"]["details"] == {"query": {"limt": ["Unknown field."]}}


def test_a_query_parameter_given_twice_is_refused(client: Client) -> None:
    answer = client.get("/groups?limit=5&limit=6")

    assert code_of(answer) == (400, "validation_error")
    assert answer.json["error"]["details"] == {"query": {"limit": ["Given more than once."]}}


def test_operations_without_query_parameters_refuse_them_all(client: Client) -> None:
    answer = client.post("/groups?dry_run=true", json=GROUP)

    assert code_of(answer) == (400, "validation_error")
    assert client.get("/groups/acme").status_code == 404


@pytest.mark.parametrize(
    "limit", ["0", "101", "1.0", "1e1", " 5", "+5", "\u0665", "null", "", "9" * 5_000]
)
def test_a_limit_is_a_plain_number_in_bounds(client: Client, limit: str) -> None:
    answer = client.get("/groups", query_string={"limit": limit})

    assert code_of(answer) == (400, "validation_error")


@pytest.mark.parametrize("value", ["null", "PUBLIC", "everything", ""])
def test_a_filter_takes_its_words_only(client: Client, value: str) -> None:
    answer = client.get("/groups", query_string={"visibility": value})

    assert code_of(answer) == (400, "validation_error")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""]
)
def test_another_media_type_is_a_415(client: Client, content_type: str) -> None:
    answer = client.post("/groups", data=json.dumps(GROUP), content_type=content_type)

    assert code_of(answer) == (415, "unsupported_media_type")


def test_parameters_of_the_media_type_do_not_matter(client: Client) -> None:
    answer = client.post(
        "/groups", data=json.dumps(GROUP), content_type="application/json; charset=utf-8"
    )

    assert answer.status_code == 201


def test_a_compressed_body_is_a_415(client: Client) -> None:
    body = gzip.compress(json.dumps(GROUP).encode())

    answer = client.post(
        "/groups", data=body, content_type=JSON, headers={"Content-Encoding": "gzip"}
    )

    assert code_of(answer) == (415, "unsupported_media_type")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b'{"name": "acme", "name": "other", "display_name": "Acme"}',
        b'{"name": "acme", "display_name": NaN}',
        b'{"name": "acme", "display_name": Infinity}',
        b'{"name": "acme", "display_name": "\xff"}',
        b'\xef\xbb\xbf{"name": "acme", "display_name": "Acme"}',
        b"[" * 200_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"name": "acme", "display_name": ' + b"9" * 6_000 + b"}",
        '{"name": "acme", "display_name": "Acme"}'.encode("utf-16"),
        b'{"name": "acme", "display_name": "Acme"} {}',
    ],
    ids=lambda body: repr(body[:30]),
)
def test_what_is_not_one_clean_json_object_is_a_400(client: Client, body: bytes) -> None:
    answer = client.post("/groups", data=body, content_type=JSON)

    assert code_of(answer) == (400, "validation_error")
    assert client.get("/groups/acme").status_code == 404


@pytest.mark.parametrize(
    "name",
    ["acme\x00", "acme\n", "Acme", "a" * 65, "", ".acme", "acmé", 1, True, None, ["acme"], {}],
)
def test_a_name_is_exactly_a_name(client: Client, name: Any) -> None:
    answer = client.post("/groups", json={**GROUP, "name": name})

    assert code_of(answer) == (400, "validation_error")
    assert list(answer.json["error"]["details"]["json"]) == ["name"]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x" * 201, "", 5, False])
def test_text_is_text_that_every_database_stores(client: Client, text: Any) -> None:
    answer = client.post("/groups", json={**GROUP, "display_name": text})

    assert code_of(answer) == (400, "validation_error")


@pytest.mark.parametrize("quota", ["5", True, 1.5, 0, -1, 2**63, 10**400, 1e400, [1]])
def test_an_integer_is_an_integer(world: World, quota: Any) -> None:
    world.group("acme")
    body = json.dumps({"quota_apis": quota})

    answer = world.admin().patch(
        "/groups/acme", data=body, content_type=JSON, headers={"If-Match": "*"}
    )

    assert code_of(answer) == (400, "validation_error")


def test_one_point_zero_is_the_integer_one(world: World) -> None:
    world.group("acme")

    answer = world.admin().patch(
        "/groups/acme", json={"quota_apis": 7.0}, headers={"If-Match": "*"}
    )

    assert answer.json["quota_apis"] == 7


@pytest.mark.parametrize("flag", ["true", 1, 0, "yes", None])
def test_a_boolean_is_true_or_false(world: World, flag: Any) -> None:
    world.user("bob")

    answer = world.admin().patch("/users/bob", json={"is_active": flag}, headers={"If-Match": "*"})

    assert code_of(answer) == (400, "validation_error")


@pytest.mark.parametrize(
    "token_id",
    [
        "0D9C1C0E-8D6B-4A52-9A3F-3F4F3B0F8A55",
        "0d9c1c0e8d6b4a529a3f3f4f3b0f8a55",
        "{0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55}",
        "urn:uuid:0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
    ],
)
def test_a_uuid_has_one_spelling(client: Client, token_id: str) -> None:
    assert client.get(f"/access-tokens/{token_id}").status_code == 404


def test_an_undeclared_field_is_refused(client: Client) -> None:
    answer = client.post("/groups", json={**GROUP, "owner": "me"})

    assert code_of(answer) == (400, "validation_error")
    assert answer.json["error"]["details"] == {"json": {"owner": ["Unknown field."]}}


class TestBodiesThatAreTooLarge:
    """The limit holds for small requests; that of documents has tests of its own."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        return {"max_request_bytes": 1_000}

    def test_a_declared_length_beyond_the_limit_is_a_413(self, client: Client) -> None:
        body = json.dumps({**GROUP, "description": "x" * 1_000})

        answer = client.post("/groups", data=body, content_type=JSON)

        assert code_of(answer) == (413, "too_large")
        assert answer.json["error"]["details"] == {"limit_bytes": 1_000}

    def test_a_body_of_exactly_the_limit_is_read(self, client: Client) -> None:
        text = json.dumps({**GROUP, "description": ""})
        body = json.dumps({**GROUP, "description": "x" * (1_000 - len(text))})

        answer = client.post("/groups", data=body, content_type=JSON)

        assert (len(body), answer.status_code) == (1_000, 201)

    def test_a_key_does_not_open_a_way_round_the_limit(self, client: Client) -> None:
        body = json.dumps({**GROUP, "description": "x" * 1_000})

        answer = client.post(
            "/groups", data=body, content_type=JSON, headers={"Idempotency-Key": "k"}
        )

        assert code_of(answer) == (413, "too_large")


def test_a_head_request_answers_as_get_without_a_body(app: Flask, world: World) -> None:
    del world
    got = app.test_client().get("/api/v1/groups")
    head = app.test_client().head("/api/v1/groups")

    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Type"] == got.headers["Content-Type"]
