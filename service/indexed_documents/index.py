"""What does an index say about a document, and how is it kept?"""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple, Self

import orjson

# Names the form of the stored bytes and all that is read off a document. Another name makes every
# stored index unreadable, and so made anew.
SCHEME = b"bindery-index-1"
_DIGEST_LENGTH = 64  # SHA-256, in hexadecimal digits


class UnreadableIndex(ValueError):
    """The bytes are no index of this scheme, or no longer are: make it anew."""


class Entry(NamedTuple):
    """A member of a document: a path item, a component, or what else stands at the top.

    `pointer` is where it stands, `digest` the SHA-256 of its canonical form, `start` and `length`
    count bytes of the document's text, `uses` are the pointers of the entries it refers to, whether
    these exist or not.
    """

    pointer: str
    digest: str
    start: int
    length: int
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """The entries of a document in its own order, and the length of its text in bytes.

    `is_separable` says whether every reference leads to an entry by its pointer, so that entries
    can be understood without all the others.
    """

    entries: tuple[Entry, ...]
    length: int
    is_separable: bool

    def to_bytes(self) -> bytes:
        """The index as it is stored: scheme, checksum, and JSON in which pointers stand once."""
        places = {entry.pointer: place for place, entry in enumerate(self.entries)}
        for entry in self.entries:
            for target in entry.uses:
                places.setdefault(target, len(places))
        rows = [
            (entry.digest, entry.start, entry.length, [places[target] for target in entry.uses])
            for entry in self.entries
        ]
        body = orjson.dumps([self.length, self.is_separable, list(places), rows])
        return b" ".join((SCHEME, _checksum(body), body))

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        """The index that was stored.

        Raises UnreadableIndex for damaged bytes and for those of another scheme.
        """
        scheme, _, rest = stored.partition(b" ")
        checksum, body = rest[:_DIGEST_LENGTH], rest[_DIGEST_LENGTH + 1 :]
        if scheme != SCHEME or checksum != _checksum(body):
            raise UnreadableIndex("The bytes are not those of an index.")
        total, is_separable, pointers, rows = orjson.loads(body)
        entries = tuple(
            Entry(pointers[place], digest, start, length, tuple(pointers[use] for use in uses))
            for place, (digest, start, length, uses) in enumerate(rows)
        )
        return cls(entries, total, is_separable)


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
