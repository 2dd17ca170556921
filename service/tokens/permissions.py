"""Who may make which access tokens? Pure."""

from collections.abc import Collection

from service.authorization import Actor, ActorKind, Allowed, Decision, Denied, Scope
from service.service_accounts.models import ServiceAccount
from service.service_accounts.permissions import can_manage_service_accounts


def can_create_token(
    actor: Actor, *, scopes: Collection[Scope], group_id: str | None, api_id: str | None
) -> Decision:
    """May the actor make itself a token with these scopes, bound to that group or API?

    Never one that can do more than the credentials in use: no wider scope, no wider binding.
    """
    if actor.kind is not ActorKind.USER:
        return Denied("The access tokens of a service account are made by its group's owners.")
    if Scope.ADMIN in scopes and not actor.is_admin:
        return Denied("The scope 'admin' is for administrators.")
    if not _covers_binding(actor, group_id, api_id):
        return Denied("The access token in use is bound, so new ones must be bound likewise.")
    return _covers_scopes(actor, scopes)


def can_create_account_token(
    actor: Actor, account: ServiceAccount, *, scopes: Collection[Scope]
) -> Decision:
    """May the actor make a token with these scopes for the service account?"""
    decision = can_manage_service_accounts(actor, account.group_id)
    if isinstance(decision, Denied):
        return decision
    if Scope.ADMIN in scopes:
        return Denied("A service account cannot administer the instance.")
    return _covers_scopes(actor, scopes)


def _covers_scopes(actor: Actor, scopes: Collection[Scope]) -> Decision:
    if not actor.has_scope(Scope.MANAGE):
        return Denied("The access token in use lacks the scope 'manage'.")
    missing = sorted(scope for scope in scopes if not actor.has_scope(scope))
    if missing:
        return Denied(f"The access token in use itself lacks the scope '{missing[0]}'.")
    return Allowed()


def _covers_binding(actor: Actor, group_id: str | None, api_id: str | None) -> bool:
    in_group = actor.bound_group_id in {None, group_id}
    return in_group and actor.bound_api_id in {None, api_id}
