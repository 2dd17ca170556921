"""Which access tokens are stored, and which of them are an actor's own?"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, false, or_, select, true, update
from sqlalchemy.orm import Session, joinedload

from service.apis.models import Api
from service.authorization import Actor, ActorKind
from service.errors import NotFound
from service.groups.models import Group
from service.pagination import Order, Page, PageRequest, fetch_page
from service.tokens.models import AccessToken, TokenState


def own_tokens(actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `AccessToken` that holds for the actor's own.

    A bound token knows only of tokens that are bound as it is.
    """
    owned: ColumnElement[bool] = false()
    if actor.kind is ActorKind.USER:
        owned = AccessToken.user_id == actor.id
    if actor.kind is ActorKind.SERVICE_ACCOUNT:
        owned = AccessToken.service_account_id == actor.id
    if actor.bound_group_id is None:
        return owned
    bound = AccessToken.group_id == actor.bound_group_id
    if actor.bound_api_id is not None:
        bound = and_(bound, AccessToken.api_id == actor.bound_api_id)
    return and_(owned, bound)


class TokenRepository:
    """All SQL about access tokens."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, token: AccessToken) -> AccessToken:
        """Add a token."""
        self._session.add(token)
        self._session.flush()
        return token

    def find_by_lookup(self, lookup: str) -> AccessToken | None:
        """Return the token with that public part."""
        return self._session.scalar(select(AccessToken).where(AccessToken.lookup == lookup))

    def find_expiry(self, token_id: str) -> datetime | None:
        """Return when the token with that id expires."""
        return self._session.scalar(
            select(AccessToken.expires_at).where(AccessToken.id == token_id)
        )

    def get_visible(self, token_id: str, actor: Actor) -> AccessToken:
        """Return the token if it is the actor's own, or the actor an administrator.

        Raises `NotFound`.
        """
        visible = true() if actor.acts_as_admin() else own_tokens(actor)
        return self._get(_with_binding().where(AccessToken.id == token_id, visible))

    def get_of_account(self, token_id: str, account_id: str) -> AccessToken:
        """Return the service account's token; raises `NotFound`."""
        return self._get(
            _with_binding().where(
                AccessToken.id == token_id, AccessToken.service_account_id == account_id
            )
        )

    def list_own(
        self, actor: Actor, *, page: PageRequest, state: TokenState | None, now: datetime
    ) -> Page[AccessToken]:
        """Return a page of the actor's own tokens, the newest first."""
        return self._page(_with_binding().where(own_tokens(actor)), page, state, now)

    def list_of_account(
        self, account_id: str, *, page: PageRequest, state: TokenState | None, now: datetime
    ) -> Page[AccessToken]:
        """Return a page of a service account's tokens, the newest first."""
        statement = _with_binding().where(AccessToken.service_account_id == account_id)
        return self._page(statement, page, state, now)

    def note_use(self, token_id: str, now: datetime) -> None:
        """Remember when the token was last used, unless somebody else is changing the token."""
        unlocked = select(AccessToken.id).where(AccessToken.id == token_id)
        self._session.execute(
            update(AccessToken)
            .where(AccessToken.id.in_(unlocked.with_for_update(skip_locked=True)))
            .values(last_used_at=now)
            .execution_options(synchronize_session=False)
        )

    def revoke(self, token_id: str, now: datetime) -> bool:
        """End a token; return whether this did it, rather than somebody before."""
        return self._revoke_where(AccessToken.id == token_id, now) == 1

    def revoke_others(self, user_id: str, *, but: str | None, now: datetime) -> int:
        """End the user's tokens, except the one with the id `but`; return how many."""
        return self._revoke_where(
            and_(AccessToken.user_id == user_id, AccessToken.id != (but or "")), now
        )

    def remove_ended_before(self, instant: datetime) -> int:
        """Delete tokens that were revoked or expired before that; return how many."""
        result = self._session.execute(
            delete(AccessToken).where(
                or_(AccessToken.revoked_at < instant, AccessToken.expires_at < instant)
            )
        )
        return int(result.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult

    def group_names(self, group_ids: Iterable[str]) -> dict[str, str]:
        """Return the names of groups by their ids."""
        rows = self._session.execute(
            select(Group.id, Group.name).where(Group.id.in_(list(group_ids)))
        )
        return {row.id: row.name for row in rows}

    def find_api_name(self, api_id: str) -> str | None:
        """Return the name of the API with that id."""
        return self._session.scalar(select(Api.name).where(Api.id == api_id))

    def _get(self, statement: Select[AccessToken]) -> AccessToken:
        token = self._session.scalar(statement)
        if token is None:
            raise NotFound("There is no such access token.")
        return token

    def _page(
        self,
        statement: Select[AccessToken],
        page: PageRequest,
        state: TokenState | None,
        now: datetime,
    ) -> Page[AccessToken]:
        if state is not None:
            is_active = and_(AccessToken.revoked_at.is_(None), AccessToken.expires_at > now)
            wanted = is_active if state is TokenState.ACTIVE else ~is_active
            statement = statement.where(wanted)
        order = Order([AccessToken.created_at, AccessToken.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def _revoke_where(self, condition: ColumnElement[bool], now: datetime) -> int:
        result = self._session.execute(
            update(AccessToken)
            .where(condition, AccessToken.revoked_at.is_(None))
            .values(revoked_at=now)
        )
        return int(result.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def _with_binding() -> Select[AccessToken]:
    return select(AccessToken).options(joinedload(AccessToken.group), joinedload(AccessToken.api))
