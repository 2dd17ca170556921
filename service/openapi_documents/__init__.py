"""What is in the bytes of an OpenAPI document? The public face of the reader."""

from service.openapi_documents.canonical_form import DIGEST_SCHEME
from service.openapi_documents.document import (
    DocumentFormat,
    OpenApiDocument,
    Operation,
    SpecificationVersion,
)
from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.locations import locate, locate_all, locate_nearest
from service.openapi_documents.pointers import value_at
from service.openapi_documents.problems import DocumentTooLarge, InvalidDocument, Problem
from service.openapi_documents.reading import read_document
from service.openapi_documents.rendering import render_document

__all__ = [
    "DIGEST_SCHEME",
    "DocumentFormat",
    "DocumentTooLarge",
    "InvalidDocument",
    "OpenApiDocument",
    "Operation",
    "Problem",
    "ReadLimits",
    "SpecificationVersion",
    "locate",
    "locate_all",
    "locate_nearest",
    "read_document",
    "render_document",
    "value_at",
]
