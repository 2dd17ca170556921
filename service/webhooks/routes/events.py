"""Where is read what was told outside?"""

from typing import Any

from service.http_api.blueprint import Blueprint
from service.http_api.pagination import page_answer
from service.http_api.state import current_actor, current_units
from service.webhooks.examples import EVENT_EXAMPLE
from service.webhooks.schemas import EventQuery, OutgoingEventPage
from service.webhooks.use_cases.outbox import list_events

blueprint = Blueprint("events", __name__, description="What is told outside")


@blueprint.route("/groups/<name:group>/events", methods=["GET"])
@blueprint.operation("listEvents", errors=[404])
@blueprint.arguments(EventQuery, location="query")
@blueprint.response(200, OutgoingEventPage, example={"items": [EVENT_EXAMPLE], "next_cursor": None})
def list_events_of_group(query: dict[str, Any], group: str) -> Any:
    """List the events of a group

    Returns what was told to the group's webhooks, or would have been if there were any, the newest
    first; of the last 30 days. For members of the group.
    """
    with current_units().reading() as work:
        page = list_events(work, current_actor(), group_name=group, **query)
    return page_answer(page)
