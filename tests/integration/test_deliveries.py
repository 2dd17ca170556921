"""Does what happens arrive signed, as often as asked for, and nowhere else?"""

import base64
import json

import pytest
from sqlalchemy import update
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from service.outgoing_http import AddressGuard
from service.unit_of_work import UnitsOfWork
from service.webhooks.models import Webhook
from tests.factories.webhooks import (
    ANY_REVISION,
    WEBHOOKS,
    deliveries_of,
    events_of,
    publish,
    subscribe,
    verified,
)
from tests.factories.world import Client, World
from tests.webhook_receivers import LOOPBACK, deliverer, receiving

pytestmark = pytest.mark.both_databases


@pytest.fixture
def setting_values() -> dict[str, object]:
    """The loopback may be called."""
    return {"outgoing_networks": "127.0.0.0/8"}


@pytest.fixture
def client(world: World) -> Client:
    """An owner of the group acme, which has the APIs orders and stock."""
    alice = world.user("alice")
    acme = world.group("acme", owner=alice)
    world.api(acme, "orders")
    world.api(acme, "stock")
    return world.client(alice)


def test_what_happens_arrives_signed_and_as_documented(client: Client, units: UnitsOfWork) -> None:
    with receiving() as receiver:
        made = subscribe(client, receiver)
        publish(client, "1.0.0")

        assert deliverer(units).deliver_due() == 1

    [heard] = receiver.heard
    payload = verified(heard, made["secret"])
    assert payload["type"] == "version.published"
    assert payload["data"]["version"] == "1.0.0"
    assert heard.id == events_of(client)[0]
    [delivery] = deliveries_of(client, made["webhook"])
    assert (delivery["state"], delivery["status"], delivery["attempts"]) == ("delivered", 204, 1)


@pytest.mark.parametrize("part", ["body", "webhook-id", "webhook-timestamp", "webhook-signature"])
def test_one_bit_that_differs_is_noticed(client: Client, units: UnitsOfWork, part: str) -> None:
    with receiving() as receiver:
        secret = subscribe(client, receiver)["secret"]
        publish(client, "1.0.0")
        deliverer(units).deliver_due()
    [heard] = receiver.heard
    headers, body = dict(heard.headers), heard.body
    if part == "body":
        body = bytes([body[0], body[1] ^ 1, *body[2:]])
    elif part == "webhook-signature":
        raw = bytearray(base64.b64decode(headers[part].removeprefix("v1,")))
        raw[7] ^= 1
        headers[part] = f"v1,{base64.b64encode(raw).decode()}"
    else:
        headers[part] = headers[part][:-1] + chr(ord(headers[part][-1]) ^ 1)

    with pytest.raises(WebhookVerificationError):
        Verifier(secret).verify(body, headers)

    assert Verifier(secret).verify(heard.body, dict(heard.headers))


def test_both_secrets_sign_after_a_rotation_and_one_when_the_former_is_ended(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as receiver:
        made = subscribe(client, receiver)
        place = f"{WEBHOOKS}/{made['webhook']['id']}/secret-rotations"
        second = client.post(place, json={}, headers=ANY_REVISION).json["secret"]
        publish(client, "1.0.0")
        deliverer(units).deliver_due()
        third = client.post(place, json={"ends_former": True}, headers=ANY_REVISION).json["secret"]
        publish(client, "1.1.0")
        deliverer(units).deliver_due()

    both, one = receiver.heard
    assert verified(both, made["secret"]) == verified(both, second)
    assert verified(one, third)
    for former in (made["secret"], second):
        with pytest.raises(WebhookVerificationError):
            verified(one, former)


def test_another_secret_key_disables_instead_of_signing_wrongly(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as receiver:
        made = subscribe(client, receiver)["webhook"]
        publish(client, "1.0.0")
        with units.writing() as work:
            work.session.execute(update(Webhook).values(key_check="another"))

        deliverer(units).deliver_due()

    assert receiver.heard == []
    assert client.get(f"{WEBHOOKS}/{made['id']}").json["disabled_reason"] == "secret_lost"


def test_a_ping_is_sent_once_and_its_failure_counts_for_nothing(
    client: Client, units: UnitsOfWork
) -> None:
    with receiving() as receiver:
        receiver.status, receiver.answer = 500, b"token=hunter2\x00 whsec_abc bnd_def"
        made = subscribe(client, receiver, event_types=["version.refused"])["webhook"]
        place = f"{WEBHOOKS}/{made['id']}"

        sent = client.post(f"{place}/pings")
        deliverer(units).deliver_due()

    assert sent.status_code == 202
    [heard] = receiver.heard
    assert json.loads(heard.body)["type"] == "webhook.ping"
    read = client.get(f"{place}/deliveries/{sent.json['id']}").json
    assert (read["state"], read["status"], read["next_attempt_at"]) == ("failed", 500, None)
    assert client.get(place).json["failing_since"] is None
    [attempt] = client.get(f"{place}/deliveries/{sent.json['id']}/attempts").json["items"]
    assert attempt["answer"] == "token=[redacted] [redacted] [redacted]"
    assert client.get("/groups/acme/events").json["items"] == []


def test_an_event_is_sent_again_with_the_same_id(client: Client, units: UnitsOfWork) -> None:
    with receiving() as receiver:
        made = subscribe(client, receiver)["webhook"]
        publish(client, "1.0.0")
        deliverer(units).deliver_due()
        [delivery] = deliveries_of(client, made)
        place = f"{WEBHOOKS}/{made['id']}/deliveries/{delivery['id']}/redeliver"

        again = client.post(place)
        twice = client.post(place)
        deliverer(units).deliver_due()

    assert [again.status_code, again.json["state"], twice.json["state"]] == [
        202,
        "pending",
        "pending",
    ]
    assert receiver.ids == [delivery["event_id"]] * 2
    assert receiver.heard[0].body == receiver.heard[1].body


def test_a_replay_brings_what_was_missed_in_order(client: Client, units: UnitsOfWork) -> None:
    for version in ("1.0.0", "1.1.0"):
        publish(client, version)
    with receiving() as receiver:
        made = subscribe(client, receiver)["webhook"]
        place = f"{WEBHOOKS}/{made['id']}"
        publish(client, "1.2.0")

        asked = client.post(f"{place}/replays", json={"since": "2026-01-01T00:00:00Z"})
        nothing = client.post(
            f"{place}/replays",
            json={"since": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z"},
        )
        deliverer(units).deliver_due()

        client.patch(place, json={"is_enabled": False}, headers=ANY_REVISION)
        refused = client.post(f"{place}/replays", json={"since": "2026-01-01T00:00:00Z"})

    assert (asked.status_code, asked.json) == (202, {"count": 2, "next_since": None})
    assert nothing.json["count"] == 0
    assert receiver.ids == events_of(client)
    assert (refused.status_code, refused.json["error"]["code"]) == (409, "webhook_off")


@pytest.mark.parametrize(("guard", "hits"), [("closed", 0), ("opened", 1)])
def test_an_address_inside_is_hit_only_where_the_operator_has_opened_it(
    client: Client, units: UnitsOfWork, guard: str, hits: int
) -> None:
    with receiving() as canary:
        made = subscribe(client, canary)["webhook"]
        publish(client, "1.0.0")
        chosen = AddressGuard() if guard == "closed" else LOOPBACK

        deliverer(units, guard=chosen).deliver_due()

    assert len(canary.heard) == hits
    if guard == "closed":
        assert deliveries_of(client, made)[0]["failure"] == "forbidden_address"


def test_a_redirect_inside_is_not_followed(client: Client, units: UnitsOfWork) -> None:
    with receiving() as canary, receiving() as receiver:
        receiver.status, receiver.headers = 307, {"Location": canary.url}
        made = subscribe(client, receiver)["webhook"]
        publish(client, "1.0.0")

        deliverer(units).deliver_due()

    assert canary.heard == []
    assert deliveries_of(client, made)[0]["failure"] == "redirected"
