"""Does the program count what it should?"""

import json
from typing import Any

from click.testing import CliRunner, Result

from benchmarks.conformance.__main__ import main
from benchmarks.conformance.places import is_same_place
from tests.unit.conformance.corpora import CorpusFolder, answering, document, taking

SHORT, LONG = {"type": "string", "maxLength": 5}, {"type": "string", "maxLength": 9}
SHORTENED = {
    "id": "request-body-max-length-decreased",
    "level": "error",
    "operation": "POST",
    "path": "/things",
}


def limit(most: int) -> dict[str, Any]:
    return {"name": "limit", "in": "query", "schema": {"type": "string", "maxLength": most}}


def run(corpus: CorpusFolder, *options: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus.folder), *options])


def row_of(corpus: CorpusFolder, *options: str) -> dict[str, Any]:
    figures = json.loads(run(corpus, "--json", *options).stdout)
    row: dict[str, Any] = figures["sources"][0]
    return row


def test_an_agreement_is_counted_with_its_id(corpus: CorpusFolder) -> None:
    corpus.add(taking(LONG), taking(SHORT), {"breaking": True, "changes": [SHORTENED]})

    row = row_of(corpus)

    assert row["verdicts"]["agrees"] == 1
    assert (row["ids_found"], row["ids_confirmed"]) == ([1, 1], [1, 1])


def test_disagreements_are_told_apart(corpus: CorpusFolder) -> None:
    corpus.add(taking(LONG), taking(SHORT), {"breaking": False})
    corpus.add(taking(SHORT), taking(LONG), {"breaking": True})
    corpus.add(taking({"not": {"minLength": 3}}), taking({"not": {"pattern": "(a)\\1"}}))
    corpus.add(taking(SHORT), taking(LONG), {"breaking": None})
    corpus.add("[]", taking(LONG))

    verdicts = row_of(corpus)["verdicts"]

    assert verdicts == {
        "agrees": 0,
        "missed": 1,
        "alarm": 1,
        "undetermined": 1,
        "untold": 1,
        "unread": 1,
    }


def test_a_case_is_judged_by_what_its_source_looked_for(corpus: CorpusFolder) -> None:
    scope = ["request-body-min-length-increased", "not-an-id-of-theirs"]
    corpus.add(taking(LONG), taking(SHORT), {"breaking": False, "scope": scope})

    row = row_of(corpus)

    assert (row["verdicts"]["agrees"], row["agreeing_whole"]) == (1, 0)


def test_another_direction_or_operation_is_another_change(corpus: CorpusFolder) -> None:
    elsewhere = {**SHORTENED, "path": "/others"}
    corpus.add(answering(SHORT), answering(LONG), {"breaking": True, "changes": [SHORTENED]})
    corpus.add(taking(LONG), taking(SHORT), {"breaking": True, "changes": [elsewhere]})

    row = row_of(corpus)

    assert (row["ids_found"], row["ids_confirmed"]) == ([0, 2], [0, 2])
    assert row["missed"] == {"request-body-max-length-decreased": 2}
    assert row["unconfirmed"] == {"schema.max-length-loosened": 1, "schema.max-length-tightened": 1}


def test_an_operation_may_stand_in_the_arguments_of_a_constructor(corpus: CorpusFolder) -> None:
    shown = {"id": "R1", "cls": "RequestParameterConstraintChangedBreakingChange"}
    here = {**shown, "args": '"/things", HttpMethod.POST, "limit"'}
    elsewhere = {**shown, "args": '"/others", HttpMethod.POST, "limit"'}
    called = {**shown, "args": '"thingAdded", HttpMethod.POST, "limit"'}
    base, revision = (document({"parameters": [limit(most)]}) for most in (9, 5))
    expect = {"breaking": True, "changes": [here, elsewhere, called]}
    corpus.add(base, revision, expect, source="swagger-brake")

    assert row_of(corpus)["ids_found"] == [2, 3]


def test_what_the_source_reported_beside_what_it_asserted_confirms(corpus: CorpusFolder) -> None:
    expect = {"breaking": True, "min_level": "error", "scope": ["request-body-became-required"]}
    corpus.add(taking(LONG), taking(SHORT), expect, observed_default=[SHORTENED])

    row = row_of(corpus)

    assert (row["ids_found"], row["ids_confirmed"]) == ([0, 0], [1, 1])


def test_what_is_below_the_level_of_the_case_is_not_held_against_us(corpus: CorpusFolder) -> None:
    corpus.add(taking(SHORT), taking(LONG), {"min_level": "error"})

    assert row_of(corpus)["ids_confirmed"] == [0, 0]


def test_unmapped_ids_and_those_without_a_counterpart_are_counted(corpus: CorpusFolder) -> None:
    changes = [{"id": "brand-new"}, {"id": "api-version-not-bumped"}]
    corpus.add(taking(LONG), taking(LONG), {"changes": changes, "mode": "contains"})

    row = row_of(corpus)

    assert row["unmapped"] == {"brand-new": 1}
    assert row["without_counterpart"] == {"api-version-not-bumped": 1}
    assert "unmapped ids: brand-new 1" in run(corpus).stdout


def test_pointers_of_both_sides_are_compared(corpus: CorpusFolder) -> None:
    schema = "#/paths/~1things/post/requestBody/content/application~1json/schema"
    right = {"id": "replace:breaking", "base_pointers": [f"{schema}/maxLength"]}
    wrong = {"id": "replace:breaking", "revision_pointers": ["#/components/x/maxLength"]}
    expect = {"breaking": True, "min_level": "annotation"}
    corpus.add(
        taking(LONG), taking(SHORT), {**expect, "changes": [right, wrong]}, source="netcracker"
    )

    row = row_of(corpus)

    assert (row["ids_found"], row["pointers"]) == ([2, 2], [1, 2])


def test_a_place_is_the_same_through_references() -> None:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    spec = document(
        {"requestBody": {"content": content}},
        components={"schemas": {"A": {"properties": {"b": {"enum": [1]}}}}},
    )
    used = "/paths/~1things/post/requestBody/content/application~1json/schema"

    assert is_same_place(spec, f"{used}/properties/b/enum/0", "/components/schemas/A/properties/b")
    assert not is_same_place(spec, f"{used}/properties/c", "/components/schemas/A/properties/b")
    assert not is_same_place(spec, used, "/components/schemas/A/properties/b/items/x")


def test_sources_can_be_chosen_and_cases_shown(corpus: CorpusFolder) -> None:
    other = {**SHORTENED, "id": "request-body-min-length-increased"}
    corpus.add(taking(LONG), taking(SHORT), {"changes": [other], "scope": ["x"]})
    corpus.add(taking(LONG), taking(LONG), source="yelp", expect={"breaking": None})
    corpus.add("[]", taking(LONG), source="yelp")

    both = run(corpus, "--show", "case-0").stdout
    one = run(corpus, "--source", "yelp", "--show", "unread").stdout

    assert "theirs: error request-body-min-length-increased POST /things" in both
    assert "ours, out of scope: breaks schema.max-length-tightened request /paths" in both
    assert "yelp" in both
    assert "oasdiff" not in one
    assert "not asked: case-2: 0-base.json" not in one
    assert "not asked: case-2: 2-base.json is not an object." in one


def test_many_words_are_cut_short(corpus: CorpusFolder) -> None:
    changes = [{"id": f"new-{number}"} for number in range(20)]
    corpus.add(taking(LONG), taking(LONG), {"changes": changes})

    assert "and 8 more" in run(corpus).stdout


def test_without_a_corpus_there_is_a_sentence(corpus: CorpusFolder) -> None:
    (corpus.folder / "manifest.json").unlink()

    result = run(corpus)

    assert result.exit_code == 2
    assert "There is no corpus" in result.stderr
