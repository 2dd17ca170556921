"""Who may do what with an API's versions? Pure; visibility is asked before."""

from service.apis.models import Api
from service.authorization import Actor, Allowed, Decision, Role, Scope, decide_in_group


def can_publish_version(actor: Actor, api: Api) -> Decision:
    """May the actor publish versions of the API, or check whether they could?"""
    return decide_in_group(
        actor, api.group_id, role=Role.PUBLISHER, scope=Scope.PUBLISH, api_id=api.id
    )


def can_manage_versions(actor: Actor, api: Api) -> Decision:
    """May the actor review, retire and withhold versions of the API?"""
    return decide_in_group(
        actor, api.group_id, role=Role.MAINTAINER, scope=Scope.MANAGE, api_id=api.id
    )


def can_list_refused(actor: Actor, api: Api) -> Decision:
    """May the actor see what was refused? Members may, also in public groups."""
    return decide_in_group(actor, api.group_id, role=Role.READER, scope=Scope.READ, api_id=api.id)


def sees_unaccepted(actor: Actor, api: Api) -> bool:
    """Whether pending and rejected versions exist for the actor; for strangers they do not."""
    return isinstance(can_list_refused(actor, api), Allowed)
