"""Can any two versions be compared, and is a comparison made only once?"""

import pytest

from service.comparisons import use_cases as comparisons
from service.groups.models import Visibility
from service.openapi_diff import compare
from tests.factories.documents import Publisher, a_publisher, document_bytes
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of the public acme/orders with three versions."""
    publisher = a_publisher(world, visibility=Visibility.PUBLIC)
    publisher.publish(document_bytes("/orders", "/items"), version="1.0.0")
    publisher.publish(document_bytes("/orders", "/items", "/a", "/b"), version="1.1.0")
    publisher.publish(document_bytes("/orders"), version="2.0.0")
    return publisher


def test_two_versions_are_compared_in_either_order(publisher: Publisher) -> None:
    forth = publisher.get("/comparisons?base=1.0.0&revision=2.0.0").json
    back = publisher.get("/comparisons?base=2.0.0&revision=1.0.0").json

    assert (forth["verdict"], [change["rule"] for change in forth["items"]]) == (
        "breaking",
        ["path.removed"],
    )
    assert (back["verdict"], [change["rule"] for change in back["items"]]) == (
        "compatible",
        ["path.added"],
    )
    assert (forth["base"], forth["revision"]) == ("1.0.0", "2.0.0")


def test_the_changes_come_in_pages_and_the_rest_stays_the_same(publisher: Publisher) -> None:
    path = "/comparisons?base=1.1.0&revision=2.0.0&limit=2"

    first = publisher.get(path).json
    second = publisher.get(f"{path}&cursor={first['next_cursor']}").json

    assert [len(first["items"]), len(second["items"]), second["next_cursor"]] == [2, 1, None]
    assert first["counts"] == second["counts"] == {"error": 3, "warning": 0, "info": 0}


def test_strangers_compare_public_versions(world: World, publisher: Publisher) -> None:
    answer = world.anonymous().get(f"{publisher.path}/comparisons?base=1.0.0&revision=1.1.0")

    assert answer.status_code == 200


def test_a_comparison_is_made_once(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def compare_and_count(*args: object, **kwargs: object) -> object:
        made.append("one")
        return compare(*args, **kwargs)  # type: ignore[arg-type]  # handed through as they came

    monkeypatch.setattr(comparisons, "compare", compare_and_count)

    for _ in range(3):
        publisher.get("/comparisons?base=1.0.0&revision=2.0.0")
    publisher.get("/comparisons?base=1.0.0&revision=1.1.0")

    assert made == ["one"]


@pytest.mark.parametrize(
    "setting_values", [{"rate_limits_enabled": "true", "rate_limit_publishing": "3 per minute"}]
)
def test_strangers_cannot_have_comparisons_made_without_end(
    world: World, publisher: Publisher
) -> None:
    stranger = world.anonymous()
    path = f"{publisher.path}/comparisons?base=1.0.0&revision=2.0.0"

    answers = [stranger.get(path) for _ in range(4)]
    member = publisher.get("/comparisons?base=1.0.0&revision=2.0.0")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3].json["error"]["code"] == "too_many_requests"
    assert member.status_code == 200


def test_both_versions_must_be_named_and_be_there(publisher: Publisher) -> None:
    unnamed = publisher.get("/comparisons?base=1.0.0")
    unknown = publisher.get("/comparisons?base=1.0.0&revision=9.9.9")

    assert list(unnamed.json["error"]["details"]["query"]) == ["revision"]
    assert unknown.status_code == 404
