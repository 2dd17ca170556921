"""Are the corners of whole documents judged that few documents have?"""

from typing import Any

import pytest

from service.openapi_diff import compare
from service.openapi_diff.pointers import MISSING, resolve
from tests.unit.openapi_diff.documents import reported, with_operation, with_schema

_TEXT = {"type": "string"}
_P = {"$ref": "#/components/schemas/P"}


def test_a_used_component_that_is_gone_leads_nowhere() -> None:
    listed = {"type": "array", "items": _P}

    answer = compare(with_schema(listed, P=_TEXT), with_schema(listed))

    assert {change.rule for change in answer.changes} == {"ref.redirected"}
    assert answer.verdict == "undetermined"


def test_a_discriminator_of_swagger_2_is_a_name() -> None:
    def document(name: str) -> Any:
        schema = {"type": "object", "properties": {"a": _TEXT}, "discriminator": name}
        return {
            "swagger": "2.0",
            "paths": {"/x": {"get": {"responses": {"200": {"description": "", "schema": schema}}}}},
        }

    changes = reported(compare(document("a"), document("b")))

    assert changes == [("discriminator.property-changed", "response", "breaks")]


def test_a_parameter_may_be_written_as_another_media_type() -> None:
    def document(media_type: str) -> Any:
        parameter = {"name": "q", "in": "query", "content": {media_type: {"schema": _TEXT}}}
        return with_operation({"parameters": [parameter], "responses": {}})

    changes = reported(compare(document("application/json"), document("application/xml")))

    assert [change[0] for change in changes] == ["parameter.media-type-changed"]


def test_a_status_may_fall_to_the_default() -> None:
    def document(status: str) -> Any:
        return with_operation({"responses": {status: {"description": "no"}}})

    changes = reported(compare(document("403"), document("default")))

    assert ("response.range-vs-code", "response", "risky") in changes
    assert "breaks" not in {change[2] for change in changes}


def test_a_server_may_lose_its_unsafe_protocol_but_not_its_address() -> None:
    def document(url: str) -> Any:
        return {**with_operation({"responses": {}}), "servers": [{"url": url}]}

    changes = reported(compare(document("http://a.test"), document("https://a.test")))

    assert [change[0] for change in changes] == ["server.protocol-removed"]


@pytest.mark.parametrize("scheme", [{"type": "apiKey", "name": "k", "in": "header"}, "odd"])
def test_a_scheme_of_swagger_2_may_be_a_key_or_odd(scheme: Any) -> None:
    document = {
        "swagger": "2.0",
        "securityDefinitions": {"s": scheme},
        "security": [{"s": []}],
        "paths": {"/x": {"get": {"responses": {}}}},
    }
    renamed = {**document, "securityDefinitions": {"t": scheme}, "security": [{"t": []}]}

    changes = reported(compare(document, renamed))

    assert "breaks" not in {change[2] for change in changes}


def test_a_pointer_beyond_the_end_of_a_list_finds_nothing() -> None:
    found = resolve({"a": [1]}, "/a/1")

    assert (found, repr(found)) == (MISSING, "MISSING")


def test_a_parameter_of_another_media_type_version_is_told() -> None:
    def document(media_type: str) -> Any:
        parameter = {"name": "q", "in": "query", "content": {media_type: {"schema": _TEXT}}}
        return with_operation({"parameters": [parameter], "responses": {}})

    changes = reported(compare(document("a/b;v=1"), document("a/b;v=2")))

    assert [change[0] for change in changes] == ["parameter.media-type-changed"]


def test_an_odd_scheme_is_compared_as_it_stands() -> None:
    def document(scheme: Any) -> Any:
        schemes = {"securitySchemes": {"s": scheme}}
        return {**with_operation({"responses": {}, "security": [{"s": []}]}), "components": schemes}

    answer = compare(document("odd"), document({"type": "http", "scheme": "basic"}))

    assert answer.verdict == "breaking"


def test_a_response_that_leads_nowhere_is_not_read() -> None:
    def document(status: str) -> Any:
        return with_operation({"responses": {status: {"$ref": "#/components/responses/None"}}})

    answer = compare(document("200"), document("201"))

    assert answer.verdict == "breaking"


def test_an_anchor_is_found_below_lists() -> None:
    def document(named: Any) -> Any:
        return with_schema({"$ref": "#here"}, P={"allOf": [{"$anchor": "here", **named}]})

    answer = compare(document(_TEXT), document({"type": "integer"}))

    assert answer.verdict == "breaking"


def test_words_of_a_dialect_in_lists_do_not_carry_over() -> None:
    schema = {"allOf": [{"type": "string", "nullable": True}]}

    answer = compare(with_schema(schema, "3.0.3"), with_schema(schema, "3.1.0"))

    assert "schema.nullable-removed" in {change.rule for change in answer.changes}


def _form(**media: Any) -> dict[str, Any]:
    content = {"multipart/mixed": {"schema": {"type": "array"}, **media}}
    return with_operation({"requestBody": {"content": content}}, "3.2.0")


@pytest.mark.parametrize("keyword", ["itemEncoding", "prefixEncoding"])
def test_parts_without_names_are_not_told(keyword: str) -> None:
    answer = compare(_form(), _form(**{keyword: {"contentType": "text/plain"}}))

    assert (answer.verdict, answer.undetermined_causes) == ("undetermined", ("dialect",))


def test_an_object_in_a_form_is_json_unless_said_otherwise() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "object"}, "b": {"type": "array"}}}

    def form(**encoding: Any) -> dict[str, Any]:
        content = {"multipart/form-data": {"schema": schema, "encoding": encoding}}
        return with_operation({"requestBody": {"content": content}})

    said = {"contentType": "application/json"}
    answers = [compare(form(), form(**{name: said})).verdict for name in ("a", "b")]

    assert answers == ["compatible", "breaking"]


@pytest.mark.parametrize(
    "excluded",
    [
        {"minLength": 9_999},
        {"format": "uri"},
        {"enum": ["a", 1]},
        {"enum": [str(place) for place in range(30)]},
    ],
)
def test_what_is_excluded_beyond_texts_is_judged_keyword_by_keyword(excluded: Any) -> None:
    base = {"type": "string", "pattern": "^a", "not": {"const": "a"}}

    answer = compare(with_schema(base), with_schema({"type": "string", "not": excluded}))

    assert answer.verdict != "compatible"
