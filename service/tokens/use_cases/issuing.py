"""How does an access token come about? Never with more rights than the credentials in use."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from service.apis.models import Api
from service.apis.repository import ApiRepository
from service.authorization import Actor, ActorKind, Scope, require
from service.errors import InvalidInput
from service.groups.models import Group
from service.groups.repository import GroupRepository
from service.identities.errors import InvalidCredentials
from service.identities.models import User
from service.identities.passwords import Passwords
from service.identities.repository import UserRepository
from service.identities.use_cases import verify_credentials
from service.service_accounts.use_cases import get_account
from service.settings import Settings
from service.tokens.events import TokenCreated, about_token
from service.tokens.models import AccessToken
from service.tokens.permissions import can_create_account_token, can_create_token
from service.tokens.repository import TokenRepository
from service.tokens.token_text import new_token_text
from service.unit_of_work import UnitOfWork, UnitsOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenWish:
    """What an access token should be like; no days: the default, no group: not bound."""

    name: str
    scopes: tuple[Scope, ...]
    days: int | None = None
    group: str | None = None
    api: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifetimes:
    """How many days access tokens live: if none are named, and at most."""

    default: int
    most: int

    @classmethod
    def from_settings(cls, settings: Settings) -> "Lifetimes":
        """Return what the settings ask for."""
        return cls(default=settings.token_days, most=settings.token_max_days)

    def chosen(self, days: int | None) -> timedelta:
        """Return the lifetime wished for; raises `InvalidInput` if it is too long."""
        if days is not None and days > self.most:
            raise InvalidInput(
                "The access token would live too long.",
                details={"json": {"days": [f"At most {self.most}."]}},
            )
        return timedelta(days=days or self.default)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedToken:
    """A new access token and its text, which nobody can read again."""

    access_token: AccessToken
    token: str


def exchange_password(
    units: UnitsOfWork,
    *,
    credentials: tuple[str, str],
    wish: TokenWish,
    lifetimes: Lifetimes,
    passwords: Passwords,
) -> IssuedToken:
    """Return a new access token for who has this user name and password.

    Raises `InvalidCredentials`, `NotPermitted`, `InvalidInput`.
    """
    username, password = credentials
    user = verify_credentials(units, username=username, password=password, passwords=passwords)
    with units.writing() as work:
        now = UserRepository(work.session).find_locked(user.id)
        if now is None or not now.is_active or now.password_changed_at != user.password_changed_at:
            raise InvalidCredentials("User name and password do not belong together.")
        return create_token(work, _signed_in(now), wish=wish, lifetimes=lifetimes)


def create_token(
    work: UnitOfWork, actor: Actor, *, wish: TokenWish, lifetimes: Lifetimes
) -> IssuedToken:
    """Make the actor another access token, with no more rights or time than the one in use.

    Raises `NotPermitted`, `NotFound` (the group or API), `InvalidInput`.
    """
    group, api = _binding(work, actor, wish)
    decision = can_create_token(
        actor,
        scopes=wish.scopes,
        group_id=group.id if group else None,
        api_id=api.id if api else None,
    )
    require(actor, decision)
    token = AccessToken(user_id=actor.id, group=group, api=api)
    return _issue(work, actor, token, wish=wish, lifetimes=lifetimes)


def create_token_for(
    work: UnitOfWork, actor: Actor, *, username: str, wish: TokenWish, lifetimes: Lifetimes
) -> IssuedToken:
    """Make a user an access token; for operators, who are asked for no permission.

    Raises `NotFound` (the user, group or API), `InvalidInput`.
    """
    user = UserRepository(work.session).get_by_username(username)
    group, api = _binding(work, actor, wish)
    token = AccessToken(user_id=user.id, group=group, api=api)
    return _issue(work, actor, token, wish=wish, lifetimes=lifetimes)


def create_account_token(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    account_name: str,
    wish: TokenWish,
    lifetimes: Lifetimes,
) -> IssuedToken:
    """Make a service account an access token, with no more time than the one in use.

    Raises `NotFound`, `NotPermitted`, `InvalidInput`.
    """
    account = get_account(work, actor, group_name=group_name, name=account_name)
    require(actor, can_create_account_token(actor, account, scopes=wish.scopes))
    if wish.api is not None:
        wish = replace(wish, group=group_name)
    group, api = _binding(work, actor, wish)
    token = AccessToken(service_account_id=account.id, group=group, api=api)
    return _issue(work, actor, token, wish=wish, lifetimes=lifetimes, owners_of=account.group_id)


def _signed_in(user: User) -> Actor:
    """Return who has just proved to be that user: with all rights the user has."""
    scope = Scope.ADMIN if user.is_admin else Scope.MANAGE
    return Actor(
        kind=ActorKind.USER,
        id=user.id,
        name=user.username,
        is_admin=user.is_admin,
        scopes=frozenset({scope}),
    )


def _binding(work: UnitOfWork, actor: Actor, wish: TokenWish) -> tuple[Group | None, Api | None]:
    """Return what the token is to be bound to; raises `NotFound`, `InvalidInput`."""
    if wish.api is not None and wish.group is None:
        raise InvalidInput(
            "An API is named with its group.", details={"json": {"group": ["Needed with `api`."]}}
        )
    if wish.group is None:
        return None, None
    if wish.api is None:
        return GroupRepository(work.session).get_visible(wish.group, actor), None
    api = ApiRepository(work.session).get_visible(wish.group, wish.api, actor)
    return api.group, api


def _issue(
    work: UnitOfWork,
    actor: Actor,
    token: AccessToken,
    *,
    wish: TokenWish,
    lifetimes: Lifetimes,
    owners_of: str | None = None,
) -> IssuedToken:
    text = new_token_text()
    token.lookup = text.lookup
    token.secret_hash = text.secret_hash
    token.name = wish.name
    token.scopes = sorted(str(scope) for scope in set(wish.scopes))
    token.created_at = work.now
    token.expires_at = _expiry(work, actor, wished=work.now + lifetimes.chosen(wish.days))
    TokenRepository(work.session).add(token)
    work.record(
        about_token(
            TokenCreated,
            actor,
            token,
            group_id=owners_of,
            scopes=token.scopes,
            expires_at=token.expires_at.isoformat(),
        )
    )
    return IssuedToken(access_token=token, token=text.text)


def _expiry(work: UnitOfWork, actor: Actor, *, wished: datetime) -> datetime:
    """Return the wished instant, or the end of the token in use if that comes first.

    Passwords and operators use no token: what they make lives as long as the settings let it.
    """
    if actor.token_id is None:
        return wished
    end_of_token_in_use = TokenRepository(work.session).find_expiry(actor.token_id)
    return min(wished, end_of_token_in_use or work.now)
