"""Is the proof of a change told, bounded, and gone with the document it quotes?"""

from typing import Any

import pytest

from tests.factories.documents import Publisher, a_publisher, document
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

SECRET = "hunter2-the-password"  # noqa: S105 - what a document may leak


def taking(order: dict[str, Any]) -> dict[str, Any]:
    """Return a document that takes an order."""
    content = {"application/json": {"schema": order}}
    operation = {
        "requestBody": {"content": content, "required": True},
        "responses": {"200": {"description": "All is well."}},
    }
    return {**document("/orders"), "paths": {"/orders": {"post": operation}}}


def amount(maximum: int) -> dict[str, Any]:
    """Return the schema of an order of at most so many things."""
    return {
        "type": "object",
        "properties": {"amount": {"type": "integer", "maximum": maximum}},
        "required": ["amount"],
    }


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders."""
    return a_publisher(world, enforced=False)


def test_a_break_is_told_with_an_instance_that_shows_it(publisher: Publisher) -> None:
    publisher.publish(taking(amount(1000)), version="1.0.0")
    published = publisher.publish(taking(amount(100)), version="1.1.0").json

    (change,) = publisher.get("/versions/1.1.0/changes").json["items"]
    checked = publisher.check(taking(amount(100)), version="1.2.0", base="1.0.0").json
    compared = publisher.get("/comparisons?base=1.0.0&revision=1.1.0").json

    witness = change["witness"]
    assert 100 < witness["instance"]["amount"] <= 1000
    assert witness["instance_length"] == len(str(witness["instance"]).replace("'", '"'))
    assert {name: witness[name] for name in ("operation", "direction", "place", "pointer")} == {
        "operation": "POST /orders",
        "direction": "request",
        "place": "body",
        "pointer": "/amount",
    }
    assert (witness["accepted_by"], witness["refused_by"]) == ("base", "revision")
    assert change["unproved"] is None
    assert published["proved_count"] == compared["proved_count"] == 1
    assert compared["items"] == [change]
    assert checked["changes"] == [change]


def test_a_break_that_no_instance_can_show_says_why(publisher: Publisher) -> None:
    publisher.publish(document("/orders", "/items"), version="1.0.0")
    publisher.publish(document("/orders"), version="1.1.0")

    (change,) = publisher.get("/versions/1.1.0/changes").json["items"]

    assert (change["witness"], change["unproved"]) == (None, "not-a-schema-change")


@pytest.mark.parametrize("withheld", ["1.0.0", "1.1.0"])
@pytest.mark.parametrize("is_held_elsewhere", [False, True])
def test_a_proof_goes_with_the_document_that_it_quotes(
    publisher: Publisher, withheld: str, *, is_held_elsewhere: bool
) -> None:
    documents = {
        "1.0.0": taking({"type": "string", "enum": [SECRET, "b"]}),
        "1.1.0": taking({"type": "string", "enum": ["b"]}),
    }
    for version, body in documents.items():
        publisher.publish(body, version=version)
    if is_held_elsewhere:
        publisher.publish(documents[withheld], version="2.0.0")
    lists = ("/versions/1.1.0/changes", "/comparisons?base=1.0.0&revision=1.1.0")
    told = [publisher.get(path).text for path in lists]

    publisher.withhold(withheld)
    hidden = [publisher.get(path) for path in lists]

    assert all(f'"instance":"{SECRET}"' in text.replace(": ", ":") for text in told)
    for answer in hidden:
        assert answer.json["items"]
        assert SECRET not in answer.text
        assert [change["witness"] for change in answer.json["items"]] == [None]
