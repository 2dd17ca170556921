"""Does the outcome of a publication read well, whatever the document says?"""

import json
from dataclasses import replace
from typing import Any

import pytest

from bindery_client.models import Change, DocumentWarning, LevelCounts, PublicationReason
from service.cli.api_names import ApiName
from service.cli.exit_codes import ExitCode
from service.cli.publication import exit_code_of
from service.cli.publication_rendering import Decision, Outcome, render
from service.versions import examples

CHANGE: dict[str, Any] = {
    **examples.CHANGE,
    "rule": "path.removed",
    "level": "error",
    "direction": None,
    "location": "paths/~1items",
    "operations": ["GET /items"],
    "operation_count": 1,
    "message": "The path was removed.",
    "is_approved": False,
}
OUTCOME = Outcome(
    api=ApiName("acme", "orders"),
    version="1.1.0",
    decision=Decision.ACCEPTED,
    is_dry=False,
    base="1.0.0",
    verdict="breaking",
    verdict_reason=None,
    counts=LevelCounts.from_dict({"error": 1, "warning": 0, "info": 0}),
    reasons=[],
    changes=[Change.from_dict(CHANGE)],
    change_count=1,
    warnings=[],
    digest="sha256:00",
)


def test_a_change_is_told_with_its_rule_its_place_and_its_reach() -> None:
    assert render(OUTCOME, format_="text") == (
        "acme/orders 1.1.0 is published.\n"
        "\n"
        "Compared with 1.0.0: breaking. Errors: 1, warnings: 0, remarks: 0.\n"
        "\n"
        "  error    The path was removed.\n"
        "           path.removed at /items\n"
        "           reaches GET /items"
    )


def test_the_same_in_markdown() -> None:
    assert render(OUTCOME, format_="markdown") == (
        "## acme/orders 1.1.0 is published.\n"
        "\n"
        "\n"
        "Compared with 1.0.0: breaking. Errors: 1, warnings: 0, remarks: 0.\n"
        "\n"
        "- **error** The path was removed. `path.removed` at /items, reaches GET /items"
    )


def test_an_operation_that_the_sentence_names_is_not_named_again() -> None:
    change = Change.from_dict({**CHANGE, "message": "Clients can no longer call GET /items."})

    told = render(replace(OUTCOME, changes=[change]), format_="text")

    assert "reaches" not in told


def test_many_operations_are_counted() -> None:
    operations = [f"GET /{number}" for number in range(50)]
    change = Change.from_dict({**CHANGE, "operations": operations, "operation_count": 70})

    told = render(replace(OUTCOME, changes=[change]), format_="text")

    assert "reaches GET /0, GET /1, GET /2 and 67 more" in told


def test_approved_changes_and_directions_are_marked() -> None:
    change = Change.from_dict({**CHANGE, "is_approved": True, "direction": "request"})

    told = render(replace(OUTCOME, changes=[change]), format_="text")

    assert "The path was removed. (approved)\n           path.removed (request) at" in told


def test_a_step_is_told_from_what_to_what() -> None:
    change = Change.from_dict(
        {
            **CHANGE,
            "location": "components/schemas/Order/maxLength",
            "message": "The greatest length is lower.",
            "before": 9,
            "after": 5,
            "revision_pointer": "/components/schemas/Order/maxLength",
        }
    )

    told = render(replace(OUTCOME, changes=[change]), format_="text")

    assert told.splitlines()[4:6] == [
        "  error    The greatest length is lower. 9 -> 5",
        "           path.removed at schema Order > maxLength",
    ]


@pytest.mark.parametrize(
    ("rule", "before", "after", "message", "told"),
    [
        ("property.became-required", {"maxLength": 9}, {"maxLength": 5}, "It is required.", ""),
        ("response.range-vs-code", "403", "DEFAULT", "The `default` response covers it.", ""),
        ("schema.enum-value-removed", ["a", "b"], None, 'No `"a"`, `"b"`.', ""),
        ("schema.enum-value-removed", ["a", "b"], None, "Fewer.", ' Removed: "a", "b"'),
        ("schema.enum-value-added", None, ["a"], "More.", ' Added: "a"'),
        ("schema.default-added", None, 5, "It is told.", " Now: 5"),
    ],
)
def test_a_step_shows_only_what_changed_and_was_not_said(
    rule: str, before: Any, after: Any, message: str, told: str
) -> None:
    pointer = "/components/schemas/Order"
    change = Change.from_dict(
        {
            **CHANGE,
            "rule": rule,
            "before": before,
            "after": after,
            "message": message,
            "base_pointer": pointer,
            "revision_pointer": pointer,
        }
    )

    line = render(replace(OUTCOME, changes=[change]), format_="text").splitlines()[4]

    assert line == f"  error    {message}{told}"


def test_a_place_that_is_withheld_is_left_out() -> None:
    change = Change.from_dict({**CHANGE, "location": "", "operations": [], "operation_count": 0})

    told = render(replace(OUTCOME, changes=[change]), format_="text")

    assert told.splitlines()[-1] == "           path.removed"


def test_a_verdict_that_rests_on_a_withheld_document_says_so() -> None:
    outcome = replace(OUTCOME, verdict="undetermined", verdict_reason="base_withheld", counts=None)

    told = render(outcome, format_="text")

    assert told.splitlines()[2] == (
        "Compared with 1.0.0: undetermined"
        " (the document of a version to compare with was withheld)."
    )


def reason(id_: str) -> PublicationReason:
    """Return a reason of this id."""
    return PublicationReason.from_dict({"id": id_, "message": "A reason.", "facts": {}})


@pytest.mark.parametrize(("is_dry", "done"), [(True, "would be"), (False, "was")])
def test_a_policy_that_only_warns_says_that_it_does(*, is_dry: bool, done: str) -> None:
    outcome = replace(OUTCOME, reasons=[reason("major_not_raised")], is_dry=is_dry)

    told = render(outcome, format_="text")

    assert told.splitlines()[1:3] == [
        "- A reason.",
        f"- The policy only warns, so it {done} published all the same.",
    ]


def test_a_note_is_no_warning_of_the_policy() -> None:
    told = render(replace(OUTCOME, reasons=[reason("major_raised")]), format_="text")

    assert "The policy only warns" not in told


@pytest.mark.parametrize(
    ("reasons", "way"),
    [
        (["breaking_change"], "Let a maintainer approve the changes:"),
        (
            ["breaking_change", "major_not_raised"],
            "Raise the major version, or let a maintainer approve the changes:",
        ),
    ],
)
@pytest.mark.parametrize(
    ("format_", "lines"),
    [
        ("text", ["", "  bindery approve f1 --api acme/orders --reason TEXT"]),
        ("markdown", ["", "", "- `bindery approve f1 --api acme/orders --reason TEXT`"]),
    ],
)
def test_a_refusal_names_the_ways_out_that_help(
    format_: str, lines: list[str], reasons: list[str], way: str
) -> None:
    changes = [
        Change.from_dict({**CHANGE, "fingerprint": "f1"}),
        Change.from_dict({**CHANGE, "fingerprint": "f2", "is_approved": True}),
        Change.from_dict({**CHANGE, "fingerprint": "f3", "judgement": "safe"}),
    ]
    outcome = replace(
        OUTCOME,
        decision=Decision.REFUSED,
        reasons=[reason(one) for one in reasons],
        changes=changes,
        change_count=3,
    )

    told = render(outcome, format_=format_).splitlines()

    assert told[-len(lines) - 1 :] == [lines[0], way, *lines[1:]]


def test_a_version_that_was_turned_down_has_no_such_way_out() -> None:
    outcome = replace(OUTCOME, decision=Decision.REFUSED, reasons=[reason("turned_down")])

    assert "approve" not in render(outcome, format_="text")


def test_what_is_not_shown_is_counted_and_can_be_found() -> None:
    told = render(replace(OUTCOME, change_count=500), format_="text")

    assert told.endswith(
        "Not shown: 499 of 500 changes; bindery changes 1.1.0 --api acme/orders lists all."
    )


@pytest.mark.parametrize(
    "changed",
    [{"is_dry": True}, {"decision": Decision.REFUSED}],
    ids=["check", "refused"],
)
def test_a_version_that_is_not_there_is_not_pointed_to(changed: dict[str, Any]) -> None:
    told = render(replace(OUTCOME, change_count=500, **changed), format_="text")

    assert told.endswith("Not shown: 499 of 500 changes.")


def test_warnings_are_told_with_their_places() -> None:
    warning = DocumentWarning.from_dict(
        {"code": "x", "message": "Twice.", "pointer": "/tags/1", "line": 9, "column": 1}
    )

    told = render(replace(OUTCOME, warnings=[warning]), format_="text")

    assert told.endswith("Warning: line 9: Twice. (at /tags/1)")


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_a_document_can_neither_steer_the_terminal_nor_forge_a_line(format_: str) -> None:
    hostile = "\x1b[2J\nacme/orders 1.1.0 would be published.\r\u202e<script>"
    change = Change.from_dict({**CHANGE, "message": hostile, "location": hostile})
    reason = PublicationReason.from_dict({"id": "x", "message": hostile, "facts": {}})

    told = render(replace(OUTCOME, changes=[change], reasons=[reason]), format_=format_)

    assert {character for character in told if not character.isprintable()} == {"\n"}
    assert [line for line in told.splitlines() if line.startswith("acme/orders 1.1.0 would")] == []


def test_markdown_of_a_document_stays_text() -> None:
    change = Change.from_dict({**CHANGE, "message": "[x](https://evil.test) <img> **now**"})

    told = render(replace(OUTCOME, changes=[change]), format_="markdown")

    assert "\\[x\\](https://evil.test) \\<img\\> \\*\\*now\\*\\*" in told


def test_json_holds_what_a_newer_service_adds() -> None:
    change = Change.from_dict({**CHANGE, "level": "fatal", "colour": "red"})

    told = json.loads(render(replace(OUTCOME, changes=[change]), format_="json"))

    assert (told["changes"][0]["level"], told["changes"][0]["colour"]) == ("fatal", "red")


@pytest.mark.parametrize(
    ("decision", "verdict", "fail_on", "expected"),
    [
        (Decision.ACCEPTED, None, "undetermined", ExitCode.YES),
        (Decision.ACCEPTED, "compatible", "undetermined", ExitCode.YES),
        (Decision.ACCEPTED, "breaking", "refused", ExitCode.YES),
        (Decision.ACCEPTED, "breaking", "breaking", ExitCode.NO),
        (Decision.ACCEPTED, "undetermined", "breaking", ExitCode.YES),
        (Decision.ACCEPTED, "undetermined", "undetermined", ExitCode.UNDETERMINED),
        (Decision.UNCHANGED, "compatible", "refused", ExitCode.YES),
        (Decision.HELD, "undetermined", "refused", ExitCode.UNDETERMINED),
        (Decision.HELD, "breaking", "breaking", ExitCode.NO),
        (Decision.REFUSED, "undetermined", "refused", ExitCode.NO),
    ],
)
def test_the_exit_status_is_the_answer(
    decision: Decision, verdict: str | None, fail_on: str, expected: ExitCode
) -> None:
    outcome = replace(OUTCOME, decision=decision, verdict=verdict)

    assert exit_code_of(outcome, fail_on=fail_on) is expected
