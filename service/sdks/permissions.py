"""Who may do what with the clients of an API's versions? Pure; visibility is asked before."""

from service.apis.models import Api
from service.authorization import Actor, Decision, Role, Scope, decide_in_group


def can_rebuild_sdk(actor: Actor, api: Api) -> Decision:
    """May the actor ask for another build? Whoever may cause one by publishing may."""
    return decide_in_group(
        actor, api.group_id, role=Role.PUBLISHER, scope=Scope.PUBLISH, api_id=api.id
    )
