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

_PIECES = {
    *("operations", "place", "subject", "before", "after", "old_types", "new_types"),
    *("old_list", "alternatives", "cover"),
}
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


def test_alternatives_that_give_way_to_one_schema_are_named_to_those_who_receive() -> None:
    kinds = [{"$ref": "#/components/schemas/A~1B"}, {"title": "Cat", "type": "object"}]
    base = {"oneOf": [*kinds, {"type": "object", "required": ["z"]}]}
    parts = {name: {"type": "object", "required": [name]} for name in ("A/B",)}
    documents = with_schema(base, **parts), with_schema({"type": "object"}, **parts)

    told = [sentence_of(change) for change in compare(*documents).changes]

    assert (
        "Clients of POST /things may now also receive in the 200 response what its former "
        "alternatives (`A/B`, `Cat`, `object`) ruled out." in told
    )


def test_alternatives_that_could_not_be_told_apart_are_kept_for_those_who_prove_it() -> None:
    kinds = [{"$ref": "#/components/schemas/A"}, {"title": "Cat", "required": ["c"]}]
    parts = {"A": {"type": "object", "required": ["a"]}}
    plain = {"type": "object", "required": ["a"], "properties": {"x": {"type": "string"}}}

    changes = compare(with_schema({"oneOf": kinds}, **parts), with_schema(plain, **parts)).changes

    assert [change.judgement for change in changes] == [Judgement.UNDETERMINED] * 2
    assert sentence_of(replace(changes[1], judgement=Judgement.BREAKS)).endswith(
        "what its former alternatives (`A`, `Cat`) ruled out."
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("403", "DEFAULT", "`403` is no longer declared by itself; the `default` response covers"),
        ("DEFAULT", "400", "`400` is now declared by itself; the `default` response covered it."),
        ("4XX", "DEFAULT", "`4XX` is no longer declared by itself; the `default` response covers"),
        ("4XX", "404", "`404` is now declared by itself; the `4XX` response covered it."),
    ],
)
def test_a_status_and_the_response_that_covers_it_are_no_rename(
    before: str, after: str, told: str
) -> None:
    change = _change("response.range-vs-code", before=before, after=after)

    assert f"other statuses than before: {told}" in sentence_of(change)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["a", "b"], 'any value of its kind (only `"a"`, `"b"` until now) in'),
        (list("abcdef"), "any value of its kind (a list of 6 until now) in"),
        ([*"abcdef", "... 900 in all"], "any value of its kind (a list of 900 until now) in"),
    ],
)
def test_a_list_that_is_gone_is_told_by_its_length(values: list[str], told: str) -> None:
    change = _change("schema.enum-removed", direction=Direction.RESPONSE, before=values, after=None)

    assert told in sentence_of(change)


def test_a_long_list_of_short_values_is_kept_whole_and_one_of_long_values_is_not() -> None:
    short, long = (
        [f"v{number:03}" for number in range(150)],
        ["x" * 300 + str(n) for n in range(99)],
    )

    kept = [
        compare(with_schema({"enum": ["a", *values]}), with_schema({"enum": ["a"]})).changes[0]
        for values in (short, long)
    ]

    assert kept[0].before == short
    assert len(kept[1].before) == 21
    assert kept[1].before[-1] == "... 99 in all"


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
