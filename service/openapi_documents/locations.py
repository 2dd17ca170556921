"""On which line and column of a document's bytes does a JSON pointer lead?"""

from collections.abc import Iterable, Iterator

from service.openapi_documents.document import DocumentFormat
from service.openapi_documents.json_positions import json_positions
from service.openapi_documents.positions import PositionTree, tree_of


def locate(raw: bytes, format: DocumentFormat, pointer: str) -> tuple[int, int] | None:  # noqa: A002  # the word of the domain
    """Line and column, both from 1, of the key (or the array element) that `pointer` leads to.

    None where the document has no such place. Columns count characters.
    """
    return locate_all(raw, format, [pointer]).get(pointer)


def locate_all(
    raw: bytes,
    format: DocumentFormat,  # noqa: A002  # the word of the domain
    pointers: Iterable[str],
) -> dict[str, tuple[int, int]]:
    """As `locate`, for many pointers in one pass; those that lead nowhere are left out."""
    text = raw.decode("utf-8-sig", errors="replace")
    wanted = tree_of(pointers)
    match format:
        case DocumentFormat.JSON:
            return json_positions(text, wanted)
        case DocumentFormat.YAML:  # pragma: no branch  # all members are listed; mypy proves it
            return _in_yaml(text, wanted)


def _in_yaml(text: str, wanted: PositionTree) -> dict[str, tuple[int, int]]:
    """Without libyaml in the way of those who read JSON."""
    from service.openapi_documents.yaml_positions import yaml_positions  # noqa: PLC0415 - as said

    return yaml_positions(text, wanted)


def locate_nearest(
    raw: bytes,
    format: DocumentFormat,  # noqa: A002  # the word of the domain
    pointers: Iterable[str],
) -> dict[str, tuple[int, int]]:
    """As `locate_all`; what has no place of its own (an aliased value, say) gets its holder's."""
    ways = {pointer: list(_holders(pointer)) for pointer in pointers}
    found = locate_all(raw, format, {holder for way in ways.values() for holder in way})
    return {
        pointer: next(found[holder] for holder in way if holder in found)
        for pointer, way in ways.items()
        if any(holder in found for holder in way)
    }


def _holders(pointer: str) -> Iterator[str]:
    """The pointer itself, then that of what holds it, up to the whole document."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]
    yield ""
