"""Is this an OpenAPI document that can be accepted, and what does it contain?"""

import re
from dataclasses import replace
from typing import Any

from service.collector import collector_paused
from service.openapi_documents.canonical_form import checksum_of, digest_of
from service.openapi_documents.document import (
    DocumentFormat,
    OpenApiDocument,
    SpecificationVersion,
)
from service.openapi_documents.json_text import parse_json
from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.locations import locate_all
from service.openapi_documents.meaning import examine
from service.openapi_documents.official_schemas import schema_problems
from service.openapi_documents.problems import (
    DocumentTooLarge,
    InvalidDocument,
    Problem,
    bounded,
    refusal,
)
from service.openapi_documents.schema_faults import BOOLEAN_LIMIT
from service.openapi_documents.text_encoding import without_mark

_DEFAULT_LIMITS = ReadLimits()

# What begins like a JSON object is JSON, so that a fault in it is not reported as one of YAML.
_JSON_START = re.compile(rb'[ \t\r\n]*(?:\{[ \t\r\n]*["}]|\[[ \t\r\n]*[\[\]{"])')

_VERSIONS = {
    "2.0": SpecificationVersion.SWAGGER_2_0,
    "3.0": SpecificationVersion.OPENAPI_3_0,
    "3.1": SpecificationVersion.OPENAPI_3_1,
}
_SUPPORTED = "Supported are OpenAPI 3.0 and 3.1 and Swagger 2.0."
_VERSION = re.compile(r"(\d{1,3}\.\d{1,3})(?:\.\d{1,3}(?:-.{1,100})?)?")


def read_document(raw: bytes, *, limits: ReadLimits = _DEFAULT_LIMITS) -> OpenApiDocument:
    """The document in these bytes.

    Raises DocumentTooLarge or InvalidDocument, and nothing else, whatever the bytes are. Nothing
    is fetched, opened or executed, and time and memory are bounded by `limits`.
    """
    text = without_mark(raw)
    format_ = format_of(text)
    _check_size(raw, format_, limits)
    try:
        with collector_paused():
            return _read(raw, text, format_=format_, limits=limits)
    except InvalidDocument as invalid:
        raise InvalidDocument(_placed(invalid.problems, raw, format_)) from None


def format_of(text: bytes) -> DocumentFormat:
    """The format of a text without byte order mark."""
    return DocumentFormat.JSON if _JSON_START.match(text) else DocumentFormat.YAML


def _read(
    raw: bytes, text: bytes, *, format_: DocumentFormat, limits: ReadLimits
) -> OpenApiDocument:
    content, canonical = _parsed(text, format_, limits)
    specification = _specification_of(content)
    faults = schema_problems(content, specification)
    if any(fault.code != BOOLEAN_LIMIT for fault in faults):
        raise InvalidDocument(faults)
    findings = examine(content, specification, limits=limits)
    if findings.errors:
        raise InvalidDocument(findings.errors)
    return OpenApiDocument(
        content=content,
        format=format_,
        specification=specification,
        title=content["info"]["title"],
        version=content["info"]["version"],
        checksum=checksum_of(raw),
        digest=digest_of(canonical),
        size=len(raw),
        warnings=bounded([*faults, *findings.warnings]),
        operations=findings.operations,
    )


def _parsed(text: bytes, format_: DocumentFormat, limits: ReadLimits) -> tuple[Any, bytes]:
    match format_:
        case DocumentFormat.JSON:
            return parse_json(text, limits)
        case DocumentFormat.YAML:  # pragma: no branch  # all members are listed; mypy proves it
            return _parsed_yaml(text, limits)


def _parsed_yaml(text: bytes, limits: ReadLimits) -> tuple[Any, bytes]:
    """Without libyaml in the way of those who read JSON: small documents compare in less time."""
    from service.openapi_documents.yaml_text import parse_yaml  # noqa: PLC0415 - slow to load

    return parse_yaml(text, limits)


def _check_size(raw: bytes, format_: DocumentFormat, limits: ReadLimits) -> None:
    most = limits.json_bytes if format_ is DocumentFormat.JSON else limits.yaml_bytes
    if len(raw) > most:
        message = (
            f"The document has {len(raw)} bytes; as {format_.upper()} at most {most} are read."
        )
        raise DocumentTooLarge([Problem("too-large", message)])


def _specification_of(content: Any) -> SpecificationVersion:
    if not isinstance(content, dict):
        raise refusal("not-an-object", "The document is not an object.", pointer="")
    name = "openapi" if "openapi" in content else "swagger"
    if name not in content:
        message = f"Neither `openapi` nor `swagger` says which version this is. {_SUPPORTED}"
        raise refusal("missing-version", message, pointer="")
    written = content[name]
    if not isinstance(written, str):
        message = f"The version must be text; put it in quotes. {_SUPPORTED}"
        raise refusal("unsupported-version", message, pointer=f"/{name}")
    matched = _VERSION.fullmatch(written)
    version = _VERSIONS.get(matched[1]) if matched else None
    if version is None or (version is SpecificationVersion.SWAGGER_2_0) != (name == "swagger"):
        message = f"This version of the OpenAPI Specification is not supported. {_SUPPORTED}"
        raise refusal("unsupported-version", message, pointer=f"/{name}")
    return version


def _placed(problems: tuple[Problem, ...], raw: bytes, format_: DocumentFormat) -> list[Problem]:
    """The problems with line and column where only the pointer was known."""
    pointers = {p.pointer for p in problems if p.pointer is not None and p.line is None}
    places = locate_all(raw, format_, pointers) if pointers else {}
    placed = []
    for problem in problems:
        line, column = places.get(problem.pointer or "", (problem.line, problem.column))
        is_placed = problem.line is not None or problem.pointer is None
        placed.append(problem if is_placed else replace(problem, line=line, column=column))
    return placed
