"""Is a place that a source points to the place that we point to?

Sources point to where something is used, or to the keyword; we point to the definition that was
edited. So references are followed, and one place may be the keyword (or its value in a list) below
the other. An example stands for the list that it is in.
"""

from typing import Any

from service.openapi_diff.description import Description
from service.openapi_diff.pointers import MISSING, escape, resolve, split

_MOST_BELOW = 2  # a keyword and a place in its list


def is_same_place(document: dict[str, Any], theirs: str, ours: str) -> bool:
    """Whether both pointers lead to one place of the document, give or take a keyword."""
    theirs = theirs.partition("/examples/")[0]
    definition = _defined_at(document, theirs)
    return any(_is_near(spelt, ours) for spelt in (theirs, definition))


def _is_near(one: str, other: str) -> bool:
    left, right = split(one), split(other)
    shorter = min(len(left), len(right))
    return left[:shorter] == right[:shorter] and abs(len(left) - len(right)) <= _MOST_BELOW


def _defined_at(document: dict[str, Any], pointer: str) -> str:
    """The pointer with every reference on the way followed."""
    description = Description(document)
    reached = ""
    for token in split(pointer):
        reached = _followed(description, f"{reached}/{escape(token)}")
    return reached


def _followed(description: Description, pointer: str) -> str:
    value = resolve(description.document, pointer)
    reference = value.get("$ref") if value is not MISSING and isinstance(value, dict) else None
    target = description.locate(reference) if isinstance(reference, str) else None
    return pointer if target is None else target.pointer
