"""Which OpenAPI documents do tests publish? Small ones, made of the operations they name."""

import json
from typing import Any

from service.authorization import Scope
from service.groups.models import Visibility
from tests.factories.world import Client, World

JSON_TYPE = {"Content-Type": "application/json"}


def document(*paths: str, version: str = "1.0.0", **more: Any) -> dict[str, Any]:
    """Return a document that offers GET on each of `paths`."""
    operation = {"get": {"responses": {"200": {"description": "All is well."}}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Orders", "version": version},
        "paths": dict.fromkeys(paths or ("/orders",), operation),
        **more,
    }


def document_bytes(*paths: str, version: str = "1.0.0", **more: Any) -> bytes:
    """Return the same as JSON."""
    return json.dumps(document(*paths, version=version, **more)).encode()


def undetermined_pair() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return two documents of which nobody can tell whether the second breaks with the first."""

    def with_pattern(pattern: str) -> dict[str, Any]:
        content = document("/orders")
        schema = {"type": "string", "pattern": pattern}
        content["paths"] = {
            "/orders": {
                "get": {
                    "parameters": [{"name": "q", "in": "query", "schema": schema}],
                    "responses": {"200": {"description": "All is well."}},
                }
            }
        }
        return content

    return with_pattern("a(?=b)"), with_pattern("a(?!c)")


class Publisher:
    """A member of a group who publishes to one API; its paths are below that API."""

    def __init__(self, client: Client, path: str) -> None:
        self.client = client
        self.path = path

    def publish(self, body: bytes | dict[str, Any], **query: str) -> Any:
        """Publish a document."""
        return self._send("versions", body, query)

    def check(self, body: bytes | dict[str, Any], **query: str) -> Any:
        """Check a document."""
        return self._send("checks", body, query)

    def get(self, path: str, **kwargs: Any) -> Any:
        """Read something of the API."""
        return self.client.get(f"{self.path}{path}", **kwargs)

    def set_policy(self, **values: Any) -> None:
        """Set the API's own policy, the same as its effective one but for `values`."""
        policy = {"level": None, "breaking_needs_major": None, "undetermined": None, "mode": None}
        answer = self.client.put(
            f"{self.path}/policy", json={**policy, **values}, headers={"If-Match": "*"}
        )
        assert answer.status_code == 200, answer.json

    def set_state(self, version: str, state: str, **values: Any) -> Any:
        """Set the state of a version, whatever its revision."""
        return self.client.put(
            f"{self.path}/versions/{version}/state",
            json={"state": state, **values},
            headers={"If-Match": "*"},
        )

    def review(self, version: str, decision: str, *, reason: str = "We talked about it.") -> Any:
        """Release or reject a version, whatever its revision."""
        return self.client.post(
            f"{self.path}/versions/{version}/review",
            json={"decision": decision, "reason": reason},
            headers={"If-Match": "*"},
        )

    def withhold(self, version: str, *, reason: str = "A password is in it.") -> Any:
        """Withhold a version's document, whatever its revision."""
        return self.client.post(
            f"{self.path}/versions/{version}/withhold",
            json={"reason": reason},
            headers={"If-Match": "*"},
        )

    def _send(self, where: str, body: bytes | dict[str, Any], query: dict[str, str]) -> Any:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.client.post(
            f"{self.path}/{where}", data=data, headers=JSON_TYPE, query_string=query
        )


def a_publisher(
    world: World, *, visibility: Visibility = Visibility.PRIVATE, enforced: bool = True
) -> Publisher:
    """Return a maintainer of the new group `acme` with the API `orders`, policy enforced."""
    maintainer = world.user("alice")
    world.api(world.group("acme", visibility=visibility, maintainer=maintainer), "orders")
    publisher = Publisher(world.client(maintainer, Scope.MANAGE), "/groups/acme/apis/orders")
    if enforced:
        publisher.set_policy(mode="enforce")
    return publisher
