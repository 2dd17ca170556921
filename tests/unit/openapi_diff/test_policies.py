"""Do switches and presets change what they say, and nothing that nobody may change?"""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from service.openapi_diff import (
    PRESETS,
    RULES,
    STRICT,
    SWITCHES,
    Assumption,
    Calendar,
    ComparisonOptions,
    Judgement,
    Ruling,
    Verdict,
    compare,
    options_of,
)
from tests.unit.openapi_diff.case_files import all_cases, documents_of, options_of_case
from tests.unit.openapi_diff.documents import with_schema

_PAGE = Path(__file__).parents[3] / "docs" / "policies.md"
_OVERLAP = (
    with_schema({"oneOf": [{"type": "string"}, {"maxLength": 2}]}),
    with_schema({"oneOf": [{"type": "string"}, {"maxLength": 2}, {"minLength": 9}]}),
)
_FIRST_LIMITS = (
    with_schema({}),
    with_schema({"maxLength": 9, "maximum": 9, "minimum": 1, "minItems": 1}),
)
_PAIRS = [
    *((documents_of(case), options_of_case(case).calendar) for case in all_cases()),
    (_OVERLAP, None),
    (_FIRST_LIMITS, None),
]


@cache
def _judged(options: ComparisonOptions) -> dict[tuple[int, str], tuple[str, Judgement]]:
    """Rule and judgement of every change of the cases, by case and fingerprint."""
    return {
        (place, change.fingerprint): (change.rule, change.judgement)
        for place, (pair, calendar) in enumerate(_PAIRS)
        for change in compare(*pair, policy=replace(options, calendar=calendar)).changes
    }


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_changes_judgements_of_all_rules_it_names_and_of_no_other(name: str) -> None:
    switch = SWITCHES[name]
    strict, changed = _judged(STRICT), _judged(options_of("on", name))

    touched = {rule for key, (rule, _) in changed.items() if strict[key] != changed[key]}

    assert touched == {ruling.rule for ruling in switch.rulings} or (switch.doubted and touched)


@pytest.mark.parametrize("options", PRESETS.values(), ids=PRESETS)
def test_no_preset_makes_what_is_undetermined_anything_else(options: ComparisonOptions) -> None:
    strict, changed = _judged(STRICT), _judged(options)

    told = [
        key
        for key, (_, judgement) in strict.items()
        if judgement is Judgement.UNDETERMINED and changed[key][1] is not judgement
    ]

    assert told == []


def test_a_milder_judgement_rests_on_an_assumption_that_the_answer_lists() -> None:
    silent = [
        (switch.name, ruling.rule)
        for switch in SWITCHES.values()
        for ruling in switch.rulings
        if ruling.judgement in (Judgement.SAFE, Judgement.RISKY) and ruling.assumes is None
    ]
    base, revision = with_schema({"enum": ["a"]}), with_schema({"enum": ["a", "b"]})

    answer = compare(base, revision, policy=PRESETS["tolerant-reader"])

    assert (silent, answer.verdict, answer.assumptions) == (
        [],
        Verdict.COMPATIBLE,
        (Assumption.READERS_ACCEPT_MORE,),
    )


def test_an_edit_that_was_found_to_do_more_than_its_rule_says_is_not_made_milder() -> None:
    base = with_schema({"type": "object", "properties": {"a": {}}, "additionalProperties": False})
    revision = with_schema({"type": "object", "additionalProperties": False})
    removed = options_of("mine", "removed-request-properties-break")
    base_enum = with_schema({"type": "string", "maxLength": 1})
    revision_enum = with_schema({"enum": ["abc"]})
    mild = ComparisonOptions("mild", (Ruling("schema.enum-added", Judgement.SAFE),))

    answers = [
        compare(base, revision, policy=removed).verdict,
        compare(base_enum, revision_enum, policy=mild).verdict,
    ]

    assert answers == [Verdict.BREAKING, Verdict.BREAKING]


def test_a_ruling_on_new_limits_leaves_tightened_ones_alone() -> None:
    first = with_schema({"type": "string"}), with_schema({"type": "string", "maxLength": 5})
    tighter = (
        with_schema({"type": "string", "maxLength": 9}),
        with_schema({"type": "string", "maxLength": 5}),
    )
    options = options_of("mine", "new-limits-were-kept")

    verdicts = [compare(*pair, policy=options).verdict for pair in (first, tighter)]

    assert verdicts == [Verdict.COMPATIBLE, Verdict.BREAKING]


def test_a_doubted_assumption_is_named_as_the_cause() -> None:
    answer = compare(*_OVERLAP, policy=options_of("mine", "one-of-may-overlap"))

    assert "assumption" in answer.undetermined_causes


def test_options_that_judge_alike_have_one_digest() -> None:
    one = options_of("one", "xml-is-promised", "links-are-promised")
    other = options_of("other", "links-are-promised", "xml-is-promised")
    dated = ComparisonOptions("dated", calendar=Calendar(date(2030, 1, 31)))

    digests = {options.digest for options in (*PRESETS.values(), one, other, dated)}

    assert (one.digest == other.digest, len(digests)) == (True, len(PRESETS) + 2)


def test_rulings_name_rules_that_exist() -> None:
    named = {ruling.rule for switch in SWITCHES.values() for ruling in switch.rulings}

    assert named <= RULES.keys()


def test_the_page_of_policies_names_every_preset_and_switch() -> None:
    page = _PAGE.read_text()

    rows = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}

    assert rows == {*PRESETS, *SWITCHES}
