"""What is there to delete, revoke and decide in a contract run, without an end to the rest?"""

import json
from collections.abc import Callable, Mapping
from itertools import count
from types import MappingProxyType
from typing import Any

from service.apis.models import Api
from service.authorization import SYSTEM
from service.groups.models import Group
from service.jobs.kinds import JobKind
from service.jobs.models import Job, JobState
from service.jobs.use_cases import enqueue
from service.versions.models import VersionState
from tests.contract.documents import order_document
from tests.factories.world import Client, World

ORDERS = "/groups/acme/apis/orders"
Values = dict[str, Any]
LATER = JobKind(name="test.later")
_TOKEN = {"name": "spare", "scopes": ["read"]}
_APPROVAL = {"fingerprint": "9f86d081884c7d659a2feaa0c55ad015", "reason": "Agreed."}


class Ground:
    """Where spares are made; `ledger` is the API whose versions are there to be decided about."""

    def __init__(self, world: World, admin: Client, *, acme: Group, ledger: Api) -> None:
        self.world = world
        self.admin = admin
        self.acme = acme
        self.ledger = ledger
        self._sequence = count(1)

    def post(self, path: str, body: Any) -> Values:
        """Make something over HTTP; return the answer's body."""
        answer = self.admin.post(path, json=body)
        assert answer.status_code < 300, (path, answer.text)
        return dict(answer.json or {})

    def version(self, name: str, state: VersionState) -> Values:
        """Make an API version in the state; return its path."""
        content = json.dumps(order_document(name)).encode()
        sequence = next(self._sequence)
        self.world.version(self.ledger, name, content=content, state=state, sequence=sequence)
        return {"group": "acme", "api": "ledger", "version": name}


def _group(ground: Ground, name: str) -> Values:
    ground.world.group(name)
    return {"group": name}


def _api(ground: Ground, name: str) -> Values:
    ground.world.api(ground.acme, name)
    return {"group": "acme", "api": name}


def _member(ground: Ground, name: str) -> Values:
    ground.world.user(name)
    path = f"/groups/acme/members/{name}"
    assert ground.admin.put(path, json={"role": "reader"}).status_code == 200
    return {"group": "acme", "username": name}


def _service_account(ground: Ground, name: str) -> Values:
    ground.post("/groups/acme/service-accounts", {"name": name, "role": "reader"})
    return {"group": "acme", "account": name}


def _token(ground: Ground, _name: str) -> Values:
    return {"token_id": ground.post("/access-tokens", _TOKEN)["access_token"]["id"]}


def _account_token(ground: Ground, _name: str) -> Values:
    made = ground.post("/groups/acme/service-accounts/ci/access-tokens", _TOKEN)
    return {"group": "acme", "account": "ci", "token_id": made["access_token"]["id"]}


def _approval(ground: Ground, _name: str) -> Values:
    made = ground.post(f"{ORDERS}/approvals", _APPROVAL)
    return {"group": "acme", "api": "orders", "approval_id": made["id"]}


def _invitation(ground: Ground, name: str) -> Values:
    sent = ground.post("/invitations", {"email": f"{name}@example.com"})
    return {"invitation_id": sent["invitation"]["id"]}


def _accepted_invitation(ground: Ground, name: str) -> Values:
    sent = ground.post("/invitations", {"email": f"new-{name}@example.com"})
    return {"secret": sent["secret"], "username": f"new-{name}", "password": "slow rivers run deep"}


def _pending(ground: Ground, name: str) -> Values:
    return ground.version(f"pending-{name}", VersionState.PENDING)


def _published(ground: Ground, name: str) -> Values:
    return ground.version(f"published-{name}", VersionState.PUBLISHED)


def _withheld(ground: Ground, name: str) -> Values:
    return ground.version(f"withheld-{name}", VersionState.PUBLISHED)


def _job(ground: Ground, _name: str) -> Values:
    with ground.world.units.writing() as work:
        job = enqueue(work, LATER, {}, actor=SYSTEM, group_id=ground.acme.id)
    return {"job_id": job.id}


def _failed_job(ground: Ground, name: str) -> Values:
    path = _job(ground, name)
    with ground.world.units.writing() as work:
        job = work.session.get_one(Job, path["job_id"])
        job.state, job.due_at = JobState.FAILED, None
    return path


def _webhook(ground: Ground, name: str) -> Values:
    made = ground.post("/groups/acme/webhooks", {"url": f"https://example.com/{name}"})
    return {"group": "acme", "webhook_id": made["webhook"]["id"]}


def _delivery(ground: Ground, name: str) -> Values:
    place = _webhook(ground, name)
    path = f"/groups/acme/webhooks/{place['webhook_id']}/pings"
    return {**place, "delivery_id": ground.post(path, None)["id"]}


PATH_MAKERS: Mapping[str, Callable[[Ground, str], Values]] = MappingProxyType(
    {
        "cancelJob": _job,
        "deleteApi": _api,
        "deleteGroup": _group,
        "deleteServiceAccount": _service_account,
        "deleteWebhook": _webhook,
        "getAccessToken": _token,
        "getDelivery": _delivery,
        "getJob": _job,
        "getWebhook": _webhook,
        "listDeliveries": _webhook,
        "listDeliveryAttempts": _delivery,
        "pingWebhook": _webhook,
        "rebuildSdk": _published,
        "redeliver": _delivery,
        "removeMember": _member,
        "replayEvents": _webhook,
        "retryJob": _failed_job,
        "reviewVersion": _pending,
        "rotateWebhookSecret": _webhook,
        "updateWebhook": _webhook,
        "revokeAccessToken": _token,
        "revokeApproval": _approval,
        "revokeInvitation": _invitation,
        "revokeServiceAccountToken": _account_token,
        "setVersionState": _published,
        "withholdDocument": _withheld,
    }
)
"""By operation: makes a thing to do it to, and returns the parameters of its path."""

BODY_MAKERS: Mapping[str, Callable[[Ground, str], Values]] = MappingProxyType(
    {"acceptInvitation": _accepted_invitation}
)
"""By operation: makes what a valid body must name, and returns the body."""
