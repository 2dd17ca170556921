"""Whom does a change reach, in which direction, and how often is it told?"""

from typing import Any

from service.openapi_diff import STRICT, ComparisonOptions, Judgement, Ruling, Verdict, compare
from tests.unit.openapi_diff.documents import reported, with_operation, with_schema

_REFERENCE = {"$ref": "#/components/schemas/Thing"}
_CONTENT = {"application/json": {"schema": _REFERENCE}}
_SENDS = {"requestBody": {"content": _CONTENT}, "responses": {}}
_ANSWERS = {"responses": {"200": {"description": "done", "content": _CONTENT}}}


def _api(thing: Any, **paths: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {f"/{name}": {"post": operation} for name, operation in paths.items()},
        "components": {"schemas": {"Thing": thing}},
    }


def _thing(leaf: str, **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"next": _REFERENCE, "leaf": {"type": leaf}}, **more}


def test_a_shared_definition_is_told_once_with_all_operations_it_reaches() -> None:
    base = _api(_thing("integer"), a=_SENDS, b=_SENDS, c=_ANSWERS)
    revision = _api(_thing("number"), a=_SENDS, b=_SENDS, c=_ANSWERS)

    changes = compare(base, revision).changes

    assert [(change.direction, change.judgement, change.operations) for change in changes] == [
        ("response", "breaks", ("POST /c",)),
        ("request", "safe", ("POST /a", "POST /b")),
    ]


def test_a_definition_that_nobody_reaches_changes_nothing() -> None:
    base, revision = _api(_thing("string"), a={}), _api(_thing("integer"), a={})

    assert compare(base, revision).changes == ()


def test_what_only_the_server_sends_does_not_reach_requests() -> None:
    def document(leaf: str) -> dict[str, Any]:
        hidden = {"type": "object", "properties": {"x": {"readOnly": True, **_REFERENCE}}}
        return with_schema(hidden, Thing={"type": leaf})

    assert reported(compare(document("string"), document("integer"))) == [
        ("schema.type-incompatible", "response", "breaks")
    ]


def test_what_moves_between_the_parts_of_all_of_is_no_change() -> None:
    def document(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
        parts = [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]
        return with_schema(
            {"allOf": parts},
            A={"type": "object", "properties": first},
            B={"type": "object", "properties": second},
        )

    text = {"x": {"type": "string"}}

    assert compare(document(text, {}), document({}, text)).changes == ()


def test_a_subtype_is_reached_by_the_mapping_of_its_supertype() -> None:
    def document(leaf: str) -> dict[str, Any]:
        mapping = {"cat": "#/components/schemas/Cat"}
        pet = {
            "type": "object",
            "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind", "mapping": mapping},
        }
        cat = {
            "allOf": [
                {"$ref": "#/components/schemas/Pet"},
                {"type": "object", "properties": {"lives": {"type": leaf}}},
            ]
        }
        return with_schema({"$ref": "#/components/schemas/Pet"}, Pet=pet, Cat=cat)

    assert ("schema.type-incompatible", "request", "breaks") in reported(
        compare(document("integer"), document("string"))
    )


def test_the_fingerprint_does_not_change_when_other_things_do() -> None:
    base = _api(_thing("string"), a=_SENDS)
    early = _api(_thing("integer"), a=_SENDS)
    late = _api(_thing("integer", title="Thing"), a=_SENDS, b=_SENDS)

    first = {change.fingerprint for change in compare(base, early).changes}
    second = {change.fingerprint for change in compare(base, late).changes}

    assert first < second


def test_the_fingerprint_survives_another_order_of_parameters() -> None:
    def document(names: str, kind: str) -> dict[str, Any]:
        parameters = [
            {"name": name, "in": "query", "schema": {"type": kind if name == "a" else "string"}}
            for name in names
        ]
        return with_operation({"parameters": parameters})

    prints = {
        change.fingerprint
        for names in ("ab", "ba")
        for change in compare(document(names, "integer"), document("ab", "boolean")).changes
    }

    assert len(prints) == 1


def test_a_further_step_of_the_same_kind_has_another_fingerprint() -> None:
    base, near, far = (
        with_schema({"type": "string", "maxLength": length}) for length in (100, 50, 1)
    )

    prints = {
        change.fingerprint for revision in (near, far) for change in compare(base, revision).changes
    }

    assert len(prints) == 4


def test_assumptions_are_listed_if_the_verdict_rests_on_them() -> None:
    base = with_schema({"type": "object", "properties": {}})
    revision = with_schema({"type": "object", "properties": {"a": {}}})

    comparison = compare(base, revision)

    assert [assumption.value for assumption in comparison.assumptions] == [
        "clients-send-only-what-is-declared",
        "readers-ignore-what-they-do-not-know",
    ]


def test_no_assumptions_are_listed_where_nothing_changed() -> None:
    assert compare(with_schema({}), with_schema({})).assumptions == ()


def test_what_cannot_be_told_is_undetermined_and_names_its_cause() -> None:
    base = with_schema({"type": "string", "pattern": "^(?!a)"})
    revision = with_schema({"type": "string", "pattern": "^(?!b)"})

    comparison = compare(base, revision)

    assert (comparison.verdict, comparison.undetermined_causes) == (
        Verdict.UNDETERMINED,
        ("pattern",),
    )


def test_options_replace_the_judgement_of_a_rule_and_are_named_in_the_answer() -> None:
    base = with_operation({"parameters": [{"name": "q", "in": "query", "schema": {}}]})
    revision = with_operation({})
    strict = ComparisonOptions("mine", (Ruling("parameter.removed", Judgement.BREAKS),))

    comparisons = [compare(base, revision), compare(base, revision, policy=strict)]

    assert [(answer.verdict, answer.options_digest) for answer in comparisons] == [
        (Verdict.COMPATIBLE, STRICT.digest),
        (Verdict.BREAKING, strict.digest),
    ]


def test_options_cannot_make_what_is_unknown_safe() -> None:
    lenient = ComparisonOptions("lenient", (Ruling("schema.pattern-changed", Judgement.SAFE),))
    base = with_schema({"type": "string", "pattern": "^(?!a)"})
    revision = with_schema({"type": "string", "pattern": "^(?!b)"})

    assert compare(base, revision, policy=lenient).verdict is Verdict.UNDETERMINED


def test_values_in_a_change_are_of_bounded_size() -> None:
    base = with_schema({"enum": [f"{'v' * 1_000}{place}" for place in range(1_000)]})
    revision = with_schema({"enum": ["w"]})

    sizes = [len(str(change.to_dict())) for change in compare(base, revision).changes]

    assert max(sizes) < 40_000
