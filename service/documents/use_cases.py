"""How is a document read, kept, found and taken back?"""

import importlib.metadata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from service.collector import collector_paused
from service.documents.errors import DocumentInvalid, DocumentWithheld
from service.documents.models import StoredDocument
from service.documents.repository import Comparable, DocumentRepository
from service.errors import TooLarge
from service.openapi_documents import (
    DocumentTooLarge,
    InvalidDocument,
    OpenApiDocument,
    Problem,
    ReadLimits,
    read_document,
)
from service.unit_of_work import UnitOfWork

MOST_OPERATIONS = 20_000
"""Of one document: each is a row, written while others wait for the database."""

_MANY = 10**9
_WITHOUT_LIMITS = ReadLimits(
    json_bytes=_MANY,
    yaml_bytes=_MANY,
    depth=250,
    json_nodes=_MANY,
    yaml_nodes=_MANY,
    alias_nodes=_MANY,
    distinct_references=_MANY,
)


@dataclass(frozen=True, slots=True)
class Content:
    """A document as comparisons see it; nobody changes its content."""

    digest: str
    content: dict[str, Any]


def read_received(raw: bytes, *, limits: ReadLimits) -> OpenApiDocument:
    """Return the document in these bytes.

    Raises `TooLarge`, or `DocumentInvalid` with the problems. Costs the time of parsing: call it
    outside of any transaction.
    """
    try:
        document = read_document(raw, limits=limits)
    except DocumentTooLarge as refusal:
        raise TooLarge(refusal.problems[0].message, details=_told(refusal.problems)) from None
    except InvalidDocument as refusal:
        raise _invalid(refusal.problems) from None
    if len(document.operations) > MOST_OPERATIONS:
        message = f"The document has more than {MOST_OPERATIONS} operations."
        raise _invalid((Problem("too-many-operations", message, "/paths"),))
    return document


def read_stored(raw: bytes) -> OpenApiDocument:
    """Return a document that was accepted before, under whatever limits held then.

    Raises `DocumentInvalid` if this release's reader no longer takes it.
    """
    return read_received(raw, limits=_WITHOUT_LIMITS)


def keep_document(work: UnitOfWork, document: OpenApiDocument, *, raw: bytes) -> None:
    """Store the bytes under their checksum, once."""
    DocumentRepository(work.session).keep(
        StoredDocument(
            checksum=document.checksum,
            digest=document.digest,
            format=document.format.value,
            size=document.size,
            content=raw,
            text=orjson.dumps(document.content),
            text_by=_release(),
            created_at=work.now,
        )
    )


def load_bytes(work: UnitOfWork, checksum: str) -> bytes:
    """Return stored bytes; raises `DocumentWithheld` if they are gone."""
    content = DocumentRepository(work.session).find_content(checksum)
    if content is None:
        raise _withheld(checksum)
    return content


def load_comparable(work: UnitOfWork, checksum: str) -> Comparable:
    """Return a stored document as it is compared soonest; raises `DocumentWithheld`."""
    found = DocumentRepository(work.session).find_comparable(checksum, release=_release())
    if found is None:
        raise _withheld(checksum)
    return found


def read_comparable(stored: Comparable) -> Content:
    """Return what is in a stored document.

    What this release has read and accepted is only parsed; anything else is read as `read_stored`
    does, with its refusals. Costs the time of parsing: call it outside of any transaction.
    """
    if not stored.is_text:
        return Content(stored.digest, read_stored(stored.data).content)
    with collector_paused():
        return Content(stored.digest, orjson.loads(stored.data))


def lock_content(work: UnitOfWork, digests: Sequence[str]) -> None:
    """Let nobody else store or drop documents with these contents until the transaction ends."""
    DocumentRepository(work.session).lock(digests)


def drop_bytes(work: UnitOfWork, checksum: str) -> None:
    """Forget the bytes of a document that nobody may have any more."""
    DocumentRepository(work.session).drop_content(checksum)


def _withheld(checksum: str) -> DocumentWithheld:
    return DocumentWithheld("The document was withheld.", details={"checksum": checksum})


def _invalid(problems: tuple[Problem, ...]) -> DocumentInvalid:
    return DocumentInvalid(
        f"This is no acceptable OpenAPI document: {problems[0].message}", details=_told(problems)
    )


def _told(problems: tuple[Problem, ...]) -> dict[str, object]:
    return {"problems": [asdict(problem) for problem in problems]}


def _release() -> str:
    """Return which release this is: another one may read the same bytes otherwise, or refuse them.

    Asked when needed, for the document of the API is also written where nothing is installed.
    """
    return importlib.metadata.version("bindery")
