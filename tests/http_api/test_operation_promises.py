"""Does the document say of each operation what a stranger, a linter and a generator need?"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jsonschema_rs
import pytest

from service.app import create_app
from service.authorization import Scope
from service.http_api.openapi import document_of
from service.http_api.operation_document import SECURITY_SCHEME
from tests.app_settings import make_settings

SAFE_METHODS = frozenset({"get", "head", "options"})
METHODS = frozenset({*SAFE_METHODS, "post", "put", "patch", "delete"})
READING_ALTHOUGH_UNSAFE: dict[str, str] = {}
"""Operation id -> why a method that may change things asks for no more than the scope `read`."""
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the document."""

    method: str
    path: str
    item: dict[str, Any]

    @property
    def id(self) -> str:
        """Its operation id; its place where it has none."""
        return str(self.item.get("operationId", f"{self.method} {self.path}"))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """Return the document that the service produces."""
    app = create_app(make_settings(database_url="sqlite:///unused.sqlite3"))
    return document_of(app.extensions["flask-smorest"]["apis"]["V1_"]["ext_obj"])


def operations(document: dict[str, Any]) -> list[Operation]:
    """Return the operations of the document."""
    return [
        Operation(method, path, item)
        for path, items in document["paths"].items()
        for method, item in items.items()
        if method in METHODS
    ]


def scopes_of(operation: Operation) -> set[str]:
    """Return the scopes that a token needs for the operation; none where no token is needed."""
    required = operation.item["security"]
    return {scope for way in required for scope in way.get(SECURITY_SCHEME, [])}


def lacking(document: dict[str, Any]) -> Iterator[str]:
    """Yield what operations do not say about themselves."""
    for operation in operations(document):
        for name in ("operationId", "summary", "description", "tags", "security"):
            if name not in operation.item or operation.item[name] == "":
                yield f"{operation.id}: {name}"


def too_readily_allowed(document: dict[str, Any]) -> list[str]:
    """Return the operations that may change things for who may only read."""
    return [
        operation.id
        for operation in operations(document)
        if operation.method not in SAFE_METHODS and Scope.READ in scopes_of(operation)
    ]


def contents(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield where JSON is taken or given, with what is said about it."""
    for operation in operations(document):
        if JSON in (taken := operation.item.get("requestBody", {}).get("content", {})):
            yield f"{operation.id} takes", taken[JSON]
        for status, response in operation.item["responses"].items():
            if JSON in (given := response.get("content", {})):
                yield f"{operation.id} answers {status}", given[JSON]


def examples_of(content: dict[str, Any]) -> list[Any]:
    """Return the examples of a content."""
    named = [example["value"] for example in content.get("examples", {}).values()]
    return [content["example"], *named] if "example" in content else named


def wrong_examples(document: dict[str, Any]) -> Iterator[str]:
    """Yield the contents without an example, and the examples that their schema refuses."""
    for place, content in contents(document):
        examples = examples_of(content)
        if not examples:
            yield f"{place}: no example"
        schema = {"components": document["components"], **content["schema"]}
        validator = jsonschema_rs.Draft202012Validator(schema, offline=True, validate_formats=True)
        yield from (
            f"{place}: {error.message}"
            for example in examples
            for error in validator.iter_errors(example)
        )


def test_every_operation_says_what_it_is(document: dict[str, Any]) -> None:
    assert list(lacking(document)) == []


def test_operation_ids_are_unique_and_good_names_for_functions(document: dict[str, Any]) -> None:
    ids = Counter(operation.id for operation in operations(document))

    assert [name for name, times in ids.items() if times > 1] == []
    assert [name for name in ids if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", name)] == []


def test_no_change_is_possible_with_the_scope_read(document: dict[str, Any]) -> None:
    assert set(too_readily_allowed(document)) == set(READING_ALTHOUGH_UNSAFE)


def test_everything_taken_and_given_has_an_example_that_its_schema_accepts(
    document: dict[str, Any],
) -> None:
    assert list(wrong_examples(document)) == []


class TestOfAPlantedDocument:
    """Would these tests notice?"""

    @pytest.fixture
    def document(self) -> dict[str, Any]:
        """Return a document with one bad operation."""
        content = {"schema": {"$ref": "#/components/schemas/Count"}, "example": "many"}
        operation = {
            "operationId": "countThings",
            "summary": "",
            "tags": ["things"],
            "security": [{SECURITY_SCHEME: ["read"]}],
            "requestBody": {"content": {JSON: {"schema": {}}}},
            "responses": {"200": {"content": {JSON: content}}},
        }
        return {
            "paths": {"/things": {"post": operation}},
            "components": {"schemas": {"Count": {"type": "integer"}}},
        }

    def test_missing_words_are_found(self, document: dict[str, Any]) -> None:
        assert list(lacking(document)) == ["countThings: summary", "countThings: description"]

    def test_a_change_with_the_scope_read_is_found(self, document: dict[str, Any]) -> None:
        assert too_readily_allowed(document) == ["countThings"]

    def test_missing_and_wrong_examples_are_found(self, document: dict[str, Any]) -> None:
        assert list(wrong_examples(document)) == [
            "countThings takes: no example",
            'countThings answers 200: "many" is not of type "integer"',
        ]
