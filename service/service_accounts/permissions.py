"""Who may do what with the machines of a group? Pure."""

from service.authorization import (
    Actor,
    ActorKind,
    Decision,
    Denied,
    Role,
    Scope,
    decide_in_group,
)


def can_manage_service_accounts(actor: Actor, group_id: str) -> Decision:
    """May the actor see and change the group's service accounts and their access tokens?

    Owners may, if they are people: a machine that could make machines would outlive them all.
    """
    if actor.kind is ActorKind.SERVICE_ACCOUNT:
        return Denied("Machines and their access tokens are made by people.")
    return decide_in_group(actor, group_id, role=Role.OWNER, scope=Scope.MANAGE)
