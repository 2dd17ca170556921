"""Do lists come in pages that leave nothing out, repeat nothing and lead on?"""

import pytest

from service.groups.models import Visibility
from service.pagination import decode_cursor, encode_cursor
from tests.factories.world import Client, World

pytestmark = pytest.mark.both_databases
NAMES = [f"group-{number:02}" for number in range(7)]


@pytest.fixture
def caller(world: World) -> Client:
    """Return a caller who can see seven groups."""
    for name in NAMES:
        world.group(name, visibility=Visibility.PUBLIC)
    return world.anonymous()


def test_the_link_header_leads_through_all_pages(caller: Client) -> None:
    seen: list[str] = []
    path = "/groups?visibility=public&limit=3"
    while path:
        answer = caller.get(path)
        seen += [group["name"] for group in answer.json["items"]]
        link = answer.headers.get("Link", "")
        path = link.partition(">")[0].removeprefix("<http://localhost/api/v1")

    assert seen == NAMES


def test_the_link_keeps_the_filters_and_the_limit(caller: Client) -> None:
    answer = caller.get("/groups?visibility=public&limit=3")

    cursor = answer.json["next_cursor"]
    assert answer.headers["Link"] == (
        f'<http://localhost/api/v1/groups?visibility=public&limit=3&cursor={cursor}>; rel="next"'
    )


def test_the_last_page_leads_nowhere(caller: Client) -> None:
    answer = caller.get(f"/groups?limit={len(NAMES)}")

    assert (answer.json["next_cursor"], answer.headers.get("Link")) == (None, None)


def test_a_page_goes_on_where_the_one_before_ended_although_rows_came_and_went(
    world: World, caller: Client
) -> None:
    first = caller.get("/groups?limit=3").json
    world.group("group-00a", visibility=Visibility.PUBLIC)
    admin = world.admin()
    admin.delete("/groups/group-02", headers={"If-Match": "*"})

    second = caller.get("/groups", query_string={"cursor": first["next_cursor"]}).json

    assert [group["name"] for group in second["items"]] == NAMES[3:]


def test_an_empty_list_is_a_page(world: World) -> None:
    assert world.anonymous().get("/groups").json == {"items": [], "next_cursor": None}


def test_without_a_limit_there_is_one_all_the_same(world: World) -> None:
    for number in range(51):
        world.group(f"many-{number}", visibility=Visibility.PUBLIC)

    page = world.anonymous().get("/groups").json

    assert len(page["items"]) == 50
    assert page["next_cursor"] is not None


def test_a_cursor_beyond_the_end_gives_an_empty_page(caller: Client) -> None:
    answer = caller.get("/groups", query_string={"cursor": encode_cursor(["zzz"])})

    assert answer.json == {"items": [], "next_cursor": None}


@pytest.mark.parametrize("cursor", ["A", "abc", "\u00e4" * 8, "a b c d", "A" * 2_001, "WyJh=="])
def test_what_has_not_the_form_of_a_cursor_is_refused(caller: Client, cursor: str) -> None:
    answer = caller.get("/groups", query_string={"cursor": cursor})

    assert answer.status_code == 400
    assert list(answer.json["error"]["details"]["query"]) == ["cursor"]


def test_a_cursor_shows_nothing_that_the_caller_may_not_see(world: World) -> None:
    world.group("aaa-private")
    world.group("bbb-public", visibility=Visibility.PUBLIC)
    world.group("ccc-public", visibility=Visibility.PUBLIC)

    page = world.anonymous().get("/groups?limit=1").json

    assert decode_cursor(page["next_cursor"], length=1) == ["bbb-public"]
