"""Which table holds what the index mirrors? The bytes themselves are blobs."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from service.database import Base


class MirroredProject(Base):
    """A project of the upstream index, as it told of it at some time."""

    __tablename__ = "mirrored_projects"

    name: Mapped[str] = mapped_column(String(128), primary_key=True)
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """Names, addresses, digests: what `upstream.read_project` made of it."""
    fetched_at: Mapped[datetime]
