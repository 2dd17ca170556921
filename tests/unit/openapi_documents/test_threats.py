"""Can any input kill, stall or exhaust the process that reads it?"""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.openapi_documents import InvalidDocument, OpenApiDocument, read_document
from tests.cases.documents.hostile_documents import HOSTILE, JSON_HEAD, YAML_HEAD, laughs

ROOT = Path(__file__).parents[3]
ENVIRONMENT = {"PYTHONPATH": str(ROOT)}
HOSTILE_DOCUMENTS = Path(__file__).parents[2] / "cases/documents/hostile_documents.py"
SECONDS = 2.0
KILOBYTES = 450_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_in_time_and_the_same_process_reads_the_next(
    name: str,
) -> None:
    command = [sys.executable, str(HOSTILE_DOCUMENTS), name]

    run = subprocess.run(  # noqa: S603  # our own interpreter and our own program
        command, capture_output=True, text=True, timeout=60, check=True, cwd=ROOT, env=ENVIRONMENT
    )

    answer = json.loads(run.stdout)
    assert answer["code"] is not None
    assert answer["next"] == "t"
    # Processor time: other processes of the machine are not this reader's fault.
    assert answer["seconds"] < SECONDS
    assert answer["kilobytes"] < KILOBYTES


def run_apart(program: str, *, seconds: int = 20) -> int:
    """The exit code of a program in an interpreter of its own."""
    command = [sys.executable, "-c", program]
    return subprocess.run(  # noqa: S603  # our own interpreter and our own program
        command, capture_output=True, timeout=seconds, check=False, cwd=ROOT, env=ENVIRONMENT
    ).returncode


def test_the_control_an_unguarded_yaml_loader_dies_of_depth() -> None:
    program = "import yaml; yaml.load('[' * 25000, yaml.CSafeLoader)"

    assert run_apart(program) == -signal.SIGSEGV


def test_the_control_an_unguarded_writer_drowns_in_a_laugh() -> None:
    program = f"import json, yaml; json.dumps(yaml.load({laughs(9)!r}, yaml.CSafeLoader))"

    with pytest.raises(subprocess.TimeoutExpired):
        run_apart(program, seconds=3)


def test_the_control_an_unguarded_parser_pays_for_every_empty_object() -> None:
    program = (
        "import orjson\n"
        "from tests.cases.documents.hostile_documents import peak_kilobytes\n"
        "before = peak_kilobytes()\n"
        "value = orjson.loads(b'[' + b'{},' * 4_500_000 + b'1]')\n"
        "raise SystemExit(7 if peak_kilobytes() - before > 150_000 else 0)"
    )

    assert run_apart(program) == 7


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf{")
@example(b"a: 2020-99-99")
@example(b"? [a]\n: {b: [*c]}")
def test_any_bytes_are_a_document_or_are_refused(raw: bytes) -> None:
    assert is_read_or_refused(raw)


@given(st.text("{}[]:,?-&*!|>%@#'\" \n\tabc019.~<\\u", max_size=80))
def test_any_text_of_signs_is_a_document_or_is_refused(text: str) -> None:
    assert is_read_or_refused(text.encode())
    assert is_read_or_refused(YAML_HEAD + text.encode())
    assert is_read_or_refused(JSON_HEAD + text.encode() + b"}")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *(
                        "paths",
                        "/a/{b}",
                        "get",
                        "parameters",
                        "responses",
                        "200",
                        "content",
                        "schema",
                    ),
                    *("$ref", "components", "schemas", "A", "allOf", "properties", "tags", "name"),
                    *(
                        "servers",
                        "variables",
                        "security",
                        "operationId",
                        "discriminator",
                        "mapping",
                    ),
                    *("info", "title", "version", "in", "callbacks", "links", "webhooks", "x-a"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=25,
)


@given(
    st.sampled_from([{"openapi": "3.0.3"}, {"openapi": "3.1.0"}, {"swagger": "2.0"}]), JSON_VALUES
)
def test_any_shape_is_a_document_or_is_refused(head: dict[str, str], body: object) -> None:
    content = {**(body if isinstance(body, dict) else {"x-a": body}), **head}

    assert is_read_or_refused(json.dumps(content).encode())


def is_read_or_refused(raw: bytes) -> bool:
    """Whether reading ends in one of the two promised ways."""
    try:
        return isinstance(read_document(raw), OpenApiDocument)
    except InvalidDocument as invalid:
        return bool(invalid.problems)
