"""Is every rule told with an example that really shows it?"""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.commands import rules_page_command
from service.errors import NotFound
from service.openapi_diff import PRESETS, RULES, Judgement
from service.pagination import PageRequest
from service.rules import use_cases
from service.rules.catalogue import told_rules
from service.rules.examples import all_examples
from service.rules.page import anchor_of, rules_page


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert list(all_examples()) == list(RULES)


@pytest.mark.parametrize("rule", list(RULES))
def test_the_example_of_a_rule_gives_that_rule(rule: str) -> None:
    assert all_examples()[rule].changes


def test_an_example_that_changes_nothing_would_be_noticed() -> None:
    example = all_examples()["schema.enum-value-removed"]

    same = type(example)(example.rule, example.place, example.before, example.before, None, None)

    assert same.changes == ()


def test_the_examples_show_most_rules_where_they_break() -> None:
    broken = [
        rule.id
        for rule in told_rules().values()
        if Judgement.BREAKS in (rule.request.judgement, rule.response.judgement)
    ]

    shown = [
        rule
        for rule in broken
        if Judgement.BREAKS in {change.judgement for change in told_rules()[rule].changes}
    ]

    assert len(shown) > 0.8 * len(broken)


def test_loud_rules_say_why_and_how_else_and_quiet_ones_do_not() -> None:
    meanings = [
        meaning for rule in told_rules().values() for meaning in (rule.request, rule.response)
    ]

    is_loud = [meaning.judgement in (Judgement.BREAKS, Judgement.RISKY) for meaning in meanings]
    is_told = [bool(meaning.why and meaning.instead) for meaning in meanings]

    assert is_loud == is_told


def test_policies_that_judge_otherwise_are_told_with_the_rule() -> None:
    told = {(policy.policy, rule.id) for rule in told_rules().values() for policy in rule.policies}

    rulings = {
        (preset.name, ruling.rule) for preset in PRESETS.values() for ruling in preset.rulings
    }
    assert told == rulings


def test_the_page_has_an_anchor_for_every_rule_and_no_dead_link() -> None:
    page = rules_page()

    anchors = re.findall(r'<a id="([a-z0-9-]+)"></a>', page)
    links = re.findall(r"\]\(#([a-z0-9-]+)\)", page)
    assert anchors == links == [anchor_of(rule) for rule in RULES]
    assert len(set(anchors)) == len(anchors)


def test_the_page_is_written_and_checked(tmp_path: Path) -> None:
    page = tmp_path / "rules.md"

    missing = CliRunner().invoke(rules_page_command, [str(page), "--check"])
    written = CliRunner().invoke(rules_page_command, [str(page)])
    fresh = CliRunner().invoke(rules_page_command, [str(page), "--check"])
    page.write_text(page.read_text() + "more")
    stale = CliRunner().invoke(rules_page_command, [str(page), "--check"])

    assert [result.exit_code for result in (missing, written, fresh, stale)] == [1, 0, 0, 1]
    assert "run make rules-doc" in stale.output


def test_pages_together_are_all_rules_in_order() -> None:
    found: list[str] = []
    cursor = None
    while True:
        page = use_cases.list_rules(PageRequest(limit=100, cursor=cursor))
        found.extend(rule.id for rule in page.items)
        if (cursor := page.next_cursor) is None:
            break

    assert found == list(RULES)


def test_a_rule_is_found_by_its_id_or_refused() -> None:
    assert use_cases.get_rule("path.removed").summary == "The path is gone"
    with pytest.raises(NotFound):
        use_cases.get_rule("path.unheard-of")
