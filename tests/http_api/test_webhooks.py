"""Can a receiver be subscribed, and does it stay as secret as it must?"""

from typing import Any

import pytest
from sqlalchemy import select

from service.unit_of_work import UnitsOfWork
from service.webhooks.models import Webhook
from tests.factories.identities import audited
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases

WEBHOOKS = "/groups/acme/webhooks"
HOOK = "https://ci.example.com/hooks/T0PS3CR3T"
ANY_REVISION = {"If-Match": "*"}


@pytest.fixture
def client(world: World) -> Client:
    """A maintainer of the group acme, which has the API orders."""
    alice = world.user("alice")
    world.api(world.group("acme", maintainer=alice), "orders")
    return world.client(alice)


def created(client: Client, **values: Any) -> dict[str, Any]:
    """Create a webhook; return the answer."""
    response = client.post(WEBHOOKS, json={"url": HOOK, **values})
    assert response.status_code == 201, response.text
    return dict(response.json)


def test_a_maintainer_keeps_the_webhooks_of_a_group(client: Client, world: World) -> None:
    made = created(client, api="orders", event_types=["version.published"])["webhook"]
    place = f"{WEBHOOKS}/{made['id']}"

    read = client.get(place)
    etag = {"If-Match": read.headers["ETag"]}
    changed = client.patch(place, json={"is_enabled": False}, headers=etag)
    stale = client.patch(place, json={"is_enabled": True}, headers=etag)
    enabled = client.patch(place, json={"is_enabled": True}, headers=ANY_REVISION)
    listed = client.get(WEBHOOKS).json["items"]
    deleted = client.delete(place, headers=ANY_REVISION)

    assert read.json == made
    assert (made["api"], made["created_by"]) == ("orders", "alice")
    assert (changed.json["is_enabled"], changed.json["disabled_reason"]) == (False, "by_hand")
    assert stale.status_code == 412
    assert (enabled.json["is_enabled"], enabled.json["disabled_reason"]) == (True, None)
    assert [one["id"] for one in listed] == [made["id"]]
    assert (deleted.status_code, client.get(place).status_code) == (204, 404)
    actions = [action for _, action, _ in audited(world)]
    assert [action for action in actions if action.startswith("webhook")] == [
        "webhook.created",
        "webhook.changed",
        "webhook.changed",
        "webhook.deleted",
    ]


def test_a_change_that_changes_nothing_leaves_the_entity_tag(client: Client) -> None:
    place = f"{WEBHOOKS}/{created(client)['webhook']['id']}"
    before = client.get(place).headers["ETag"]

    response = client.patch(place, json={"url": HOOK}, headers={"If-Match": before})

    assert response.headers["ETag"] == before


def test_a_secret_is_shown_once_and_stored_nowhere(client: Client, units: UnitsOfWork) -> None:
    secret = created(client)["secret"]

    with units.reading() as work:
        row = work.session.scalars(select(Webhook)).one()
        stored = {name: str(getattr(row, name)) for name in row.__table__.columns.keys()}  # noqa: SIM118 - a collection of columns, no dict
    assert secret.startswith("whsec_")
    assert not any(secret.removeprefix("whsec_") in value for value in stored.values())
    assert secret not in client.get(WEBHOOKS).text


def test_the_audit_does_not_tell_where_a_webhook_goes(client: Client, world: World) -> None:
    made = created(client)["webhook"]
    place = f"{WEBHOOKS}/{made['id']}"
    client.patch(place, json={"url": f"{HOOK}/2"}, headers=ANY_REVISION)

    told = world.admin().get("/audit-events", query_string={"action": "webhook.changed"})

    assert told.json["items"][0]["details"] == {"changed": ["url"]}
    assert "T0PS3CR3T" not in world.admin().get("/audit-events").text


def test_a_rotation_shows_another_secret(client: Client) -> None:
    made = created(client)
    place = f"{WEBHOOKS}/{made['webhook']['id']}"

    rotated = client.post(f"{place}/secret-rotations", json={}, headers=ANY_REVISION)

    assert rotated.status_code == 200
    assert rotated.json["secret"] != made["secret"]
    assert rotated.headers["ETag"] == client.get(place).headers["ETag"]


def test_former_secrets_do_not_pile_up(client: Client) -> None:
    place = f"{WEBHOOKS}/{created(client)['webhook']['id']}/secret-rotations"
    for _ in range(4):
        assert client.post(place, json={}, headers=ANY_REVISION).status_code == 200

    refused = client.post(place, json={}, headers=ANY_REVISION)
    ended = client.post(place, json={"ends_former": True}, headers=ANY_REVISION)

    assert refused.json["error"]["code"] == "too_many_secrets"
    assert ended.status_code == 200


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.com/", "must look like https://host/path"),
        ("https://user@example.com/", "must look like https://host/path"),
        ("https://127.0.0.1/", "not public"),
        ("https://[::1]:8080/", "not public"),
        ("https://169.254.169.254/latest", "not public"),
        ("http://8.8.8.8/", "use https"),
    ],
)
def test_an_unusable_address_is_refused_with_the_reason(
    client: Client, url: str, reason: str
) -> None:
    response = client.post(WEBHOOKS, json={"url": url})

    assert response.status_code == 400
    assert reason in str(response.json["error"]["details"]["json"]["url"])


def test_an_api_of_another_group_cannot_be_listened_to(client: Client, world: World) -> None:
    world.api(world.group("zoo"), "animals")

    response = client.post(WEBHOOKS, json={"url": HOOK, "api": "animals"})

    assert response.status_code == 404


class TestQuota:
    """With room for one webhook."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        """One is all there is room for."""
        return {"quota_webhooks": 1}

    def test_a_group_has_as_many_as_its_quota_allows(self, client: Client) -> None:
        created(client)

        response = client.post(WEBHOOKS, json={"url": HOOK})

        assert response.json["error"]["code"] == "quota_exceeded"


class TestOpenedNetwork:
    """Where the operator has named the loopback."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        """The loopback may be called."""
        return {"outgoing_networks": "127.0.0.0/8"}

    def test_an_address_in_a_named_network_is_taken_by_plain_http(self, client: Client) -> None:
        response = client.post(WEBHOOKS, json={"url": "http://127.0.0.1:9000/hook"})

        assert response.status_code == 201
