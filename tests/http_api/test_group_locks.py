"""Would the tests of races notice if groups were not locked? A negative control.

On PostgreSQL only: SQLite lets one writer in at a time, locked or not.
"""

from functools import partial
from threading import Barrier

import pytest

from service.apis.repository import ApiRepository
from service.groups.repository import GroupRepository
from tests.at_once import at_once
from tests.factories.world import World


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_without_the_lock_two_creations_exceed_the_quota(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.group("acme", maintainer=(user := world.user()))
    quota = {"json": {"quota_apis": 1}, "headers": {"If-Match": "*"}}
    world.admin().patch("/groups/acme", **quota)
    both_have_counted = Barrier(2)
    count = ApiRepository.count

    def count_together(repository: ApiRepository, group_id: str) -> int:
        counted = count(repository, group_id)
        both_have_counted.wait(timeout=10)
        return counted

    monkeypatch.setattr(GroupRepository, "lock", lambda *_: None)
    monkeypatch.setattr(ApiRepository, "count", count_together)
    client = world.client(user)
    bodies = [{"name": name, "display_name": name} for name in ("a", "b")]

    answers = at_once([partial(client.post, "/groups/acme/apis", json=body) for body in bodies])

    assert [answer.status_code for answer in answers] == [201, 201]
