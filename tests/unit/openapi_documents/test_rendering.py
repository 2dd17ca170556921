"""Is what is written read again as the same, in either format?"""

from typing import Any

import orjson
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from service.openapi_documents import DocumentFormat, ReadLimits, read_document, render_document
from service.openapi_documents.canonical_form import canonical_bytes
from service.openapi_documents.json_text import parse_json
from service.openapi_documents.yaml_text import parse_yaml

LIMITS = ReadLimits()
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
# Words on which YAML versions differ, and characters that mean something to them.
TRICKY = st.sampled_from(
    [*("no", "On", "y", "~", "012", "1:30", "0o7", "1e3", ".inf", "<<", "2020-01-01", "=", "null")]
) | st.text("aA1 -:#?&*!|>%@`'\"{}[],\n\t\\.~_\x7f\x85\u2028\ufeff\uffff😀", max_size=12)
NUMBERS = st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT | TRICKY,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT | TRICKY, inner, max_size=4),
    max_leaves=12,
)


def normal(value: Any) -> Any:
    """The value as JSON readers agree on it: integral numbers as integers."""
    return parse_json(orjson.dumps(value), LIMITS)[0]


@given(st.dictionaries(TEXT | TRICKY, VALUES, max_size=5))
def test_whatever_is_written_as_yaml_is_read_as_the_same(content: dict[str, Any]) -> None:
    content = normal(content)

    rendered = render_document(content, DocumentFormat.YAML)

    assert canonical_bytes(parse_yaml(rendered, LIMITS)[0]) == canonical_bytes(content)


@given(st.dictionaries(TEXT | TRICKY, VALUES, max_size=5))
def test_whatever_is_written_as_json_is_read_as_the_same(content: dict[str, Any]) -> None:
    content = normal(content)

    rendered = render_document(content, DocumentFormat.JSON)

    assert canonical_bytes(parse_json(rendered, LIMITS)[0]) == canonical_bytes(content)


@given(st.dictionaries(TEXT | TRICKY, TEXT | TRICKY, max_size=5))
def test_a_yaml_1_1_reader_takes_text_for_text_too(content: dict[str, str]) -> None:
    rendered = render_document(content, DocumentFormat.YAML)

    assert yaml.load(rendered, yaml.CSafeLoader) == content  # the safe loader


@given(VALUES, VALUES)
def test_key_order_and_format_do_not_matter_to_the_digest(one: Any, other: Any) -> None:
    head = {"openapi": "3.0.3", "info": {"title": "", "version": ""}, "paths": {}}
    content = normal({**head, "x-one": one, "x-other": other})
    reordered = {key: content[key] for key in reversed(content)}

    digests = {
        read_document(render_document(written, format_)).digest
        for written in (content, reordered)
        for format_ in DocumentFormat
    }

    assert len(digests) == 1


def test_yaml_is_written_to_be_read_by_people() -> None:
    content = {
        "openapi": "3.0.3",
        "info": {"title": "Pets and more", "description": "One\n\n  Two\n", "x-a": "no\nend"},
        "paths": {},
        "tags": [{"name": "no"}, [], "a: b", 1, None, True, 1.5],
        "$ref": "#/a",
        "k" * 1001: {"a": 1},
    }

    lines = render_document(content, DocumentFormat.YAML).decode().split("\n")

    assert lines == [
        'openapi: "3.0.3"',
        "info:",
        "  title: Pets and more",
        "  description: |",
        "    One",
        "",
        "      Two",
        "  x-a: |-",
        "    no",
        "    end",
        "paths: {}",
        "tags:",
        "  -",
        '    name: "no"',
        "  - []",
        '  - "a: b"',
        "  - 1",
        "  - null",
        "  - true",
        "  - 1.5",
        '$ref: "#/a"',
        f'? "{"k" * 1001}"',
        ":",
        "  a: 1",
        "",
    ]


@pytest.mark.parametrize("format_", list(DocumentFormat))
def test_nothing_is_written_as_an_empty_object(format_: DocumentFormat) -> None:
    assert render_document({}, format_) == b"{}\n"
