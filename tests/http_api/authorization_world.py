"""In which world is the authorization matrix tried? One cell for each caller and visibility.

Each cell has a group of its own with everything that a request may name, so that no request
changes what another one meets.
"""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from typing import TypeVar

from sqlalchemy.orm import Session

from service.apis.models import Api, Approval
from service.authorization import ActorKind, Role, Scope
from service.database import Identified
from service.documents.models import StoredDocument
from service.groups.models import Group, Membership, Visibility
from service.identities.models import User
from service.identities.passwords import Passwords
from service.invitations.models import Invitation
from service.invitations.secret_text import hash_of
from service.jobs.models import Job, JobState
from service.names import folded_name
from service.service_accounts.models import ServiceAccount
from service.settings import Settings
from service.tokens.models import AccessToken
from service.tokens.token_text import new_token_text
from service.unit_of_work import UnitsOfWork
from service.versions.models import ApiVersion, VersionState
from service.webhooks.event_types import EventType
from service.webhooks.models import Delivery, DeliveryState, OutgoingEvent, Webhook
from tests.http_api.authorization_tables import Caller

Row = TypeVar("Row", bound=Identified)

PASSWORD = "tall ships sail west"  # noqa: S105 - of users that exist for a second
ROLES = {
    Caller.READER: Role.READER,
    Caller.READER_READ_TOKEN: Role.READER,
    Caller.PUBLISHER: Role.PUBLISHER,
    Caller.PUBLISHER_PUBLISH_TOKEN: Role.PUBLISHER,
    Caller.MAINTAINER: Role.MAINTAINER,
    Caller.OWNER: Role.OWNER,
    Caller.OWNER_READ_TOKEN: Role.OWNER,
    Caller.BOUND_TO_THIS_GROUP: Role.OWNER,
    Caller.BOUND_TO_ANOTHER_GROUP: Role.OWNER,
    Caller.BOUND_TO_ANOTHER_API: Role.OWNER,
    Caller.EXPIRED: Role.OWNER,
    Caller.REVOKED: Role.OWNER,
    Caller.DEACTIVATED: Role.OWNER,
}
"""The role of the caller in the cell's group; the others have none."""
SCOPES = {
    Caller.ADMIN: Scope.ADMIN,
    Caller.DEMOTED_ADMIN: Scope.ADMIN,
    Caller.READER_READ_TOKEN: Scope.READ,
    Caller.OWNER_READ_TOKEN: Scope.READ,
    Caller.PUBLISHER_PUBLISH_TOKEN: Scope.PUBLISH,
    Caller.MACHINE: Scope.PUBLISH,
}
"""The scope of the caller's token where it is not `manage`."""
OWNERS_ELSEWHERE = frozenset({Caller.OWNER_OF_ANOTHER_GROUP, Caller.BOUND_TO_ANOTHER_GROUP})
DOCUMENT = b'{"openapi":"3.1.0","info":{"title":"Orders","version":"%s"},"paths":{}}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A caller, and the names of what stands in the group that the caller meets."""

    caller: Caller
    visibility: Visibility
    token: str | None
    """What the caller sends; None: nothing."""
    token_id: str
    """The caller's own token; anonymous callers have none, but guess one."""
    other_token_id: str
    """A token of another member."""
    group: str
    api: str
    approval_id: str
    account: str
    account_token_id: str
    invitation_id: str
    secret: str
    """Of the invitation."""
    username: str
    """A reader of the group."""
    job_id: str
    """Of a job about the API, which is queued."""
    failed_job_id: str
    webhook_id: str
    """Of a webhook for the whole group."""
    delivery_id: str
    """Of something that was delivered to it."""


def build_cells(units: UnitsOfWork, settings: Settings) -> list[Cell]:
    """Make the world in one transaction; return its cells."""
    password_hash = Passwords.from_settings(settings).hashed(PASSWORD)
    with units.writing() as work:
        builder = _Builder(work.session, work.now, password_hash)
        return list(builder.cells())


class _Builder:
    """Makes rows; whatever all cells need alike is made once."""

    def __init__(self, session: Session, now: datetime, password_hash: str) -> None:
        self._session = session
        self._now = now
        self._password_hash = password_hash

    def cells(self) -> Iterator[Cell]:
        """Make everything, cell by cell."""
        boss = self._user("boss")
        for name in ("1.0.0", "2.0.0", "3.0.0"):
            self._document(name)
        for visibility, caller in product(Visibility, Caller):
            yield self._cell(caller, visibility, boss)

    def _cell(self, caller: Caller, visibility: Visibility, boss: User) -> Cell:
        name = f"{visibility}-{caller.replace('_', '-')}"
        group = self._group(name, visibility)
        self._member(group, boss, Role.OWNER)
        reader = self._user(f"{name}-reader")
        self._member(group, reader, Role.READER)
        api = self._api(group, "orders")
        account = self._account(group)
        token, token_id = self._token_of_caller(caller, group, account)
        invitation_id, secret = self._invitation(group, boss)
        return Cell(
            caller=caller,
            visibility=visibility,
            token=token,
            token_id=token_id,
            other_token_id=self._token(user_id=boss.id)[1],
            group=group.name,
            api=api.name,
            approval_id=self._approval(api),
            account=account.name,
            account_token_id=self._token(service_account_id=account.id)[1],
            invitation_id=invitation_id,
            secret=secret,
            username=reader.username,
            job_id=self._job(group, api, JobState.QUEUED),
            failed_job_id=self._job(group, api, JobState.FAILED),
            webhook_id=(webhook_id := self._webhook(group)),
            delivery_id=self._delivery(group, webhook_id),
        )

    def _token_of_caller(
        self, caller: Caller, group: Group, account: ServiceAccount
    ) -> tuple[str | None, str]:
        """Make the caller with its token; return the token's text and id."""
        scopes = [SCOPES.get(caller, Scope.MANAGE)]
        if caller is Caller.MACHINE:
            return self._token(service_account_id=account.id, scopes=scopes)
        user = self._user(
            f"{group.name}-caller",
            is_admin=caller in {Caller.ADMIN, Caller.ADMIN_WITHOUT_SCOPE},
            is_active=caller is not Caller.DEACTIVATED,
        )
        if caller in ROLES:
            self._member(group, user, ROLES[caller])
        limits = self._limits(caller, group, user)
        text, token_id = self._token(user_id=user.id, scopes=scopes, **limits)
        return (None if caller is Caller.ANONYMOUS else text), token_id

    def _limits(self, caller: Caller, group: Group, user: User) -> dict[str, object]:
        """Return what the caller's token is bound to, or why it is no longer good."""
        elsewhere = None
        if caller in OWNERS_ELSEWHERE:
            elsewhere = self._group(f"{group.name}-2", Visibility.PRIVATE)
            self._member(elsewhere, user, Role.OWNER)
        match caller:
            case Caller.BOUND_TO_ANOTHER_GROUP if elsewhere is not None:
                return {"group_id": elsewhere.id}
            case Caller.BOUND_TO_THIS_GROUP:
                return {"group_id": group.id}
            case Caller.BOUND_TO_ANOTHER_API:
                return {"group_id": group.id, "api_id": self._api(group, "stock").id}
            case Caller.EXPIRED:
                return {"expires_at": self._now - timedelta(seconds=1)}
            case Caller.REVOKED:
                return {"revoked_at": self._now}
            case _:
                return {}

    def _user(self, username: str, *, is_admin: bool = False, is_active: bool = True) -> User:
        user = User(
            username=username,
            display_name=username,
            email=f"{username}@example.com",
            password_hash=self._password_hash,
            is_admin=is_admin,
            is_active=is_active,
            created_at=self._now,
        )
        return self._added(user)

    def _group(self, name: str, visibility: Visibility) -> Group:
        group = Group(
            name=name,
            folded_name=folded_name(name),
            display_name=name,
            visibility=visibility,
            created_at=self._now,
        )
        return self._added(group)

    def _member(self, group: Group, user: User, role: Role) -> None:
        self._session.add(
            Membership(group_id=group.id, user_id=user.id, role=role, created_at=self._now)
        )

    def _api(self, group: Group, name: str) -> Api:
        api = self._added(
            Api(
                group_id=group.id,
                name=name,
                folded_name=name,
                display_name=name,
                created_at=self._now,
            )
        )
        for sequence, version in enumerate(["1.0.0", "2.0.0"], start=1):
            self._version(api, version, sequence, VersionState.PUBLISHED)
        self._version(api, "3.0.0", 3, VersionState.PENDING)
        return api

    def _version(self, api: Api, name: str, sequence: int, state: VersionState) -> None:
        content = DOCUMENT % name.encode()
        self._session.add(
            ApiVersion(
                api_id=api.id,
                name=name,
                folded_name=folded_name(name),
                sequence=sequence,
                major=sequence,
                state=state,
                document_checksum=_checksum(content),
                digest=_checksum(content),
                size=len(content),
                format="json",
                specification="3.1",
                title="Orders",
                info_version=name,
                warnings=[],
                verdict_reason="no_base",
                decision_reasons=[],
                published_by="boss",
                published_at=self._now,
                state_changed_at=self._now,
            )
        )

    def _document(self, version: str) -> None:
        content = DOCUMENT % version.encode()
        self._session.add(
            StoredDocument(
                checksum=_checksum(content),
                digest=_checksum(content),
                format="json",
                size=len(content),
                content=content,
                created_at=self._now,
            )
        )
        self._session.flush()

    def _approval(self, api: Api) -> str:
        approval = Approval(
            api_id=api.id,
            fingerprint="ab" * 16,
            reason="Agreed.",
            approved_by="boss",
            created_at=self._now,
        )
        return self._added(approval).id

    def _job(self, group: Group, api: Api, state: JobState) -> str:
        job = Job(
            kind="test.build",
            arguments={},
            state=state,
            due_at=self._now,
            group_id=group.id,
            api_id=api.id,
            request_id="request-1",
            actor_kind=ActorKind.USER,
            actor_name="boss",
            created_at=self._now,
        )
        return self._added(job).id

    def _webhook(self, group: Group) -> str:
        webhook = Webhook(
            group_id=group.id,
            url="https://example.com/hook",
            event_types=[],
            key_salt="salt",
            key_check="check",
            created_by="boss",
            created_at=self._now,
        )
        return self._added(webhook).id

    def _delivery(self, group: Group, webhook_id: str) -> str:
        event = OutgoingEvent(
            id=str(uuid.uuid4()),
            type=EventType.POLICY_CHANGED,
            group_id=group.id,
            order_key=group.id,
            body="{}",
            created_at=self._now,
        )
        self._session.add(event)
        self._session.flush()
        delivery = Delivery(
            webhook_id=webhook_id,
            event_sequence=event.sequence,
            order_key=event.order_key,
            state=DeliveryState.DELIVERED,
            created_at=self._now,
        )
        return self._added(delivery).id

    def _account(self, group: Group) -> ServiceAccount:
        account = ServiceAccount(
            group_id=group.id, name="ci", role=Role.PUBLISHER, is_active=True, created_at=self._now
        )
        return self._added(account)

    def _invitation(self, group: Group, inviter: User) -> tuple[str, str]:
        secret = (group.name + "A" * 43)[:43]
        invitation = Invitation(
            email=f"{group.name}-guest@example.com",
            secret_hash=hash_of(secret),
            group_id=group.id,
            role=Role.READER,
            invited_by=inviter.id,
            created_at=self._now,
            expires_at=self._now + timedelta(days=1),
        )
        return self._added(invitation).id, secret

    def _token(self, **values: object) -> tuple[str, str]:
        """Make a token; return its text and its id."""
        text = new_token_text()
        token = AccessToken(
            **{
                "lookup": text.lookup,
                "secret_hash": text.secret_hash,
                "name": "test",
                "scopes": [Scope.MANAGE],
                "created_at": self._now,
                "expires_at": self._now + timedelta(days=1),
                "last_used_at": self._now,  # or each first use would be a write
                **values,
            }
        )
        return text.text, self._added(token).id

    def _added(self, row: Row) -> Row:
        self._session.add(row)
        self._session.flush()
        return row


def _checksum(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
