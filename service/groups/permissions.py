"""Who may do what with a group? Pure; visibility is asked before, when the group is loaded."""

from service.authorization import (
    Actor,
    ActorKind,
    Allowed,
    Decision,
    Denied,
    Role,
    Scope,
    decide_in_group,
)
from service.groups.models import Group


def can_create_group(actor: Actor) -> Decision:
    """May the actor create a group? Every user may; machines and bound tokens may not."""
    if actor.kind is ActorKind.SERVICE_ACCOUNT:
        return Denied("A service account belongs to one group and cannot create others.")
    if actor.bound_group_id is not None:
        return Denied("The access token is bound to one group.")
    if not actor.has_scope(Scope.MANAGE):
        return Denied("The access token lacks the scope 'manage'.")
    return Allowed()


def can_change_group(actor: Actor, group: Group) -> Decision:
    """May the actor change the group's names and visibility, its members, its machines?"""
    return decide_in_group(actor, group.id, role=Role.OWNER, scope=Scope.MANAGE)


def can_list_members(actor: Actor, group: Group) -> Decision:
    """May the actor see who belongs to the group? Members may, also in public groups."""
    return decide_in_group(actor, group.id, role=Role.READER, scope=Scope.READ)


def can_read_group_audit(actor: Actor, group: Group) -> Decision:
    """May the actor read who did what in the group, and from where?"""
    return decide_in_group(actor, group.id, role=Role.OWNER, scope=Scope.READ)


def can_set_quotas(actor: Actor) -> Decision:
    """May the actor change quotas?"""
    if actor.acts_as_admin():
        return Allowed()
    return Denied("Quotas are set by administrators, with the scope 'admin'.")
