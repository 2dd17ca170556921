"""Which references lead out of the document, or nowhere? A client takes anything in their place."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote

from service.openapi_documents import value_at
from service.sdk_packages.failures import Reason

_MOST_TOLD = 20
_UNREAD = frozenset({"example", "examples", "default", "const", "enum"})


def lost_references(content: dict[str, Any]) -> list[Reason]:
    """Return a remark for each of the first references that cannot be followed."""
    found = (
        Reason(
            f"{pointer}/$ref",
            f"The reference {reference} leads to nothing inside of the document; nothing is fetched"
            " for a client, which takes any value in its place.",
            "Copy what it refers to into the components of the document.",
        )
        for pointer, reference in _references(content, "")
        if not _leads_somewhere(content, reference)
    )
    return list(islice(found, _MOST_TOLD))


def _references(node: Any, pointer: str) -> Iterator[tuple[str, str]]:
    stack = [(node, pointer)]
    while stack:
        value, place = stack.pop()
        match value:
            case {"$ref": str(reference)}:
                yield place, reference
            case dict():
                stack += [
                    (child, f"{place}/{key.replace('~', '~0').replace('/', '~1')}")
                    for key, child in value.items()
                    if key not in _UNREAD and isinstance(child, dict | list)
                ]
            case list():
                stack += [(child, f"{place}/{number}") for number, child in enumerate(value)]
            case _:
                pass


def _leads_somewhere(content: dict[str, Any], reference: str) -> bool:
    if reference == "#":
        return True
    fragment = unquote(reference.removeprefix("#"))
    return reference.startswith("#/") and value_at(content, fragment) is not None
