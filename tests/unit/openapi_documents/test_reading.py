"""Does the reader tell what a document is, and refuse what is none?"""

import gc
from typing import Any

import orjson
import pytest

from service.openapi_documents import (
    DIGEST_SCHEME,
    DocumentFormat,
    DocumentTooLarge,
    InvalidDocument,
    Operation,
    Problem,
    ReadLimits,
    SpecificationVersion,
    read_document,
)

MINIMAL = b'{"openapi":"3.0.3","info":{"title":"Pets","version":"1.0.0"},"paths":{}}'
MINIMAL_YAML = b'openapi: 3.0.3\ninfo:\n  title: Pets\n  version: "1.0.0"\npaths: {}\n'


def test_a_json_document_is_described_completely() -> None:
    document = read_document(MINIMAL)

    assert document.content == orjson.loads(MINIMAL)
    assert document.format is DocumentFormat.JSON
    assert document.specification is SpecificationVersion.OPENAPI_3_0
    assert (document.title, document.version) == ("Pets", "1.0.0")
    assert (document.size, document.warnings, document.operations) == (len(MINIMAL), (), ())


def test_the_digest_of_a_known_document_never_changes() -> None:
    document = read_document(MINIMAL)

    assert DIGEST_SCHEME == "bindery1"
    assert document.digest == (
        "bindery1:aac44a92e6c913ed08912acf31d6562896a608fcecff533b33d4db84cb9bea1d"
    )
    assert document.checksum == (
        "sha256:c10f2ac0f7b403634dda925ebb50d6796a458efa871a8f3c96d695ebe065ec9d"
    )


def test_json_and_yaml_of_the_same_content_have_the_same_digest() -> None:
    as_json, as_yaml = read_document(MINIMAL), read_document(MINIMAL_YAML)

    assert as_yaml.format is DocumentFormat.YAML
    assert as_yaml.digest == as_json.digest
    assert as_yaml.checksum != as_json.checksum


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [("1", "1.0", True), ("0", "-0.0", True), ("1", "true", False), ("1", '"1"', False)],
)
def test_the_digest_sees_equal_numbers_and_tells_types_apart(
    one: str, other: str, *, is_same: bool
) -> None:
    first, second = (
        read_document(MINIMAL[:-1] + f',"x-value":{value}}}'.encode()) for value in (one, other)
    )

    assert (first.digest == second.digest) is is_same


def test_operations_come_with_what_lists_show_of_them() -> None:
    raw = b"""
openapi: 3.1.0
info: {title: Pets, version: "1"}
components:
  pathItems:
    shared: {get: {summary: Show, tags: [a, b], deprecated: true}}
paths:
  x-note: {get: 1}
  /pets: {post: {operationId: add}}
  /shared: {$ref: '#/components/pathItems/shared'}
"""

    operations = read_document(raw).operations

    assert operations == (
        Operation("post", "/pets", "add", None, (), deprecated=False),
        Operation("get", "/shared", None, "Show", ("a", "b"), deprecated=True),
    )


def test_a_swagger_document_is_read() -> None:
    raw = b'{"swagger":"2.0","info":{"title":"Pets","version":"1"},"paths":{}}'

    assert read_document(raw).specification is SpecificationVersion.SWAGGER_2_0


def test_a_utf_8_byte_order_mark_is_accepted() -> None:
    assert read_document(b"\xef\xbb\xbf" + MINIMAL).title == "Pets"


@pytest.mark.parametrize(
    ("raw", "code", "pointer"),
    [
        (b"", "empty-document", None),
        (b"\xef\xbb\xbf \n", "empty-document", None),
        (b"# nothing\n", "empty-document", None),
        (MINIMAL.decode().encode("utf-16"), "not-utf-8", None),
        (MINIMAL.decode().encode("utf-16-le"), "not-utf-8", None),
        (MINIMAL.decode().encode("utf-32"), "not-utf-8", None),
        (b"[{}]", "not-an-object", ""),
        (b"just text", "not-an-object", ""),
        (b"a: 1", "missing-version", ""),
        (b"openapi: 3.0", "unsupported-version", "/openapi"),
        (b"openapi: 3.2.0", "unsupported-version", "/openapi"),
        (b"openapi: three", "unsupported-version", "/openapi"),
        (b'openapi: "2.0"', "unsupported-version", "/openapi"),
        (b"swagger: 3.0.0", "unsupported-version", "/swagger"),
    ],
)
def test_what_is_no_supported_document_is_refused(
    raw: bytes, code: str, pointer: str | None
) -> None:
    with pytest.raises(InvalidDocument) as caught:
        read_document(raw)

    assert [(p.code, p.pointer) for p in caught.value.problems] == [(code, pointer)]


@pytest.mark.parametrize("raw", [MINIMAL, MINIMAL_YAML])
def test_one_byte_more_than_the_limit_is_too_large(raw: bytes) -> None:
    exact = ReadLimits(json_bytes=len(raw), yaml_bytes=len(raw))
    less = ReadLimits(json_bytes=len(raw) - 1, yaml_bytes=len(raw) - 1)

    assert read_document(raw, limits=exact).title == "Pets"
    with pytest.raises(DocumentTooLarge):
        read_document(raw, limits=less)


@pytest.mark.parametrize("depth", [0, 251])
def test_limits_that_could_not_be_kept_are_no_limits(depth: int) -> None:
    with pytest.raises(ValueError, match="depth"):
        ReadLimits(depth=depth)


def test_problems_carry_line_and_column_of_what_they_point_to() -> None:
    raw = b"openapi: 3.0.3\ninfo:\n  title: Pets\npaths:\n  /pets: 1\n"

    with pytest.raises(InvalidDocument) as caught:
        read_document(raw)

    assert caught.value.problems == (
        Problem("invalid-by-schema", "Required, but missing: 'version'.", "/info", 2, 1),
    )
    assert str(caught.value) == "Required, but missing: 'version'."


def test_no_more_than_fifty_problems_are_told() -> None:
    paths: dict[str, Any] = {f"/{number}": {"get": {}} for number in range(90)}
    raw = orjson.dumps({**orjson.loads(MINIMAL), "paths": paths})

    with pytest.raises(InvalidDocument) as caught:
        read_document(raw)

    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["invalid-by-schema"] * 50 + ["more-problems"]


@pytest.mark.parametrize("is_enabled", [True, False])
@pytest.mark.parametrize("raw", [MINIMAL, b'{"a":'])
def test_the_garbage_collector_is_left_as_it_was(raw: bytes, *, is_enabled: bool) -> None:
    (gc.enable if is_enabled else gc.disable)()
    try:
        _read_or_refuse(raw)

        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()


def _read_or_refuse(raw: bytes) -> Any:
    try:
        return read_document(raw)
    except InvalidDocument as invalid:
        return invalid
