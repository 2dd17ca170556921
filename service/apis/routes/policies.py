"""Where are compatibility policies reached?"""

from typing import Any

from service.apis import use_cases
from service.apis.policies import PolicyValues
from service.apis.schemas import PolicySchema, PolicySetSchema
from service.authorization import Scope
from service.http_api.blueprint import Blueprint
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.state import current_actor, current_units

blueprint = Blueprint(
    "policies", __name__, description="Compatibility policies, inherited instance > group > API"
)

POLICY_EXAMPLE = {
    "own": {
        "level": None,
        "breaking_needs_major": None,
        "undetermined": None,
        "mode": "enforce",
    },
    "effective": {
        "level": "backward",
        "breaking_needs_major": True,
        "undetermined": "hold",
        "mode": "enforce",
    },
    "origins": {
        "level": "default",
        "breaking_needs_major": "default",
        "undetermined": "instance",
        "mode": "group",
    },
}
INSTANCE_POLICY_EXAMPLE = {
    "own": {"level": None, "breaking_needs_major": None, "undetermined": "hold", "mode": None},
    "effective": {
        "level": "backward",
        "breaking_needs_major": True,
        "undetermined": "hold",
        "mode": "warn",
    },
    "origins": {
        "level": "default",
        "breaking_needs_major": "default",
        "undetermined": "instance",
        "mode": "default",
    },
}


@blueprint.route("/instance/policy", methods=["GET"])
@blueprint.operation("getInstancePolicy", scope=Scope.ADMIN, cacheable=True)
@blueprint.response(200, PolicySchema, example=INSTANCE_POLICY_EXAMPLE)
def get_instance_policy() -> Any:
    """Get the instance's policy

    Returns what all groups inherit; for administrators.
    """
    with current_units().reading() as work:
        policy = use_cases.get_instance_policy(work, current_actor())
    return policy, 200, etag_header(policy)


@blueprint.route("/instance/policy", methods=["PUT"])
@blueprint.operation("setInstancePolicy", scope=Scope.ADMIN, conditional=True)
@blueprint.arguments(PolicySetSchema, example={"undetermined": "hold"})
@blueprint.response(200, PolicySchema, example=INSTANCE_POLICY_EXAMPLE)
def set_instance_policy(values: dict[str, PolicyValues]) -> Any:
    """Set the instance's policy

    Replaces what all groups inherit; what is left out, or null, takes the built-in default. For
    administrators. `If-Match: *` sets it whatever it was.
    """
    with current_units().writing() as work:
        policy = use_cases.set_instance_policy(
            work, current_actor(), expected=expected_etags(), **values
        )
    return policy, 200, etag_header(policy)


@blueprint.route("/groups/<name:group>/policy", methods=["GET"])
@blueprint.operation("getGroupPolicy", anonymous=True, cacheable=True, errors=[404])
@blueprint.response(200, PolicySchema, example=POLICY_EXAMPLE)
def get_group_policy(group: str) -> Any:
    """Get a group's policy

    Returns what the group sets for its APIs, what holds for them, and where each value comes from.
    """
    with current_units().reading() as work:
        policy = use_cases.get_group_policy(work, current_actor(), group_name=group)
    return policy, 200, etag_header(policy)


@blueprint.route("/groups/<name:group>/policy", methods=["PUT"])
@blueprint.operation("setGroupPolicy", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(PolicySetSchema, example={"mode": "enforce"})
@blueprint.response(200, PolicySchema, example=POLICY_EXAMPLE)
def set_group_policy(values: dict[str, PolicyValues], group: str) -> Any:
    """Set a group's policy

    Replaces what the group's APIs inherit; what is left out, or null, comes from the instance. For
    owners. `If-Match: *` sets it whatever it was.
    """
    with current_units().writing() as work:
        policy = use_cases.set_group_policy(
            work, current_actor(), group_name=group, expected=expected_etags(), **values
        )
    return policy, 200, etag_header(policy)


@blueprint.route("/groups/<name:group>/apis/<name:api>/policy", methods=["GET"])
@blueprint.operation("getApiPolicy", anonymous=True, cacheable=True, errors=[404])
@blueprint.response(200, PolicySchema, example=POLICY_EXAMPLE)
def get_api_policy(group: str, api: str) -> Any:
    """Get an API's policy

    Returns what the API sets, what holds for its next version, and where each value comes from.
    """
    with current_units().reading() as work:
        policy = use_cases.get_api_policy(work, current_actor(), group_name=group, api_name=api)
    return policy, 200, etag_header(policy)


@blueprint.route("/groups/<name:group>/apis/<name:api>/policy", methods=["PUT"])
@blueprint.operation("setApiPolicy", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(PolicySetSchema, example={"mode": "enforce", "level": "backward_transitive"})
@blueprint.response(200, PolicySchema, example=POLICY_EXAMPLE)
def set_api_policy(values: dict[str, PolicyValues], group: str, api: str) -> Any:
    """Set an API's policy

    Replaces what the API sets; what is left out, or null, comes from its group. For maintainers.
    `If-Match: *` sets it whatever it was.
    """
    with current_units().writing() as work:
        policy = use_cases.set_api_policy(
            work,
            current_actor(),
            group_name=group,
            api_name=api,
            expected=expected_etags(),
            **values,
        )
    return policy, 200, etag_header(policy)
