"""What do the changes of Netcracker's API diff mean?

Its ids are only an action and a class (`replace:breaking`); what was edited is the end of the
pointer. So the table goes from the end of a pointer and an action to our rules.
"""

import re
from typing import NamedTuple

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, meaning, words_of


class _End(NamedTuple):
    """The end of a pointer, and our rules for what was added, removed or replaced there."""

    pattern: re.Pattern[str]
    added: str
    removed: str
    replaced: str


def _by_action(end: str, added: str, removed: str, replaced: str) -> _End:
    return _End(re.compile(f".*(?:{end})"), added, removed, replaced)


def _always(end: str, rules: str) -> _End:
    return _by_action(end, rules, rules, rules)


# The first end that fits counts.
_ENDS = (
    _always(
        r"/(?:example|examples(?:/[^/]+)?(?:/(?:summary|description|value|externalValue))?)",
        "schema.example-changed parameter.docs-changed",
    ),
    _always(
        r"/servers(?:/\d+(?:/.+)?)?",
        "server.added|removed|url-changed|scope-override|variable-default-changed "
        "server.variable-enum-added|variable-enum-removed",
    ),
    _always(r"/externalDocs(?:/[^/]+)?", "operation.docs-changed document.tags-changed"),
    _always(r"/tags(?:/\d+(?:/.+)?)?", "document.tags-changed operation.tags-changed"),
    _always(
        r"/(?:description|summary|title)",
        "operation.docs-changed parameter.docs-changed response.docs-changed "
        "schema.docs-changed info.metadata-changed",
    ),
    _always(r"/operationId", "operation.id-changed"),
    _always(r"/deprecated", "deprecation.operation|operation-reactivated|parameter|property"),
    _always(r"/allowEmptyValue", "parameter.allow-empty-changed"),
    _always(r"/allowReserved", "parameter.allow-reserved-changed"),
    _always(r"/(?:style|explode)", "parameter.style-changed|explode-changed header.serialisation"),
    _by_action(
        r"/security/\d+/[^/]+",
        "security.combined-scheme-added|alternative-removed",
        "security.alternative-added|alternative-removed|removed",
        "security.alternative-added|alternative-removed",
    ),
    _by_action(
        r"/security(?:/\d+)?",
        "security.required-added|alternative-added|made-optional",
        "security.removed|alternative-removed|optional-withdrawn",
        "security.alternative-added|alternative-removed",
    ),
    _by_action(
        r"/parameters/\d+",
        "parameter.added-optional|added-required|added-required-with-default|added-path "
        "parameter.renamed|location-changed",
        "parameter.removed|removed-deprecated|renamed|location-changed",
        "parameter.renamed|location-changed",
    ),
    _always(r"/parameters/\d+/name", "parameter.renamed"),
    _always(r"/parameters/\d+/in", "parameter.location-changed"),
    _always(r"/parameters/\d+/required", "parameter.became-required|became-optional"),
    _always(r"/requestBody/required", "body.became-required|became-optional"),
    _by_action(r"/requestBody", "body.added-required|added-optional", "body.removed", ""),
    _by_action(
        r"/content/[^/]+",
        "body.media-type-added response.media-type-added",
        "body.media-type-removed response.media-type-removed|content-removed",
        "body.media-type-generalised|media-type-removed|media-type-parameter-changed "
        "response.media-type-generalised|media-type-specialised",
    ),
    _by_action(r"/headers/[^/]+", "header.added", "header.removed-required|removed-optional", ""),
    _by_action(
        r"/responses/[^/]+",
        "response.success-added|error-added|range-vs-code",
        "response.success-removed|error-removed|range-vs-code",
        "response.range-vs-code",
    ),
    _by_action(
        r"/(?:get|put|post|delete|options|head|patch|trace)",
        "operation.added path.added",
        "operation.removed|removed-deprecated path.removed|removed-deprecated",
        "",
    ),
    _by_action(
        r"/paths/[^/]+", "path.added", "path.removed|removed-deprecated", "path.parameter-renamed"
    ),
    _by_action(
        r"/required/\d+",
        "property.became-required|added-required|became-required-with-default|required-unknown",
        "property.became-optional|removed-required",
        "property.became-required|became-optional",
    ),
    _by_action(
        r"/properties/[^/]+",
        "property.added-optional|added-required|added-required-read-only",
        "property.removed-optional|removed-required|renamed",
        "schema.boolean-schema",
    ),
    _always(
        r"/oneOf/\d+",
        "compose.one-of-branch-added|one-of-branch-removed|one-of-branch-changed "
        "compose.wrapped-in-one-of schema.type-widened|type-narrowed",
    ),
    _always(
        r"/anyOf/\d+",
        "compose.any-of-branch-added|any-of-branch-removed|wrapped-in-one-of "
        "schema.type-widened|type-narrowed",
    ),
    _always(r"/allOf/\d+", "compose.all-of-added|all-of-removed"),
    _by_action(
        r"/enum/\d+", "schema.enum-value-added", "schema.enum-value-removed", "schema.enum-added"
    ),
    _by_action(r"/enum", "schema.enum-added", "schema.enum-removed", "schema.enum-value-added"),
    _by_action(
        r"/default", "schema.default-added", "schema.default-removed", "schema.default-changed"
    ),
    _always(
        r"/type(?:/\d+)?",
        "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible "
        "schema.nullable-added|nullable-removed",
    ),
    _always(r"/nullable", "schema.nullable-added|nullable-removed"),
    _by_action(
        r"/format",
        "schema.format-added",
        "schema.format-removed",
        "schema.format-changed|format-widened",
    ),
    _by_action(
        r"/pattern",
        "schema.pattern-added",
        "schema.pattern-removed",
        "schema.pattern-changed|pattern-generalised",
    ),
    _by_action(
        r"/(?:maximum|exclusiveMaximum)",
        "schema.maximum-tightened",
        "schema.maximum-loosened",
        "schema.maximum-tightened|maximum-loosened",
    ),
    _by_action(
        r"/(?:minimum|exclusiveMinimum)",
        "schema.minimum-tightened",
        "schema.minimum-loosened",
        "schema.minimum-tightened|minimum-loosened",
    ),
    _by_action(
        r"/(?:maxLength)",
        "schema.max-length-tightened",
        "schema.max-length-loosened",
        "schema.max-length-tightened|max-length-loosened",
    ),
    _by_action(
        r"/(?:minLength)",
        "schema.min-length-tightened",
        "schema.min-length-loosened",
        "schema.min-length-tightened|min-length-loosened",
    ),
    _by_action(
        r"/(?:maxItems)",
        "schema.max-items-tightened",
        "schema.max-items-loosened",
        "schema.max-items-tightened|max-items-loosened",
    ),
    _by_action(
        r"/(?:minItems)",
        "schema.min-items-tightened",
        "schema.min-items-loosened",
        "schema.min-items-tightened|min-items-loosened",
    ),
    _by_action(
        r"/(?:maxProperties)",
        "schema.max-properties-tightened",
        "schema.max-properties-loosened",
        "schema.max-properties-tightened|max-properties-loosened",
    ),
    _by_action(
        r"/(?:minProperties)",
        "schema.min-properties-tightened",
        "schema.min-properties-loosened",
        "schema.min-properties-tightened|min-properties-loosened",
    ),
    _by_action(
        r"/multipleOf",
        "schema.multiple-of-tightened",
        "schema.multiple-of-loosened",
        "schema.multiple-of-tightened|multiple-of-loosened|multiple-of-changed",
    ),
    _by_action(
        r"/uniqueItems",
        "schema.unique-items-added",
        "schema.unique-items-removed",
        "schema.unique-items-added|unique-items-removed",
    ),
    _always(r"/readOnly", "property.read-only-on|read-only-off"),
    _always(r"/writeOnly", "property.write-only-on|write-only-off"),
    _by_action(
        r"/additionalProperties",
        "object.closed|additional-schema-added",
        "object.opened|additional-schema-removed",
        "object.closed|opened|additional-schema-added|additional-schema-removed",
    ),
    _always(
        r"/patternProperties/[^/]+", "object.pattern-properties-added|pattern-properties-removed"
    ),
    _by_action(r"/items", "array.items-added", "array.items-removed", "schema.boolean-schema"),
    _always(r"/prefixItems/\d+", "array.prefix-items-added|prefix-items-removed"),
    _always(
        r"/discriminator(?:/.+)?",
        "discriminator.added|removed|property-changed|mapping-added|mapping-removed "
        "discriminator.mapping-retargeted",
    ),
    _always(r"/xml(?:/.+)?", "xml.changed"),
    _always(r"/info/version", "info.version-changed"),
    _always(r"/info/.+", "info.metadata-changed"),
    _always(r"/links/.+", "link.changed"),
    _by_action(r"/callbacks/[^/]+(?:/[^/]+)?", "callback.added", "callback.removed", ""),
    _by_action(r"/webhooks/[^/]+", "webhook.added", "webhook.removed", ""),
    _always(r"/headers/[^/]+/required", "header.became-required|became-optional"),
    _always(r"/encoding/.+", "body.encoding-content-type|encoding-serialisation|encoding-headers"),
    _always(
        r"/securitySchemes/[^/]+(?:/.+)?",
        "scheme.added|removed|renamed|type-changed|apikey-name-or-in|http-scheme|bearer-format "
        "scheme.oauth-flow-changed|oauth-url-changed|oauth-scope-defined|oidc-url-changed",
    ),
    _by_action(r"/const", "schema.const-added", "schema.const-removed", "schema.const-changed"),
    _always(r"/not", "compose.not-added|not-removed"),
    _always(r"/(?:if|then|else)", "compose.if-then-else-added|if-then-else-removed"),
    _always(r"/contains", "array.contains-added|contains-removed"),
    _always(r"/(?:min|max)Contains", "schema.contains-bounds-tightened|contains-bounds-loosened"),
    _always(r"/propertyNames", "object.property-names-added|property-names-removed"),
    _always(r"/dependentRequired/.+", "object.dependent-required-added|dependent-required-removed"),
    _always(r"/dependentSchemas/[^/]+", "object.dependent-schema-added|dependent-schema-removed"),
    _always(
        r"/unevaluatedProperties",
        "object.closed|opened|additional-schema-added|additional-schema-removed",
    ),
    _always(r"/unevaluatedItems", "array.unevaluated-items"),
    _always(
        r"/(?:contentEncoding|contentMediaType)",
        "schema.content-encoding-changed|content-media-type-changed",
    ),
    _always(r"/(?:openapi|swagger|jsonSchemaDialect)", "document.dialect-changed"),
    _always(r"/collectionFormat", "parameter.collection-format-changed"),
    _always(r"/(?:host|basePath|schemes(?:/\d+)?)", "server.url-changed|protocol-removed|removed"),
    _by_action(
        r"/(?:consumes|produces)/\d+",
        "body.media-type-added response.media-type-added",
        "body.media-type-removed response.media-type-removed",
        "body.media-type-removed response.media-type-removed",
    ),
    _always(r"/x-[^/]+", "document.extension-changed"),
    _by_action(
        r"/scopes/[^/]+|/security/\d+/[^/]+/\d+",
        "security.scope-added",
        "security.scope-removed",
        "",
    ),
)


def _read(expected: Expected) -> Meaning | None:
    pointers = expected.base_pointers or expected.revision_pointers
    for end in _ENDS:
        if any(map(end.pattern.fullmatch, pointers)):
            return _of_action(end, expected.id.partition(":")[0])
    return None


def _of_action(end: _End, action: str) -> Meaning | None:
    match action:
        case "add":
            return meaning(end.added)
        case "remove":
            return meaning(end.removed)
        case "replace" | "rename":
            return meaning(end.replaced)
        case _:
            return None


NETCRACKER = Vocabulary(_read, words_of(rules for _, *row in _ENDS for rules in row))
