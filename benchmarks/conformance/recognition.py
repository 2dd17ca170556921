"""What does a case that does not agree hold? Questions that the classes of disagreement ask.

Each looks at the documents, at the ids that the source expects and at the rules that we report.
"""

from collections.abc import Callable
from typing import Any

from benchmarks.conformance.answers import Agreement, Answer
from benchmarks.conformance.cases import Expected
from benchmarks.conformance.differences import (
    HOMES,
    Difference,
    differences,
    is_idle,
    is_serialisation,
    is_unused,
)
from service.openapi_diff import RULES, Change, Direction, Judgement
from service.openapi_diff.pointers import MISSING, resolve

_HARMLESS = (Judgement.SAFE, Judgement.RISKY)
_QUIET = frozenset(("info", "annotation", "non-breaking", "unclassified", "deprecated"))
_REMOVALS = frozenset(
    (
        "path.removed",
        "path.removed-deprecated",
        "operation.removed",
        "operation.removed-deprecated",
    )
)

Question = Callable[[Answer], bool]


def is_missed(answer: Answer) -> bool:
    return answer.agreement is Agreement.MISSED


def is_alarm(answer: Answer) -> bool:
    return answer.agreement is Agreement.ALARM


def is_undetermined(answer: Answer) -> bool:
    return answer.agreement is Agreement.UNDETERMINED


def all_of(*questions: Question) -> Question:
    return lambda answer: all(question(answer) for question in questions)


def breaks_only_by(*rules: str) -> Question:
    """An alarm, and nothing but these rules (or families: `security.`) raises it."""
    return lambda answer: is_alarm(answer) and _all_match(_breaking(answer), rules)


def harmless_by(*rules: str) -> Question:
    """Missed, and what they mean is reported by one of these rules as harmless."""
    return lambda answer: (
        is_missed(answer) and any(change.rule.startswith(rules) for change in _meant(answer))
    )


def expects(*rules: str) -> Question:
    """Missed, and what the source calls breaking would be one of these rules of ours."""
    return lambda answer: (
        is_missed(answer)
        and any(
            rule.startswith(rules)
            for expected in _loud(answer)
            for rule in _rules(answer, expected)
        )
    )


def breaks_at(part: str) -> Question:
    """An alarm, and all of it comes from places with this in one of their pointers."""
    return lambda answer: (
        is_alarm(answer)
        and all(
            part in f"{change.base_pointer} {change.revision_pointer}"
            for change in _breaking(answer)
        )
    )


def differ_only(test: Callable[[Difference], bool]) -> Question:
    """The documents differ, but, their own description aside, in nothing that fails the test."""

    def ask(answer: Answer) -> bool:
        found = _differences(answer)
        return bool(found) and all(map(test, found))

    return ask


def differ_only_in_unused(answer: Answer) -> bool:
    """Only definitions differ that no operation uses."""
    return _all_on_both_sides(answer, is_unused)


def differ_only_in_idle(answer: Answer) -> bool:
    """Only keywords differ that say nothing about the type beside them."""
    return _all_on_both_sides(answer, is_idle)


def differ_only_in_version(answer: Answer) -> bool:
    """Only the description of the document differs, and they call that breaking."""
    pair = answer.pair
    return (
        is_missed(answer)
        and pair is not None
        and pair.base != pair.revision
        and not _differences(answer)
    )


def is_serialisation_without_effect(answer: Answer) -> bool:
    """Style and explode are written out, or mean nothing for what is written."""
    return is_missed(answer) and differ_only(lambda found: is_serialisation(found.path))(answer)


def is_extension(difference: Difference) -> bool:
    """In an extension, or in the deprecation that it goes with."""
    names = map(str, difference.path)
    return any(name.startswith("x-") or name == "deprecated" for name in names)


def is_component_rename(answer: Answer) -> bool:
    """Missed; definitions and references to them differ, and we see no change at all."""
    renamed = differ_only(lambda found: found.path[0] in HOMES or found.path[-1] == "$ref")
    return is_missed(answer) and not answer.seen and renamed(answer)


def is_inside_negation(answer: Answer) -> bool:
    return is_missed(answer) and differ_only(lambda found: "not" in found.path)(answer)


def has_no_operations(answer: Answer) -> bool:
    """Missed; the documents are fragments without a path or a webhook."""
    pair = answer.pair
    sides = () if pair is None else (pair.base, pair.revision)
    return is_missed(answer) and not any(
        side.get("paths") or side.get("webhooks") for side in sides
    )


def is_asserted_in_part(answer: Answer) -> bool:
    """An alarm; the source asserts only some of what it found."""
    return is_alarm(answer) and answer.case.mode == "contains"


def ends_with(*keywords: str) -> Callable[[Difference], bool]:
    return lambda difference: bool(difference.path) and difference.path[-1] in keywords


def is_the_other_direction(answer: Answer) -> bool:
    """We report the very edits; they would break the other side of the exchange."""
    return is_missed(answer) and any(map(_breaks_the_other_way, _meant(answer) or answer.seen))


def is_more_than_before(answer: Answer) -> bool:
    """We report the very edits; they break nobody, whoever sends."""
    return is_missed(answer) and any(map(_breaks_nobody, _meant(answer)))


def rests_on_an_assumption(answer: Answer) -> bool:
    """One schema; what we call harmless is so under an assumption that the answer lists."""
    if answer.case.kind != "json-schema":
        return False
    return is_missed(answer) and any(change.assumption is not None for change in answer.seen)


def is_about_order(answer: Answer) -> bool:
    """Missed, and what the source calls breaking is another order."""
    loud = _loud(answer)
    return is_missed(answer) and bool(loud) and all("Order" in expected.id for expected in loud)


def is_decided_by_a_mark(answer: Answer) -> bool:
    """An extension, or a raised version, makes the source judge as it does."""
    marked = all_of(is_missed, differ_only(is_extension))
    return _is_removal_of_something_marked(answer) or marked(answer)


def is_alarm_on_one_schema(answer: Answer) -> bool:
    return is_alarm(answer) and answer.case.kind == "json-schema"


def _is_removal_of_something_marked(answer: Answer) -> bool:
    if answer.pair is None or not breaks_only_by(*_REMOVALS)(answer):
        return False
    base, revision = answer.pair.base, answer.pair.revision
    gone = [resolve(base, change.base_pointer or "") for change in _breaking(answer)]
    return any(map(_is_marked, gone)) or base.get("info") != revision.get("info")


def _is_marked(value: Any) -> bool:
    if value is MISSING or not isinstance(value, dict):
        return False
    return any(key.startswith("x-") or _is_marked(below) for key, below in value.items())


def _differences(answer: Answer) -> list[Difference]:
    """What differs between the documents, their own description aside."""
    if answer.pair is None:
        return []
    found = differences(answer.pair.base, answer.pair.revision)
    return [difference for difference in found if difference.path[:1] != ("info",)]


def _all_on_both_sides(answer: Answer, test: Callable[[Any, tuple[str | int, ...]], bool]) -> bool:
    found = _differences(answer)
    if answer.pair is None or not found:
        return False
    sides = answer.pair.base, answer.pair.revision
    return all(test(side, difference.path) for side in sides for difference in found)


def _breaking(answer: Answer) -> list[Change]:
    return [change for change in answer.seen if change.judgement is Judgement.BREAKS]


def _all_match(changes: list[Change], rules: tuple[str, ...]) -> bool:
    return bool(changes) and all(change.rule.startswith(rules) for change in changes)


def _loud(answer: Answer) -> list[Expected]:
    """What the source does not call harmless."""
    return [
        expected
        for expected in answer.case.expected
        if (expected.level or "").lower() not in _QUIET
    ]


def _rules(answer: Answer, expected: Expected) -> frozenset[str]:
    meaning = answer.vocabulary.read(expected)
    return frozenset() if meaning is None else meaning.rules


def _meant(answer: Answer) -> list[Change]:
    """Our harmless changes that say what the source calls breaking; all, where it says nothing."""
    loud = _loud(answer)
    rules = {rule for expected in loud for rule in _rules(answer, expected)}
    harmless = [change for change in answer.seen if change.judgement in _HARMLESS]
    return [change for change in harmless if change.rule in rules or not rules]


def _breaks_the_other_way(change: Change) -> bool:
    rule = RULES[change.rule]
    other = rule.request if change.direction is Direction.RESPONSE else rule.response
    return (
        change.judgement in _HARMLESS and change.direction is not None and other is Judgement.BREAKS
    )


def _breaks_nobody(change: Change) -> bool:
    rule = RULES[change.rule]
    return rule.request is not Judgement.BREAKS and rule.response is not Judgement.BREAKS
