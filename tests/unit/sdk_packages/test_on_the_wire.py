"""Does a built client send and read what the document says, letter by letter?"""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.sdk_packages import PackageIdentity, build_package
from tests.unit.sdk_packages.petstore import read

JSON = "application/json"
TEXT = {"type": "string"}


def answering(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the responses of an operation that answers JSON."""
    return {"200": {"description": "fine", "content": {JSON: {"schema": schema}}}}


def sending(media_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return an operation that is sent a body."""
    return {
        "requestBody": {"required": True, "content": {media_type: {"schema": schema}}},
        "responses": {"204": {"description": "done"}},
    }


DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Wire", "version": "1"},
    "paths": {
        "/search/{path id}": {
            "get": {
                "operationId": "search",
                "parameters": [
                    {"name": "path id", "in": "path", "required": True, "schema": TEXT},
                    {"name": "headers", "in": "query", "schema": TEXT},
                    {"name": "body", "in": "query", "schema": TEXT},
                    {"name": "id", "in": "query", "schema": {"type": "integer"}},
                    {"name": "id", "in": "header", "schema": {"type": "integer"}},
                    {"name": "sid", "in": "cookie", "schema": TEXT},
                    {
                        "name": "made",
                        "in": "query",
                        "style": "deepObject",
                        "schema": {"type": "object", "properties": {"gte": {"type": "integer"}}},
                    },
                ],
                "responses": answering({"$ref": "#/components/schemas/Odd"}),
            }
        },
        "/form": {
            "post": {
                "operationId": "form",
                **sending(
                    "application/x-www-form-urlencoded",
                    {
                        "type": "object",
                        "properties": {
                            "plain": TEXT,
                            "deep": {"type": "object", "properties": {"x": TEXT}},
                        },
                    },
                ),
            }
        },
        "/upload": {
            "post": {
                "operationId": "upload",
                **sending(
                    "multipart/form-data",
                    {
                        "type": "object",
                        "required": ["data"],
                        "properties": {"data": {"type": "string", "format": "binary"}},
                    },
                ),
            }
        },
        "/text": {"post": {"operationId": "text", **sending("text/x-note", TEXT)}},
        "/animal": {
            "get": {
                "operationId": "animal",
                "responses": answering(
                    {
                        "oneOf": [
                            {"$ref": "#/components/schemas/Cat"},
                            {"$ref": "#/components/schemas/Dog"},
                        ]
                    }
                ),
            }
        },
        "/tree": {
            "get": {
                "operationId": "tree",
                "responses": answering({"$ref": "#/components/schemas/Tree"}),
            }
        },
    },
    "components": {
        "schemas": {
            "Odd": {
                "type": "object",
                "required": ["class", "d"],
                "properties": {
                    "class": TEXT,
                    "d": TEXT,
                    "from_dict": TEXT,
                    "a-b": TEXT,
                    "a_b": TEXT,
                    "tags": {"type": "array", "items": TEXT},
                    "tags_item": TEXT,
                },
            },
            "Cat": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"type": "string", "enum": ["cat"]}, "name": TEXT},
            },
            "Dog": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"type": "string", "enum": ["dog"]}, "name": TEXT},
            },
            "Tree": {
                "oneOf": [TEXT, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]
            },
        }
    },
}


class Connection:
    """The built client, with everything it sends."""

    def __init__(self) -> None:
        self.seen: list[httpx.Request] = []
        self.answer: Any = None

    def call(self, operation: str, **arguments: Any) -> Any:
        """Call an operation and return what it returns."""
        client = importlib.import_module("wire_tests_client.client").Client(
            "https://wire.test/v1", transport=httpx.MockTransport(self._respond)
        )
        module = importlib.import_module(f"wire_tests_client.api.default.{operation}")
        return module.sync(client=client, **arguments)

    def model(self, name: str) -> Any:
        """Return a model of the package."""
        return getattr(importlib.import_module("wire_tests_client.models"), name)

    def _respond(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.seen.append(request)
        if self.answer is None:
            return httpx.Response(204)
        return httpx.Response(200, json=self.answer)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Connection]]:
    """Build the package once, and make it importable."""
    document = read(DOCUMENT)
    built = build_package(document, PackageIdentity("wire", "tests", "1.0.0", document.digest))
    wheel: Path = tmp_path_factory.mktemp("wheel") / built.metadata.wheel_name
    wheel.write_bytes(built.wheel)
    sys.path.insert(0, str(wheel))
    yield Connection
    sys.path.remove(str(wheel))
    for name in [name for name in sys.modules if name.startswith("wire_tests_client")]:
        del sys.modules[name]


def test_parameters_reach_their_places_under_their_own_names(
    package: Callable[[], Connection],
) -> None:
    connection = package()
    connection.answer = {"class": "x", "d": "y"}

    connection.call(
        "search",
        path_id="a/b",
        headers_query="h",
        body_query="b",
        id=1,
        id_2=2,
        sid="s",
        made_gte=5,
    )

    request = connection.seen[0]
    assert request.url.raw_path.split(b"?")[0] == b"/v1/search/a%2Fb"
    assert dict(request.url.params) == {"headers": "h", "body": "b", "id": "1", "made[gte]": "5"}
    assert request.headers["id"] == "2"
    assert request.headers["Cookie"] == "sid=s"


def test_fields_with_odd_names_come_and_go_under_their_own_names(
    package: Callable[[], Connection],
) -> None:
    connection = package()
    connection.answer = {
        "class": "1", "d": "2", "from_dict": "3", "a-b": "4", "a_b": "5", "tags": ["6"],
        "tags_item": "7", "unknown": "8",
    }  # fmt: skip

    odd = connection.call("search", path_id="x")

    assert (odd.class_value, odd.d_value, odd.from_dict_value) == ("1", "2", "3")
    assert (odd.a_b, odd.a_b_2, odd.tags, odd.tags_item_value) == ("4", "5", ["6"], "7")
    assert odd.to_dict() == connection.answer


def test_a_form_spells_out_fields_of_fields(package: Callable[[], Connection]) -> None:
    connection = package()
    body = connection.model("FormBody").from_dict({"plain": "p", "deep": {"x": "y"}})

    connection.call("form", body=body)

    assert connection.seen[0].content == b"plain=p&deep%5Bx%5D=y"


def test_a_file_is_sent_with_its_name(package: Callable[[], Connection]) -> None:
    connection = package()
    named = importlib.import_module("wire_tests_client").NamedFile(b"123", "a.txt", "text/plain")

    connection.call("upload", body=connection.model("UploadBody")(data=named))

    assert b'name="data"; filename="a.txt"' in connection.seen[0].content
    assert b"123" in connection.seen[0].content
    assert connection.seen[0].headers["Content-Type"].startswith("multipart/form-data; boundary=")


def test_a_body_of_another_media_type_is_sent_as_it_is(package: Callable[[], Connection]) -> None:
    connection = package()

    connection.call("text", body=b"hello")

    assert connection.seen[0].content == b"hello"
    assert connection.seen[0].headers["Content-Type"] == "text/x-note"


@pytest.mark.parametrize("kind", ["cat", "dog"])
def test_models_side_by_side_are_told_apart(package: Callable[[], Connection], kind: str) -> None:
    connection = package()
    connection.answer = {"kind": kind, "name": "Rex"}

    animal = connection.call("animal")

    assert type(animal).__name__ == kind.capitalize()


def test_a_schema_that_contains_itself_is_read(package: Callable[[], Connection]) -> None:
    connection = package()
    connection.answer = ["a", ["b", ["c"]]]

    assert connection.call("tree") == ["a", ["b", ["c"]]]


def test_a_refusal_becomes_an_error_that_carries_the_answer(
    package: Callable[[], Connection],
) -> None:
    package()
    main = importlib.import_module("wire_tests_client")
    respond = httpx.MockTransport(lambda _request: httpx.Response(418, json={"a": 1}))
    operation = importlib.import_module("wire_tests_client.api.default.tree")

    with pytest.raises(main.ApiError) as failure:
        operation.sync(client=main.Client("https://wire.test", transport=respond))

    assert failure.value.status == 418
    assert failure.value.json() == json.loads('{"a": 1}')
