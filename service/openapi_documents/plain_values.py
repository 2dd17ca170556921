"""Is a parsed value within the limits, and are equal numbers written alike in it?"""

from typing import Any

from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.pointers import find_first
from service.openapi_documents.problems import InvalidDocument, refusal

_BEYOND_SIGNED = 2.0**63
_BEYOND_UNSIGNED = 2.0**64


def settle(content: Any, *, limits: ReadLimits, nodes: int) -> tuple[Any, bool]:
    """The content with integral floats turned into integers (1.0 and 1 are equal in JSON).

    Changes containers in place, level by level, so that no nesting can exhaust the stack. Also
    tells whether a number is so large that the parser may have rounded an integer to reach it.
    Refuses what is nested deeper than the limit or has more values than `nodes`.
    """
    holder = [content]
    level: list[Any] = [holder]
    depth, count, is_huge = -1, 0, False
    while level:
        depth += 1
        if depth > limits.depth:
            raise _too_deep(content, limits)
        count += sum(map(len, level))
        if count > nodes:
            raise refusal("too-many-values", f"The document has more than {nodes} values.")
        below: list[Any] = []
        for container in level:
            if _settle_members(container, below):
                is_huge = True
        level = below
    return holder[0], is_huge


def _settle_members(container: Any, below: list[Any]) -> bool:
    """Settle the numbers of one container, add its containers to `below`, tell of huge ones."""
    is_huge = False
    members = container.items() if type(container) is dict else enumerate(container)
    for key, value in members:
        kind = type(value)
        if kind is dict or kind is list:
            below.append(value)
        elif kind is float:
            if not -_BEYOND_SIGNED < value < _BEYOND_SIGNED:
                is_huge = True
            if value.is_integer() and -_BEYOND_SIGNED <= value < _BEYOND_UNSIGNED:
                container[key] = int(value)
    return is_huge


def _too_deep(content: Any, limits: ReadLimits) -> InvalidDocument:
    pointer = find_first(
        content, lambda value, depth: depth >= limits.depth and isinstance(value, dict | list)
    )
    return too_deep(limits, pointer=pointer)


def too_deep(
    limits: ReadLimits,
    *,
    pointer: str | None = None,
    line: int | None = None,
    column: int | None = None,
) -> InvalidDocument:
    """The refusal of nesting beyond the limit."""
    message = f"The document is nested deeper than {limits.depth} levels."
    return refusal("too-deep", message, pointer=pointer, line=line, column=column)
