"""Are compatibility policies set, inherited and explained as promised?"""

from collections import Counter
from functools import partial

import pytest
from sqlalchemy import select

from service.apis.models import CompatibilityLevel, PolicyMode, UndeterminedAction
from service.apis.repository import ApiRepository
from service.apis.use_cases import load_effective_policy
from service.audit.models import AuditEvent
from service.authorization import SYSTEM
from service.groups.models import Visibility
from service.unit_of_work import UnitsOfWork
from tests.at_once import at_once
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases

ANY = {"If-Match": "*"}
NOTHING = {"level": None, "breaking_needs_major": None, "undetermined": None, "mode": None}
DEFAULTS = {
    "level": "backward",
    "breaking_needs_major": True,
    "undetermined": "hold",
    "mode": "warn",
}
BY_DEFAULT = dict.fromkeys(DEFAULTS, "default")


@pytest.fixture
def owner(world: World) -> Client:
    """Return an owner of the public group `acme`, which has the API `orders`."""
    group = world.group("acme", visibility=Visibility.PUBLIC, owner=(user := world.user()))
    world.api(group, "orders")
    return world.client(user)


def test_where_nothing_was_set_the_defaults_hold_and_say_so(owner: Client, world: World) -> None:
    places = ["/groups/acme/policy", "/groups/acme/apis/orders/policy"]

    answers = [owner.get(place) for place in places]
    answers.append(world.admin().get("/instance/policy"))

    assert [answer.json for answer in answers] == [
        {"own": NOTHING, "effective": DEFAULTS, "origins": BY_DEFAULT}
    ] * 3


def test_each_value_comes_from_the_nearest_level_that_sets_it(world: World, owner: Client) -> None:
    world.admin().put("/instance/policy", json={"mode": "observe", "level": "none"}, headers=ANY)
    owner.put("/groups/acme/policy", json={"mode": "warn", "undetermined": "accept"}, headers=ANY)

    answer = owner.put("/groups/acme/apis/orders/policy", json={"mode": "enforce"}, headers=ANY)

    assert answer.status_code == 200
    assert answer.json == {
        "own": {**NOTHING, "mode": "enforce"},
        "effective": {
            "level": "none",
            "breaking_needs_major": True,
            "undetermined": "accept",
            "mode": "enforce",
        },
        "origins": {
            "level": "instance",
            "breaking_needs_major": "default",
            "undetermined": "group",
            "mode": "api",
        },
    }
    assert owner.get("/groups/acme/apis/orders/policy").json == answer.json


def test_publishing_reads_the_same_policy(owner: Client, units: UnitsOfWork) -> None:
    owner.put("/groups/acme/policy", json={"mode": "enforce"}, headers=ANY)
    owner.put("/groups/acme/apis/orders/policy", json={"breaking_needs_major": False}, headers=ANY)

    with units.reading() as work:
        api = ApiRepository(work.session).get_visible("acme", "orders", SYSTEM)
        policy = load_effective_policy(work, api)

    assert (policy.level, policy.breaking_needs_major, policy.undetermined, policy.mode) == (
        CompatibilityLevel.BACKWARD,
        False,
        UndeterminedAction.HOLD,
        PolicyMode.ENFORCE,
    )


def test_false_is_a_value_and_null_is_not(owner: Client) -> None:
    path = "/groups/acme/apis/orders/policy"
    owner.put("/groups/acme/policy", json={"breaking_needs_major": False}, headers=ANY)

    inherited = owner.put(path, json={"breaking_needs_major": None}, headers=ANY)
    own = owner.put(path, json={"breaking_needs_major": True}, headers=ANY)

    assert inherited.json["effective"]["breaking_needs_major"] is False
    assert inherited.json["origins"]["breaking_needs_major"] == "group"
    assert own.json["effective"]["breaking_needs_major"] is True
    assert own.json["origins"]["breaking_needs_major"] == "api"


def test_what_is_left_out_is_inherited_again(owner: Client) -> None:
    path = "/groups/acme/policy"
    owner.put(path, json={"mode": "enforce", "level": "none"}, headers=ANY)

    answer = owner.put(path, json={"level": "none"}, headers=ANY)

    assert answer.json["own"] == {**NOTHING, "level": "none"}
    assert answer.json["origins"] == {**BY_DEFAULT, "level": "group"}


def test_a_policy_is_changed_only_as_it_was_read(owner: Client) -> None:
    path = "/groups/acme/policy"
    unset = owner.get(path).headers["ETag"]

    first = owner.put(path, json={"mode": "enforce"}, headers={"If-Match": unset})
    stale = owner.put(path, json={"mode": "observe"}, headers={"If-Match": unset})
    fresh = owner.put(path, json={"mode": "observe"}, headers={"If-Match": first.headers["ETag"]})
    without = owner.put(path, json={"mode": "warn"})

    assert [first.status_code, stale.status_code, fresh.status_code] == [200, 412, 200]
    assert without.status_code == 428
    assert owner.get(path).json["own"]["mode"] == "observe"


def test_the_tag_changes_when_a_level_above_does(world: World, owner: Client) -> None:
    path = "/groups/acme/apis/orders/policy"
    before = owner.get(path).headers["ETag"]
    world.admin().put("/instance/policy", json={"mode": "observe"}, headers=ANY)

    answer = owner.get(path, headers={"If-None-Match": before})
    again = owner.get(path, headers={"If-None-Match": answer.headers["ETag"]})

    assert [answer.status_code, again.status_code] == [200, 304]
    assert answer.json["effective"]["mode"] == "observe"


def test_of_many_first_settings_at_once_none_fails(world: World, owner: Client) -> None:
    path = "/groups/acme/policy"
    unset = owner.get(path).headers["ETag"]
    modes = ["observe", "enforce"] * 3
    headers = {"If-Match": unset}

    answers = at_once([partial(owner.put, path, json={"mode": m}, headers=headers) for m in modes])

    assert Counter(answer.status_code for answer in answers) == {200: 1, 412: 5}
    assert world.anonymous().get(path).json["own"]["mode"] in {"observe", "enforce"}


def test_setting_the_same_again_leaves_no_trace(owner: Client, units: UnitsOfWork) -> None:
    path = "/groups/acme/policy"
    first = owner.put(path, json={"mode": "enforce"}, headers=ANY)

    second = owner.put(path, json={"mode": "enforce"}, headers=ANY)

    with units.reading() as work:
        rows = [
            (row.action, row.subject, row.details)
            for row in work.session.scalars(select(AuditEvent))
        ]
    assert rows == [("policy.set", "acme", {**NOTHING, "mode": "enforce"})]
    assert second.headers["ETag"] == first.headers["ETag"]


def test_unknown_values_are_refused_with_their_field(owner: Client) -> None:
    answer = owner.put("/groups/acme/policy", json={"mode": "strict"}, headers=ANY)

    assert answer.status_code == 400
    assert list(answer.json["error"]["details"]["json"]) == ["mode"]
