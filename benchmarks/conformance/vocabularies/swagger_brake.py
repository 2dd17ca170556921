"""What do the codes of swagger-brake mean? The class behind a code says it in words."""

import re

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, meaning, words_of
from service.openapi_diff import Direction

_TYPES = "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible"
_BOUNDS = (
    "schema.max-length-tightened|max-length-loosened|min-length-tightened|min-length-loosened "
    "schema.maximum-tightened|maximum-loosened|minimum-tightened|minimum-loosened "
    "schema.max-items-tightened|max-items-loosened|min-items-tightened|min-items-loosened "
    "schema.unique-items-added|unique-items-removed|pattern-added|pattern-removed|pattern-changed "
    "schema.pattern-generalised|multiple-of-tightened|multiple-of-loosened|multiple-of-changed "
    "schema.format-added|format-removed|format-changed|format-widened "
    "schema.max-properties-tightened|max-properties-loosened|min-properties-tightened "
    "schema.min-properties-loosened"
)
_WORDS = (
    (
        r"PathDeleted|StandardApiToBetaApi",
        "path.removed|removed-deprecated operation.removed|removed-deprecated webhook.removed",
    ),
    (r"RequestMediaTypeDeleted", "body.media-type-removed|removed"),
    (r"ResponseMediaTypeDeleted", "response.media-type-removed|content-removed"),
    (r"RequestParameterDeleted", "parameter.removed|removed-deprecated|renamed"),
    (r"RequestParameter(?:In|Location)\w*Changed", "parameter.location-changed"),
    (
        r"RequestParameter(?:Became)?Required",
        "parameter.became-required|added-required parameter.added-required-with-default",
    ),
    (r"RequestParameterDefaultChanged", "schema.default-added|default-changed|default-removed"),
    (r"\w*XExtensibleEnumValueDeleted", "schema.extensible-enum-value-removed"),
    (r"\w*EnumValueDeleted", "schema.enum-value-removed|enum-removed"),
    (r"\w*BecameEnum", "schema.enum-added"),
    (r"\w*ConstChanged", "schema.const-changed|const-added|const-removed"),
    (r"\w*ConstraintChanged", _BOUNDS),
    (r"\w*AttributeRemoved", "property.removed-optional|removed-required|renamed"),
    (r"RequestBodyBecameRequired", "body.became-required|added-required"),
    (r"Request(?:Property|Type\w*)BecameRequired", "property.became-required|added-required"),
    (r"ResponsePropertyBecameOptional", "property.became-optional"),
    (r"ResponseHeaderDeleted", "header.removed-required|removed-optional"),
    (r"ResponseHeaderBecameOptional", "header.became-optional"),
    (r"ResponseDeleted", "response.success-removed|error-removed"),
    (r"\w*(?:Became|To)Nullable", "schema.nullable-added"),
    (r"\w*NotNullable", "schema.nullable-removed"),
    (r"\w*DiscriminatorChanged", "discriminator.property-changed|added|removed|mapping-removed"),
    (r"\w*AllOfChanged", "compose.all-of-added|all-of-removed"),
    (r"\w*TypeChanged", f"{_TYPES} {_BOUNDS}"),
    (r"Webhook\w*(?:Deleted|Removed)", "webhook.removed"),
    (r"Server\w*(?:Deleted|Changed)", "server.removed|url-changed"),
)
_CLASSES = tuple(
    (re.compile(f"(?:{words})(?:BreakingChange)?"), meaning(rules)) for words, rules in _WORDS
)


def _read(expected: Expected) -> Meaning | None:
    for pattern, found in _CLASSES:
        if pattern.fullmatch(expected.text):
            direction = None if expected.is_of_webhook else _direction(expected.text)
            return Meaning(found.rules, direction)
    return None


def _direction(words: str) -> Direction | None:
    if words.startswith("Request"):
        return Direction.REQUEST
    return Direction.RESPONSE if words.startswith("Response") else None


SWAGGER_BRAKE = Vocabulary(_read, words_of(rules for _, rules in _WORDS))
