"""Is there a line for every pointer, whatever the spelling of the document?"""

import json
from typing import Any

import pytest

from service.openapi_documents import DocumentFormat, locate_nearest, read_document

_YAML = b"""\
openapi: 3.1.0
info: {title: "T\\u00e9", version: '1'}
paths: {}
components:
  schemas:
    Base: &base
      type: object
      properties: &shared
        name: {type: string}
    Same: *base
    Merged:
      <<: *base
      properties:
        <<: *shared
        "size":
          type: integer
"""


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/components/schemas/Base/properties/name", (9, 9)),
        ("/components/schemas/Same", (10, 5)),
        ("/components/schemas/Same/properties/name", (10, 5)),
        ("/components/schemas/Merged/type", (11, 5)),
        ("/components/schemas/Merged/properties/name", (13, 7)),
        ("/components/schemas/Merged/properties/size/type", (16, 11)),
        ("/info/title", (2, 8)),
        ("/nowhere/at/all", (1, 1)),
        ("", (1, 1)),
    ],
)
def test_what_is_aliased_or_merged_is_found_at_its_holder(
    pointer: str, expected: tuple[int, int]
) -> None:
    assert locate_nearest(_YAML, DocumentFormat.YAML, [pointer]) == {pointer: expected}


@pytest.mark.parametrize("spell", [lambda text: text, lambda text: text.replace(b"\n", b"\r\n")])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("format_", list(DocumentFormat))
def test_marks_and_line_ends_make_no_difference(
    format_: DocumentFormat, mark: bytes, spell: Any
) -> None:
    content = read_document(_YAML).content
    raw = _YAML if format_ is DocumentFormat.YAML else json.dumps(content, indent=2).encode()
    pointers = ["/info/version", "/components/schemas/Base/properties/name"]

    plain = locate_nearest(raw, format_, pointers)

    assert locate_nearest(mark + spell(raw), format_, pointers) == plain
    assert len(plain) == len(pointers)


def test_in_one_line_the_column_leads() -> None:
    raw = b'{"a":{"b~/c":[1,{"\\u0064":"\xc3\xa9"}]},"a2":{"b":0},"e":1}'

    found = locate_nearest(raw, DocumentFormat.JSON, ["/a/b~0~1c/1/d", "/a2/b", "/e"])

    text = raw.decode()
    assert found == {
        "/a/b~0~1c/1/d": (1, text.index('"\\u0064"') + 1),
        "/a2/b": (1, text.index('"b":0') + 1),
        "/e": (1, text.index('"e"') + 1),
    }


def test_thousands_of_places_are_found_in_one_pass() -> None:
    content = {"list": [{"name": number} for number in range(5000)]}
    raw = json.dumps(content, indent=1).encode()
    pointers = [f"/list/{number}/name" for number in range(5000)]

    found = locate_nearest(raw, DocumentFormat.JSON, pointers)

    assert [found[pointer][0] for pointer in pointers] == [4 + 3 * n for n in range(5000)]


def test_a_text_that_breaks_off_still_tells_what_stands_before() -> None:
    found = locate_nearest(b'{"a": 1,\n "b": ', DocumentFormat.JSON, ["/a", "/b", "/c"])

    assert found == {"/a": (1, 2), "/b": (2, 2), "/c": (1, 1)}
