"""Is the reason of a disagreement recognised by what the documents hold?"""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.conformance.__main__ import main
from benchmarks.conformance.answers import answer
from benchmarks.conformance.cases import load_cases
from benchmarks.conformance.disagreement_classes import POLICIES, REASONS, Side
from benchmarks.conformance.disagreements import class_of
from benchmarks.conformance.policies import DISPUTES, PROFILES
from service.openapi_diff import SWITCHES
from tests.unit.conformance.corpora import CorpusFolder, Json, answering, document, taking

TEXT: Json = {"type": "string"}
KNOWN = {"A": {"properties": {"a": TEXT}}}


def query(**more: Any) -> Json:
    return document({"parameters": [{"name": "q", "in": "query", "schema": TEXT, **more}]})


def header(schema: Any) -> Json:
    answer_ = {"description": "ok", "headers": {"X": {"schema": schema}}}
    return document({"responses": {"200": answer_}})


def sending(media_type: str, schema: Any) -> Json:
    content = {media_type: {"schema": schema}}
    return document({"responses": {"200": {"description": "ok", "content": content}}})


def with_operation(name: str, operation: Json, version: str = "1") -> Json:
    found = document({})
    found["info"]["version"] = version
    found["paths"]["/things"][name] = {"responses": {"200": {"description": "ok"}}, **operation}
    return found


def titled(version: str) -> Json:
    return {**document({}), "info": {"title": "Things", "version": version}}


def using(name: str) -> Json:
    return taking({"$ref": f"#/components/schemas/{name}"}, components={"schemas": {name: TEXT}})


BREAKS, COMPATIBLE = {"breaking": True}, {"breaking": False}
OBJECT = {"type": "object", "properties": {"a": TEXT}}
SECURED = {"components": {"securitySchemes": {"s": {"type": "http", "scheme": "basic"}}}}

CASES: list[tuple[str, Json, Json, Json, str]] = [
    ("unused-components", document({}, components={"schemas": KNOWN}), document({}), BREAKS, ""),
    (
        "patterns-are-never-proved",
        taking({**TEXT, "pattern": "^a$"}),
        taking({**TEXT, "pattern": "^a"}),
        {**BREAKS, "changes": [{"id": "request-property-pattern-changed", "level": "warning"}]},
        "oasdiff",
    ),
    (
        "numbers-never-widen",
        taking({"type": "number", "format": "float"}),
        taking({"type": "number", "format": "double"}),
        BREAKS,
        "",
    ),
    ("open-lists-of-values", answering({**TEXT, "enum": ["a"]}), answering(TEXT), COMPATIBLE, ""),
    (
        "read-only-is-promised",
        answering({"properties": {"a": TEXT}}),
        answering({"properties": {"a": {**TEXT, "readOnly": True}}}),
        BREAKS,
        "",
    ),
    ("idle-keyword", taking({**TEXT, "maxItems": 9}), taking({**TEXT, "maxItems": 5}), BREAKS, ""),
    (
        "idle-keyword",
        taking({"type": "string", "enum": ["a"]}),
        taking({"type": "string", "enum": ["a"], "maxLength": 5}),
        BREAKS,
        "",
    ),
    ("written-out-default", query(), query(style="form", explode=True), BREAKS, ""),
    ("version-of-the-document", titled("2"), titled("1"), BREAKS, ""),
    (
        "order-of-parameters",
        query(),
        query(),
        {**BREAKS, "changes": [{"id": "1042-ChangedParameterOrder", "level": "error"}]},
        "criteo",
    ),
    (
        "marks-outside-of-openapi",
        with_operation("get", {"x-beta-api": True}),
        document({}),
        COMPATIBLE,
        "",
    ),
    (
        "marks-outside-of-openapi",
        with_operation("get", {}),
        titled("2"),
        COMPATIBLE,
        "",
    ),
    (
        "marks-outside-of-openapi",
        document({"x-beta-api": False}),
        document({"x-beta-api": True}),
        BREAKS,
        "",
    ),
    ("no-operation", {"openapi": "3.1.0", "$self": "a"}, {"openapi": "3.1.0"}, BREAKS, ""),
    (
        "inside-not",
        taking({"not": {"maxLength": 9}}),
        taking({"not": {"maxLength": 5}}),
        BREAKS,
        "",
    ),
    (
        "fewer-credentials",
        document({"security": [{"s": []}]}, **SECURED),
        document({"security": []}, **SECURED),
        BREAKS,
        "",
    ),
    (
        "the-other-direction",
        answering(TEXT),
        answering({**TEXT, "maxLength": 5}),
        BREAKS,
        "",
    ),
    (
        "same-set-of-values",
        taking({"allOf": [TEXT]}),
        taking({"allOf": [TEXT, {"title": "text"}]}),
        {**BREAKS, "changes": [{"id": "request-body-all-of-added", "level": "error"}]},
        "oasdiff",
    ),
    (
        "offers-more",
        taking({"properties": {"a": TEXT}}),
        taking({"properties": {"a": TEXT, "b": TEXT}}),
        BREAKS,
        "",
    ),
    (
        "patterns-are-searched",
        taking({**TEXT, "pattern": "[a-z]*"}),
        taking({**TEXT, "pattern": "[A-Z]*"}),
        BREAKS,
        "",
    ),
    (
        "no-longer-returned",
        answering({"properties": {"a": TEXT}}),
        answering({"properties": {"a": {**TEXT, "writeOnly": True}}}),
        COMPATIBLE,
        "",
    ),
    (
        "optional-property-no-longer-returned",
        answering({"properties": {"a": TEXT}}),
        answering({"properties": {}}),
        COMPATIBLE,
        "",
    ),
    (
        "security-is-no-remark",
        document({}, **SECURED),
        document({"security": [{"s": []}]}, **SECURED),
        COMPATIBLE,
        "",
    ),
    ("renamed-parameter", query(), query(name="p"), COMPATIBLE, ""),
    (
        "places-of-a-list",
        taking({"type": "array", "items": TEXT}),
        taking({"type": "array", "prefixItems": [{"type": "integer"}], "items": TEXT}),
        COMPATIBLE,
        "",
    ),
    (
        "types-of-xml",
        sending("application/xml", TEXT),
        sending("application/xml", {"type": "object"}),
        COMPATIBLE,
        "",
    ),
    ("types-of-headers", header(TEXT), header({"type": "integer"}), COMPATIBLE, ""),
    ("type-implied-by-keywords", taking({"properties": {}}), taking(OBJECT), COMPATIBLE, ""),
    ("another-media-type", sending("a/b", TEXT), sending("a/c", TEXT), COMPATIBLE, ""),
    (
        "null-is-a-value",
        taking({"type": ["string", "null"]}),
        taking(TEXT),
        COMPATIBLE,
        "",
    ),
    ("media-range", sending("a/b", TEXT), sending("a/*", TEXT), COMPATIBLE, ""),
    ("nothing-declared-is-anything", query(), query(schema={"enum": ["a"]}), COMPATIBLE, ""),
    ("component-renamed", using("A"), using("B"), BREAKS, ""),
    (
        "asserted-in-part",
        taking(TEXT),
        taking({"type": "integer"}),
        {**COMPATIBLE, "mode": "contains"},
        "",
    ),
    (
        "goes-without-saying",
        taking({**TEXT, "format": "date", "minLength": 1}),
        taking({**TEXT, "format": "date", "minLength": 2}),
        BREAKS,
        "",
    ),
    (
        "of-two-alternatives",
        taking({"properties": {"a": TEXT}}),
        taking({"oneOf": [OBJECT, {"type": "object", "properties": {"b": TEXT}}]}),
        COMPATIBLE,
        "",
    ),
    (
        "could-not-tell",
        taking({"not": {"minLength": 3}}),
        taking({"not": {"pattern": "(a)\\1"}}),
        COMPATIBLE,
        "",
    ),
    ("removed-parameters-break", query(), document({}), BREAKS, "oasdiff"),
    ("unexplained", taking(TEXT), taking({"type": "integer"}), COMPATIBLE, ""),
    ("unexplained", document({}), document({}), BREAKS, ""),
]


@pytest.mark.parametrize(
    ("name", "base", "revision", "expect", "source"), CASES, ids=[case[0] for case in CASES]
)
def test_a_class_is_recognised(
    corpus: CorpusFolder, name: str, base: Json, revision: Json, expect: Json, source: str
) -> None:
    corpus.add(base, revision, expect, source=source or "apicurio")
    (case,) = load_cases(corpus.folder)

    assert class_of(answer(case)).name == name


def test_a_schema_that_several_keywords_make_the_same_is_our_limit(corpus: CorpusFolder) -> None:
    corpus.add({"minLength": 1}, {"pattern": "(a|)b?\\1"}, COMPATIBLE, kind="json-schema")
    corpus.add({"maxLength": 1}, {"maxLength": 0}, COMPATIBLE, kind="json-schema")

    names = {class_of(answer(case)).name for case in load_cases(corpus.folder)}

    assert names <= {"keyword-by-keyword", "could-not-tell"}
    assert "keyword-by-keyword" in names


def test_one_schema_is_compared_under_assumptions_that_pure_set_inclusion_does_not_make(
    corpus: CorpusFolder,
) -> None:
    corpus.add({"properties": {}}, {"properties": {"a": TEXT}}, BREAKS, kind="json-schema")
    (case,) = load_cases(corpus.folder)

    assert class_of(answer(case)).name == "clients-send-what-is-declared"


def test_every_class_has_a_case() -> None:
    known = {kind.name for kind, _ in (*POLICIES, *REASONS)}
    of_one_schema = {"keyword-by-keyword", "clients-send-what-is-declared"}

    assert known - {case[0] for case in CASES} == of_one_schema


def test_every_class_has_one_name_and_every_policy_names_what_is_disputed() -> None:
    kinds = [kind for kind, _ in (*POLICIES, *REASONS)]

    assert len({kind.name for kind in kinds} | SWITCHES.keys()) == len(kinds) + len(SWITCHES)
    assert all(kind.why.startswith("disputed: ") for kind, _ in POLICIES)
    assert {kind.side for kind, _ in POLICIES} == {Side.POLICY}


def test_profiles_and_disputes_name_switches_that_exist() -> None:
    named = {switch for profile in PROFILES.values() for switch in profile}

    assert (named | DISPUTES.keys()) <= SWITCHES.keys()


def test_several_switches_of_a_profile_explain_together(corpus: CorpusFolder) -> None:
    operation = {"operationId": "a", "security": [{"s": []}]}
    corpus.add(
        {**document({**operation, "deprecated": True}, **SECURED), "servers": [{"url": "/a"}]},
        {**document(operation, **SECURED), "servers": [{"url": "/b"}], "paths": {}},
        COMPATIBLE,
    )
    (case,) = load_cases(corpus.folder)

    assert class_of(answer(case)).name == "several-switches"


def test_classes_are_printed_with_their_counts_and_can_be_shown(corpus: CorpusFolder) -> None:
    corpus.add(query(), document({}), BREAKS)
    corpus.add(answering(TEXT), answering({**TEXT, "maxLength": 5}), BREAKS)
    corpus.add(query(), query())
    options = ["--corpus", str(corpus.folder)]

    printed = CliRunner().invoke(main, [*options, "--show", "ours right"]).stdout
    page = CliRunner().invoke(main, [*options, "--format", "markdown"]).stdout
    classes = json.loads(CliRunner().invoke(main, [*options, "--json"]).stdout)["classes"]

    assert (
        "| policy | 1 (A 1) |  | `removed-parameters-break` | disputed: parameter removed |" in page
    )
    assert "| oasdiff | 3 | 1 | 2 | 0 | 0 | 33.3% | 33.3% | 66.7% |" in page
    assert "agreement 1/3 33.3%, policy differences 1/3 33.3%" in printed
    assert "agreement on the rest 1/2 50.0%" in printed
    assert "is argued to be right 2/2 100.0%" in printed
    assert "ours right, the-other-direction: they do not ask" in printed
    assert "case-1" in printed
    assert "case-2" not in printed
    assert [kind["name"] for kind in classes] == ["removed-parameters-break", "the-other-direction"]


def test_a_case_is_judged_on_its_day(corpus: CorpusFolder) -> None:
    announced = {"deprecated": True, "x-sunset": "2030-06-01"}
    options = {"deprecation_days": {"stable": 30}}
    change = {"id": "api-sunset-date-too-small", "level": "error"}
    for day in ("2030-05-20", "2030-01-01"):
        expect = {"changes": [change]}
        corpus.add(document({}), document(announced), expect, clock=day, options=options)

    found = [{change.rule for change in answer(case).changes} for case in load_cases(corpus.folder)]

    assert ["sunset.too-soon" in rules for rules in found] == [True, False]
