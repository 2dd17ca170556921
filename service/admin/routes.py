"""Where is the instance itself reached?"""

from typing import Any

from flask import url_for

from service.admin import use_cases
from service.admin.schemas import InstanceSchema, StatisticsSchema
from service.authorization import Scope
from service.http_api.blueprint import Blueprint
from service.http_api.state import current_actor, current_units

blueprint = Blueprint("instance", __name__, description="The instance itself")

INSTANCE_EXAMPLE = {
    "name": "Bindery",
    "version": "0.1.0",
    "engine_version": "1",
    "ruleset_digest": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "document": "/openapi.json",
}
STATISTICS_EXAMPLE = {
    "users": 42,
    "active_users": 40,
    "active_administrators": 2,
    "open_invitations": 1,
    "active_access_tokens": 61,
    "service_accounts": 7,
    "groups": 5,
    "apis": 23,
    "versions": 310,
    "documents": 287,
    "document_bytes": 48_211_034,
    "audit_events": 1904,
}


@blueprint.route("/instance", methods=["GET"])
@blueprint.operation("getInstance", anonymous=True)
@blueprint.response(200, InstanceSchema, example=INSTANCE_EXAMPLE)
def get_instance() -> Any:
    """Get the instance

    Returns which version of the service and of the comparison engine runs here.
    """
    software = use_cases.describe_software()
    return {
        "name": "Bindery",
        "version": software.version,
        "engine_version": software.engine_version,
        "ruleset_digest": software.ruleset_digest,
        "document": url_for("web.openapi_document"),
    }


@blueprint.route("/instance/statistics", methods=["GET"])
@blueprint.operation("getStatistics", scope=Scope.ADMIN)
@blueprint.response(200, StatisticsSchema, example=STATISTICS_EXAMPLE)
def get_statistics() -> Any:
    """Get statistics

    Returns how much of everything there is; for administrators.
    """
    with current_units().reading() as work:
        return use_cases.count_everything(work, current_actor())
