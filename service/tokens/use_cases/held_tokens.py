"""What can be done with access tokens that exist?"""

from service.authorization import Actor
from service.pagination import Page, PageRequest
from service.service_accounts.use_cases import get_account
from service.tokens.events import TokenLeaked, TokenRevoked, about_token
from service.tokens.models import AccessToken, TokenState
from service.tokens.repository import TokenRepository
from service.tokens.token_text import parse_token_text
from service.unit_of_work import UnitOfWork, UnitsOfWork


def list_tokens(
    work: UnitOfWork, actor: Actor, *, page: PageRequest, state: TokenState | None
) -> Page[AccessToken]:
    """Return a page of the actor's own access tokens."""
    return TokenRepository(work.session).list_own(actor, page=page, state=state, now=work.now)


def list_account_tokens(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    account_name: str,
    page: PageRequest,
    state: TokenState | None,
) -> Page[AccessToken]:
    """Return a page of a service account's access tokens; raises `NotFound`, `NotPermitted`."""
    account = get_account(work, actor, group_name=group_name, name=account_name)
    return TokenRepository(work.session).list_of_account(
        account.id, page=page, state=state, now=work.now
    )


def get_token(work: UnitOfWork, actor: Actor, *, token_id: str) -> AccessToken:
    """Return an access token: an own one, to administrators any; raises `NotFound`."""
    return TokenRepository(work.session).get_visible(token_id, actor)


def revoke_token(work: UnitOfWork, actor: Actor, *, token_id: str) -> None:
    """End an access token for good: an own one, for administrators any; raises `NotFound`."""
    token = TokenRepository(work.session).get_visible(token_id, actor)
    _revoke(work, actor, token)


def revoke_account_token(
    work: UnitOfWork, actor: Actor, *, group_name: str, account_name: str, token_id: str
) -> None:
    """End an access token of a service account; raises `NotFound`, `NotPermitted`."""
    account = get_account(work, actor, group_name=group_name, name=account_name)
    token = TokenRepository(work.session).get_of_account(token_id, account.id)
    _revoke(work, actor, token, owners_of=account.group_id)


def report_leak(units: UnitsOfWork, actor: Actor, *, text: str) -> None:
    """End the access token that `text` is, if it is one; whoever holds it may say so.

    Nothing tells the caller whether there was such a token. Only a token that can still be ended
    is worth a transaction that writes: everybody may ask, and writers wait for each other.
    """
    token_text = parse_token_text(text.strip())
    if token_text is None:
        return
    with units.reading() as work:
        token = TokenRepository(work.session).find_by_lookup(token_text.lookup)
    if token is None or token.revoked_at or not token_text.proves(token.secret_hash):
        return
    with units.writing() as work:
        if TokenRepository(work.session).revoke(token.id, work.now):
            work.record(about_token(TokenLeaked, actor, token))


def _revoke(
    work: UnitOfWork, actor: Actor, token: AccessToken, *, owners_of: str | None = None
) -> None:
    """End the token; one that has ended already stays as it is."""
    if TokenRepository(work.session).revoke(token.id, work.now):
        work.record(about_token(TokenRevoked, actor, token, group_id=owners_of))
