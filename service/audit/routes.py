"""Where is the audit of the instance read?"""

from typing import Any

from service.audit import use_cases
from service.audit.schemas import AuditEventPage, AuditQuery
from service.authorization import Scope
from service.http_api.blueprint import Blueprint
from service.http_api.pagination import page_answer
from service.http_api.state import current_actor, current_units

blueprint = Blueprint("audit", __name__, description="Who did what, when")

EVENT_PAGE_EXAMPLE = {
    "items": [
        {
            "id": 4711,
            "at": "2026-11-20T10:00:00Z",
            "action": "group.member_set",
            "actor_kind": "user",
            "actor_id": "4b1f6f0e-3a53-4d92-8f6e-2f8d2f4f9f10",
            "actor_name": "alice",
            "token_id": "c1b5f6f4-6d8b-4d0b-9a55-3c8c8c5b0d11",
            "subject_type": "group",
            "subject_id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
            "subject": "acme",
            "group_id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
            "api_id": None,
            "details": {"username": "bob", "role": "publisher"},
            "request_id": "1f7a9e9c-3c1f-4c55-9d0b-6f6f3a3a0c11",
            "client_address": "192.0.2.7",
        }
    ],
    "next_cursor": None,
}


@blueprint.route("/audit-events", methods=["GET"])
@blueprint.operation("listAuditEvents", scope=Scope.ADMIN)
@blueprint.arguments(AuditQuery, location="query")
@blueprint.response(200, AuditEventPage, example=EVENT_PAGE_EXAMPLE)
def list_audit_events(query: dict[str, Any]) -> Any:
    """List all audit events

    Returns who did what, the newest first; for administrators. Events are never changed or
    removed, also where what they tell of is gone.
    """
    with current_units().reading() as work:
        page = use_cases.list_events(work, current_actor(), **query)
    return page_answer(page)
