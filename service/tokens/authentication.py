"""Who is behind a request? The hook that `app.py` installs."""

from datetime import timedelta
from types import MappingProxyType

import structlog
from sqlalchemy.exc import OperationalError, TimeoutError  # noqa: A004 - of the pool, no other

from service.authorization import ANONYMOUS, Actor, ActorKind
from service.errors import NotAuthenticated
from service.groups.repository import MembershipRepository
from service.identities.repository import UserRepository
from service.service_accounts.repository import ServiceAccountRepository
from service.tokens.models import AccessToken
from service.tokens.repository import TokenRepository
from service.tokens.token_text import TokenText, parse_token_text
from service.unit_of_work import UnitOfWork, UnitsOfWork

_log = structlog.get_logger("service.tokens")

USE_NOTED_EVERY = timedelta(minutes=10)
"""`last_used_at` is no truer than this, so that reading does not write each time."""


def identify_actor(units: UnitsOfWork, authorization: str | None) -> Actor:
    """Return who the Authorization header stands for; anonymous if there is none.

    Raises `NotAuthenticated` if there is one that is not good: mistyped, unknown, revoked,
    expired, or of somebody who was deactivated. The answers are alike.
    """
    if authorization is None:
        return ANONYMOUS
    token_text = _bearer_token(authorization)
    with units.reading() as work:
        token = TokenRepository(work.session).find_by_lookup(token_text.lookup)
        if token is None or not token_text.proves(token.secret_hash) or not token.is_good(work.now):
            raise _not_good()
        actor = _actor_behind(work, token)
        is_noted = token.last_used_at and work.now - token.last_used_at < USE_NOTED_EVERY
    if not is_noted:
        _note_use(units, token.id)
    return actor


def _bearer_token(authorization: str) -> TokenText:
    scheme, _, credentials = authorization.partition(" ")
    token_text = parse_token_text(credentials.strip())
    if scheme.lower() != "bearer" or token_text is None:
        raise _not_good()
    return token_text


def _actor_behind(work: UnitOfWork, token: AccessToken) -> Actor:
    if token.user_id is not None:
        return _user_actor(work, token, token.user_id)
    account = ServiceAccountRepository(work.session).find(token.service_account_id or "")
    if account is None or not account.is_active:
        raise _not_good()
    return Actor(
        kind=ActorKind.SERVICE_ACCOUNT,
        id=account.id,
        name=account.name,
        scopes=token.held_scopes,
        roles=MappingProxyType({account.group_id: account.role}),
        token_id=token.id,
        bound_group_id=token.group_id,
        bound_api_id=token.api_id,
    )


def _user_actor(work: UnitOfWork, token: AccessToken, user_id: str) -> Actor:
    user = UserRepository(work.session).find(user_id)
    if user is None or not user.is_active:
        raise _not_good()
    return Actor(
        kind=ActorKind.USER,
        id=user.id,
        name=user.username,
        is_admin=user.is_admin,
        scopes=token.held_scopes,
        roles=MappingProxyType(MembershipRepository(work.session).roles_of(user.id)),
        token_id=token.id,
        bound_group_id=token.group_id,
        bound_api_id=token.api_id,
    )


def _note_use(units: UnitsOfWork, token_id: str) -> None:
    """Remember the use if that is possible now; no request waits or fails for it."""
    try:
        with units.writing(waits=False) as work:
            TokenRepository(work.session).note_use(token_id, work.now)
    except (OperationalError, TimeoutError) as error:  # the next use is as good
        _log.debug("the use of a token was not noted", reason=type(error).__name__)


def _not_good() -> NotAuthenticated:
    return NotAuthenticated(
        "The access token is not good: unknown, revoked or expired, or not sent as"
        " Authorization: Bearer bnd_..."
    )
