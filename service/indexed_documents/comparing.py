"""Which entries of two documents must be parsed to tell what changed between them?"""

from collections.abc import Mapping, Sequence

from service.indexed_documents.index import DocumentIndex
from service.indexed_documents.indexing import IndexedDocument
from service.openapi_diff import STRICT, Comparison, ComparisonOptions, compare
from service.openapi_diff.engine import compare_parts
from service.openapi_diff.pointers import split

# Members that concern nothing but themselves. Whatever else stands at the top of a document and
# changes (servers, security, the dialect ...) may concern every path.
_OF_NO_CONCERN = frozenset(("info", "tags", "externalDocs"))
_OF_EVERY_CONCERN = (["components", "securitySchemes"], ["securityDefinitions"])

_Uses = Mapping[str, Sequence[str]]


def compare_indexed(
    base: IndexedDocument, revision: IndexedDocument, *, policy: ComparisonOptions = STRICT
) -> Comparison:
    """Answer what `compare` answers for the whole documents, of their indexes where that is enough.

    Raises orjson.JSONDecodeError where a text is not the one that its index was made of.
    """
    needed = needed_entries(base.index, revision.index)
    if needed is not None:
        documents = base.parsed_with(needed), revision.parsed_with(needed)
        comparison = compare_parts(*documents, policy=policy)
        if comparison is not None:
            return comparison
    return compare(base.parsed(), revision.parsed(), policy=policy)


def needed_entries(base: DocumentIndex, revision: DocumentIndex) -> set[str] | None:
    """The pointers of all that a comparison may look at; None where that is everything.

    What changed, what reaches it, and all that these refer to, near or far.
    """
    changed = _changed(base, revision)
    if not (base.is_separable and revision.is_separable) or any(map(_concerns_all, changed)):
        return None
    uses = [{entry.pointer: entry.uses for entry in index.entries} for index in (base, revision)]
    frame = {pointer for pointer in {**uses[0], **uses[1]} if _is_frame(pointer)}
    # What did not change has the same uses on both sides, so those of one side will do.
    reaching = _reached(changed, [_turned(uses[0])]) if changed else changed
    return _reached(reaching, uses) | frame


def _changed(base: DocumentIndex, revision: DocumentIndex) -> set[str]:
    old = {entry.pointer: entry.digest for entry in base.entries}
    new = {entry.pointer: entry.digest for entry in revision.entries}
    return {pointer for pointer, _ in old.items() ^ new.items()}


def _turned(uses: _Uses) -> _Uses:
    used_by: dict[str, list[str]] = {}
    for pointer, targets in uses.items():
        for target in targets:
            used_by.setdefault(target, []).append(pointer)
    return used_by


def _concerns_all(pointer: str) -> bool:
    tokens = split(pointer)
    if tokens[:2] in _OF_EVERY_CONCERN or tokens[:1] in _OF_EVERY_CONCERN:
        return True
    return _is_frame(pointer) and not (tokens[0] in _OF_NO_CONCERN or tokens[0].startswith("x-"))


def _is_frame(pointer: str) -> bool:
    """Whether it is what always is parsed: a member at the top, or all about security."""
    return pointer.count("/") <= 1 or pointer.startswith(
        ("/components/securitySchemes/", "/securityDefinitions/")
    )


def _reached(start: set[str], graphs: Sequence[_Uses]) -> set[str]:
    """All that can be reached along the edges of any of the graphs, the start included."""
    found = set(start)
    open_pointers = list(start)
    while open_pointers:
        pointer = open_pointers.pop()
        for graph in graphs:
            fresh = set(graph.get(pointer, ())) - found
            found |= fresh
            open_pointers.extend(fresh)
    return found
