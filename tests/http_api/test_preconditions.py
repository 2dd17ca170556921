"""Is no change lost, and is no copy fetched twice? Entity tags, over HTTP."""

from functools import partial

import pytest

from tests.at_once import at_once
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases
PATH = "/groups/acme"


@pytest.fixture
def owner(world: World) -> Client:
    """Return the owner of the group."""
    world.group("acme", owner=(alice := world.user()))
    return world.client(alice)


def test_a_change_without_if_match_is_a_428_even_if_all_else_is_wrong(owner: Client) -> None:
    answer = owner.patch(PATH, json={"nonsense": 1})

    assert (answer.status_code, answer.json["error"]["code"]) == (428, "precondition_required")


@pytest.mark.parametrize("tag", ['"other-1"', 'W/"{etag}"', '"", "x"', ""])
def test_only_the_strong_tag_of_the_present_state_will_do(owner: Client, tag: str) -> None:
    etag = owner.get(PATH).headers["ETag"].strip('"')

    answer = owner.patch(
        PATH, json={"display_name": "B"}, headers={"If-Match": tag.replace("{etag}", etag)}
    )

    assert (answer.status_code, answer.json["error"]["code"]) == (412, "precondition_failed")


def test_one_of_several_tags_is_enough(owner: Client) -> None:
    etag = owner.get(PATH).headers["ETag"]

    answer = owner.patch(
        PATH, json={"display_name": "B"}, headers={"If-Match": f'"other-1", {etag}'}
    )

    assert (answer.status_code, answer.json["display_name"]) == (200, "B")


def test_every_change_changes_the_tag_and_the_answer_carries_the_new_one(owner: Client) -> None:
    before = owner.get(PATH).headers["ETag"]

    changed = owner.patch(PATH, json={"display_name": "B"}, headers={"If-Match": before})

    assert changed.headers["ETag"] != before
    assert changed.headers["ETag"] == owner.get(PATH).headers["ETag"]


def test_a_change_that_changes_nothing_keeps_the_tag(owner: Client) -> None:
    before = owner.get(PATH)

    same = owner.patch(
        PATH,
        json={"display_name": before.json["display_name"]},
        headers={"If-Match": before.headers["ETag"]},
    )

    assert same.headers["ETag"] == before.headers["ETag"]


def test_of_changes_based_on_the_same_state_one_wins(owner: Client) -> None:
    etag = owner.get(PATH).headers["ETag"]
    names = [f"Name {number}" for number in range(8)]

    answers = at_once(
        [
            partial(owner.patch, PATH, json={"display_name": name}, headers={"If-Match": etag})
            for name in names
        ]
    )

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200] + [412] * 7
    (winner,) = (answer.json["display_name"] for answer in answers if answer.status_code == 200)
    assert owner.get(PATH).json["display_name"] == winner


def test_what_was_not_changed_is_not_sent_again(owner: Client) -> None:
    etag = owner.get(PATH).headers["ETag"]

    answer = owner.get(PATH, headers={"If-None-Match": etag})

    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == etag
    assert "Content-Type" not in answer.headers


def test_what_was_changed_is_sent_again(owner: Client) -> None:
    etag = owner.get(PATH).headers["ETag"]
    owner.patch(PATH, json={"display_name": "B"}, headers={"If-Match": etag})

    answer = owner.get(PATH, headers={"If-None-Match": etag})

    assert (answer.status_code, answer.json["display_name"]) == (200, "B")
