"""Who may do what with an API, a policy, an approval? Pure; visibility is asked before."""

from service.apis.models import Api
from service.authorization import Actor, Decision, Role, Scope, decide_in_group, decide_in_instance
from service.groups.models import Group


def can_create_api(actor: Actor, group: Group) -> Decision:
    """May the actor add an API to the group?"""
    return decide_in_group(actor, group.id, role=Role.MAINTAINER, scope=Scope.MANAGE)


def can_change_api(actor: Actor, api: Api) -> Decision:
    """May the actor change, delete or set the policy of the API?"""
    return decide_in_group(
        actor, api.group_id, role=Role.MAINTAINER, scope=Scope.MANAGE, api_id=api.id
    )


def can_set_group_policy(actor: Actor, group: Group) -> Decision:
    """May the actor say which policy the group's APIs inherit?"""
    return decide_in_group(actor, group.id, role=Role.OWNER, scope=Scope.MANAGE)


def can_administer_policy(actor: Actor) -> Decision:
    """May the actor read and set the policy that the whole instance inherits?"""
    return decide_in_instance(actor)


def can_list_approvals(actor: Actor, api: Api) -> Decision:
    """May the actor see what was approved, by whom and why? Members may, also in public groups."""
    return decide_in_group(actor, api.group_id, role=Role.READER, scope=Scope.READ, api_id=api.id)


def can_approve_change(actor: Actor, api: Api) -> Decision:
    """May the actor accept a breaking change of the API, or take that back?"""
    return decide_in_group(
        actor, api.group_id, role=Role.MAINTAINER, scope=Scope.MANAGE, api_id=api.id
    )
