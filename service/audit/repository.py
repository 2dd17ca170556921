"""Which audit events are stored?"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from service.audit.models import AuditEvent
from service.pagination import Order, Page, PageRequest, fetch_page


class AuditRepository:
    """All SQL about audit events; it adds and reads, nothing else."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, event: AuditEvent) -> None:
        """Add an event."""
        self._session.add(event)

    def list_events(
        self,
        *,
        page: PageRequest,
        group_id: str | None = None,
        action: str | None = None,
        actor_name: str | None = None,
    ) -> Page[AuditEvent]:
        """Return a page of events, the newest first."""
        statement = select(AuditEvent)
        if group_id is not None:
            statement = statement.where(AuditEvent.group_id == group_id)
        if action is not None:
            statement = statement.where(AuditEvent.action == action)
        if actor_name is not None:
            statement = statement.where(AuditEvent.actor_name == actor_name)
        order = Order([AuditEvent.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)
