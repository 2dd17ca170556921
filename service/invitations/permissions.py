"""Who may invite people? Pure."""

from service.authorization import (
    Actor,
    Decision,
    Role,
    Scope,
    decide_in_group,
    decide_in_instance,
)


def can_invite(actor: Actor, group_id: str | None) -> Decision:
    """May the actor invite somebody to the group, with any role, or to the instance alone?"""
    # Who may invite to a group owns it, and there is no role above that.
    return can_manage_invitation(actor, group_id)


def can_manage_invitation(actor: Actor, group_id: str | None) -> Decision:
    """May the actor see and take back invitations to the group, or to the instance alone?"""
    if group_id is None:
        return decide_in_instance(actor)
    return decide_in_group(actor, group_id, role=Role.OWNER, scope=Scope.MANAGE)
