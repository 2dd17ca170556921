"""What is an OpenAPI document, once it has been read?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from service.openapi_documents.problems import Problem


class DocumentFormat(StrEnum):
    """How the bytes are written: found from the bytes, never from a header or a file's name."""

    JSON = "json"
    YAML = "yaml"


class SpecificationVersion(StrEnum):
    """The versions of the OpenAPI Specification that are understood."""

    SWAGGER_2_0 = "2.0"
    OPENAPI_3_0 = "3.0"
    OPENAPI_3_1 = "3.1"


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `operation_id` and `summary` are None where not given."""

    method: str
    path: str
    operation_id: str | None
    summary: str | None
    tags: tuple[str, ...]
    deprecated: bool


@dataclass(frozen=True, slots=True)
class OpenApiDocument:
    """A document that is well-formed, valid, complete in itself and within the limits.

    `content` is shared, not copied: nobody changes it. `title` and `version` are those of its
    info object. `checksum` is of the raw bytes, `digest` of the canonical form. `warnings` are
    faults that published documents are known to have and that do not hinder a comparison.
    """

    content: dict[str, Any]
    format: DocumentFormat
    specification: SpecificationVersion
    title: str
    version: str
    checksum: str
    digest: str
    size: int
    warnings: tuple[Problem, ...]
    operations: tuple[Operation, ...]
