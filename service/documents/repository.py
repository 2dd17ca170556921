"""Which documents are stored?"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, false, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service.documents.models import StoredDocument


@dataclass(frozen=True, slots=True)
class Comparable:
    """The bytes of a document, or its text, which needs no reading again."""

    digest: str
    data: bytes
    is_text: bool


class DocumentRepository:
    """All SQL about documents."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, document: StoredDocument) -> None:
        """Store a document unless its bytes are there already.

        Bytes that were withheld are stored again: whoever publishes them anew means to.
        """
        if self._restore(document):
            return
        try:
            with self._session.begin_nested():
                self._session.add(document)
        except IntegrityError:  # another API published the same bytes a moment ago
            self._restore(document)

    def find_content(self, checksum: str) -> bytes | None:
        """Return the bytes; None if they were withheld."""
        return self._session.scalar(
            select(StoredDocument.content).where(StoredDocument.checksum == checksum)
        )

    def find_comparable(self, checksum: str, *, release: str) -> Comparable | None:
        """Return what can be compared soonest: the text if this release wrote it, else the bytes.

        None if they were withheld.
        """
        is_text = func.coalesce(StoredDocument.text_by == release, false())
        data = case((is_text, StoredDocument.text), else_=StoredDocument.content)
        row = self._session.execute(
            select(StoredDocument.digest, data, is_text).where(
                StoredDocument.checksum == checksum, StoredDocument.content.is_not(None)
            )
        ).one_or_none()
        return None if row is None else Comparable(row[0], row[1], is_text=bool(row[2]))

    def lock(self, digests: Sequence[str]) -> None:
        """Let nobody else store or drop bytes of these contents until this transaction ends."""
        self._session.execute(
            select(StoredDocument.checksum)
            .where(StoredDocument.digest.in_(digests))
            .order_by(StoredDocument.checksum)  # one order, so that no two wait for each other
            .with_for_update(key_share=True)
        ).all()

    def drop_content(self, checksum: str) -> None:
        """Forget the bytes, in either form; digest and checksum stay."""
        self._session.execute(
            update(StoredDocument)
            .where(StoredDocument.checksum == checksum)
            .values(content=None, text=None, text_by=None)
        )

    def _restore(self, document: StoredDocument) -> bool:
        """Whether the document's row is there; makes sure that it has its bytes."""
        known = self._session.execute(
            select(StoredDocument.checksum, StoredDocument.content.is_(None))
            .where(StoredDocument.checksum == document.checksum)
            .with_for_update(key_share=True)  # or the bytes could be dropped before we use them
        ).one_or_none()
        if known is None:
            return False
        if known[1]:
            self._session.execute(
                update(StoredDocument)
                .where(StoredDocument.checksum == document.checksum)
                .values(content=document.content, text=document.text, text_by=document.text_by)
            )
        return True
