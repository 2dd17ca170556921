"""What does a valid document describe, and does it contradict itself?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from service.openapi_documents import contradictions
from service.openapi_documents.document import Operation, SpecificationVersion
from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.problems import MOST_PROBLEMS, Problem
from service.openapi_documents.references import Completeness
from service.openapi_documents.structure import METHODS

# What published documents are known to get wrong without hindering anybody who reads or compares
# them. Everything else that the specification forbids refuses the document.
_TOLERATED = frozenset(
    (
        "duplicate-tag",
        "external-example",
        "no-path-parameters",
        "same-shape-paths",
        "schema-id",
        "unknown-mapping",
        "unknown-operation",
        "unknown-security-scheme",
    )
)
# Only 3.1 says MUST; 3.0 says SHOULD.
_TOLERATED_BEFORE_3_1 = frozenset(("unknown-server-default",))


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: errors refuse the document, warnings go with it."""

    operations: tuple[Operation, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def examine(
    content: dict[str, Any], specification: SpecificationVersion, *, limits: ReadLimits
) -> Findings:
    """The operations and faults of a document that is valid by its official schema."""
    completeness = Completeness(content, specification, limits=limits)
    completeness.check()
    if completeness.errors:
        return Findings((), tuple(completeness.errors), ())
    checks = (
        contradictions.repeated_operation_ids(completeness.notes),
        contradictions.unknown_link_operations(completeness.notes),
        contradictions.unknown_security_schemes(content, completeness.notes),
        contradictions.unknown_server_defaults(completeness.notes),
        contradictions.repeated_tags(content),
        contradictions.paths_of_one_shape(content),
        contradictions.parameter_faults(content, completeness.resolved),
    )
    # Of each check no more than can be shown: each fault costs the making of a pointer.
    some = (fault for check in checks for fault in islice(check, MOST_PROBLEMS + 1))
    faults = [*completeness.warnings, *some]
    is_3_1 = specification is SpecificationVersion.OPENAPI_3_1
    tolerated = _TOLERATED if is_3_1 else _TOLERATED | _TOLERATED_BEFORE_3_1
    return Findings(
        operations=tuple(_operations(content, completeness.resolved)),
        errors=tuple(fault for fault in faults if fault.code not in tolerated),
        warnings=tuple(fault for fault in faults if fault.code in tolerated),
    )


def _operations(content: dict[str, Any], resolved: contradictions.Resolve) -> Iterator[Operation]:
    for path, item in content.get("paths", {}).items():
        if path.startswith("x-"):
            continue
        methods = resolved(item)
        for method in METHODS:
            node = methods.get(method)
            if isinstance(node, dict):
                yield _operation(method, path, node)


def _operation(method: str, path: str, node: dict[str, Any]) -> Operation:
    return Operation(
        method=method,
        path=path,
        operation_id=node.get("operationId"),
        summary=node.get("summary"),
        tags=tuple(node.get("tags", ())),
        deprecated=node.get("deprecated", False),
    )
