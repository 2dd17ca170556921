"""Who may do what with users? Pure."""

from service.authorization import (
    Actor,
    ActorKind,
    Allowed,
    Decision,
    Denied,
    Scope,
    decide_in_instance,
)


def can_manage_users(actor: Actor) -> Decision:
    """May the actor see and change all users?"""
    return decide_in_instance(actor)


def can_change_own_password(actor: Actor) -> Decision:
    """May the actor set a new password for itself?"""
    if actor.kind is not ActorKind.USER:
        return Denied("Only users have passwords.")
    if actor.bound_group_id is not None:
        return Denied("The access token is bound to one group.")
    if not actor.has_scope(Scope.MANAGE):
        return Denied("The access token lacks the scope 'manage'.")
    return Allowed()
