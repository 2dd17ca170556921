"""Who may do what with webhooks and events? Pure; a webhook knows its group and API by id."""

from service.authorization import Actor, Decision, Role, Scope, decide_in_group
from service.webhooks.models import Webhook


def can_list_events(actor: Actor, group_id: str, api_id: str | None) -> Decision:
    """May the actor see what was told outside? Members may, also in public groups."""
    return decide_in_group(actor, group_id, role=Role.READER, scope=Scope.READ, api_id=api_id)


def can_manage_webhooks(actor: Actor, group_id: str, api_id: str | None) -> Decision:
    """May the actor see and change webhooks? Their URLs may be secret: maintainers may."""
    return decide_in_group(actor, group_id, role=Role.MAINTAINER, scope=Scope.MANAGE, api_id=api_id)


def can_read_answers(actor: Actor, webhook: Webhook) -> Decision:
    """May the actor see what receivers answered? It may tell of their insides: owners may."""
    return decide_in_group(
        actor, webhook.group_id, role=Role.OWNER, scope=Scope.MANAGE, api_id=webhook.api_id
    )
