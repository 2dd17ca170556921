"""Is the table of rules complete, unique, mirrored, and proved by a case for every row?"""

import json

import pytest

from service.openapi_diff import RULES, Direction, Judgement
from service.openapi_diff.rules import judge
from service.openapi_diff.rules.messages import MESSAGE_RULES
from service.openapi_diff.rules.not_reported import NOT_REPORTED
from service.openapi_diff.rules.schemas import SCHEMA_RULES
from service.openapi_diff.rules.surface import SURFACE_RULES
from service.openapi_diff.verdicts import Effect
from tests.requirements import need_shared
from tests.unit.openapi_diff.case_files import all_cases

_OPPOSITES = (
    ("-added", "-removed"),
    (".added-", ".removed-"),
    ("-tightened", "-loosened"),
    ("became-required", "became-optional"),
    ("-narrowed", "-widened"),
    ("read-only-on", "read-only-off"),
    ("write-only-on", "write-only-off"),
    ("object.closed", "object.opened"),
)
# Rules whose opposite is not simply the other direction, each with the reason.
_NOT_MIRRORED = {
    "property.added-optional": "readers ignore properties they do not know, but miss known ones",
    "property.read-only-on": "servers ignore what is no longer sent to them",
    "property.write-only-on": "readers miss what is no longer returned, and ignore what is new",
    "response.error-added": "readers are assumed to cope with a status they do not know",
    "response.media-type-added": "clients ask for the media type they read",
    "response.success-added": "readers are assumed to cope with a status they do not know",
}


def test_every_rule_has_an_id_of_its_own() -> None:
    rows = [rule.id for rule in (*SURFACE_RULES, *MESSAGE_RULES, *SCHEMA_RULES)]

    assert sorted(RULES) == sorted(rows)


def test_every_rule_says_what_happened_in_one_phrase() -> None:
    odd = [
        rule.id
        for rule in RULES.values()
        if (rule.summary[0].islower() and not rule.summary.startswith(("x-", "null")))
        or rule.summary.endswith(".")
        or len(rule.summary) > 90
    ]

    assert odd == []


def test_every_row_of_the_catalogue_is_a_rule_or_has_a_reason_not_to_be() -> None:
    catalogue = json.loads(need_shared("comparison", "rule-catalogue.json").read_text())
    rows = catalogue["rules"] if isinstance(catalogue, dict) else catalogue

    catalogued = {row["id"] for row in rows}

    assert (RULES.keys() | NOT_REPORTED.keys()) == catalogued


def test_what_is_not_reported_is_no_rule_and_has_a_reason() -> None:
    odd = [rule for rule, reason in NOT_REPORTED.items() if rule in RULES or len(reason) < 20]

    assert odd == []


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    proved = {case["rule"] for case in all_cases()}

    assert proved == RULES.keys()


def test_every_case_reports_its_own_rule() -> None:
    silent = [
        case["name"]
        for case in all_cases()
        if case["rule"] not in {change[0] for change in case["changes"]}
    ]

    assert silent == []


def test_opposite_edits_have_opposite_judgements_or_a_waiver_that_is_needed() -> None:
    unlike = []
    for one, other in _opposites():
        left, right = RULES[one], RULES[other]
        if (left.request, left.response) != (right.response, right.request):
            unlike.append(one)

    assert sorted(unlike) == sorted(_NOT_MIRRORED)


def test_a_rule_without_direction_has_one_judgement() -> None:
    odd = [
        rule.id
        for rule in RULES.values()
        if not rule.directed and rule.request is not rule.response
    ]

    assert odd == []


@pytest.mark.parametrize(
    ("effect", "request_", "response"),
    [
        (Effect.NARROWED, Judgement.BREAKS, Judgement.SAFE),
        (Effect.WIDENED, Judgement.SAFE, Judgement.BREAKS),
        (Effect.UNKNOWN, Judgement.UNDETERMINED, Judgement.UNDETERMINED),
    ],
)
def test_an_effect_found_overrules_the_table(
    effect: Effect, request_: Judgement, response: Judgement
) -> None:
    rule = RULES["schema.pattern-changed"]

    assert judge(rule, effect) == (request_, response)


def test_directions_are_those_of_the_product() -> None:
    assert [direction.value for direction in Direction] == ["request", "response"]


def _opposites() -> list[tuple[str, str]]:
    """Pairs of ids that differ by an opposite and are both rules."""
    return [
        (rule_id, rule_id.replace(one, other))
        for rule_id in RULES
        for one, other in _OPPOSITES
        if one in rule_id and rule_id.replace(one, other) in RULES and RULES[rule_id].directed
    ]
