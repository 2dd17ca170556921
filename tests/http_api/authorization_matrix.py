"""Who gets what from each operation? One row for each method and rule; a case where it matters.

A new route without a row fails the test. `path`, `query` and `body` may name what stands in a
cell: `{group}`, `{username}`, ... ; see `authorization_world.Cell`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.http_api import authorization_tables as tables
from tests.http_api.authorization_tables import Expected
from tests.http_api.authorization_world import DOCUMENT, PASSWORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one kind of request comes to, for every caller."""

    method: str
    rule: str
    """As in the URL map, below /api/v1."""
    expected: Expected
    case: str = ""
    """What sets it apart from other rows of the same route."""
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | bytes | None = None
    conflicts: bool = False
    """Whether those who are let in are told 409, since the world stands against it."""
    told: bool = True
    """Whether the audit tells of it where it succeeds; asked of rows that change something."""
    once: bool = False
    """Whether it is about no group, so that one visibility is enough."""

    @property
    def title(self) -> str:
        """What a report calls it."""
        return f"{self.method} {self.rule}" + (f" ({self.case})" if self.case else "")


GROUP = "/groups/<name:group>"
MEMBER = f"{GROUP}/members/<name:username>"
ACCOUNT = f"{GROUP}/service-accounts/<name:account>"
API = f"{GROUP}/apis/<name:api>"
VERSION = f"{API}/versions/<version:version>"
WEBHOOK = f"{GROUP}/webhooks/<id:webhook_id>"
PENDING = {"version": "3.0.0"}
NEW_DOCUMENT = DOCUMENT % b"4.0.0"


def _get(rule: str, expected: Expected, **values: Any) -> Row:
    return Row(method="GET", rule=rule, expected=expected, **values)


def _post(rule: str, expected: Expected, **values: Any) -> Row:
    return Row(method="POST", rule=rule, expected=expected, **values)


def _put(rule: str, expected: Expected, **values: Any) -> Row:
    return Row(method="PUT", rule=rule, expected=expected, **values)


def _patch(rule: str, expected: Expected, **values: Any) -> Row:
    return Row(method="PATCH", rule=rule, expected=expected, **values)


def _delete(rule: str, expected: Expected, **values: Any) -> Row:
    return Row(method="DELETE", rule=rule, expected=expected, **values)


ABOUT_GROUPS = (
    _get("/groups", tables.ANYBODY, once=True),
    _post(
        "/groups",
        tables.UNBOUND_MANAGING_USER,
        body={"name": "new.{group}", "display_name": "New"},
        once=True,
    ),
    _get(GROUP, tables.SEES_GROUP),
    _patch(GROUP, tables.OWNER_OF_GROUP, body={"display_name": "Changed"}),
    _patch(GROUP, tables.ADMIN_IN_GROUP, case="its quotas", body={"quota_apis": 7}),
    _delete(GROUP, tables.OWNER_OF_GROUP, conflicts=True),
    _get(f"{GROUP}/audit-events", tables.OWNER_OF_GROUP_READS),
    _get(f"{GROUP}/members", tables.MEMBER_OF_GROUP),
    _put(MEMBER, tables.OWNER_OF_GROUP, body={"role": "publisher"}),
    _delete(MEMBER, tables.OWNER_OF_GROUP),
    _get(f"{GROUP}/policy", tables.SEES_GROUP),
    _put(f"{GROUP}/policy", tables.OWNER_OF_GROUP, body={"mode": "observe"}),
    _get(f"{GROUP}/service-accounts", tables.OWNER_OF_GROUP),
    _post(f"{GROUP}/service-accounts", tables.OWNER_OF_GROUP, body={"name": "new"}),
    _get(ACCOUNT, tables.OWNER_OF_GROUP),
    _patch(ACCOUNT, tables.OWNER_OF_GROUP, body={"description": "Changed."}),
    _delete(ACCOUNT, tables.OWNER_OF_GROUP),
    _get(f"{ACCOUNT}/access-tokens", tables.OWNER_OF_GROUP),
    _post(
        f"{ACCOUNT}/access-tokens",
        tables.OWNER_OF_GROUP,
        body={"name": "new", "scopes": ["publish"]},
    ),
    _post(
        f"{ACCOUNT}/access-tokens",
        tables.NOBODY_IN_GROUP,
        case="to administer",
        body={"name": "new", "scopes": ["admin"]},
    ),
    _delete(
        f"{ACCOUNT}/access-tokens/<id:token_id>",
        tables.OWNER_OF_GROUP,
        path={"token_id": "{account_token_id}"},
    ),
)

ABOUT_RULES = (
    _get("/rules", tables.OPEN, once=True),
    _get(
        "/rules/<rule:rule_id>",
        tables.OPEN,
        path={"rule_id": "schema.enum-value-removed"},
        once=True,
    ),
)

ABOUT_APIS = (
    _get(f"{GROUP}/apis", tables.SEES_GROUP),
    _post(
        f"{GROUP}/apis",
        tables.MAINTAINER_OF_GROUP,
        body={"name": "new", "display_name": "New"},
    ),
    _get(API, tables.SEES_API),
    _patch(API, tables.MAINTAINER_AT_API, body={"display_name": "Changed"}),
    _delete(API, tables.MAINTAINER_AT_API, conflicts=True),
    _get(f"{API}/policy", tables.SEES_API),
    _put(f"{API}/policy", tables.MAINTAINER_AT_API, body={"mode": "observe"}),
    _get(f"{API}/approvals", tables.MEMBER_AT_API),
    _post(
        f"{API}/approvals",
        tables.MAINTAINER_AT_API,
        body={"fingerprint": "cd" * 16, "reason": "Agreed."},
    ),
    _delete(f"{API}/approvals/<id:approval_id>", tables.MAINTAINER_AT_API),
)

ABOUT_VERSIONS = (
    _get(f"{API}/versions", tables.SEES_API),
    _post(f"{API}/versions", tables.PUBLISHER_AT_API, body=NEW_DOCUMENT),
    _post(f"{API}/checks", tables.PUBLISHER_AT_API, body=NEW_DOCUMENT, told=False),
    _get(f"{API}/refused-publications", tables.MEMBER_AT_API),
    _get(f"{API}/comparisons", tables.SEES_API, query={"base": "1.0.0", "revision": "2.0.0"}),
    _get(
        f"{API}/comparisons",
        tables.SEES_UNACCEPTED,
        case="pending",
        query={"base": "1.0.0", "revision": "3.0.0"},
    ),
    _get(VERSION, tables.SEES_API),
    _get(VERSION, tables.SEES_UNACCEPTED, case="pending", path=PENDING),
    _get(f"{VERSION}/document", tables.SEES_API),
    _get(f"{VERSION}/document", tables.SEES_UNACCEPTED, case="pending", path=PENDING),
    _get(f"{VERSION}/changes", tables.SEES_API),
    _get(f"{VERSION}/changes", tables.SEES_UNACCEPTED, case="pending", path=PENDING),
    _get(f"{VERSION}/operations", tables.SEES_API),
    _get(f"{VERSION}/operations", tables.SEES_UNACCEPTED, case="pending", path=PENDING),
    _post(
        f"{VERSION}/review",
        tables.MAINTAINER_AT_UNACCEPTED,
        path=PENDING,
        body={"decision": "reject", "reason": "No."},
    ),
    _put(f"{VERSION}/state", tables.MAINTAINER_AT_API, body={"state": "deprecated"}),
    _post(f"{VERSION}/withhold", tables.MAINTAINER_AT_API, body={"reason": "A secret."}),
)

ABOUT_WEBHOOKS = (
    _get(f"{GROUP}/events", tables.MEMBER_OF_GROUP),
    _get(f"{GROUP}/events", tables.MEMBER_AT_API, case="of an API", query={"api": "orders"}),
    _get(f"{GROUP}/webhooks", tables.MAINTAINER_OF_GROUP),
    _post(
        f"{GROUP}/webhooks", tables.MAINTAINER_OF_GROUP, body={"url": "https://example.com/hook"}
    ),
    _post(
        f"{GROUP}/webhooks",
        tables.MAINTAINER_AT_API,
        case="for an API",
        body={"url": "https://example.com/hook", "api": "{api}"},
    ),
    _get(WEBHOOK, tables.MAINTAINER_OF_GROUP),
    _patch(WEBHOOK, tables.MAINTAINER_OF_GROUP, body={"description": "Changed."}),
    _delete(WEBHOOK, tables.MAINTAINER_OF_GROUP),
    _post(f"{WEBHOOK}/secret-rotations", tables.MAINTAINER_OF_GROUP, body={}),
    _post(f"{WEBHOOK}/pings", tables.MAINTAINER_OF_GROUP),
    _post(f"{WEBHOOK}/replays", tables.MAINTAINER_OF_GROUP, body={"since": "2026-01-01T00:00:00Z"}),
    _get(f"{WEBHOOK}/deliveries", tables.MAINTAINER_OF_GROUP),
    _get(f"{WEBHOOK}/deliveries/<id:delivery_id>", tables.MAINTAINER_OF_GROUP),
    _get(f"{WEBHOOK}/deliveries/<id:delivery_id>/attempts", tables.OWNER_OF_GROUP),
    _post(f"{WEBHOOK}/deliveries/<id:delivery_id>/redeliver", tables.MAINTAINER_OF_GROUP),
)

ABOUT_JOBS = (
    _get("/jobs", tables.SIGNED_IN, once=True),
    _get("/jobs/<id:job_id>", tables.SEES_JOB),
    _post("/jobs/<id:job_id>/cancel", tables.PUBLISHER_AT_JOB),
    _post("/jobs/<id:job_id>/retry", tables.PUBLISHER_AT_JOB, path={"job_id": "{failed_job_id}"}),
)
ABOUT_SDKS = (
    _get(f"{VERSION}/sdk", tables.SEES_API),
    _get(f"{VERSION}/sdk", tables.SEES_UNACCEPTED, case="pending", path=PENDING),
    _get(f"{VERSION}/sdk/builds", tables.SEES_API),
    _get(f"{VERSION}/sdk/builds", tables.SEES_UNACCEPTED, case="pending", path=PENDING),
    _post(f"{VERSION}/sdk/rebuild", tables.PUBLISHER_AT_API),
)


ABOUT_PEOPLE = (
    _get("/me", tables.SIGNED_IN, once=True),
    _put(
        "/me/password",
        tables.UNBOUND_MANAGING_USER,
        body={"old_password": PASSWORD, "new_password": "slow rivers run deep"},
        once=True,
    ),
    _post(
        "/token-exchange",
        tables.OPEN,
        body={"username": "boss", "password": PASSWORD},
        once=True,
    ),
    _get("/users", tables.ADMIN, once=True),
    _get("/users/<name:username>", tables.ADMIN, once=True),
    _patch("/users/<name:username>", tables.ADMIN, body={"is_active": False}, once=True),
    _get("/invitations", tables.MANAGING_TOKEN, once=True),
    _post(
        "/invitations",
        tables.OWNER_OF_GROUP,
        case="to a group",
        body={"email": "new@example.com", "group": "{group}", "role": "reader"},
    ),
    _post(
        "/invitations",
        tables.ADMIN,
        case="to no group",
        body={"email": "new@example.com"},
        once=True,
    ),
    _delete("/invitations/<id:invitation_id>", tables.INVITATION_OF_GROUP),
    _post(
        "/invitations/accept",
        tables.OPEN,
        body={"secret": "{secret}", "username": "guest.{group}", "password": PASSWORD},
        once=True,
    ),
    _get("/access-tokens", tables.SIGNED_IN, once=True),
    _post(
        "/access-tokens",
        tables.UNBOUND_MANAGING_USER,
        body={"name": "new", "scopes": ["read"]},
        once=True,
    ),
    _post(
        "/access-tokens",
        tables.ADMIN,
        case="to administer",
        body={"name": "new", "scopes": ["admin"]},
        once=True,
    ),
    _get("/access-tokens/<id:token_id>", tables.SIGNED_IN, case="own", once=True),
    _get(
        "/access-tokens/<id:token_id>",
        tables.SOMEBODY_ELSES,
        case="somebody else's",
        path={"token_id": "{other_token_id}"},
        once=True,
    ),
    _delete("/access-tokens/<id:token_id>", tables.MANAGING_TOKEN, case="own", once=True),
    _delete(
        "/access-tokens/<id:token_id>",
        tables.SOMEBODY_ELSES_TO_MANAGE,
        case="somebody else's",
        path={"token_id": "{other_token_id}"},
        once=True,
    ),
    _post(
        "/access-tokens/leak-reports",
        tables.OPEN,
        body={"token": "bnd_that-was-never-one"},
        told=False,
        once=True,
    ),
)

ABOUT_THE_INSTANCE = (
    _get("/audit-events", tables.ADMIN, once=True),
    _get("/instance", tables.ANYBODY, once=True),
    _get("/instance/policy", tables.ADMIN, once=True),
    _put("/instance/policy", tables.ADMIN, body={"mode": "observe"}, once=True),
    _get("/instance/statistics", tables.ADMIN, once=True),
)

ROWS = (
    *ABOUT_GROUPS,
    *ABOUT_RULES,
    *ABOUT_APIS,
    *ABOUT_VERSIONS,
    *ABOUT_WEBHOOKS,
    *ABOUT_SDKS,
    *ABOUT_JOBS,
    *ABOUT_PEOPLE,
    *ABOUT_THE_INSTANCE,
)
