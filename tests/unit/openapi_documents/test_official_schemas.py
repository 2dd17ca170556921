"""Are documents held against the official schemas, and is the cause told where it is?"""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import jsonschema_rs
import pytest

from service.openapi_documents import InvalidDocument, OpenApiDocument, read_document
from service.openapi_documents.canonical_form import canonical_bytes
from service.openapi_documents.official_schemas import refuse_to_fetch
from service.openapi_documents.patterns import is_broken

Read = Callable[[Any], OpenApiDocument]
Refused = Callable[[Any], list[tuple[str, str | None]]]


def message(content: dict[str, Any]) -> tuple[str, str | None]:
    """The message and pointer of the first problem."""
    with pytest.raises(InvalidDocument) as caught:
        read_document(canonical_bytes(content))
    return caught.value.problems[0].message, caught.value.problems[0].pointer


def response(schema: Any) -> dict[str, Any]:
    content = {"text/plain": {"schema": schema}}
    return {"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}}


IN_RESPONSE = "/paths/~1a/get/responses/200/content/text~1plain/schema"


@pytest.mark.parametrize(
    ("schema", "expected", "pointer"),
    [
        (
            {"type": "strng"},
            "Must be one of array, boolean, integer, number, object, string.",
            f"{IN_RESPONSE}/type",
        ),
        ({"properties": 1}, "Must be of type object.", f"{IN_RESPONSE}/properties"),
        ({"secret text": 1}, "Not known here: 'secret text'.", IN_RESPONSE),
        (
            {f"a{i}": 1 for i in range(7)},
            "Not known here: 'a0', 'a1', 'a2', 'a3', 'a4' and 2 more.",
            IN_RESPONSE,
        ),
        ({"required": []}, "The value has less than 1 item.", f"{IN_RESPONSE}/required"),
        ({"pattern": "["}, 'The value is not a "regex".', f"{IN_RESPONSE}/pattern"),
        ({"oneOf": [{"type": 1}]}, "Must be of type string.", f"{IN_RESPONSE}/oneOf/0/type"),
    ],
)
def test_the_cause_is_told_and_not_the_alternative_around_it(
    document: dict[str, Any], schema: Any, expected: str, pointer: str
) -> None:
    document["paths"] = response(schema)

    assert message(document) == (expected, pointer)


def test_the_control_an_unguided_validator_blames_the_alternative() -> None:
    validator = jsonschema_rs.Draft7Validator(
        {"properties": {"a": {"oneOf": [{"type": "string"}, {"required": ["$ref"]}]}}}
    )

    assert next(validator.iter_errors({"a": {}})).instance_path == ["a"]


def test_alternatives_of_one_member_are_told_together(document: dict[str, Any]) -> None:
    document["paths"] = {"/a": {"parameters": [{"name": "a", "in": "nowhere", "schema": {}}]}}

    assert message(document) == (
        "Must be one of path, query, header, cookie.",
        "/paths/~1a/parameters/0/in",
    )


def test_text_of_the_document_is_not_repeated_in_messages(document: dict[str, Any]) -> None:
    document["info"]["contact"] = {"email": "secret text"}

    assert message(document) == ('The value is not a "email".', "/info/contact/email")


def test_schema_objects_of_3_1_are_looked_into(document: dict[str, Any]) -> None:
    document["openapi"] = "3.1.0"
    document["components"] = {"schemas": {"A": {"properties": {"b": {"type": "strng"}}}}}

    text, pointer = message(document)

    assert pointer == "/components/schemas/A/properties/b/type"
    assert text == "Must be one of array, boolean, integer, null, number, object, string."


def test_a_limit_left_as_a_flag_in_3_1_is_a_warning(document: dict[str, Any], read: Read) -> None:
    document["openapi"] = "3.1.0"
    document["components"] = {"schemas": {"A": {"minimum": 0, "exclusiveMinimum": True}}}

    warnings = read(document).warnings

    assert [(w.code, w.pointer) for w in warnings] == [
        ("boolean-limit", "/components/schemas/A/exclusiveMinimum")
    ]


def test_a_flag_beside_another_fault_refuses_the_document(
    document: dict[str, Any], refused: Refused
) -> None:
    document["openapi"] = "3.1.0"
    document["components"] = {"schemas": {"A": {"exclusiveMinimum": True, "maximum": "1"}}}

    assert sorted(code for code, _pointer in refused(document)) == [
        "boolean-limit",
        "invalid-by-schema",
    ]


@pytest.mark.parametrize("url", ["https://{host}/a", "/relative", "#part", "https://a.example"])
def test_urls_may_be_relative_or_templates(document: dict[str, Any], read: Read, url: str) -> None:
    document["openapi"] = "3.1.0"
    document["servers"] = [{"url": url}]
    document["info"]["termsOfService"] = url

    assert read(document).warnings == ()


def test_what_is_no_url_is_refused(document: dict[str, Any], refused: Refused) -> None:
    document["info"]["termsOfService"] = "ht<p://example"

    assert refused(document) == [("invalid-by-schema", "/info/termsOfService")]


def test_keys_that_look_like_numbers_are_spelled_as_in_the_document(
    document: dict[str, Any],
) -> None:
    document["components"] = {"schemas": {"007": {"properties": {"+1": {"type": 1}}}}}

    assert message(document)[1] == "/components/schemas/007/properties/+1/type"


def test_a_part_too_large_to_explain_is_named(document: dict[str, Any], refused: Refused) -> None:
    big = {f"a{number}": {"type": 1} for number in range(25_000)}
    document["components"] = {"schemas": {"Fine": {}, "Big": {"properties": big}}}

    assert refused(document) == [("invalid-by-schema", "/components/schemas/Big")]


def test_small_faults_beside_a_large_part_are_found(
    document: dict[str, Any], refused: Refused
) -> None:
    big = {"properties": {f"a{number}": {"type": "string"} for number in range(2_500)}}
    document["components"] = {"schemas": {"Big": big, "Small": {"type": 1}}}

    assert refused(document) == [("invalid-by-schema", "/components/schemas/Small/type")]


def test_explaining_stops_at_its_budget(document: dict[str, Any], refused: Refused) -> None:
    big = {f"a{number}": 1 for number in range(11_000)}
    document["components"] = {
        "schemas": {"One": {"enum": list(range(11_000)), "type": 1}, "Two": {"properties": big}}
    }

    assert refused(document) == [
        ("invalid-by-schema", "/components/schemas/One/type"),
        ("invalid-by-schema", "/components/schemas/Two"),
    ]


@pytest.mark.parametrize("components", [1, {"schemas": 1}])
def test_sections_that_are_no_objects_are_refused(
    document: dict[str, Any], refused: Refused, components: Any
) -> None:
    document["components"] = components

    assert [code for code, _pointer in refused(document)] == ["invalid-by-schema"]


@pytest.mark.parametrize(
    "pattern",
    [
        "^[a-z]+$",
        r"[\w-.]+",
        "(?i)abc",
        r"\A\d+\Z",
        "(?P<name>a)(?P=name)",
        "[[:alpha:]]",
        r"\[",
        "[]a]",
        "[^]]",
        "a" * 2001 + "[",
    ],
)
def test_patterns_of_other_dialects_are_accepted(
    document: dict[str, Any], read: Read, pattern: str
) -> None:
    document["components"] = {"schemas": {"A": {"pattern": pattern}}}

    assert read(document).warnings == ()


@pytest.mark.parametrize("pattern", ["[", "(", ")", "a)(", "*", "(+a)", "a|*", "[a\\]"])
def test_patterns_that_no_dialect_knows_are_broken(pattern: str) -> None:
    assert is_broken(pattern)


def test_nothing_is_fetched_while_schemas_are_compiled() -> None:
    with pytest.raises(LookupError, match=r"not stored in the project: https://a\.example"):
        refuse_to_fetch("https://a.example")


def test_importing_the_reader_compiles_and_reads_no_schema() -> None:
    program = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0]))"
        " if event == 'open' else None)\n"
        "import service.openapi_documents\n"
        "print([name for name in opened if name.endswith('.json')])"
    )

    answer = subprocess.run(  # noqa: S603  # our own interpreter and our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert answer.stdout == "[]\n"
