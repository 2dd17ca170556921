"""Which table holds blobs? One row per distinct bytes, wherever the bytes themselves are."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, deferred, mapped_column
from sqlalchemy.types import LargeBinary

from service.database import Base


class StoredBlob(Base):
    """Bytes under their digest. `content` is None where they are kept outside of the database."""

    __tablename__ = "blobs"

    digest: Mapped[str] = mapped_column(String(80), primary_key=True)
    size: Mapped[int]
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    created_at: Mapped[datetime] = mapped_column(index=True)
