"""Where are the rules of comparison read?"""

from typing import Any

from service.http_api.blueprint import Blueprint
from service.http_api.pagination import PageQuery, page_answer
from service.rules import use_cases
from service.rules.schemas import RulePage, RuleSchema

blueprint = Blueprint("rules", __name__, description="What comparisons judge by")

_HARMLESS = {"judgement": "safe", "why": None, "instead": None}
_RULE = {
    "id": "schema.enum-value-removed",
    "area": "schema",
    "summary": "Allowed values were removed",
    "directed": True,
    "request": {
        "judgement": "breaks",
        "why": "A value that was listed is refused; clients have it in their code.",
        "instead": "Keep accepting the old value, and mark it as deprecated.",
    },
    "response": _HARMLESS,
    "policies": [
        {"policy": "wire", "direction": "request", "judgement": "risky", "only_new": False}
    ],
    "example": {
        "place": "schema",
        "before": {"enum": ["red", "green"]},
        "after": {"enum": ["green"]},
    },
    "changes": [
        {
            "direction": "request",
            "judgement": "breaks",
            "message": 'Clients that send `"red"` in schema `S` to POST /things will be refused.',
        }
    ],
}


@blueprint.route("/rules", methods=["GET"])
@blueprint.operation("listRules", scope=None)
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, RulePage, example={"items": [_RULE], "next_cursor": None})
def list_rules(query: dict[str, Any]) -> Any:
    """List the rules of comparison

    What a change can be reported by, what it means in requests and in responses, and an example
    of each. The same for everybody; no access token is needed.
    """
    return page_answer(use_cases.list_rules(query["page"]))


@blueprint.route("/rules/<rule:rule_id>", methods=["GET"])
@blueprint.operation("getRule", scope=None, errors=[404])
@blueprint.response(200, RuleSchema, example=_RULE)
def get_rule(rule_id: str) -> Any:
    """Get a rule of comparison

    Ids are for ever: a rule that stands in a stored result can always be asked for.
    """
    return use_cases.get_rule(rule_id)
