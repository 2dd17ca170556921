"""Which tables hold jobs, and what is done every so often?"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from service.authorization import ActorKind
from service.database import Base, Identified


class JobState(StrEnum):
    """Where a job stands; the last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN_STATES = frozenset({JobState.QUEUED, JobState.RUNNING})


class Job(Base, Identified):
    """Work that outlives a request: written in the transaction that causes it.

    References are plain ids on purpose: jobs know nothing of what they are about. All times are the
    database's.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_due_at", "due_at", "id"),
        Index("ix_jobs_created_at", "created_at", "id"),
        Index("ix_jobs_group_id_created_at", "group_id", "created_at", "id"),
        Index("ix_jobs_finished_at", "finished_at"),
        Index("uq_jobs_open_subject", "open_subject", unique=True),
    )

    kind: Mapped[str] = mapped_column(String(64))
    arguments: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[JobState]
    due_at: Mapped[datetime | None]
    """When a worker may take it: the next attempt of a queued job, the end of the lease of a
    running one. None: it is over."""
    fence: Mapped[int] = mapped_column(default=0)
    """Counts who had it. Whoever writes names the count it was given: one that lost its lease
    meanwhile names an old one, and changes nothing."""
    attempts: Mapped[int] = mapped_column(default=0)
    worker: Mapped[str | None] = mapped_column(String(120))
    progress_done: Mapped[int] = mapped_column(default=0)
    progress_total: Mapped[int | None]
    progress_message: Mapped[str] = mapped_column(String(300), default="")
    failure_code: Mapped[str | None] = mapped_column(String(64))
    failure_message: Mapped[str | None] = mapped_column(String(4000))
    """Why the last attempt failed; kept while the next one is waited for."""
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Ids of what came of it."""
    subject: Mapped[str | None] = mapped_column(String(300))
    open_subject: Mapped[str | None] = mapped_column(String(300))
    """The subject while the job is open; unique, so that there is one open job about it."""
    group_id: Mapped[str | None] = mapped_column(String(36))
    api_id: Mapped[str | None] = mapped_column(String(36))
    request_id: Mapped[str] = mapped_column(String(128))
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[str | None] = mapped_column(String(36))
    actor_name: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    @property
    def is_open(self) -> bool:
        """Whether something is still to come of it."""
        return self.state in OPEN_STATES


class PeriodicTask(Base):
    """Work done every so often: when it is next to be caused, whoever looks first."""

    __tablename__ = "periodic_tasks"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    next_at: Mapped[datetime]
