"""Which table holds documents? Content-addressed: one row per distinct bytes."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, deferred, mapped_column
from sqlalchemy.types import LargeBinary

from service.database import Base


class StoredDocument(Base):
    """The bytes of a document exactly as received; None once they were withheld everywhere."""

    __tablename__ = "documents"

    checksum: Mapped[str] = mapped_column(String(80), primary_key=True)
    digest: Mapped[str] = mapped_column(String(80), index=True)
    format: Mapped[str] = mapped_column(String(8))
    size: Mapped[int]
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    created_at: Mapped[datetime]
