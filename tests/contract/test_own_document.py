"""Is Bindery's own document one that Bindery, and everybody else, would accept?"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import openapi_spec_validator
import pytest
from flask import Flask

from service.openapi_diff import Verdict, compare
from service.openapi_documents import read_document
from tests.architecture.source_tree import ROOT
from tests.contract.described import Described

COMMITTED = ROOT / "openapi" / "v1" / "openapi.json"


@pytest.fixture
def document(app: Flask) -> dict[str, Any]:
    """Return the document that the application serves."""
    served: dict[str, Any] = app.test_client().get("/openapi.json").get_json()
    return served


def written(*, hash_seed: str = "0", python: str = sys.executable) -> bytes:
    """Return what `make openapi` would write, by a process of its own."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": str(ROOT),
        "BINDERY_PROFILE": "testing",
        "BINDERY_ENV_FILE": os.devnull,
    }
    command = ["-m", "flask", "--app", "service.commands", "openapi", "write"]
    finished = subprocess.run(  # noqa: S603 - our own command
        [python, *command, "--config-prefix", "V1_", "-"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return finished.stdout


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each operation with the path it is at."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                yield path, operation


def references(value: Any) -> Iterator[str]:
    """Yield what the document refers to."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for part in value.values():
            yield from references(part)
    if isinstance(value, list):
        for part in value:
            yield from references(part)


def unused_components(document: dict[str, Any]) -> list[str]:
    """Return the components that nothing refers to."""
    used = set(references(document))
    return [
        f"{kind}/{name}"
        for kind, components in document["components"].items()
        if kind != "securitySchemes"
        for name in components
        if f"#/components/{kind}/{name}" not in used
    ]


def link_faults(document: dict[str, Any]) -> Iterator[str]:
    """Yield the links that lead nowhere, or take from a body what is not there."""
    described = Described(document)
    places = {
        operation["operationId"]: (path, operation) for path, operation in operations(document)
    }
    for _, operation in operations(document):
        for status, response in operation["responses"].items():
            answer = described.resolved(response)
            for name, link in answer.get("links", {}).items():
                place = f"{operation['operationId']} {status} {name}"
                yield from (
                    f"{place}: {fault}"
                    for fault in faults_of(link, answer, described=described, places=places)
                )


def faults_of(
    link: dict[str, Any], answer: Any, *, described: Described, places: dict[str, Any]
) -> Iterator[str]:
    """Yield what is wrong with one link of an answer."""
    if link["operationId"] not in places:
        yield f"no operation {link['operationId']}"
        return
    path, target = places[link["operationId"]]
    item = described.document["paths"][path]
    parameters = [*item.get("parameters", []), *target.get("parameters", [])]
    known = {described.resolved(parameter)["name"] for parameter in parameters}
    yield from (f"no parameter {name}" for name in sorted(set(link["parameters"]) - known))
    content = answer["content"]["application/json"]
    for expression in [*link["parameters"].values(), *link.get("requestBody", {}).values()]:
        if not leads_to_a_value(described, content, expression):
            yield f"{expression} is not in the answer"


def leads_to_a_value(described: Described, content: dict[str, Any], expression: str) -> bool:
    """Whether a runtime expression finds something in the schema of a body."""
    if not expression.startswith("$response.body#/"):
        return expression.startswith("$request.")
    schema = described.resolved(content["schema"])
    for part in expression.removeprefix("$response.body#/").split("/"):
        schema = described.resolved(schema.get("properties", {}).get(part))
        if schema is None:
            return False
    return True


def test_every_component_is_used(document: dict[str, Any]) -> None:
    assert unused_components(document) == []


def test_an_unused_component_would_be_found(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Forgotten"] = {"type": "object"}

    assert unused_components(document) == ["schemas/Forgotten"]


def test_every_link_leads_somewhere(document: dict[str, Any]) -> None:
    assert list(link_faults(document)) == []


def test_a_link_that_leads_nowhere_would_be_found(document: dict[str, Any]) -> None:
    links = document["paths"]["/api/v1/groups"]["post"]["responses"]["201"]["links"]
    links["get"]["parameters"] = {"group": "$response.body#/nonsense"}
    links["members"]["operationId"] = "listNothing"

    assert sorted(link_faults(document)) == [
        "createGroup 201 get: $response.body#/nonsense is not in the answer",
        "createGroup 201 members: no operation listNothing",
    ]


def test_every_link_takes_something_along(document: dict[str, Any]) -> None:
    empty = [
        f"{operation['operationId']} {name}"
        for _, operation in operations(document)
        for response in operation["responses"].values()
        for name, link in response.get("links", {}).items()
        if not link["parameters"] and "requestBody" not in link
    ]

    assert empty == []


def test_every_path_parameter_says_what_it_is(document: dict[str, Any]) -> None:
    silent = [
        f"{path}: {parameter['name']}"
        for path, item in document["paths"].items()
        for parameter in item.get("parameters", [])
        if not parameter.get("description") or "example" not in parameter
    ]

    assert silent == []


def test_no_status_is_promised_without_its_body(document: dict[str, Any]) -> None:
    described = Described(document)
    bare = [
        f"{operation['operationId']} {status}"
        for _, operation in operations(document)
        for status, response in operation["responses"].items()
        if status not in {"204", "304"} and "content" not in described.resolved(response)
    ]

    assert bare == []


def test_another_validator_accepts_it(document: dict[str, Any]) -> None:
    openapi_spec_validator.validate(document)


def test_our_own_reader_accepts_it_without_a_warning(document: dict[str, Any]) -> None:
    read = read_document(json.dumps(document).encode())

    assert list(read.warnings) == []


def test_what_is_committed_is_what_is_served_by_our_own_engine(document: dict[str, Any]) -> None:
    committed = read_document(COMMITTED.read_bytes())

    comparison = compare(committed.content, document)

    assert (comparison.verdict, list(comparison.changes)) == (Verdict.COMPATIBLE, [])


def test_what_is_committed_is_what_is_written_byte_for_byte() -> None:
    assert written() == COMMITTED.read_bytes()


@pytest.mark.parametrize("hash_seed", ["1", "31337"])
def test_the_order_of_sets_has_no_say(hash_seed: str) -> None:
    assert written(hash_seed=hash_seed) == written()
