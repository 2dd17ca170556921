"""Does any string, in any string field of the API, ever cause a fault?

Walks the API's own document, so that a new field is tested as soon as it exists. Fields of free
text take every string, all fields of an operation together, since each is stored as it comes.
Fields with a pattern, a format or a closed set take strings one by one, since the first would hide
the others; what they refuse reaches no database, so each takes every thirtieth string and all
that databases and encodings are known to choke on.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.authorization import Scope
from tests.factories.documents import Publisher, document_bytes
from tests.factories.world import World
from tests.requirements import need_shared

pytestmark = pytest.mark.both_databases

PLACES = {
    "group": "acme",
    "api": "orders",
    "version": "1.0.0",
    "username": "victim",
    "account": "robot",
}
SHARES = 6
"""Into how many tests the strings are dealt, so that several processes share the work."""
EVERY = 30
MORE = [
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff",
    "\ufffe",
    "\uffff",
    "\x1b[31m",
    "\u202e",
    "x" * 100_000,
]


@dataclass(frozen=True, slots=True)
class Field:
    """One string field of one operation; `location` is `json` or `query`."""

    method: str
    path: str
    location: str
    name: str
    is_free: bool
    body: Any

    @property
    def operation(self) -> tuple[str, str]:
        """The operation it belongs to."""
        return self.method, self.path


def naughty_strings() -> list[str]:
    """Return the strings of the collection, and some that JSON files cannot hold well."""
    return [*json.loads(need_shared("hostile", "strings.json").read_text("utf-8")), *MORE]


def fields_of(document: dict[str, Any]) -> Iterator[Field]:
    """Yield every string field of the API's bodies and query strings."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            place = (method.upper(), path.removeprefix("/api/v1"))
            yield from _query_fields(place, operation)
            yield from _body_fields(place, operation, document)


def _query_fields(place: tuple[str, str], operation: dict[str, Any]) -> Iterator[Field]:
    for parameter in operation.get("parameters", []):
        if parameter.get("in") == "query":
            yield Field(*place, "query", parameter["name"], is_free=False, body=None)


def _body_fields(
    place: tuple[str, str], operation: dict[str, Any], document: dict[str, Any]
) -> Iterator[Field]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    reference = content.get("schema", {}).get("$ref")
    if reference is None:
        return  # a whole document, which has tests of its own
    schema = document["components"]["schemas"][reference.rsplit("/", 1)[1]]
    for name, field in schema["properties"].items():
        kinds = field.get("type", [])
        if "string" in (kinds if isinstance(kinds, list) else [kinds]):
            is_free = not {"enum", "pattern", "format"} & field.keys()
            yield Field(*place, "json", name, is_free=is_free, body=content["example"])


@dataclass(frozen=True, slots=True)
class Caller:
    """Sends requests below /api/v1 without checking each answer against the document.

    Other tests do; here that would take longer than all the requests.
    """

    client: FlaskClient
    token: str

    def request(self, method: str, path: str, *, headers: dict[str, str], **body: Any) -> Any:
        """Send a request with the caller's token."""
        sent = {"Authorization": f"Bearer {self.token}", **headers}
        return self.client.open(f"/api/v1{path}", method=method, headers=sent, **body)


def send(client: Caller, field: Field, values: dict[str, Any]) -> Any:
    """Send a request with these values in the field's location."""
    path = field.path.format(**{**PLACES, **_other_places(field.path)})
    headers = {"If-Match": "*"} if field.method in {"PUT", "PATCH"} else {}
    if field.location == "query":
        body = document_bytes("/orders") if field.method == "POST" else None
        kind = {"Content-Type": "application/json"} if body else {}
        return client.request(
            field.method, path, query_string=_sendable(values), data=body, headers=kind
        )
    return client.request(field.method, path, json={**field.body, **values}, headers=headers)


def _other_places(path: str) -> dict[str, str]:
    ids = [part.strip("{}") for part in path.split("/") if part.endswith("_id}")]
    return dict.fromkeys(ids, "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55")


def _sendable(values: dict[str, Any]) -> dict[str, bytes]:
    """Return values that fit a query string, where a lone surrogate is bytes that are no UTF-8."""
    return {name: value[:2_000].encode("utf-8", "surrogatepass") for name, value in values.items()}


@pytest.fixture
def client(app: Flask, world: World) -> Caller:
    """Return an administrator, in a world with one of everything."""
    admin = world.user("admin", is_admin=True)
    world.user("victim")
    world.api(world.group("acme", owner=admin), "orders")
    client = world.client(admin, Scope.ADMIN)
    Publisher(client, "/groups/acme/apis/orders").publish(document_bytes("/orders"))
    client.post("/groups/acme/service-accounts", json={"name": "robot", "role": "reader"})
    return Caller(app.test_client(), str(client.token))


def answers_of(client: Caller, fields: list[Field], text: str, *, number: int) -> Iterator[Any]:
    """Yield the answers to requests that carry the text in every one of the fields."""
    free: dict[tuple[str, str], list[Field]] = {}
    for place, field in enumerate(fields):
        if field.is_free:
            free.setdefault(field.operation, []).append(field)
        elif text in MORE or (number + place) % EVERY == 0:
            yield field, send(client, field, {field.name: text})
    for together in free.values():
        body = deepcopy(together[0].body)
        fresh = {name: f"n-{number}" for name in ("name", "username") if name in body}
        values = {**fresh, **{field.name: text for field in together}}
        yield together[0], send(client, together[0], values)


@pytest.mark.parametrize("share", range(SHARES))
def test_no_string_in_any_field_causes_a_fault(app: Flask, client: Caller, share: int) -> None:
    document = json.loads(app.test_client().get("/openapi.json").data)
    fields = list(fields_of(document))
    faults = []

    for number, text in list(enumerate(naughty_strings()))[share::SHARES]:
        for field, answer in answers_of(client, fields, text, number=number):
            envelope = answer.status_code < 400 or "request_id" in answer.json["error"]
            if answer.status_code >= 500 or not envelope:
                faults.append((field.operation, field.name, text[:50], answer.status_code))

    assert len({(field.operation, field.name) for field in fields}) > 50
    assert faults == []
