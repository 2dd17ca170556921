"""What does `bindery compare` answer, and with which exit code?"""

import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.cli.compare_files import compare
from tests.unit.openapi_diff.documents import with_operation, with_schema

_OK = {"responses": {"200": {"description": "done"}}}
_BASE = with_schema({"type": "string"})
_BREAKING = with_schema({"type": "integer"})
_OPEN = (
    with_schema({"type": "string", "pattern": "^(?=a)"}),
    with_schema({"type": "string", "pattern": "^(?=b)"}),
)


def _run(folder: Path, base: Any, revision: Any, *options: str) -> Result:
    paths = []
    for name, document in (("base.json", base), ("revision.json", revision)):
        path = folder / name
        path.write_text(document if isinstance(document, str) else json.dumps(document))
        paths.append(str(path))
    return CliRunner().invoke(compare, [*paths, *options])


@pytest.mark.parametrize(
    ("base", "revision", "fail_on", "code"),
    [
        (_BASE, _BASE, "breaking", 0),
        (_BASE, _BREAKING, "breaking", 1),
        (_BASE, _BREAKING, "undetermined", 1),
        (_BASE, _BREAKING, "never", 0),
        (*_OPEN, "breaking", 0),
        (*_OPEN, "undetermined", 3),
        (*_OPEN, "never", 0),
    ],
)
def test_the_exit_code_is_the_verdict(
    tmp_path: Path, base: Any, revision: Any, fail_on: str, code: int
) -> None:
    result = _run(tmp_path, base, revision, "--fail-on", fail_on, "--no-proof")

    assert result.exit_code == code


def test_what_the_engine_could_not_tell_breaks_once_it_is_shown(tmp_path: Path) -> None:
    result = _run(tmp_path, *_OPEN, "--format", "json")

    answer = json.loads(result.output)

    assert result.exit_code == 1
    assert (answer["verdict"], answer["proved_count"]) == ("breaking", 2)


@pytest.mark.parametrize(("policy", "code"), [("strict", 1), ("tolerant-reader", 0)])
def test_the_policy_decides_disputed_points(tmp_path: Path, policy: str, code: int) -> None:
    base, revision = (with_operation(_answer(values)) for values in (["a"], ["a", "b"]))

    result = _run(tmp_path, base, revision, "--policy", policy)

    assert result.exit_code == code


def test_a_date_is_taken_as_a_day(tmp_path: Path) -> None:
    result = _run(tmp_path, _BASE, _BASE, "--today", "2030-01-31")

    assert result.exit_code == 0


def _answer(values: list[str]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"enum": values}}}
    return {"responses": {"200": {"description": "done", "content": content}}}


def test_the_text_begins_with_the_verdict(tmp_path: Path) -> None:
    result = _run(tmp_path, _BASE, _BREAKING)

    assert result.output.splitlines()[:2] == [
        "Breaking: the revision breaks clients that rely on the base.",
        "2 changes break, 2 of them shown by an example message that one document allows and the "
        "other does not.",
    ]


def test_quiet_changes_are_counted_and_shown_when_asked_for(tmp_path: Path) -> None:
    revision = with_operation({**_OK, "summary": "new"})

    short = _run(tmp_path, with_operation(_OK), revision)
    full = _run(tmp_path, with_operation(_OK), revision, "--level", "info")

    assert "1 quieter change is only counted" in short.output
    assert "The text of the operation changed: operation `POST /things`" in full.output


def test_json_holds_the_whole_comparison(tmp_path: Path) -> None:
    result = _run(tmp_path, _BASE, _BREAKING, "--format", "json")

    answer = json.loads(result.output)

    assert (answer["verdict"], len(answer["changes"])) == ("breaking", 2)


def test_markdown_cannot_be_forged_by_a_document(tmp_path: Path) -> None:
    name = "a](https://evil)<script>"
    base = with_schema({"type": "object", "properties": {name: {"type": "string"}}})

    result = _run(tmp_path, base, with_schema({"type": "object"}), "--format", "markdown")

    assert f"`{name}`" in result.output
    assert "<script>" not in re.sub(r"(`+).+?\1", "", result.output)  # but as code


def test_a_document_cannot_steer_the_terminal(tmp_path: Path) -> None:
    base = with_schema({"type": "object", "properties": {"\x1b[2J": {"type": "string"}}})

    result = _run(tmp_path, base, with_schema({"type": "object"}))

    assert "\x1b" not in result.output


@pytest.mark.parametrize("format_", ["text", "markdown", "json", "sarif", "junit", "github"])
def test_the_answer_goes_to_a_file_when_one_is_named(tmp_path: Path, format_: str) -> None:
    told = _run(tmp_path, _BASE, _BREAKING, "--format", format_)

    result = _run(
        tmp_path, _BASE, _BREAKING, "--format", format_, "--output", str(tmp_path / "answer")
    )

    assert (result.exit_code, result.output) == (1, "")
    assert (tmp_path / "answer").read_text() == told.output


def test_a_file_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    result = _run(tmp_path, _BASE, _BASE, "-o", str(tmp_path / "none" / "answer"))

    assert result.exit_code == 2


def test_the_json_schema_needs_no_documents() -> None:
    result = CliRunner().invoke(compare, ["--json-schema"])

    assert (result.exit_code, json.loads(result.output)["$id"]) == (0, "urn:bindery:comparison:1")


def test_an_unreadable_document_is_named_with_its_fault(tmp_path: Path) -> None:
    result = _run(tmp_path, '{"openapi": "3.1.0", }', _BASE)

    assert result.exit_code == 2
    assert "base.json" in result.stderr


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(compare, [str(tmp_path / "no"), str(tmp_path / "no")])

    assert result.exit_code == 2


def test_one_document_may_come_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_text(json.dumps(_BASE))

    result = CliRunner().invoke(compare, [str(path), "-"], input=json.dumps(_BREAKING))

    assert result.exit_code == 1


def test_both_documents_cannot_come_from_standard_input() -> None:
    result = CliRunner().invoke(compare, ["-", "-"], input="{}")

    assert result.exit_code == 2


def test_the_package_can_be_run_as_a_program(tmp_path: Path) -> None:
    for name in ("base.json", "revision.json"):
        (tmp_path / name).write_text(json.dumps(_BASE))

    answer = subprocess.run(  # noqa: S603 - our own interpreter and package
        [
            sys.executable,
            "-m",
            "service.openapi_diff",
            str(tmp_path / "base.json"),
            str(tmp_path / "revision.json"),
        ],
        check=False,
        capture_output=True,
        cwd=Path(__file__).parents[3],
        text=True,
    )

    assert (answer.returncode, answer.stdout.splitlines()[0]) == (
        0,
        "Compatible: nothing that the base promised is broken.",
    )


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ({}, {"maxLength": 5}, "text of more than `5` characters in `name` of the body"),
        ({"maxLength": 5}, {}, "text of more than `5` characters in `name` of the 200 response"),
        ({"type": ["string", "null"]}, {"type": "string"}, "send null in `name` of the body"),
        ({"enum": ["a", "b"]}, {"enum": ["a"]}, 'send `"b"` in `name` of the body'),
        ({"enum": ["x" * 400, "b"]}, {"enum": ["b"]}, "xxx...` in `name`"),
    ],
)
def test_a_sentence_says_what_was_and_what_is(
    tmp_path: Path, before: Any, after: Any, shown: str
) -> None:
    result = _run(tmp_path, with_schema(_thing(before)), with_schema(_thing(after)))

    assert shown in result.output


def test_a_schema_without_type_allows_any_type(tmp_path: Path) -> None:
    result = _run(tmp_path, with_schema({}), _BASE)

    assert "anything but `string` (allowed so far: any type)" in result.output


def _thing(more: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {"name": {"type": "string", **more}}}


def test_the_package_runs_as_a_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "same.json"
    path.write_text(json.dumps(_BASE))
    monkeypatch.setattr(sys, "argv", ["compare", str(path), str(path)])

    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("service.openapi_diff", run_name="__main__")

    assert stopped.value.code == 0
