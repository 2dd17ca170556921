"""Can anybody ask what a rule of comparison means?"""

import pytest

from service.openapi_diff import RULES
from tests.factories.world import World


def test_anybody_may_list_the_rules_page_by_page(world: World) -> None:
    seen: list[str] = []
    path = "/rules?limit=100"
    while path:
        answer = world.anonymous().get(path)
        seen += [rule["id"] for rule in answer.json["items"]]
        link = answer.headers.get("Link", "")
        path = link.partition(">")[0].removeprefix("<http://localhost/api/v1")

    assert seen == list(RULES)


def test_a_rule_tells_what_it_means_with_an_example(world: World) -> None:
    rule = world.anonymous().get("/rules/schema.enum-value-removed").json

    assert (rule["area"], rule["directed"]) == ("schema", True)
    assert (rule["request"]["judgement"], rule["response"]["judgement"]) == ("breaks", "safe")
    assert rule["request"]["instead"].startswith("Keep accepting the old value")
    assert rule["response"]["why"] is None
    assert rule["example"]["after"] == {"enum": ["green"]}
    assert rule["changes"][0]["message"].startswith('Clients that send `"red"`')


@pytest.mark.parametrize("rule", ["schema.unheard-of", "schema", "Schema.Enum", "a.b%2Fc"])
def test_what_is_no_rule_is_not_found(world: World, rule: str) -> None:
    answer = world.anonymous().get(f"/rules/{rule}")

    assert (answer.status_code, answer.json["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize("cursor", ["WzFd", "WyJubyJd", "abcd"])
def test_a_cursor_of_another_list_is_refused(world: World, cursor: str) -> None:
    answer = world.anonymous().get(f"/rules?cursor={cursor}")

    assert (answer.status_code, answer.json["error"]["code"]) == (400, "validation_error")
