"""Are versions listed and read as promised, by those who may see them?"""

import pytest
from flask import Flask

from service.authorization import Scope
from service.groups.models import Visibility
from service.identities.models import User
from tests.factories.documents import Publisher, a_publisher, document_bytes, undetermined_pair
from tests.factories.world import World
from tests.statements import statements

pytestmark = pytest.mark.both_databases


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders, a public API, where the policy is enforced."""
    return a_publisher(world, visibility=Visibility.PUBLIC)


def publish_three(publisher: Publisher) -> None:
    """Publish a first, a compatible and a breaking version."""
    publisher.publish(document_bytes("/orders", "/items"), version="1.0.0")
    publisher.publish(document_bytes("/orders", "/items", "/new"), version="1.1.0")
    publisher.publish(document_bytes("/orders"), version="2.0.0")


def names(answer: object) -> list[str]:
    """Return the names of listed versions."""
    return [version["name"] for version in answer.json["items"]]  # type: ignore[attr-defined]  # Flask's test answers carry no types


def test_versions_are_listed_newest_first_in_pages(publisher: Publisher) -> None:
    publish_three(publisher)

    first = publisher.get("/versions?limit=2")
    second = publisher.get(f"/versions?limit=2&cursor={first.json['next_cursor']}")
    oldest = publisher.get("/versions?sort=oldest")

    assert (names(first), names(second)) == (["2.0.0", "1.1.0"], ["1.0.0"])
    assert names(oldest) == ["1.0.0", "1.1.0", "2.0.0"]
    assert second.json["next_cursor"] is None


def test_versions_are_filtered_by_state_and_verdict(publisher: Publisher) -> None:
    publish_three(publisher)
    publisher.set_state("1.0.0", "deprecated")

    assert names(publisher.get("/versions?state=deprecated")) == ["1.0.0"]
    assert names(publisher.get("/versions?verdict=breaking")) == ["2.0.0"]
    assert names(publisher.get("/versions?verdict=compatible&state=published")) == ["1.1.0"]
    assert publisher.get("/versions?verdict=fine").status_code == 400


def test_a_version_is_read_with_its_entity_tag(world: World, publisher: Publisher) -> None:
    publish_three(publisher)
    path = f"{publisher.path}/versions/1.1.0"

    answer = world.anonymous().get(path)
    again = world.anonymous().get(path, headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.status_code == 200
    assert (answer.json["group"], answer.json["api"], answer.json["base"]) == (
        "acme",
        "orders",
        "1.0.0",
    )
    assert answer.json["counts"] == {"error": 0, "warning": 0, "info": 1}
    assert again.status_code == 304


def test_what_was_never_published_is_not_there(publisher: Publisher) -> None:
    for path in ("", "/document", "/changes", "/operations"):
        assert publisher.get(f"/versions/9.9.9{path}").status_code == 404


def test_pending_versions_exist_for_members_only(world: World, publisher: Publisher) -> None:
    before, after = undetermined_pair()
    publisher.publish(before, version="1.0.0")
    publisher.publish(after, version="1.1.0")
    stranger = Publisher(world.client(), publisher.path)

    assert names(publisher.get("/versions")) == ["1.1.0", "1.0.0"]
    assert names(stranger.get("/versions")) == ["1.0.0"]
    assert stranger.get("/versions?state=pending").json["items"] == []
    for path in ("", "/document", "/changes", "/operations"):
        assert stranger.get(f"/versions/1.1.0{path}").status_code == 404
    assert stranger.get("/comparisons?base=1.0.0&revision=1.1.0").status_code == 404


def test_refused_publications_are_told_to_members_only(world: World, publisher: Publisher) -> None:
    publisher.publish(document_bytes("/orders", "/items"), version="1.0.0")
    publisher.publish(document_bytes("/orders"), version="1.1.0")
    stranger = Publisher(world.client(), publisher.path)

    assert len(publisher.get("/refused-publications").json["items"]) == 1
    assert stranger.get("/refused-publications").status_code == 403


def test_changes_are_listed_by_level_and_rule(publisher: Publisher) -> None:
    publish_three(publisher)

    everything = publisher.get("/versions/2.0.0/changes").json["items"]
    errors = publisher.get("/versions/2.0.0/changes?level=error&rule=path.removed").json["items"]
    first = publisher.get("/versions/2.0.0/changes?limit=1").json
    second = publisher.get(f"/versions/2.0.0/changes?limit=1&cursor={first['next_cursor']}").json
    none = publisher.get("/versions/1.0.0/changes").json

    assert [change["rule"] for change in everything] == ["path.removed", "path.removed"]
    assert errors == everything == first["items"] + second["items"]
    assert none == {"items": [], "next_cursor": None}


def test_operations_are_listed_path_by_path_as_in_the_document(publisher: Publisher) -> None:
    content = {
        "/b": {"get": {"responses": {"200": {"description": "b"}}, "operationId": "getB"}},
        "/a": {
            "post": {"responses": {"200": {"description": "a"}}, "deprecated": True},
            "get": {"responses": {"200": {"description": "a"}}},
        },
    }
    publisher.publish(_with_paths(content))

    everything = publisher.get("/versions/1.0.0/operations").json["items"]
    deprecated = publisher.get("/versions/1.0.0/operations?deprecated=true").json["items"]
    posts = publisher.get("/versions/1.0.0/operations?method=post").json["items"]

    assert [(one["method"], one["path"], one["operation_id"]) for one in everything] == [
        ("get", "/b", "getB"),
        ("get", "/a", None),
        ("post", "/a", None),
    ]
    assert [one["method"] for one in deprecated] == ["post"]
    assert posts == deprecated


def _with_paths(paths: dict[str, object]) -> dict[str, object]:
    return {"openapi": "3.1.0", "info": {"title": "Orders", "version": "1.0.0"}, "paths": paths}


def test_a_list_costs_the_same_however_long_it_is(app: Flask, publisher: Publisher) -> None:
    publish_three(publisher)
    publisher.get("/versions")

    with statements(app) as short:
        publisher.get("/versions?limit=1")
    with statements(app) as long:
        publisher.get("/versions?limit=100")

    assert len(long) == len(short)
    assert len(long) <= 6


@pytest.mark.parametrize(
    "path",
    [
        "/versions/1.0.0",
        "/versions/2.0.0/changes",
        "/versions/1.0.0/operations",
        "/refused-publications",
        "/versions/1.0.0/document",
    ],
)
def test_reading_one_thing_takes_few_statements(
    app: Flask, publisher: Publisher, path: str
) -> None:
    publish_three(publisher)

    with statements(app) as seen:
        assert publisher.get(path).status_code == 200

    assert len(seen) <= 8


def test_publishing_takes_a_bounded_number_of_statements(app: Flask, publisher: Publisher) -> None:
    publish_three(publisher)

    with statements(app) as few:
        publisher.publish(document_bytes("/orders", "/a"), version="2.1.0")
    with statements(app) as more:
        publisher.publish(
            document_bytes("/orders", "/a", *[f"/{n}" for n in range(30)]), version="2.2.0"
        )

    assert len(more) == len(few)
    assert len(few) <= 45


def test_a_token_bound_to_another_api_sees_no_private_versions(world: World) -> None:
    maintainer: User = world.user("bob")
    group = world.group("secret", maintainer=maintainer)
    mine, other = world.api(group, "mine"), world.api(group, "other")
    Publisher(world.client(maintainer, Scope.MANAGE), "/groups/secret/apis/mine").publish(
        document_bytes("/orders")
    )

    bound = world.client(maintainer, Scope.MANAGE, group_id=group.id, api_id=other.id)
    right = world.client(maintainer, Scope.MANAGE, group_id=group.id, api_id=mine.id)

    assert bound.get("/groups/secret/apis/mine/versions").status_code == 404
    assert right.get("/groups/secret/apis/mine/versions").status_code == 200
