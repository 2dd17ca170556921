"""Do the mapping tables lead to rules that exist, and by meaning?"""

import pytest

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies import NOTHING, VOCABULARIES
from service.openapi_diff import RULES, Direction


@pytest.mark.parametrize("source", sorted(VOCABULARIES))
def test_every_rule_that_a_table_leads_to_exists(source: str) -> None:
    assert sorted(VOCABULARIES[source].words - RULES.keys()) == []


@pytest.mark.parametrize("source", sorted(VOCABULARIES))
def test_an_unknown_id_is_not_mapped(source: str) -> None:
    assert VOCABULARIES[source].read(Expected("no-such-id", text="NoSuchClass")) is None


def test_a_source_without_ids_maps_nothing() -> None:
    assert NOTHING.read(Expected("anything")) is None


@pytest.mark.parametrize(
    ("source", "expected", "rule", "direction"),
    [
        (
            "oasdiff",
            Expected("request-body-max-length-decreased"),
            "schema.max-length-tightened",
            Direction.REQUEST,
        ),
        (
            "oasdiff",
            Expected("response-property-min-items-unset"),
            "schema.min-items-loosened",
            Direction.RESPONSE,
        ),
        (
            "oasdiff",
            Expected("request-parameter-exclusive-min-set"),
            "schema.minimum-tightened",
            Direction.REQUEST,
        ),
        (
            "oasdiff",
            Expected("request-read-only-property-max-decreased"),
            "schema.maximum-tightened",
            Direction.REQUEST,
        ),
        (
            "oasdiff",
            Expected("response-body-max-contains-increased"),
            "schema.contains-bounds-loosened",
            Direction.RESPONSE,
        ),
        (
            "oasdiff",
            Expected("request-property-deprecated"),
            "deprecation.property",
            None,
        ),
        (
            "oasdiff",
            Expected("request-body-became-required", operation="POST webhook:x"),
            "body.became-required",
            None,
        ),
        ("oasdiff", Expected("api-global-security-removed"), "security.removed", None),
        (
            "oasdiff",
            Expected("response-header-type-changed"),
            "schema.type-incompatible",
            Direction.RESPONSE,
        ),
        ("azure", Expected("RemovedPath"), "path.removed", None),
        ("criteo", Expected("1005-RemovedPath"), "path.removed", None),
        (
            "netcracker",
            Expected("add:breaking", revision_pointers=("/a/required/0",)),
            "property.became-required",
            None,
        ),
        (
            "netcracker",
            Expected("remove:breaking", base_pointers=("/a/enum/0",)),
            "schema.enum-value-removed",
            None,
        ),
        (
            "netcracker",
            Expected("replace:breaking", base_pointers=("/a/format",)),
            "schema.format-changed",
            None,
        ),
        (
            "optic",
            Expected("prevent new required header parameters"),
            "parameter.added-required",
            None,
        ),
        (
            "swagger-brake",
            Expected("R9", text="RequestTypeAttributeRemovedBreakingChange"),
            "property.removed-optional",
            Direction.REQUEST,
        ),
        (
            "swagger-brake",
            Expected("R14", text="ResponseTypeAttributeRemovedBreakingChange"),
            "property.removed-required",
            Direction.RESPONSE,
        ),
        ("swagger-brake", Expected("R2", text="PathDeletedBreakingChange"), "path.removed", None),
        ("sttp", Expected("MissingPath"), "path.removed", None),
        ("yelp", Expected("RES-E003"), "schema.enum-value-added", None),
        ("pb33f", Expected("modified:maxLength"), "schema.max-length-tightened", None),
        ("pb33f", Expected("modified:x-anything"), "document.extension-changed", None),
    ],
)
def test_an_id_means_our_rule(
    source: str, expected: Expected, rule: str, direction: Direction | None
) -> None:
    meaning = VOCABULARIES[source].read(expected)

    assert meaning is not None
    assert rule in meaning.rules
    assert meaning.direction is direction


def test_an_unknown_action_or_end_is_not_mapped() -> None:
    read = VOCABULARIES["netcracker"].read

    assert read(Expected("twist:breaking", base_pointers=("/a/format",))) is None
    assert read(Expected("add:breaking", base_pointers=("/a/unheard-of",))) is None


def test_an_id_without_a_counterpart_is_known_and_means_no_rule() -> None:
    for source, name in (("criteo", "1001-NoVersionChange"), ("pb33f", "object-removed:pets")):
        meaning = VOCABULARIES[source].read(Expected(name))

        assert meaning is not None
        assert meaning.rules == frozenset()
