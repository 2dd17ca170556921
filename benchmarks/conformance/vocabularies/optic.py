"""What do the rules of Optic mean? They are sentences, built from a few words."""

import re

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, meaning, words_of

_PLACE = r"(?:query|cookie|header|path) parameters?"
_TYPES = (
    "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible "
    "schema.nullable-added|nullable-removed|boolean-schema "
    "array.items-added|items-removed compose.wrapped-in-one-of"
)
_ENUMS = "schema.enum-added|enum-removed|enum-value-added|enum-value-removed"
_UNIONS = (
    "compose.one-of-branch-added|one-of-branch-removed|one-of-branch-changed|wrapped-in-one-of "
    "compose.any-of-branch-added|any-of-branch-removed"
)
_SENTENCES = (
    (
        r"prevent operation removal",
        "operation.removed|removed-deprecated path.removed path.removed-deprecated",
    ),
    (r"prevent response status code removal", "response.success-removed|error-removed"),
    (rf"prevent {_PLACE} enum breaking changes", f"{_ENUMS} schema.const-added|const-changed"),
    (
        rf"prevent new required {_PLACE}",
        "parameter.added-required|added-required-with-default parameter.added-path|renamed",
    ),
    (rf"prevent requiring existing {_PLACE}", "parameter.became-required"),
    (rf"prevent {_PLACE} type changes", _TYPES),
    (r"prevent (?:request|response) property type changes", f"{_TYPES} {_UNIONS}"),
    (r"request and response property enums", f"{_ENUMS} schema.const-added|const-changed"),
    (
        r"prevent (?:adding|new) required request (?:property|properties)",
        "property.added-required property.added-required-with-default",
    ),
    (
        r"prevent (?:requiring|changing) .*request (?:property|properties)",
        "property.became-required",
    ),
    (
        r"prevent removing response property|prevent response property removal",
        "property.removed-optional|removed-required|renamed",
    ),
    (r"prevent .*response property .*optional.*", "property.became-optional"),
    (
        r"prevent (?:narrowing|expanding|widening) in (?:request|response) union types",
        f"{_UNIONS} {_ENUMS} {_TYPES} property.removed-optional|removed-required|became-optional "
        "property.became-required|added-required",
    ),
    (
        r"prevent .*(?:content|media)[ -]types? (?:removal|changes)",
        "body.media-type-removed response.media-type-removed",
    ),
)
_RULES = tuple((re.compile(words), meaning(rules)) for words, rules in _SENTENCES)


def _read(expected: Expected) -> Meaning | None:
    return next((found for words, found in _RULES if words.fullmatch(expected.id)), None)


OPTIC = Vocabulary(_read, words_of(rules for _, rules in _SENTENCES))
