"""How is a document divided into entries, and what do they refer to?"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import orjson

from service.indexed_documents.index import DocumentIndex, Entry, UnreadableIndex
from service.openapi_diff.pointers import from_reference, join, split, unescape
from service.openapi_documents.canonical_form import canonical_bytes

# What has members that are entries of their own; the members of `components` have such members.
_SECTIONS = frozenset(("paths", "webhooks", "definitions", "parameters", "responses"))
_COMPONENTS = "components"
_DEPTH_OF_COMPONENT = 3

# With these, what a reference means depends on more than where its pointer leads.
_NAMING = frozenset(("$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef"))


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document's text with the index that was made of it."""

    index: DocumentIndex
    text: bytes

    def parsed(self) -> Any:
        """The whole document."""
        return orjson.loads(self.text)

    def parsed_with(self, pointers: Collection[str]) -> dict[str, Any]:
        """The document with these of its members; all others are left empty."""
        text = memoryview(self.text)
        holders: dict[str, dict[str, Any]] = {"": {}}
        left_out: dict[str, Any] = {}
        for entry in self.index.entries:
            place, _, token = entry.pointer.rpartition("/")
            holder = holders.get(place)
            if holder is None:
                holder = holders[place] = _holder(holders[""], place)
            if entry.pointer in pointers:
                value = orjson.loads(text[entry.start : entry.start + entry.length])
                holder[unescape(token)] = value
            else:
                holder[unescape(token)] = left_out
        return holders[""]


def _holder(document: dict[str, Any], pointer: str) -> dict[str, Any]:
    for token in split(pointer):
        document = document.setdefault(token, {})
    return document


def index_document(content: dict[str, Any]) -> IndexedDocument:
    """Index parsed JSON values, as `openapi_documents.read_document` gives them."""
    writer = _Writer()
    writer.write(content, "")
    index = DocumentIndex(tuple(writer.entries), len(writer.text), writer.is_separable)
    return IndexedDocument(index, bytes(writer.text))


def read_indexed(stored: bytes, text: bytes) -> IndexedDocument:
    """A stored index with the text it was made of; made anew where it cannot be that."""
    try:
        index = DocumentIndex.from_bytes(stored)
    except UnreadableIndex:
        return index_document(orjson.loads(text))
    if index.length != len(text):
        return index_document(orjson.loads(text))
    return IndexedDocument(index, text)


class _Writer:
    """Writes a document's text, and notes where each entry stands and what it refers to."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.entries: list[Entry] = []
        self.is_separable = True

    def write(self, value: Any, pointer: str) -> None:
        """Write a value: its members apart where they are entries, else as one. Three deep."""
        if not (isinstance(value, dict) and _is_divided(pointer) and (value or not pointer)):
            self._write_entry(value, pointer)
            return
        self.text += b"{"
        for place, (name, member) in enumerate(value.items()):
            self.text += (b"," if place else b"") + orjson.dumps(name) + b":"
            self.write(member, join(pointer, name))
        self.text += b"}"

    def _write_entry(self, value: Any, pointer: str) -> None:
        digest = hashlib.sha256(canonical_bytes(value)).hexdigest()
        written = orjson.dumps(value)
        uses = tuple(sorted(self._uses(value)))
        self.entries.append(Entry(pointer, digest, len(self.text), len(written), uses))
        self.text += written

    def _uses(self, value: Any) -> set[str]:
        found: set[str] = set()
        for reference in self._references(value):
            pointer = from_reference(reference)
            entry = None if pointer is None else entry_of(pointer)
            if entry is None:
                self.is_separable = False
            else:
                found.add(entry)
        return found

    def _references(self, value: Any) -> set[str]:
        """Every `$ref` and every target of a discriminator, as a reference."""
        found: set[str] = set()
        open_values = [value]
        while open_values:
            current = open_values.pop()
            if isinstance(current, dict):
                if any(isinstance(current[name], str) for name in _NAMING & current.keys()):
                    self.is_separable = False
                found.update(_references_of(current))
                open_values.extend(current.values())
            elif isinstance(current, list):
                open_values.extend(current)
        return found


def entry_of(pointer: str) -> str | None:
    """The pointer of the entry in which a pointer leads; None where it leads to several."""
    tokens = split(pointer)
    if not tokens:
        return None
    depth = _DEPTH_OF_COMPONENT if tokens[0] == _COMPONENTS else 1 + (tokens[0] in _SECTIONS)
    return join("", *tokens[:depth]) if len(tokens) >= depth else None


def _is_divided(pointer: str) -> bool:
    tokens = split(pointer)
    match tokens:
        case [] | ["components"] | ["components", _]:
            return True
        case _:
            return len(tokens) == 1 and tokens[0] in _SECTIONS


def _references_of(value: dict[str, Any]) -> list[str]:
    """The texts of one object that lead elsewhere; a mapping may name a schema without its path."""
    found = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
    mapping = value.get("mapping")
    targets = mapping.values() if isinstance(mapping, dict) else ()
    return found + [
        target if target.startswith("#") else f"#/components/schemas/{target}"
        for target in targets
        if isinstance(target, str)
    ]
