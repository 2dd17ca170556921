"""Can someone who has only the text say who is hit, by what, and what would have been better?"""

from dataclasses import replace
from typing import Any

import pytest

from service.cli.comparison_findings import Section, loud_findings, section_of
from service.cli.comparison_formats import Format, render
from service.cli.comparison_summary import quiet_kinds
from service.openapi_diff import Cause, Change, Direction, Judgement, Level
from tests.unit.cli.compared import report_of
from tests.unit.openapi_diff.documents import with_operation, with_schema

_OK = {"responses": {"200": {"description": "done"}}}
_TEXT = {"type": "string"}


def _shop(colours: list[Any], **more: Any) -> dict[str, Any]:
    item = {"type": "object", "properties": {"colour": {"enum": colours}, **more}}
    return with_schema({"$ref": "#/components/schemas/Item"}, Item=item)


def _text(base: dict[str, Any], revision: dict[str, Any], **more: Any) -> str:
    return render(report_of(base, revision, **{"least": Level.WARNING, **more}), Format.TEXT)


def test_the_report_answers_the_questions_in_the_order_of_asking() -> None:
    told = _text(_shop(["red", "blue"], size=_TEXT), _shop(["blue", "green"]))

    lines = [line for line in told.splitlines() if line]
    assert lines[:7] == [
        "Breaking: the revision breaks clients that rely on the base.",
        "3 changes break, 1 may hurt, 2 harmless.",
        "What breaks hits 1 of 1 operation; 0 gone, 0 new.",
        "1 operation refuses requests that it accepted:",
        "  POST /things  [1] colour",
        "1 operation may answer what its clients do not expect:",
        "  POST /things  [2] colour, [3] size",
    ]
    order = [told.index(section.title) for section in Section if section.title in told]
    assert order == sorted(order)
    assert told.index("Why it breaks, and how it could be done without") > order[-1]


def test_a_finding_says_what_where_and_what_is_allowed_now() -> None:
    told = _text(_shop(["red", "blue"]), _shop(["blue", "green"])).splitlines()

    start = next(index for index, line in enumerate(told) if line.startswith("[1]"))
    assert told[start : start + 4] == [
        '[1] Clients that send `"red"` in `colour` of schema `Item` to POST /things will be '
        "refused.",
        '    removed ["red"]  old.json:39:6 #/components/schemas/Item/properties/colour',
        "    after   new.json:39:6 #/components/schemas/Item/properties/colour",
        '    allowed now: ["blue", "green"]',
    ]


def test_the_sides_show_only_what_changed() -> None:
    base = _shop(["red"], size={"type": "string", "maxLength": 9})
    revision = _shop(["red"], size={"type": "string", "maxLength": 5})
    revision["components"]["schemas"]["Item"]["required"] = ["size"]

    told = _text(base, revision)

    assert "    before  optional  old.json:" in told
    assert "    after   required  new.json:" in told
    assert '{"type"' not in told


def test_statuses_are_told_by_the_sentence_alone() -> None:
    base, revision = (
        with_operation({"responses": {"200": {"description": "d"}, status: {"description": "d"}}})
        for status in ("403", "default")
    )

    told = _text(base, revision)

    assert "the `default` response covers it" in told
    assert '"403"' not in told
    assert "DEFAULT" not in told


@pytest.mark.parametrize(
    ("count", "end"),
    [
        (40, '"v39"]  '),
        (150, '"v39", ... 110 more; all with --format json]  '),
        (300, '"v39", ... 260 more]  '),
    ],
)
def test_long_lists_are_shown_as_far_as_one_reads_them(count: int, end: str) -> None:
    values = [f"v{number:02}" for number in range(count)]
    listed = sorted(values)[:40]

    told = _text(_shop(["a", *values]), _shop(["a"]))

    assert f'removed ["{listed[0]}", ' in told
    assert end.replace("v39", listed[-1]) in told


def test_a_value_that_looks_like_a_remark_of_ours_is_just_a_value() -> None:
    told = _text(_shop(["a", "b", "... many in all"]), _shop(["a"]))

    assert 'removed ["... many in all", "b"]  old.json' in told
    assert 'removed ["... 0 in all", 1]' in _text(_shop(["a", 1, "... 0 in all"]), _shop(["a"]))


def test_a_removed_value_with_a_new_twin_is_asked_about() -> None:
    base, revision = _shop(["tag", "red", "old"]), _shop(["tags", "red", "blue"])

    told, changelog = _text(base, revision), render(report_of(base, revision), Format.MARKDOWN)

    assert "    was `tag` renamed to `tags`, which is new?\n" in told
    assert "was `tag` renamed to `tags`, which is new?" in changelog
    assert "`old` renamed" not in told


def test_a_value_that_was_there_before_is_no_new_name() -> None:
    told = _text(_shop(["tag", "tags"]), _shop(["tags", "blue"]))

    assert "renamed" not in told


def test_points_are_counted_where_they_are_fewer_than_the_changes() -> None:
    told = _text(_shop(["red"], a=_TEXT, b=_TEXT, c=_TEXT), _shop(["red"]))

    assert "\n3 changes break, told in 1 point, " in told
    assert "  POST /things  [1] a, b and 1 more\n" in told


def test_what_is_ignored_names_its_assumptions_where_there_are_any() -> None:
    resting = _text(_shop(["red"]), _shop(["red"], a=_TEXT))
    certain = _text(with_operation(_OK), with_operation({**_OK, "summary": "x"}))

    assert "(breaks nobody, under the assumptions at the end)" in resting
    assert "(breaks nobody)" in certain


def test_many_findings_of_one_operation_are_cut_and_counted() -> None:
    def documents(less: int) -> dict[str, Any]:
        sizes = {f"p{n}": {"maxLength": 100 + n - less * (n + 1)} for n in range(15)}
        return with_schema({"properties": sizes})

    assert ", [12] p6 and 3 more\n" in _text(documents(0), documents(5))


def test_what_breaks_comes_with_the_reason_and_the_other_way() -> None:
    told = _text(_shop(["red", "blue"]), _shop(["blue"]))

    advice = told[told.index("Why it breaks") :]
    assert "[1] schema.enum-value-removed, in what clients send\n    why      " in advice
    assert "    instead  Keep accepting the old value as another name" in advice


def test_what_is_gone_is_told_before_anything_else() -> None:
    base = with_operation(_OK)
    base["paths"]["/things"]["get"] = _OK

    told = _text(base, with_operation(_OK))

    assert "1 operation cannot be called as before:\n  GET /things  [1]" in told
    assert "[1] Clients can no longer call GET /things." in told
    assert "    after   not there" in told


def test_everything_that_is_gone_is_one_finding() -> None:
    base = with_operation(_OK)
    base["paths"].update({f"/gone{number}": {"get": _OK, "put": _OK} for number in range(30)})

    told = _text(base, with_operation(_OK))

    assert "[1] Clients can no longer call GET /gone0 and 59 more operations: the path is" in told
    assert "    reaches 60 operations: GET /gone0, " in told
    assert ", PUT /gone9\n" in told
    assert "[2]" not in told


def test_the_same_edit_of_many_definitions_is_told_once() -> None:
    def documents(limit: int) -> dict[str, Any]:
        names = [f"P{number}" for number in range(40)]
        schemas = {name: {"type": "string", "maxLength": limit} for name in names}
        references = {name: {"$ref": f"#/components/schemas/{name}"} for name in names}
        return with_schema({"type": "object", "properties": references}, **schemas)

    told = _text(documents(9), documents(5))

    assert told.count("text of more than `5` characters") == 1
    assert "    also    schema `P1` old.json:" in told
    assert "    also    ... and 27 more places" in told


def test_properties_that_go_together_are_told_together() -> None:
    base = _shop(["red"], a=_TEXT, b={"type": "integer"}, c=_TEXT)

    findings = loud_findings(report_of(base, _shop(["red"])).comparison.changes)

    (received,) = findings[Section.RECEIVED]
    assert [change.subject for change in received.changes] == ["a", "b", "c"]


def test_thousands_of_findings_are_cut_and_counted() -> None:
    def documents(first: int) -> dict[str, Any]:
        properties = {f"p{number}": {"maxLength": number + first} for number in range(150)}
        return with_schema({"type": "object", "properties": properties})

    told = _text(documents(9), documents(5))

    assert "... and 50 more findings of this kind; --format json lists them all." in told


def test_many_operations_are_cut_and_counted() -> None:
    def documents(schema: Any) -> dict[str, Any]:
        found = with_schema({"$ref": "#/components/schemas/A"}, A=schema)
        operation = found["paths"]["/things"]["post"]
        found["paths"] = {f"/things{number}": {"post": operation} for number in range(60)}
        return found

    told = _text(documents(_TEXT), documents({"type": "integer"}))

    assert "  ... and 20 more" in told
    assert "    reaches 60 operations: POST /things0, " in told
    assert " and 48 more" in told


def test_what_moved_to_another_definition_names_both() -> None:
    old, new = ({"type": "object", "properties": {"a": {"maxLength": size}}} for size in (9, 5))
    base = with_schema({"$ref": "#/components/schemas/Old"}, Old=old)

    told = _text(base, with_schema({"$ref": "#/components/schemas/New"}, New=new))

    assert "    described by schema Old before, by schema New now" in told


def test_what_cannot_be_told_has_a_section_of_its_own() -> None:
    base, revision = ({**_TEXT, "pattern": f"^(?={letter})"} for letter in "ab")

    told = _text(with_schema(base), with_schema(revision))

    assert told.startswith("Undetermined: ")
    assert f"{Section.OPEN.title} ({Section.OPEN.gist})" in told
    assert "and patterns could not be compared." in told


def test_harmless_changes_are_counted_by_kind_and_listed_when_asked_for() -> None:
    more = {f"new{number}": _TEXT for number in range(50)}
    base, revision = _shop(["red"]), _shop(["red"], **more)

    short = _text(base, revision)
    full = _text(base, revision, least=Level.INFO)

    assert (
        "      50 x An optional property is new, in what clients receive: `new0`, `new1`" in short
    )
    assert "`new44` of schema `Item` and 10 more" in short
    assert "100 quieter changes are only counted; --level info lists all places." in short
    assert "`new9` of schema `Item`" in full
    assert "quieter" not in full


def test_new_operations_are_named() -> None:
    base, revision = with_operation(_OK), with_operation(_OK)
    revision["paths"]["/more"] = {"get": _OK, "put": _OK}

    told = _text(base, revision)

    assert "0 gone, 2 new." in told
    assert "1 x The path is new (2 operations): GET /more, PUT /more" in told


def test_nothing_is_nothing() -> None:
    told = _text(_shop(["red"]), _shop(["red"]))

    assert told == "Compatible: nothing that the base promised is broken.\nNothing changed."


def test_texts_alone_are_only_counted() -> None:
    (kind,) = quiet_kinds(
        report_of(with_operation(_OK), with_operation({**_OK, "summary": "x"}), least=Level.ERROR)
    )

    assert (kind.is_of_texts, kind.count, kind.hidden) == (True, 1, 0)


def test_an_edited_text_is_shown_once_as_it_was_and_is() -> None:
    base, revision = (
        with_operation({**_OK, "summary": text}) for text in ("Old words", "New words")
    )

    told = _text(base, revision)

    assert (
        "       1 x The text of the operation changed: operation `POST /things` (`Old words` is "
        "now `New words`)\n" in told
    )


def test_a_harmless_change_of_a_parameter_names_its_operation() -> None:
    def documents(values: list[str]) -> dict[str, Any]:
        parameter = {
            "name": "q",
            "in": "query",
            "schema": {"type": "array", "items": {"enum": values}},
        }
        return with_operation({**_OK, "parameters": [parameter]})

    told = _text(documents(["a"]), documents(["a", "b"]))

    assert ": query parameter `q[]` of POST /things\n" in f"{told}\n"


def test_one_quiet_change_is_spoken_of_as_one() -> None:
    told = _text(with_operation(_OK), with_operation({**_OK, "summary": "x"}))

    assert "1 quieter change is only counted" in told


def test_without_lines_the_pointers_stay() -> None:
    told = _text(_shop(["red", "blue"]), _shop(["blue"]), has_lines=False)

    assert '    removed ["red"]  #/components/schemas/Item/properties/colour' in told
    assert "old.json" not in told


@pytest.mark.parametrize(
    ("judgement", "direction", "section"),
    [
        (Judgement.BREAKS, None, Section.GONE),
        (Judgement.BREAKS, Direction.REQUEST, Section.SENT),
        (Judgement.BREAKS, Direction.RESPONSE, Section.RECEIVED),
        (Judgement.UNDETERMINED, Direction.REQUEST, Section.OPEN),
        (Judgement.RISKY, Direction.REQUEST, Section.RISKY),
        (Judgement.SAFE, Direction.REQUEST, Section.HARMLESS),
        (Judgement.DOCUMENTATION, None, Section.HARMLESS),
    ],
)
def test_every_change_answers_a_question(
    judgement: Judgement, direction: Direction | None, section: Section
) -> None:
    change = report_of(_shop(["red"]), _shop(["blue"])).comparison.changes[0]

    assert section_of(replace(change, judgement=judgement, direction=direction)) is section


def test_doubts_of_different_causes_are_different_findings() -> None:
    change: Change = report_of(_shop(["red"]), _shop(["blue"])).comparison.changes[0]
    doubts = [
        replace(change, judgement=Judgement.UNDETERMINED, cause=cause)
        for cause in (Cause.PATTERN, Cause.LIMIT)
    ]

    assert [finding.number for finding in loud_findings(doubts)[Section.OPEN]] == [1, 2]


def test_the_changelog_says_the_same_in_markdown() -> None:
    base = with_schema({"$ref": "#/components/schemas/Old"}, Old={"enum": ["a", "b"]})
    revision = with_schema({"$ref": "#/components/schemas/New"}, New={"enum": ["b"]})

    told = render(report_of(base, revision), Format.MARKDOWN).splitlines()

    start = told.index(f"### {Section.SENT.title}")
    assert told[0] == "## Breaking: the revision breaks clients that rely on the base."
    assert told[start + 2 : start + 5] == [
        '- **1.** Clients that send `"a"` in schema `Old` to `POST /things` will be refused.',
        '  - Allowed now: `["b"]`',
        "  - Described by `schema Old` before, by `schema New` now",
    ]
    assert told[start + 5].startswith("  - Why: A value that was listed is refused")
    assert told[start + 6].startswith("  - Instead: Keep accepting the old value")
    assert told[start + 7].startswith("  - before `old.json:")
    assert told[start + 7].endswith("`schema.enum-value-removed`")


def test_the_changelog_is_cut_and_counted_too() -> None:
    def documents(first: int) -> dict[str, Any]:
        properties = {f"p{number}": {"maxLength": number + first} for number in range(150)}
        found = with_schema({"$ref": "#/components/schemas/A"}, A={"properties": properties})
        operation = found["paths"]["/things"]["post"]
        found["paths"] = {f"/things{number}": {"post": operation} for number in range(20)}
        return found

    report = report_of(documents(9), documents(5), least=Level.WARNING)
    told = render(report, Format.MARKDOWN)

    assert "- ... and 50 more of this kind" in told
    assert "`POST /things19` and 8 more" in told
    assert "150 quieter changes are only counted; --level info lists all places." in told


def test_the_changelog_names_the_other_places_of_an_edit() -> None:
    base = _shop(["red"], a=_TEXT, b=_TEXT)

    told = render(report_of(base, _shop(["red"])), Format.MARKDOWN)

    assert "  - Also: `b` of schema `Item`" in told
