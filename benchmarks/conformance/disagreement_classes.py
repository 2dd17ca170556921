"""Which kinds of disagreement are known, who is right, and by what are they recognised?

The first class that fits counts. Every class says why; a policy says which point is disputed.
"""

from dataclasses import dataclass
from enum import StrEnum

from benchmarks.conformance import recognition as found


class Side(StrEnum):
    """Who is right, or that it is a matter of choice."""

    POLICY = "policy"
    OURS = "ours right"
    THEIRS = "theirs right"
    OPEN = "unexplained"


@dataclass(frozen=True, slots=True)
class DisagreementClass:
    """One reason to disagree."""

    name: str
    side: Side
    why: str


_Row = tuple[DisagreementClass, found.Question]


def _policy(name: str, why: str, fits: found.Question) -> _Row:
    return DisagreementClass(name, Side.POLICY, f"disputed: {why}"), fits


def _ours(name: str, why: str, fits: found.Question) -> _Row:
    return DisagreementClass(name, Side.OURS, why), fits


def _theirs(name: str, why: str, fits: found.Question) -> _Row:
    return DisagreementClass(name, Side.THEIRS, why), fits


POLICIES: tuple[_Row, ...] = (
    _policy(
        "unused-components", "unused components; we judge what is used", found.differ_only_in_unused
    ),
    _policy(
        "patterns-are-never-proved",
        "pattern changed; they warn of any, we prove that one includes the other",
        found.harmless_by("schema.pattern-changed", "schema.pattern-generalised"),
    ),
    _policy(
        "numbers-never-widen",
        "int32/int64 and float/double widening; to them any other format breaks",
        found.harmless_by("schema.format-widened"),
    ),
    _policy(
        "open-lists-of-values",
        "enum value added in a response; to them it is risky, whole lists included",
        found.breaks_only_by("schema.enum-removed", "schema.enum-value-added"),
    ),
    _policy(
        "read-only-is-promised",
        "read-only set; to them it breaks in a response as well",
        found.differ_only(found.ends_with("readOnly")),
    ),
    _policy(
        "marks-outside-of-openapi",
        "what an extension (x-beta-api, x-stability-level) or a raised version permits or asks for",
        found.is_decided_by_a_mark,
    ),
)
REASONS: tuple[_Row, ...] = (
    _ours(
        "idle-keyword",
        "the keyword says nothing about the type or the values beside it (maxItems of a text)",
        found.differ_only_in_idle,
    ),
    _ours(
        "written-out-default",
        "style or explode as it was anyway, or for a value that they say nothing about",
        found.is_serialisation_without_effect,
    ),
    _ours(
        "version-of-the-document",
        "only the version differs; whether it fits is for the rules of publication to say",
        found.differ_only_in_version,
    ),
    _ours("order-of-parameters", "the order of parameters does not travel", found.is_about_order),
    _ours(
        "no-operation",
        "a fragment without operations: nobody can be affected",
        found.has_no_operations,
    ),
    _ours(
        "inside-not",
        "what is excluded more narrowly leaves more, and the reverse; they take it as it is",
        found.is_inside_negation,
    ),
    _ours(
        "fewer-credentials",
        "a request that needs fewer or other credentials than it has is still accepted",
        found.harmless_by("security."),
    ),
    _ours(
        "clients-send-what-is-declared",
        "pure set inclusion; our answer lists the assumption that it rests on",
        found.rests_on_an_assumption,
    ),
    _ours(
        "the-other-direction",
        "they do not ask who sends: requests that accept more and responses that hold less",
        found.is_the_other_direction,
    ),
    _ours(
        "same-set-of-values",
        "branches of allOf, anyOf or oneOf that allow nothing else than the rest does",
        found.expects("compose."),
    ),
    _ours(
        "offers-more",
        "more may be sent, or more is returned than before: nobody is refused anything",
        found.is_more_than_before,
    ),
    _ours(
        "patterns-are-searched",
        "a pattern is searched in the text: [a-z]* is found in every text",
        found.all_of(found.is_missed, found.differ_only(found.ends_with("pattern"))),
    ),
    _theirs(
        "keyword-by-keyword",
        "several keywords together allow what each of them alone seems to refuse",
        found.is_alarm_on_one_schema,
    ),
    _ours(
        "no-longer-returned",
        "what became write-only is no longer in the response, to whom it was promised",
        found.breaks_only_by("property.write-only-on"),
    ),
    _ours(
        "optional-property-no-longer-returned",
        "a client that reads the property gets it no longer",
        found.breaks_only_by("property.removed-optional", "property.became-optional"),
    ),
    _ours(
        "security-is-no-remark",
        "who lacks the new credentials is refused",
        found.breaks_only_by("security."),
    ),
    _ours(
        "renamed-parameter",
        "they see an optional parameter gone and another one come; to us it has a new name",
        found.breaks_only_by("parameter.renamed"),
    ),
    _ours(
        "places-of-a-list",
        "a place that had the schema of all items has one of its own: a text for a number",
        found.breaks_at("refixItems"),
    ),
    _ours(
        "types-of-xml",
        "an object is no text, also where the media type is XML",
        found.all_of(found.breaks_at("xml"), found.breaks_only_by("schema.type-")),
    ),
    _ours(
        "types-of-headers",
        "they read any number as a text; to us the type of a header is promised",
        found.all_of(found.breaks_at("/headers/"), found.breaks_only_by("schema.type-")),
    ),
    _ours(
        "type-implied-by-keywords",
        "`properties` without `type` allow a text too, which the revision refuses",
        found.breaks_only_by("schema.type-narrowed"),
    ),
    _ours(
        "another-media-type",
        "application/problem+json is not what a client of application/json asks for",
        found.breaks_only_by("response.media-type-removed"),
    ),
    _ours(
        "null-is-a-value",
        "a schema without a type allows null, which a list of all other types does not",
        found.breaks_only_by("schema.nullable-removed"),
    ),
    _ours(
        "media-range",
        "an answer of any media type may be one that the client cannot read",
        found.breaks_only_by("response.media-type-generalised"),
    ),
    _ours(
        "nothing-declared-is-anything",
        "a parameter without a schema took any value, which the revision does not",
        found.breaks_only_by("schema.enum-added"),
    ),
    _policy(
        "component-renamed", "component rename; names do not travel", found.is_component_rename
    ),
    _ours(
        "asserted-in-part",
        "the source asserts some of its findings; what breaks is another",
        found.is_asserted_in_part,
    ),
    _ours(
        "goes-without-saying",
        "a bound that holds for whatever the rest of the schema allows",
        found.harmless_by("schema.m"),
    ),
    _ours(
        "of-two-alternatives",
        "oneOf refuses what two of its branches accept, as open objects do",
        found.breaks_only_by("compose.wrapped-in-one-of"),
    ),
    _theirs(
        "could-not-tell",
        "we say `undetermined`, with its cause, where the source has a verdict",
        found.is_undetermined,
    ),
)
UNEXPLAINED = DisagreementClass("unexplained", Side.OPEN, "no class fits")
