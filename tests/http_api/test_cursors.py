"""Do lists refuse every cursor that they did not give, on both databases?"""

import pytest

from service.pagination import encode_cursor
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

UUID = "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55"
FORGED = {
    "not base64": "????",
    "not JSON": "AAAA",
    "too few values": encode_cursor(["2026-11-20T10:00:00+00:00"]),
    "too many values": encode_cursor(["2026-11-20T10:00:00+00:00", UUID, UUID]),
    "a number for an instant": encode_cursor([1, UUID]),
    "a number for an id": encode_cursor(["2026-11-20T10:00:00+00:00", 1]),
    "an instant without offset": encode_cursor(["2026-11-20T10:00:00", UUID]),
    "an instant before the first year": encode_cursor(["0001-01-01T00:00:00+23:59", UUID]),
    "a NUL": encode_cursor(["2026-11-20T10:00:00+00:00", "\x00"]),
    "a long number": encode_cursor([10**30, UUID]),
}


@pytest.mark.parametrize("cursor", FORGED.values(), ids=FORGED.keys())
def test_a_forged_cursor_is_refused(world: World, cursor: str) -> None:
    world.group("acme", owner=(user := world.user()))

    answer = world.client(user).get("/groups/acme/members", query_string={"cursor": cursor})

    assert (answer.status_code, answer.json["error"]["code"]) == (400, "validation_error")


def test_pages_by_time_leave_nobody_out(world: World) -> None:
    members = {f"member-{number}" for number in range(5)}
    group = world.group("acme", owner=(user := world.user("member-0")))
    client = world.client(user)
    for name in sorted(members - {"member-0"}):
        world.user(name)
        client.put(f"/groups/{group.name}/members/{name}", json={"role": "reader"})

    seen: list[str] = []
    cursor = None
    while cursor is not None or not seen:
        query = {"limit": 2} if cursor is None else {"limit": 2, "cursor": cursor}
        page = client.get("/groups/acme/members", query_string=query).json
        seen += [member["username"] for member in page["items"]]
        cursor = page["next_cursor"]

    assert seen == sorted(members)
