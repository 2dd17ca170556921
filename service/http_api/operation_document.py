"""What does the document say of an operation because of its rules?"""

from copy import deepcopy
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from service.http_api.document_body import CONTENT_DIGEST_PARAMETER, DOCUMENT_BODY
from service.http_api.header_components import COMPONENT_OF_HEADER, COUNTED
from service.http_api.idempotent import IDEMPOTENCY_KEY_PARAMETER
from service.http_api.operation_rules import OperationRules
from service.http_api.preconditions import IF_MATCH_PARAMETER

SECURITY_SCHEME = "accessToken"

RESPONSE_NAMES: MappingProxyType[int, str] = MappingProxyType(
    {
        400: "InvalidInput",
        401: "NotAuthenticated",
        403: "NotPermitted",
        404: "NotFound",
        406: "NotAcceptable",
        409: "Conflict",
        412: "PreconditionFailed",
        413: "TooLarge",
        415: "UnsupportedMediaType",
        428: "PreconditionRequired",
        429: "TooManyRequests",
        500: "InternalError",
        503: "Unavailable",
    }
)
"""The shared response component of each error status."""


def document_rules(doc: Any, doc_info: Any, **_: Any) -> Any:
    """Write the rules of an operation into the document; called by flask-smorest."""
    rules: OperationRules = doc_info["rules"]
    doc["operationId"] = rules.operation_id
    doc["security"] = _security(rules)
    parameters = doc.setdefault("parameters", [])
    if rules.idempotent:
        parameters.append(deepcopy(IDEMPOTENCY_KEY_PARAMETER))
    if rules.conditional:
        parameters.append(deepcopy(IF_MATCH_PARAMETER))
    if rules.takes_document:
        parameters.append(deepcopy(dict(CONTENT_DIGEST_PARAMETER)))
        doc["requestBody"] = deepcopy(dict(DOCUMENT_BODY))
    responses = doc.setdefault("responses", {})
    is_list = "cursor" in rules.query_parameters
    for status in [status for status in responses if int(status) < HTTPStatus.BAD_REQUEST]:
        _document_success(int(status), responses[status], rules=rules, is_list=is_list)
    if rules.cacheable:
        responses[304] = "NotModified"
    for status in sorted(_error_statuses(doc, rules)):
        responses[status] = RESPONSE_NAMES[status]
    return doc


def _security(rules: OperationRules) -> list[dict[str, list[str]]]:
    scopes = [] if rules.scope is None else [str(rules.scope)]
    required = {SECURITY_SCHEME: scopes}
    if rules.scope is None:
        return []
    return [{}, required] if rules.anonymous else [required]


def _document_success(status: int, response: Any, *, rules: OperationRules, is_list: bool) -> None:
    headers = response.setdefault("headers", {})
    headers["X-Request-ID"] = "RequestId"
    if (rules.cacheable or rules.conditional) and status != HTTPStatus.NO_CONTENT:
        headers.setdefault("ETag", "ETag")
    if is_list:
        headers["Link"] = "NextPage"
    if rules.idempotent:
        headers["Idempotency-Replayed"] = "IdempotencyReplayed"
    counted = COUNTED if HTTPStatus.TOO_MANY_REQUESTS in rules.errors else ()
    for name in (*rules.headers, *counted):
        headers.setdefault(name, COMPONENT_OF_HEADER[name])
    if rules.links:
        response["links"] = {
            name: {
                "operationId": link.operation_id,
                "description": link.description,
                "parameters": dict(link.parameters),
                **({"requestBody": dict(link.request_body)} if link.request_body else {}),
            }
            for name, link in rules.links.items()
        }


def _error_statuses(doc: Any, rules: OperationRules) -> set[int]:
    statuses = {400, 406, 500, 503, *rules.errors}
    if rules.scope is not None:
        statuses |= {401, 403}
    if "requestBody" in doc:
        statuses |= {413, 415}
    if rules.conditional:
        statuses |= {412, 428}
    if rules.idempotent:
        statuses |= {409}
    return statuses
