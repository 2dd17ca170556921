"""What can be done with APIs, their policies and approvals? One function per verb."""

from service.apis.use_cases.apis import change_api, create_api, delete_api, get_api, list_apis
from service.apis.use_cases.approvals import (
    approvals_in_force,
    approve_change,
    list_approvals,
    revoke_approval,
)
from service.apis.use_cases.policies import (
    PolicyView,
    get_api_policy,
    get_group_policy,
    get_instance_policy,
    load_effective_policy,
    set_api_policy,
    set_group_policy,
    set_instance_policy,
)

__all__ = [
    "PolicyView",
    "approvals_in_force",
    "approve_change",
    "change_api",
    "create_api",
    "delete_api",
    "get_api",
    "get_api_policy",
    "get_group_policy",
    "get_instance_policy",
    "list_apis",
    "list_approvals",
    "load_effective_policy",
    "revoke_approval",
    "set_api_policy",
    "set_group_policy",
    "set_instance_policy",
]
