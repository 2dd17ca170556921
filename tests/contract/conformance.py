"""Is every exchange of the HTTP tests as the document says? So each is a contract test, too."""

import json
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse
from werkzeug.wrappers import Request

from service.http_api.header_components import COMPONENT_OF_HEADER
from service.web.routes import EXTENSION_NAME
from tests.contract.answers import Answer, envelope_faults
from tests.contract.described import Described, Operation
from tests.contract.exercised import note

JSON = "application/json"


def check_exchange(app: Flask, response: TestResponse, *, sent: Mapping[str, Any]) -> None:
    """Fail if the answer is not documented, or if what was accepted is not valid by the document.

    `sent` are the arguments that the test client was given.
    """
    described = _described(app.extensions[EXTENSION_NAME].own_document)
    request = response.request
    faults = list(envelope_faults(_answer(response), described.document))
    operation = described.operation(app, request.method, request.path)
    if operation is not None:
        note(operation.id, response.status_code)
        faults += _response_faults(operation, response)
        if response.status_code < HTTPStatus.MULTIPLE_CHOICES:
            faults += _request_faults(operation, request)
            faults += _body_faults(operation, request.mimetype, sent=sent)
    assert not faults, f"{request.method} {request.path}: {response.status_code}: {faults}"


_known: list[Described] = []


def _described(document: Mapping[str, Any]) -> Described:
    """Return the document with its compiled schemas; nearly always the one of the call before."""
    if not _known or _known[0].document != document:
        _known[:] = [Described(document)]
    return _known[0]


def _answer(response: TestResponse) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(status=response.status_code, headers=headers, body=response.data)


def _response_faults(operation: Operation, response: TestResponse) -> Iterator[str]:
    documented = operation.response(response.status_code)
    if documented is None:
        if response.status_code != 405 and response.request.method != "HEAD":
            yield f"{operation.id} does not document {response.status_code}"
        return
    yield from _header_faults(operation, documented, response)
    yield from _undocumented_headers(documented, response)
    content = documented.get("content", {})
    if not content:
        if response.data:
            yield "a body where none is documented"
        return
    if response.mimetype not in content:
        yield f"the media type {response.mimetype} is not documented"
        return
    if response.mimetype == JSON:
        schema = content[JSON].get("schema", {})
        yield from operation.described.schema_faults(schema, response.get_json())


def _header_faults(operation: Operation, documented: Any, response: TestResponse) -> Iterator[str]:
    for name, reference in documented.get("headers", {}).items():
        header = operation.described.resolved(reference)
        value = response.headers.get(name)
        if value is None:
            if header.get("required"):
                yield f"the header {name} is missing"
            continue
        schema = header["schema"]
        faults = operation.described.schema_faults(schema, _from_text(value, schema))
        yield from (f"the header {name}: {fault}" for fault in faults)


def _undocumented_headers(documented: Any, response: TestResponse) -> Iterator[str]:
    """Complain about headers that tell callers something and that the document keeps quiet."""
    if response.status_code >= HTTPStatus.NOT_MODIFIED:  # refers to what was told before
        return
    told = {name for name in COMPONENT_OF_HEADER if name in response.headers}
    yield from (
        f"the header {name} is not documented" for name in told - {*documented.get("headers", {})}
    )


def _request_faults(operation: Operation, request: Request) -> Iterator[str]:
    yield from _query_faults(operation, request)
    for name, parameter in operation.in_location("header").items():
        if name not in request.headers:
            if parameter.get("required"):
                yield f"accepted without the header {name}"
            continue
        faults = operation.described.schema_faults(parameter["schema"], request.headers[name])
        yield from (f"accepted with the header {name}: {fault}" for fault in faults)


def _query_faults(operation: Operation, request: Request) -> Iterator[str]:
    parameters = operation.in_location("query")
    for name, values in request.args.lists():
        if name not in parameters:
            yield f"accepted with the unknown query parameter {name}"
            continue
        schema = operation.described.resolved(parameters[name]["schema"])
        is_list = schema.get("type") == "array" or len(values) > 1
        value = values if is_list else _from_text(values[0], schema)
        faults = operation.described.schema_faults(schema, value)
        yield from (f"accepted with the query parameter {name}: {fault}" for fault in faults)


def _body_faults(operation: Operation, mimetype: str, *, sent: Mapping[str, Any]) -> Iterator[str]:
    documented = operation.definition.get("requestBody")
    if documented is None:
        return
    content = documented["content"]
    if mimetype not in content:
        if "application/octet-stream" not in content:
            yield f"accepted with the media type {mimetype}"
        return
    if mimetype == JSON:
        body = sent["json"] if "json" in sent else json.loads(sent["data"])
        faults = operation.described.schema_faults(content[JSON].get("schema", {}), body)
        yield from (f"accepted with the body: {fault}" for fault in faults)


def _from_text(text: str, schema: Any) -> Any:
    """Return the value that a text in a header or query stands for."""
    kinds = schema.get("type", "string")
    names = kinds if isinstance(kinds, list) else [kinds]
    if "integer" in names and text.lstrip("-").isdigit():
        return int(text)
    if "boolean" in names and text in {"true", "false"}:
        return text == "true"
    return text
