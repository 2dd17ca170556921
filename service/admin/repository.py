"""How much of everything is stored?"""

from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from service.apis.models import Api
from service.audit.models import AuditEvent
from service.database import Base
from service.documents.models import StoredDocument
from service.groups.models import Group
from service.identities.models import User
from service.invitations.models import Invitation
from service.service_accounts.models import ServiceAccount
from service.tokens.models import AccessToken
from service.versions.models import ApiVersion


class InstanceRepository:
    """All SQL about the instance as a whole."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count_everything(self, now: datetime) -> dict[str, int]:
        """Return how many rows of each kind there are, by the names of the API; one statement."""
        counts = {
            "users": _count(User),
            "active_users": _count(User, User.is_active),
            "active_administrators": _count(User, User.is_active, User.is_admin),
            "open_invitations": _count(
                Invitation,
                Invitation.accepted_at.is_(None),
                Invitation.revoked_at.is_(None),
                Invitation.expires_at > now,
            ),
            "active_access_tokens": _count(
                AccessToken, AccessToken.revoked_at.is_(None), AccessToken.expires_at > now
            ),
            "service_accounts": _count(ServiceAccount),
            "groups": _count(Group),
            "apis": _count(Api),
            "versions": _count(ApiVersion),
            "documents": _count(StoredDocument),
            "document_bytes": select(
                func.coalesce(func.sum(StoredDocument.size), 0)
            ).scalar_subquery(),
            "audit_events": _count(AuditEvent),
        }
        row = self._session.execute(select(*(sql.label(name) for name, sql in counts.items())))
        return {name: int(count) for name, count in row.one()._mapping.items()}  # noqa: SLF001 - its public way to a mapping


def _count(table: type[Base], *conditions: Any) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()
