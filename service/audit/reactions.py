"""What does the audit do when something happened?"""

from service.audit.models import AuditEvent
from service.audit.repository import AuditRepository
from service.unit_of_work import Event, UnitOfWork


def record_in_audit(work: UnitOfWork, event: Event) -> None:
    """Add one row in the transaction of the change, so that neither exists without the other."""
    AuditRepository(work.session).add(
        AuditEvent(
            at=work.now,
            action=event.name,
            actor_kind=event.actor.kind,
            actor_id=event.actor.id,
            actor_name=event.actor.name,
            token_id=event.actor.token_id,
            subject_type=event.subject_type,
            subject_id=event.subject_id,
            subject=event.subject,
            group_id=event.group_id,
            api_id=event.api_id,
            details=dict(event.details),
            request_id=work.context.request_id,
            client_address=work.context.client_address,
        )
    )
