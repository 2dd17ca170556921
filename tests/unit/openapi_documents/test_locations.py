"""Does a JSON pointer lead to the right line and column of the bytes?"""

from pathlib import Path

import pytest

from service.openapi_documents import DocumentFormat, locate, locate_all

JSON_TEXT = b"""{
  "openapi": "3.0.3",
  "paths": {"/a~b": [1, {"x": {}},
    "last"]},
  "\xc3\xa9": {"deep": {"er": 1}}, "end": null
}
"""
YAML_TEXT = b"""\
openapi: 3.0.3
paths:
  /a~b:
    - 1
    - x: {}
      ? [a, {b: c}]
      : 2
    - last
  \xc3\xa9: {deep: {er: 1}}
list: [[1, 2], [3]]
alias: &a {b: 1}
same: *a
"""


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("", (1, 1)),
        ("/openapi", (2, 3)),
        ("/paths/~1a~0b", (3, 13)),
        ("/paths/~1a~0b/0", (3, 22)),
        ("/paths/~1a~0b/1/x", (3, 26)),
        ("/paths/~1a~0b/2", (4, 5)),
        ("/é/deep/er", (5, 18)),
        ("/end", (5, 29)),
        ("/none", None),
        ("/paths/~1a~0b/3", None),
        ("/openapi/x", None),
    ],
)
def test_places_in_json_are_found(pointer: str, expected: tuple[int, int] | None) -> None:
    assert locate(JSON_TEXT, DocumentFormat.JSON, pointer) == expected


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("", (1, 1)),
        ("/openapi", (1, 1)),
        ("/paths/~1a~0b", (3, 3)),
        ("/paths/~1a~0b/0", (4, 7)),
        ("/paths/~1a~0b/1/x", (5, 7)),
        ("/paths/~1a~0b/2", (8, 7)),
        ("/paths/é/deep/er", (9, 14)),
        ("/list/1/0", (10, 17)),
        ("/same", (12, 1)),
        ("/same/b", None),
        ("/none", None),
    ],
)
def test_places_in_yaml_are_found(pointer: str, expected: tuple[int, int] | None) -> None:
    assert locate(YAML_TEXT, DocumentFormat.YAML, pointer) == expected


def test_several_places_are_found_in_one_pass() -> None:
    pointers = ["/end", "/openapi", "/none"]

    assert locate_all(JSON_TEXT, DocumentFormat.JSON, pointers) == {
        "/openapi": (2, 3),
        "/end": (5, 29),
    }


@pytest.mark.parametrize("text", [b'{"a": 1, "b": ', b'{"a": 1, "b": x', b'{"a": 1, "c', b'{"'])
def test_what_stands_before_a_break_in_json_is_found(text: bytes) -> None:
    found = locate_all(text, DocumentFormat.JSON, ["/a", "/b/c"])

    assert found == ({"/a": (1, 2)} if b"1" in text else {})


def test_what_stands_before_a_break_in_yaml_is_found() -> None:
    found = locate_all(b"a: 1\nb: [\n", DocumentFormat.YAML, ["/a", "/b/0"])

    assert found == {"/a": (1, 1)}


@pytest.mark.parametrize("format_", list(DocumentFormat))
def test_bottomless_text_is_no_danger(format_: DocumentFormat) -> None:
    text = b'{"a":1,"b":' + b"[" * 100_000

    assert locate_all(text, format_, ["/a", "/c"]) == {"/a": (1, 2)}


def test_every_line_of_a_real_document_is_where_its_key_stands(shared: Path) -> None:
    raw = (shared / "real/twilio-chat-small/base.json").read_bytes()
    lines = raw.decode().split("\n")

    place = locate(raw, DocumentFormat.JSON, "/components/schemas")

    assert place is not None
    line, column = place
    assert lines[line - 1][column - 1 :].startswith('"schemas"')
