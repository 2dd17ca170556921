"""What can be done with audit events? They are read."""

from service.audit.models import AuditEvent
from service.audit.permissions import can_read_audit
from service.audit.repository import AuditRepository
from service.authorization import Actor, require
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork


def list_events(
    work: UnitOfWork, actor: Actor, *, page: PageRequest, action: str | None, actor_name: str | None
) -> Page[AuditEvent]:
    """Return a page of all events, the newest first; raises `NotPermitted`."""
    require(actor, can_read_audit(actor))
    return AuditRepository(work.session).list_events(
        page=page, action=action, actor_name=actor_name
    )
