"""Does every rule read well, for those who send and those who receive, whatever it is about?"""

import string
from dataclasses import replace
from typing import Any

import pytest

from service.openapi_diff import RULES, Cause, Change, Direction, Judgement, compare
from service.openapi_diff.places import place_parts
from service.openapi_diff.rules.explanations import EXPLANATIONS, Telling
from service.openapi_diff.sentences import place_in_words, sentence_of, telling_of
from tests.unit.openapi_diff.case_files import all_cases, documents_of
from tests.unit.openapi_diff.documents import with_schema

_PIECES = {"operations", "place", "subject", "before", "after", "old_types", "new_types"}
_LOUD = (Judgement.BREAKS, Judgement.RISKY)


def _tellings() -> list[tuple[str, Judgement, Telling]]:
    return [
        telling
        for rule in RULES.values()
        for telling in (
            (rule.id, rule.request, EXPLANATIONS[rule.id].request),
            (rule.id, rule.response, EXPLANATIONS[rule.id].response),
        )
    ]


def _change(rule: str, **more: Any) -> Change:
    found = Change(
        rule=rule,
        judgement=Judgement.BREAKS,
        direction=Direction.REQUEST,
        location="components/schemas/S/properties/a",
        operations=("POST /things",),
        base_pointer="/components/schemas/S/properties/a",
        revision_pointer="/components/schemas/S/properties/a",
        before=9,
        after=5,
        fingerprint="0" * 24,
    )
    return replace(found, **more)


def test_every_rule_has_its_row_and_every_row_a_rule() -> None:
    assert EXPLANATIONS.keys() == RULES.keys()


def test_what_is_loud_says_why_and_how_else() -> None:
    silent = [
        rule
        for rule, judgement, telling in _tellings()
        if judgement in _LOUD and not (telling.why and telling.instead)
    ]

    assert silent == []


def test_a_row_is_whole_sentences_and_asks_for_known_pieces() -> None:
    odd = [
        rule
        for rule, _judgement, telling in _tellings()
        for text in (telling.sentence, telling.why, telling.instead)
        if (text and not text.endswith(".")) or not _pieces_of(text) <= _PIECES
    ]

    assert odd == []


def _pieces_of(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_every_change_of_every_case_can_be_told() -> None:
    told = [
        sentence_of(change)
        for case in all_cases()
        for change in compare(*documents_of(case)).changes
    ]

    assert [text for text in told if not text.endswith(".") or len(text) < 20] == []


@pytest.mark.parametrize(
    ("direction", "sentence"),
    [
        (
            Direction.REQUEST,
            "Clients that send text of more than `5` characters in `a` of schema `S` to POST "
            "/things will be refused.",
        ),
        (
            Direction.RESPONSE,
            "Clients of POST /things may receive what the base ruled out: the greatest length is "
            "lower in `a` of schema `S`.",
        ),
    ],
)
def test_a_sentence_says_who_sends_what_where(direction: Direction, sentence: str) -> None:
    change = _change("schema.max-length-tightened", direction=direction)

    assert sentence_of(change) == sentence


def test_a_harmless_turn_of_a_breaking_rule_is_not_called_a_break() -> None:
    change = _change("schema.pattern-changed", judgement=Judgement.SAFE)

    assert sentence_of(change) == (
        "What clients send to POST /things stays accepted, though the pattern changed in `a` of "
        "schema `S`."
    )


def test_what_cannot_be_told_says_so_and_why() -> None:
    change = _change(
        "schema.pattern-changed", judgement=Judgement.UNDETERMINED, cause=Cause.PATTERN
    )

    assert sentence_of(change) == (
        "It cannot be told whether clients of POST /things are still accepted: the pattern changed "
        "in `a` of schema `S`, and patterns could not be compared."
    )


def test_a_break_by_a_usually_harmless_rule_still_has_a_reason_and_a_way_out() -> None:
    telling = telling_of(_change("property.added-optional"))

    assert "may be refused" in telling.sentence
    assert telling.why
    assert telling.instead


def test_long_names_and_lists_are_cut() -> None:
    name = "x" * 100_000
    change = _change(
        "schema.enum-value-removed",
        location=f"components/schemas/{name}/properties/{name}",
        operations=tuple(f"GET /{name}{number}" for number in range(900)),
        before=[name] * 20 + ["... 700 in all"],
        subject=name,
    )

    told = sentence_of(change)

    assert len(told) < 1500
    assert "and 695 more" in told
    assert "and 899 more operations" in told


@pytest.mark.parametrize(("count", "told"), [(0, "the API"), (2, "GET /0 and 1 more operation")])
def test_operations_are_counted(count: int, told: str) -> None:
    change = _change(
        "operation.removed", operations=tuple(f"GET /{number}" for number in range(count))
    )

    assert sentence_of(change) == f"Clients can no longer call {told}."


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("", "the document"),
        ("info/title", "`info > title`"),
        ("components", "`components`"),
        ("components/schemas/A", "schema `A`"),
        ("definitions/A/properties/b/items", "`b[]` of schema `A`"),
        ("components/schemas/A/allOf/1/properties/b", "`b` of schema `A`"),
        ("components/schemas/A/oneOf/B/prefixItems/0", "`(alternative B)[0]` of schema `A`"),
        ("components/schemas/A/patternProperties/^x/not", "`<^x> (not)` of schema `A`"),
        ("components/responses/R/headers/X-H/schema", "header of response R `X-H`"),
        ("components/parameters/p/schema/items", "parameter `p[]`"),
        ("paths/~1a", "path `/a`"),
        ("paths/~1a/get", "operation `GET /a`"),
        ("paths/~1a/parameters/query:q/schema", "query parameter `q`"),
        ("paths/~1a/get/parameters/3", "parameter `3`"),
        ("paths/~1a/get/requestBody/content/application~1json/schema", "the body"),
        (
            "paths/~1a/get/responses/200/content/a~1b/schema/additionalProperties",
            "`*` of the 200 response",
        ),
        ("paths/~1a/get/callbacks/c/{$url}/post/requestBody", "the body of callback c"),
        ("paths/~1a/get/x-thing/y", "`x-thing > y`"),
        ("webhooks/w/post/requestBody", "the body"),
    ],
)
def test_places_are_said_as_people_say_them(location: str, words: str) -> None:
    assert place_in_words(location) == words


def test_a_place_that_looks_like_another_stays_a_name() -> None:
    assert place_parts("components/schemas/~1paths~1x")[2] == "/paths/x"


def test_no_type_at_all_is_said_so() -> None:
    change = _change("schema.type-narrowed", before=["string"], after=[])

    assert "anything but no value at all (allowed so far: `string`)" in sentence_of(change)


def test_an_alternative_without_a_name_is_called_so() -> None:
    change = _change("compose.any-of-branch-removed", subject="")

    assert "kinds of value (without a name) in `a`" in sentence_of(change)


def test_braces_in_a_document_are_just_text() -> None:
    change = _change("schema.const-changed", before=["{place}"], after=["{0.__class__}"])

    assert '`"{place}"`' in sentence_of(change)
    assert '`"{0.__class__}"`' in sentence_of(change)


def test_the_fingerprint_does_not_hang_on_words(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = with_schema({"type": "string"}), with_schema({"type": "integer"})
    before = [change.fingerprint for change in compare(*documents).changes]

    monkeypatch.setitem(
        EXPLANATIONS, "schema.type-incompatible", EXPLANATIONS["schema.docs-changed"]
    )
    after = compare(*documents).changes

    assert [change.fingerprint for change in after] == before
    assert after[0].message.startswith("The text about")
