"""What does the generator get instead of the document? A copy that it can read to the last line.

Nothing is lost but what a client does not need (security schemes, examples, callbacks, errors,
which become exceptions) or what no class can say; names on the wire stay as they are. What has to
be left out for another reason is remarked upon.
"""

from dataclasses import dataclass
from typing import Any

from service.openapi_documents import OpenApiDocument, SpecificationVersion
from service.sdk_packages.failures import Reason
from service.sdk_packages.preparation import messages
from service.sdk_packages.preparation.lost_references import lost_references
from service.sdk_packages.preparation.merging import References
from service.sdk_packages.preparation.operations import OperationPreparation, PreparedOperation
from service.sdk_packages.preparation.schemas import SchemaPreparation
from service.sdk_packages.preparation.swagger import as_openapi_3
from service.sdk_packages.preparation.telling_apart import with_fixed_fields

__all__ = ["Prepared", "PreparedOperation", "prepare"]

_NOTHING_TO_CALL = Reason(
    "/paths",
    "The document describes no operation that a client could call; the package has models only.",
    "Describe at least one operation below paths.",
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy for the generator, and what is to be known about it."""

    content: dict[str, Any]
    content_types: dict[str, str]
    """How the media types that bodies are sent with are to be treated."""
    pointers: dict[str, str]
    """Where the document has what becomes a class."""
    operations: tuple[PreparedOperation, ...]
    remarks: tuple[Reason, ...]


def prepare(document: OpenApiDocument) -> Prepared:
    """Return the copy of a document; the document itself is not changed."""
    is_old = document.specification is SpecificationVersion.SWAGGER_2_0
    content = as_openapi_3(document.content) if is_old else document.content
    references = References(content)
    components = content.get("components", {}).get("schemas", {})
    prefix = "#/definitions/" if is_old else "#/components/schemas/"
    schemas = SchemaPreparation(references, components, prefix)
    preparation = OperationPreparation(references, schemas)
    operations = tuple(preparation.all(content.get("paths") or {}))
    paths: dict[str, Any] = {}
    content_types: dict[str, str] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = _told(operation)
        if operation.body is not None:
            content_types[_sent_as(operation.body)] = _treated_as(operation.body)
    copy = {
        "openapi": "3.1.0",
        "info": {"title": "client", "version": "0"},
        "paths": paths,
        "components": {"schemas": with_fixed_fields(schemas.all_components(), paths)},
    }
    remarks = [*preparation.remarks, *lost_references(document.content)]
    if not operations:
        remarks.append(_NOTHING_TO_CALL)
    return Prepared(copy, content_types, schemas.pointers, operations, tuple(remarks))


def _told(operation: PreparedOperation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "tags": [operation.tag],
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.description,
        "parameters": [argument.as_parameter() for argument in operation.arguments],
        "responses": {
            answer.status: {
                "description": "",
                "content": {answer.kind: {"schema": answer.schema}} if answer.kind else {},
            }
            for answer in operation.answers
        },
    }
    if operation.body is not None:
        told["requestBody"] = {
            "required": operation.body_required,
            "content": {_sent_as(operation.body): {"schema": operation.body_schema}},
        }
    return told


def _sent_as(body: messages.Content) -> str:
    """Return the media type for the header; a range is none that could be sent."""
    name = body.media_type
    if "*" in name or not name.isascii() or not name.isprintable():
        return body.kind if body.kind in {messages.JSON, messages.BYTES} else messages.BYTES
    return name


def _treated_as(body: messages.Content) -> str:
    return messages.BYTES if body.kind == messages.TEXT else body.kind
