"""Publish a contract, see what a second version breaks, let the policy refuse it.

Takes the address and an access token with the scope `manage` from BINDERY_URL and BINDERY_TOKEN,
and the name of a group to create from the command line.
"""

import json
import os
import sys
from typing import Any

from bindery_client import ApiError, Bindery, paginate
from bindery_client.api.apis import create_api
from bindery_client.api.groups import create_group
from bindery_client.api.policies import set_api_policy
from bindery_client.api.versions import list_versions
from bindery_client.models import ApiCreate, GroupCreate, PolicySet


def document(version: str, *paths: str) -> bytes:
    """Return a small OpenAPI document that offers GET on each of the paths."""
    operation: dict[str, Any] = {"get": {"responses": {"200": {"description": "All is well."}}}}
    content = {
        "openapi": "3.1.0",
        "info": {"title": "Orders", "version": version},
        "paths": dict.fromkeys(paths, operation),
    }
    return json.dumps(content).encode()


def main(group: str) -> None:
    """Live the life of a contract, from its first version to its first refusal."""
    with Bindery(os.environ["BINDERY_URL"], token=os.environ["BINDERY_TOKEN"]) as bindery:
        create_group.sync(client=bindery, body=GroupCreate(name=group, display_name="Example"))
        create_api.sync(group, client=bindery, body=ApiCreate(name="orders", display_name="Orders"))
        policy = PolicySet(mode="enforce")
        set_api_policy.sync(group, "orders", client=bindery, body=policy, if_match="*")

        api = f"{group}/orders"
        bindery.publish(api, document("1.0.0", "/orders"))
        bindery.publish(api, document("1.1.0", "/orders", "/invoices"))
        for version in paginate(list_versions.sync, group, "orders", client=bindery):
            print(version.name, version.state, version.verdict)

        comparison = bindery.compare(api, "1.1.0", "1.0.0")
        print("back to 1.0.0 would be", comparison.verdict)
        for change in comparison.items:
            print(" ", change.level, change.message)

        try:
            bindery.publish(api, document("1.2.0", "/orders"))
        except ApiError as error:
            print(error.status, error.code, [reason["id"] for reason in error.details["reasons"]])


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program's name and one more
        sys.exit(f"Usage: {sys.argv[0]} GROUP  (the name of a group to create)")
    main(sys.argv[1])
