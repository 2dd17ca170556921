"""Do other projects' hostile inputs come out as they should, or differ for a listed reason?"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.openapi_documents import InvalidDocument, ReadLimits, read_document
from service.openapi_documents.json_text import parse_json
from service.openapi_documents.text_encoding import without_mark
from service.openapi_documents.yaml_text import parse_yaml

LIMITS = ReadLimits()
CASES = Path(__file__).parents[2] / "cases/documents/disagreements.json"
# How yaml-test-suite shows what cannot be seen.
_SHOWN = {"␣": " ", "⇔": "\ufeff", "←": "\r", "↵": ""}


@pytest.fixture
def disagreements() -> dict[str, list[str]]:
    """Per collection, every case that is known not to come out as its collection expects."""
    table = json.loads(CASES.read_text())
    return {
        collection: sorted(case for cases in reasons.values() for case in cases)
        for collection, reasons in table.items()
    }


def is_read(read: Callable[[], object]) -> bool:
    """Whether a reader accepts; anything it raises but a refusal fails the test."""
    try:
        read()
    except InvalidDocument:
        return False
    return True


def test_json_texts_are_accepted_and_refused_as_expected(
    shared: Path, disagreements: dict[str, list[str]]
) -> None:
    surprises = []
    for path in sorted((shared / "hostile/json").iterdir()):
        raw = path.read_bytes()
        accepted = is_read(lambda raw=raw: parse_json(without_mark(raw), LIMITS))  # type: ignore[misc]  # a lambda's default has no type
        if path.name[0] != "i" and accepted != (path.name[0] == "y"):
            surprises.append(path.name)

    assert surprises == disagreements["json"]


def test_yaml_texts_are_read_as_expected(shared: Path, disagreements: dict[str, list[str]]) -> None:
    surprises = []
    for name, case in yaml_cases(shared / "hostile/yaml"):
        raw = shown(case["yaml"]).encode()
        try:
            value = parse_yaml(without_mark(raw), LIMITS)[0]
        except InvalidDocument:
            if not case.get("fail"):
                surprises.append(name)
            continue
        expected = json.loads(case["json"]) if case.get("json") else value
        if case.get("fail") or value != expected:
            surprises.append(name)

    assert sorted(surprises) == disagreements["yaml"]


def yaml_cases(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The name and fields of each case; fields are inherited from the case before."""
    for path in sorted(folder.iterdir()):
        cases = yaml.load(path.read_bytes(), yaml.CSafeLoader)  # the safe loader
        case: dict[str, Any] = {}
        for number, fields in enumerate(cases):
            case = {**case, "fail": False, **fields}
            yield (path.stem if len(cases) == 1 else f"{path.stem}/{number}"), case


def shown(text: str) -> str:
    """The text of a case with its visible signs replaced by what they stand for."""
    text = re.sub("—*»", "\t", text)
    for sign, meant in _SHOWN.items():
        text = text.replace(sign, meant)
    return text.removesuffix("∎\n")


def test_openapi_documents_are_accepted_and_refused_as_expected(
    shared: Path, disagreements: dict[str, list[str]]
) -> None:
    folder = shared / "hostile/openapi"
    surprises = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        raw = path.read_bytes()
        accepted = is_read(lambda raw=raw: read_document(raw))  # type: ignore[misc]  # a lambda's default has no type
        if accepted != name.startswith("valid"):
            surprises.append(name)

    assert surprises == disagreements["openapi"]


def test_naughty_strings_come_back_unchanged_or_are_refused(
    shared: Path, document: dict[str, Any]
) -> None:
    strings = json.loads((shared / "hostile/strings.json").read_text())

    for text in strings:
        document["info"] = {"title": text, "version": text, "description": text}
        document["tags"] = [{"name": text}]
        raw = json.dumps(document).encode()
        is_refused = not is_read(lambda raw=raw: read_document(raw))  # type: ignore[misc]  # a lambda's default has no type

        assert is_refused == ("\0" in text)
        assert is_refused or read_document(raw).content == document


def test_the_newer_document_of_every_real_pair_is_read(shared: Path) -> None:
    documents = sorted((shared / "real").glob("*/revision.*"))

    titles = [read_document(path.read_bytes()).title for path in documents]

    assert len(titles) == len(documents) > 0
