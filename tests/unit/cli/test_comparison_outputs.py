"""Is every output what its readers expect, whatever the documents say?"""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest

from service.cli.comparison_formats import Format, render
from service.cli.comparison_json import json_schema
from service.cli.comparison_markdown import code
from service.cli.comparison_report import Report
from service.openapi_diff import Direction, Level, Side, Unproved, Witness, WitnessKind
from tests.unit.cli.compared import HOSTILE, report_of
from tests.unit.openapi_diff.case_files import all_cases, documents_of
from tests.unit.openapi_diff.documents import with_schema

_TEXT, _NUMBER = {"type": "string"}, {"type": "integer"}
_BREAKING = with_schema(_TEXT), with_schema(_NUMBER)
_WITNESS = Witness(
    kind=WitnessKind.REFUSED,
    instance={"a": HOSTILE},
    operation="POST /things",
    direction=Direction.REQUEST,
    place="body",
    name=None,
    status=None,
    media_type="application/json",
    accepted_by=Side.BASE,
    refused_by=Side.REVISION,
    pointer="",
    reason="it is no integer",
)


def _hostile() -> Report:
    """A report in which every text that comes from the documents is hostile."""
    name = HOSTILE.replace("\x00", "")

    def document(schema: dict[str, Any]) -> dict[str, Any]:
        found = with_schema({"$ref": "#/components/schemas/Thing"}, Thing=schema)
        operation = found["paths"].pop("/things")
        return {**found, "paths": {f"/{name.replace('{', '')}": operation}}

    before = {"type": "object", "properties": {name: {"enum": [name, "b"]}, f"{name}2": _TEXT}}
    after = {"type": "object", "properties": {name: {"enum": ["b"]}}}
    report = report_of(document(before), document(after))
    changes = [replace(change, witness=_WITNESS) for change in report.comparison.changes]
    comparison = report.comparison.with_changes(changes)
    return replace(
        report,
        comparison=comparison,
        base=replace(report.base, name=HOSTILE),
        revision=replace(report.revision, name=HOSTILE),
    )


@pytest.mark.parametrize("format_", [Format.JSON, Format.SARIF])
def test_a_proof_beyond_64_bits_is_written_digit_by_digit(format_: Format) -> None:
    report = report_of(*_BREAKING)
    beyond = replace(_WITNESS, instance=-(2**63) - 1)
    changes = [replace(change, witness=beyond) for change in report.comparison.changes]

    text = render(replace(report, comparison=report.comparison.with_changes(changes)), format_)

    assert "-9223372036854775809" in text
    assert json.loads(text)


def _closed(schema: Any) -> Any:
    """The schema with every object closed, so that nothing undeclared slips through."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    if "properties" in closed and "additionalProperties" not in closed:
        closed["additionalProperties"] = False
    return closed


_VALIDATOR = jsonschema_rs.Draft202012Validator(_closed(json.loads(json_schema())), offline=True)


def _json_of(report: Report) -> Any:
    return json.loads(render(report, Format.JSON))


@pytest.mark.parametrize("number", range(0, 240, 8))
def test_json_is_what_the_published_schema_says(number: int) -> None:
    cases = all_cases()[number : number + 8]
    answers = [_json_of(report_of(*_readable(case))) for case in cases if _readable(case)]

    assert [error.message for answer in answers for error in _VALIDATOR.iter_errors(answer)] == []


def _readable(case: dict[str, Any]) -> Any:
    """The documents of a case, completed to what the reader accepts where it is possible."""
    found = []
    for document in documents_of(case):
        whole = {"openapi": "3.1.0", "paths": {}, **document}
        found.append({**whole, "info": {"title": "Things", "version": "1", **whole["info"]}})
    try:
        report_of(*found)
    except Exception:  # noqa: BLE001 - cases are for the engine; the reader need not accept all
        return None
    return found


def test_json_with_a_witness_and_hostile_text_is_what_the_schema_says() -> None:
    answer = _json_of(_hostile())

    assert [error.message for error in _VALIDATOR.iter_errors(answer)] == []
    assert answer["changes"][0]["witness"]["instance"] == {"a": HOSTILE}


def test_the_closed_schema_notices_what_is_not_declared() -> None:
    answer = _json_of(report_of(*_BREAKING))
    answer["changes"][0]["novelty"] = 1

    assert not _VALIDATOR.is_valid(answer)


def test_json_says_where_in_the_file_and_what_the_rule_means() -> None:
    report = report_of(*_BREAKING)

    answer = _json_of(report)
    change = answer["changes"][0]
    line = report.revision.raw.decode().splitlines()[change["revision_position"]["line"] - 1]

    assert '"schema"' in line
    assert line.index('"schema"') + 1 == change["revision_position"]["column"]
    assert answer["rules"][change["rule"]]["request"]["why"]


def test_json_without_lines_holds_none() -> None:
    answer = _json_of(report_of(*_BREAKING, has_lines=False))

    assert {change["base_position"] for change in answer["changes"]} == {None}


@pytest.fixture(scope="module")
def sarif() -> Any:
    report = replace(_hostile(), rules_page="https://bindery.example/rules")
    return json.loads(render(report, Format.SARIF))


def test_sarif_has_the_shape_of_the_standard(sarif: Any) -> None:
    (run,) = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert sarif["version"] == "2.1.0"
    assert sarif["$schema"].endswith("sarif-schema-2.1.0.json")
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)


def test_each_sarif_result_names_its_rule_its_level_and_its_place(sarif: Any) -> None:
    (run,) = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]

        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert all(isinstance(value, str) for value in result["partialFingerprints"].values())


def test_a_sarif_address_is_a_relative_reference_without_odd_characters(sarif: Any) -> None:
    uris = {
        location["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
        for location in (*result["locations"], *result.get("relatedLocations", ()))
    }

    assert [uri for uri in uris if not re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)] == []


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.json", "a%20b.json"),
        ("/tmp/a.json", "file:///tmp/a.json"),  # noqa: S108 - a name, no file
        ("C:\\a\\b.json", "file:///C%3A/a/b.json"),
        ("sub/ä.yaml", "sub/%C3%A4.yaml"),
    ],
)
def test_a_file_has_its_sarif_address(name: str, uri: str) -> None:
    report = report_of(*_BREAKING)
    named = replace(report, revision=replace(report.revision, name=name))

    answer = json.loads(render(named, Format.SARIF))

    location = answer["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_links_to_the_rule_where_a_page_is_known(sarif: Any) -> None:
    rule = sarif["runs"][0]["tool"]["driver"]["rules"][0]

    without = json.loads(render(report_of(*_BREAKING), Format.SARIF))

    assert rule["helpUri"] == f"https://bindery.example/rules#{rule['id'].replace('.', '-')}"
    assert "helpUri" not in without["runs"][0]["tool"]["driver"]["rules"][0]


def test_sarif_keeps_its_fingerprints_when_words_and_lines_move() -> None:
    base, revision = _BREAKING
    moved = {"x-first": [1, 2, 3], **revision}

    one, other = (
        json.loads(render(report_of(base, new, least=Level.ERROR), Format.SARIF))
        for new in (revision, moved)
    )

    assert _prints(one) == _prints(other)


def _prints(answer: Any) -> list[Any]:
    return [result["partialFingerprints"] for result in answer["runs"][0]["results"]]


def test_junit_can_be_read_and_counts_what_failed() -> None:
    root = ET.fromstring(render(_hostile(), Format.JUNIT))  # noqa: S314 - our own output
    (suite,) = root
    failures = suite.findall("testcase/failure")

    assert suite.get("tests") == str(len(suite.findall("testcase")))
    assert suite.get("failures") == root.get("failures") == str(len(failures))
    assert failures
    assert all("\x1b" not in (failure.text or "") for failure in failures)


def test_junit_without_findings_has_one_case_that_passed() -> None:
    root = ET.fromstring(render(report_of(_BREAKING[0], _BREAKING[0]), Format.JUNIT))  # noqa: S314 - our own output

    assert [len(case) for case in root.iter("testcase")] == [0]


def test_annotations_are_one_command_a_line_and_nothing_else() -> None:
    report = _hostile()

    lines = render(report, Format.GITHUB).split("\n")

    commands, summary = lines[: len(report.shown)], lines[len(report.shown) :]
    shape = r"::(error|warning|notice) file=[^:,\r]+,line=\d+,col=\d+,title=[a-z.-]+::[^\r]+"
    assert [line for line in commands if not re.fullmatch(shape, line)] == []
    assert [line for line in summary if line.startswith("::")] == []
    decoded = [line.replace("%0A", "\n").replace("%0D", "\n") for line in commands]
    assert [line for line in decoded if "\n" in line] == []


def test_an_annotation_without_a_line_still_says_what_and_why() -> None:
    lines = render(report_of(*_BREAKING, has_lines=False), Format.GITHUB).splitlines()

    assert lines[0].startswith("::error title=schema.type-incompatible::Clients that send")


@pytest.mark.parametrize("format_", [Format.TEXT, Format.MARKDOWN, Format.GITHUB, Format.JUNIT])
def test_no_output_for_people_can_steer_what_shows_it(format_: Format) -> None:
    told = render(_hostile(), format_)

    assert [char for char in told if char < " " and char != "\n"] == []
    assert "\x1b" not in told


def test_colour_is_ours_alone() -> None:
    told = render(replace(_hostile(), has_colour=True), Format.TEXT)

    assert "\x1b[31m" in told
    assert "\x1b[2J" not in told


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("``x``", "``` ``x`` ```"),
        ("", "`  `"),
        ("a\n# b", "`a\\u000a# b`"),
    ],
)
def test_a_code_span_cannot_be_left(text: str, span: str) -> None:
    assert code(text) == span


def test_markdown_holds_hostile_text_in_code_spans_only() -> None:
    told = render(_hostile(), Format.MARKDOWN)

    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", told)
    assert "javascript" not in outside
    assert "<b>" not in outside


@pytest.mark.parametrize("format_", [Format.TEXT, Format.MARKDOWN, Format.SARIF, Format.JUNIT])
def test_a_proof_and_its_absence_are_told(format_: Format) -> None:
    report = report_of(*_BREAKING)
    first, second = report.comparison.changes
    witness = replace(_WITNESS, instance="text")
    changes = [replace(first, witness=witness), replace(second, unproved=Unproved.BUDGET)]

    told = (
        render(replace(report, comparison=report.comparison.with_changes(changes)), format_)
        .replace('\\"', '"')
        .replace("&quot;", '"')
    )

    assert (
        'Proof: this request body of POST /things was accepted, and now is refused: "text"' in told
    )
    assert "Not proved: The search was stopped" in told


@pytest.mark.parametrize(
    ("edit", "claim"),
    [
        ({"place": "parameter", "name": "q in query"}, "this parameter (q in query) of POST"),
        ({"place": "header", "name": "X-H"}, "this header X-H of POST /things"),
        ({"kind": WitnessKind.WITHHELD}, "was promised so far, and no longer comes"),
        (
            {
                "place": "response",
                "status": "200",
                "direction": Direction.RESPONSE,
                "accepted_by": Side.REVISION,
                "refused_by": Side.BASE,
            },
            "this 200 response of POST /things may come now, and was ruled out",
        ),
        ({"accepted_by": Side.REVISION}, "is accepted now, and was ruled out"),
    ],
)
def test_a_proof_says_what_travels_and_who_refuses_it(edit: dict[str, Any], claim: str) -> None:
    report = report_of(*_BREAKING)
    changes = [
        replace(change, witness=replace(_WITNESS, **edit)) for change in report.comparison.changes
    ]

    told = render(replace(report, comparison=report.comparison.with_changes(changes)), Format.TEXT)

    assert claim in told
