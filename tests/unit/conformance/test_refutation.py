"""Is a source refuted where a validator speaks against it, and nowhere else?"""

from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.conformance.answers import answer
from benchmarks.conformance.cases import load_cases
from benchmarks.conformance.declared import closed
from benchmarks.conformance.disagreements import classes_of
from benchmarks.conformance.documents import Pair
from benchmarks.conformance.refutation import Judge, Refutation, refutations_of
from tests.fuzz.inclusion import InclusionOracle
from tests.unit.conformance.corpora import CorpusFolder, Json, answering, document, taking

TEXT: Json = {"type": "string"}
SHORT: Json = {"type": "string", "maxLength": 5}
WHOLE: Json = {"type": "integer"}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with InclusionOracle() as oracle:
        yield Judge(oracle)


def asking(*parameters: Json) -> Json:
    return document({"parameters": list(parameters)})


def query(name: str, **more: Any) -> Json:
    return {"name": name, "in": "query", "schema": TEXT, **more}


def thing(**properties: Json) -> Json:
    return {"type": "object", "properties": properties}


def heading(schema: Json, **more: Any) -> Json:
    response = {"description": "ok", "headers": {"X-A": {"schema": schema, **more}}}
    return document({"responses": {"200": response}})


PARTS: Json = {"components": {"schemas": {"A": TEXT}}}
LISTED = query("q", schema={"type": "array", "items": TEXT})
PATTERN = {"type": "array", "items": {"$ref": "#/components/schemas/A"}}

DOG, CAT = thing(bark=TEXT), thing(purr=TEXT)


def answered(**responses: Json) -> Json:
    return document({"responses": {name[1:]: found for name, found in responses.items()}})


def sent_as(*media_types: str) -> Json:
    return {"description": "ok", "content": {name: {"schema": TEXT} for name in media_types}}


ACCEPTED = [
    (taking(SHORT), taking(TEXT)),
    (answering(TEXT), answering(SHORT)),
    (taking(thing(a=TEXT)), taking(thing(a=TEXT, b=WHOLE))),
    (taking({"allOf": [thing(a=TEXT)]}), taking({"allOf": [thing(a=TEXT), thing(b=WHOLE)]})),
    (asking(query("q")), asking(query("q", style="form", explode=False))),
    (asking(query("q", required=True)), asking(query("q"), query("r"))),
    (heading(TEXT), heading(SHORT, required=True)),
    (taking({"oneOf": [DOG, DOG]}), taking({"oneOf": [DOG, DOG, DOG]})),
    (taking({"anyOf": [DOG, CAT, DOG]}), taking({"anyOf": [CAT, DOG]})),
    (taking({"type": "string", "format": "date"}), taking(TEXT)),
    (
        taking(PATTERN, components={"schemas": {"A": SHORT}}),
        taking(PATTERN, components={"schemas": {"A": TEXT}}),
    ),
]
NOT_ACCEPTED = [
    (document({}), document({"requestBody": {"required": True, "content": {}}})),
    (answered(_200=sent_as("a/b"), _201=sent_as("a/b")), answered(_200=sent_as("a/b"))),
    (answered(_200=sent_as("a/b", "c/d")), answered(_200=sent_as("a/b"))),
    (answering(thing(a=TEXT, b=TEXT)), answering(thing(a=TEXT))),
    (answering(thing(a=TEXT)), answering(thing(a={**TEXT, "writeOnly": True}))),
    (taking({"oneOf": [DOG, CAT]}), taking({"oneOf": [DOG]})),
    (answering({"anyOf": [DOG]}), answering({"anyOf": [DOG, CAT]})),
    (asking(query("q")), asking(query("q", style="deepObject"))),
    (taking({"type": "number"}), taking({"type": "number", "format": "float"})),
    (taking(thing(a=TEXT)), taking({**thing(a=TEXT), "patternProperties": {"^b": WHOLE}})),
    (taking(thing(a=TEXT, b=TEXT)), taking({**thing(a=TEXT, b=TEXT), "maxProperties": 2})),
    (
        heading({"$ref": "#/components/schemas/A", "maxLength": 5}) | PARTS,
        heading({"$ref": "#/components/schemas/A"}) | PARTS,
    ),
    (taking(TEXT), taking(SHORT)),
    (answering(SHORT), answering(TEXT)),
    (taking(thing(a=TEXT)), taking(thing(a=WHOLE))),
    (taking({"allOf": [thing(a=TEXT)]}), taking({"allOf": [thing(a=TEXT), thing(a=WHOLE)]})),
    (asking(LISTED), asking({**LISTED, "explode": False})),
    (asking(query("q")), asking(query("q", required=True))),
    (asking(query("q")), asking(query("q"), query("r", required=True))),
    (asking(query("q"), query("r")), asking(query("r"), query("q"))),
    (heading(SHORT, required=True), heading(SHORT)),
    (
        taking(PATTERN, components={"schemas": {"A": TEXT}}),
        taking(PATTERN, components={"schemas": {"A": SHORT}}),
    ),
    (taking(TEXT), document({})),
    (asking(query("q")), asking()),
    (document({}), {**document({}), "paths": {}}),
    (document({"operationId": "a"}), document({"operationId": "b"})),
    (document({"x-level": "a"}), document({"x-level": "b"})),
    (taking({"$ref": "#/nowhere"}), taking({"$ref": "#/nowhere/else"})),
]


@pytest.mark.parametrize(("base", "revision"), ACCEPTED)
def test_a_proof_is_found_where_every_message_is_accepted(
    judge: Judge, base: Json, revision: Json
) -> None:
    assert isinstance(judge.of_breaking(Pair(base, revision, ())), Refutation)


@pytest.mark.parametrize(("base", "revision"), NOT_ACCEPTED)
def test_no_proof_is_found_where_a_message_is_refused_or_more_than_messages_changed(
    judge: Judge, base: Json, revision: Json
) -> None:
    assert judge.of_breaking(Pair(base, revision, ())) is None


def test_of_a_schema_alone_nobody_assumes_what_is_sent(judge: Judge) -> None:
    pair = Pair(taking(thing(a=TEXT)), taking(thing(a=TEXT, b=WHOLE)), ())

    assert judge.of_breaking(pair, is_open=True) is None


def test_what_is_not_declared_is_closed_through_references_and_parts() -> None:
    schema: Json = {
        "allOf": [{"$ref": "#/$defs/A"}, thing(b=TEXT)],
        "$defs": {"A": thing(a={"$ref": "#/$defs/A"})},
    }

    found = closed(schema)

    inner = found["$defs"]["A-closed"]
    assert (found["additionalProperties"], inner["additionalProperties"]) == (False, False)
    assert found["properties"].keys() == {"a", "b"}
    assert schema["$defs"]["A"] == found["$defs"]["A"]


@pytest.mark.parametrize("schema", [{"not": thing(a=TEXT)}, {"if": TEXT, **thing(a=TEXT)}, TEXT])
def test_what_does_not_show_what_it_declares_stays_open(schema: Json) -> None:
    assert closed(schema) == {**schema, "$defs": {}}


def test_only_disagreements_on_more_than_policy_are_looked_at(corpus: CorpusFolder) -> None:
    breaking = {"breaking": True}
    corpus.add(answering(TEXT), answering(SHORT), breaking)
    corpus.add(taking(TEXT), taking(WHOLE), {"breaking": False})
    corpus.add(taking(TEXT), taking(SHORT), breaking)
    corpus.add(asking(query("q")), asking(), breaking)
    corpus.add(document({}), document({"security": [{"s": []}]}), {"breaking": False})
    answers = [answer(case) for case in load_cases(corpus.folder)]

    found = refutations_of(answers, classes_of(answers))

    assert found.keys() == {"case-0", "case-1"}
    assert found["case-0"].why == "each of 2 kinds of messages is accepted as it was"
    assert found["case-1"].why == '"a" is accepted by the base, not by the revision'
