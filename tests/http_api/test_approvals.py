"""Do approvals hold as long as, and are told as promised?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from service.apis.repository import ApiRepository
from service.apis.use_cases import approvals_in_force
from service.app import create_app
from service.audit.models import AuditEvent
from service.authorization import SYSTEM
from service.extensions import database
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.at_once import at_once
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases

APPROVALS = "/groups/acme/apis/orders/approvals"
FIRST, SECOND, THIRD = "aa" * 16, "bb" * 16, "cc" * 16
START = datetime(2026, 11, 20, 10, tzinfo=UTC)


class SetClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """Return the time it was set to."""
        return self.now


@pytest.fixture
def clock() -> SetClock:
    """Return the clock of the application under test."""
    return SetClock()


@pytest.fixture
def app(database_url: str, clock: SetClock) -> Iterator[Flask]:
    """Yield an application whose time the test sets."""
    application = create_app(make_settings(database_url=database_url), clock=clock)
    yield application
    with application.app_context():
        database.engine.dispose()


@pytest.fixture
def maintainer(world: World) -> Client:
    """Return a maintainer of `acme`, which has the API `orders`."""
    group = world.group("acme", maintainer=(user := world.user("mary")))
    world.api(group, "orders")
    return world.client(user)


def approve(client: Client, fingerprint: str, **values: object) -> str:
    """Approve a change; return the approval's id."""
    body = {"fingerprint": fingerprint, "reason": "Agreed.", **values}
    answer = client.post(APPROVALS, json=body)
    assert answer.status_code == 201, answer.json
    return str(answer.json["id"])


def in_force(units: UnitsOfWork) -> frozenset[str]:
    """Return what publishing would see as approved."""
    with units.reading() as work:
        api = ApiRepository(work.session).get_visible("acme", "orders", SYSTEM)
        return approvals_in_force(work, api)


def actions(units: UnitsOfWork) -> list[str]:
    """Return what the audit says was done, the oldest first."""
    with units.reading() as work:
        return list(work.session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def fingerprints(client: Client, query: str = "") -> list[str]:
    """Return the fingerprints that the list shows."""
    return [item["fingerprint"] for item in client.get(f"{APPROVALS}{query}").json["items"]]


def test_an_approval_names_who_gave_it_and_why(maintainer: Client) -> None:
    answer = maintainer.post(
        APPROVALS,
        json={
            "fingerprint": FIRST,
            "reason": "All callers were moved.",
            "expires_at": "2026-12-01T00:00:00+02:00",
        },
    )

    assert answer.status_code == 201
    assert {name: value for name, value in answer.json.items() if name != "id"} == {
        "fingerprint": FIRST,
        "reason": "All callers were moved.",
        "approved_by": "mary",
        "created_at": "2026-11-20T10:00:00Z",
        "expires_at": "2026-11-30T22:00:00Z",
        "revoked_at": None,
    }
    assert maintainer.get(APPROVALS).json["items"] == [answer.json]


def test_an_approval_holds_until_it_expires_or_is_revoked(
    maintainer: Client, units: UnitsOfWork, clock: SetClock
) -> None:
    approve(maintainer, FIRST)
    approve(maintainer, SECOND, expires_at="2026-11-20T11:00:00Z")
    revoked = approve(maintainer, THIRD)

    at_first = in_force(units)
    maintainer.delete(f"{APPROVALS}/{revoked}")
    clock.now = START + timedelta(hours=1) - timedelta(seconds=1)
    just_before = in_force(units)
    clock.now = START + timedelta(hours=1)
    afterwards = in_force(units)

    assert at_first == {FIRST, SECOND, THIRD}
    assert just_before == {FIRST, SECOND}
    assert afterwards == {FIRST}


def test_the_list_can_be_asked_for_what_holds_and_for_what_does_not(
    maintainer: Client, clock: SetClock
) -> None:
    approve(maintainer, FIRST)
    approve(maintainer, SECOND, expires_at="2026-11-20T11:00:00Z")
    maintainer.delete(f"{APPROVALS}/{approve(maintainer, THIRD)}")
    clock.now = START + timedelta(hours=2)

    assert fingerprints(maintainer, "?in_force=true") == [FIRST]
    assert sorted(fingerprints(maintainer, "?in_force=false")) == [SECOND, THIRD]
    assert sorted(fingerprints(maintainer)) == [FIRST, SECOND, THIRD]
    assert maintainer.get(f"{APPROVALS}?in_force=yes").status_code == 400


def test_the_newest_approval_stands_first_and_pages_go_on(
    maintainer: Client, clock: SetClock
) -> None:
    for minutes, fingerprint in enumerate([FIRST, SECOND, THIRD]):
        clock.now = START + timedelta(minutes=minutes)
        approve(maintainer, fingerprint)

    first = maintainer.get(f"{APPROVALS}?limit=2").json
    rest = fingerprints(maintainer, f"?limit=2&cursor={first['next_cursor']}")

    assert [item["fingerprint"] for item in first["items"]] == [THIRD, SECOND]
    assert rest == [FIRST]


def test_a_change_that_is_approved_already_stays_so(
    maintainer: Client, units: UnitsOfWork, clock: SetClock
) -> None:
    body = {"fingerprint": FIRST, "reason": "Agreed.", "expires_at": "2026-12-01T00:00:00Z"}

    first = maintainer.post(APPROVALS, json=body)
    clock.now = START + timedelta(minutes=1)
    again = maintainer.post(APPROVALS, json={**body, "reason": "Agreed again."})

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json
    assert maintainer.get(APPROVALS).json["items"] == [first.json]
    assert actions(units) == ["approval.created"]


def test_an_approval_until_another_time_takes_the_place_of_the_one_before(
    maintainer: Client, units: UnitsOfWork, clock: SetClock
) -> None:
    approve(maintainer, FIRST, expires_at="2026-12-01T00:00:00Z")
    clock.now = START + timedelta(minutes=1)

    shorter = approve(maintainer, FIRST, expires_at="2026-11-20T11:00:00Z")

    held = maintainer.get(f"{APPROVALS}?in_force=true").json["items"]
    assert [one["id"] for one in held] == [shorter]
    assert actions(units) == ["approval.created", "approval.revoked", "approval.created"]
    clock.now = START + timedelta(hours=1)
    assert in_force(units) == frozenset()


def test_what_expired_is_approved_anew(maintainer: Client, clock: SetClock) -> None:
    first = approve(maintainer, FIRST, expires_at="2026-11-20T11:00:00Z")
    clock.now = START + timedelta(hours=1)

    assert approve(maintainer, FIRST) != first


def test_approving_at_once_leaves_one_in_force(maintainer: Client) -> None:
    body = {"fingerprint": FIRST, "reason": "Agreed."}

    answers = at_once([partial(maintainer.post, APPROVALS, json=body) for _ in range(4)])

    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert fingerprints(maintainer) == [FIRST]


def test_revoking_twice_is_told_once(maintainer: Client, units: UnitsOfWork) -> None:
    approval = approve(maintainer, FIRST)

    answers = [maintainer.delete(f"{APPROVALS}/{approval}") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [204, 204]
    with units.reading() as work:
        rows = [
            (row.action, row.subject, row.details)
            for row in work.session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        ]
    told = {
        "approval_id": approval,
        "fingerprint": FIRST,
        "reason": "Agreed.",
        "expires_at": None,
    }
    assert rows == [
        ("approval.created", "acme/orders", told),
        ("approval.revoked", "acme/orders", told),
    ]


def test_an_approval_belongs_to_its_api(world: World, maintainer: Client) -> None:
    other = world.group("other", maintainer=(user := world.user()))
    world.api(other, "orders")
    approval = approve(maintainer, FIRST)

    answer = world.client(user).delete(f"/groups/other/apis/orders/approvals/{approval}")

    assert answer.status_code == 404
    assert fingerprints(maintainer, "?in_force=true") == [FIRST]


@pytest.mark.parametrize(
    "body",
    [
        {"fingerprint": FIRST},
        {"fingerprint": FIRST, "reason": ""},
        {"fingerprint": "not-hex", "reason": "Agreed."},
        {"fingerprint": FIRST, "reason": "Agreed.", "expires_at": "2026-12-01T00:00:00"},
        {"fingerprint": FIRST, "reason": "Agreed.", "approved_by": "somebody"},
    ],
    ids=["no reason", "empty reason", "no fingerprint", "time without offset", "another's name"],
)
def test_an_approval_that_says_too_little_or_too_much_is_refused(
    maintainer: Client, body: dict[str, str]
) -> None:
    answer = maintainer.post(APPROVALS, json=body)

    assert (answer.status_code, fingerprints(maintainer)) == (400, [])


def test_an_approval_that_would_never_hold_is_refused(maintainer: Client) -> None:
    body = {"fingerprint": FIRST, "reason": "Agreed.", "expires_at": "2026-11-20T10:00:00Z"}

    answer = maintainer.post(APPROVALS, json=body)

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "already_expired")
    assert fingerprints(maintainer) == []


def test_an_approval_while_its_api_is_deleted_meets_no_fault(maintainer: Client) -> None:
    body = {"fingerprint": FIRST, "reason": "Agreed."}
    path = "/groups/acme/apis/orders"

    answers = at_once(
        [
            partial(maintainer.delete, path, headers={"If-Match": "*"}),
            partial(maintainer.post, APPROVALS, json=body),
            partial(maintainer.put, f"{path}/policy", json={}, headers={"If-Match": "*"}),
        ]
    )

    assert {answer.status_code for answer in answers} <= {200, 201, 204, 404, 412}


def test_a_reader_sees_approvals_but_gives_none(world: World, maintainer: Client) -> None:
    reader = world.client(world.user("rita"))
    approval = approve(maintainer, FIRST)
    world.admin().put("/groups/acme/members/rita", json={"role": "reader"})

    listed = fingerprints(reader)
    given = reader.post(APPROVALS, json={"fingerprint": SECOND, "reason": "Agreed."})
    taken = reader.delete(f"{APPROVALS}/{approval}")

    assert listed == [FIRST]
    assert [given.status_code, taken.status_code] == [403, 403]
