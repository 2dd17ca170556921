"""Which table holds documents? Content-addressed: one row per distinct bytes."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, deferred, mapped_column
from sqlalchemy.types import LargeBinary

from service.database import Base


class StoredDocument(Base):
    """The bytes of a document exactly as received; None once they were withheld everywhere.

    `text` is the same as JSON, written by the release `text_by` after it had read and accepted it:
    that release can compare it without doing so again. It is withheld together with the bytes.
    """

    __tablename__ = "documents"

    checksum: Mapped[str] = mapped_column(String(80), primary_key=True)
    digest: Mapped[str] = mapped_column(String(80), index=True)
    format: Mapped[str] = mapped_column(String(8))
    size: Mapped[int]
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    text: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    text_by: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
