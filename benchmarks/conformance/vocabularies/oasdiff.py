"""What do the ids of oasdiff mean?

An id is a place, a direction and an edit (`request-property-max-length-decreased`); the place is
dropped, the direction kept. What does not follow the pattern is in a table of whole ids.
"""

import re

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, meaning, words_of
from service.openapi_diff import Direction

_PLACED = re.compile(
    r"(?P<direction>request|response)"
    r"(?:-(?:optional|required))?(?:-(?:read|write)-only)?"
    r"-(?P<place>parameter-property|parameter|body|property|header-property|header|mediatype)"
    r"-(?P<edit>.+)"
)

_BOUND = re.compile(
    r"(?:exclusive-)?(?P<limit>max|min)(?P<what>-length|-items|-properties|-contains)?"
    r"-(?P<move>decreased|increased|set|unset)"
)

_TYPES = (
    "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible|boolean-schema "
    "schema.format-added|format-removed|format-changed|format-widened "
    "compose.wrapped-in-one-of|one-of-branch-added|one-of-branch-removed "
    "array.prefix-items-added|prefix-items-removed"
)
_NARROWER = (
    "schema.type-narrowed|format-added|type-incompatible|format-changed compose.wrapped-in-one-of"
)
_WIDER = (
    "schema.type-widened|format-removed|format-widened|type-textual-compatible|type-incompatible "
    "compose.wrapped-in-one-of"
)
_EDITS = {
    "type-changed": _TYPES,
    "type-compatible": _TYPES,
    "type-generalized": _WIDER,
    "type-specialized": _NARROWER,
    "list-of-types-widened": "schema.type-widened compose.wrapped-in-one-of|one-of-branch-added "
    "compose.any-of-branch-added schema.type-incompatible|nullable-added",
    "list-of-types-narrowed": "schema.type-narrowed compose.wrapped-in-one-of "
    "compose.one-of-branch-removed|any-of-branch-removed schema.type-incompatible|nullable-removed",
    "became-nullable": "schema.nullable-added",
    "became-not-nullable": "schema.nullable-removed",
    # Where the type changed as well, that is what we say.
    "became-enum": "schema.enum-added|const-added|type-incompatible",
    "enum-value-added": "schema.enum-value-added",
    "enum-value-removed": "schema.enum-value-removed|enum-removed",
    "x-extensible-enum-value-removed": "schema.extensible-enum-value-removed",
    "const-added": "schema.const-added",
    "const-removed": "schema.const-removed",
    "const-changed": "schema.const-changed",
    "default-value-added": "schema.default-added",
    "default-value-removed": "schema.default-removed",
    "default-value-changed": "schema.default-changed",
    "pattern-added": "schema.pattern-added",
    "pattern-removed": "schema.pattern-removed",
    "pattern-changed": "schema.pattern-changed|pattern-generalised",
    "pattern-generalized": "schema.pattern-generalised|pattern-changed",
    "content-encoding-changed": "schema.content-encoding-changed",
    "content-media-type-changed": "schema.content-media-type-changed",
    "content-schema-added": "schema.content-schema-added",
    "content-schema-removed": "schema.content-schema-removed",
    "unique-items-added": "schema.unique-items-added",
    "unique-items-removed": "schema.unique-items-removed",
    "multiple-of-added": "schema.multiple-of-tightened",
    "multiple-of-set": "schema.multiple-of-tightened",
    "multiple-of-removed": "schema.multiple-of-loosened",
    "multiple-of-unset": "schema.multiple-of-loosened",
    "multiple-of-changed": "schema.multiple-of-tightened|multiple-of-loosened|multiple-of-changed",
    "additional-properties-added": "object.opened|additional-schema-added",
    "additional-properties-removed": "object.closed|additional-schema-removed",
    "additional-properties-allowed": "object.opened|additional-schema-removed",
    "additional-properties-disallowed": "object.closed|additional-schema-added",
    "items-added": "array.items-added",
    "items-removed": "array.items-removed",
    "style-changed": "parameter.style-changed header.serialisation",
    "explode-changed": "parameter.explode-changed header.serialisation",
    "allow-reserved-changed": "parameter.allow-reserved-changed",
    "became-read-only": "property.read-only-on",
    "became-not-read-only": "property.read-only-off",
    "became-write-only": "property.write-only-on",
    "became-not-write-only": "property.write-only-off",
    "pattern-property-added": "object.pattern-properties-added",
    "pattern-property-removed": "object.pattern-properties-removed",
    "property-names-added": "object.property-names-added",
    "property-names-removed": "object.property-names-removed",
    "dependent-required-added": "object.dependent-required-added",
    "dependent-required-removed": "object.dependent-required-removed",
    "dependent-required-changed": "object.dependent-required-added|dependent-required-removed",
    "dependent-schema-added": "object.dependent-schema-added",
    "dependent-schema-removed": "object.dependent-schema-removed",
    "unevaluated-properties-added": "object.closed|additional-schema-added",
    "unevaluated-properties-removed": "object.opened|additional-schema-removed",
    "unevaluated-items-added": "array.unevaluated-items",
    "unevaluated-items-removed": "array.unevaluated-items",
    "contains-added": "array.contains-added",
    "contains-removed": "array.contains-removed",
    # Of a place that one side has no schema for, we compare the schema of the other items.
    "prefix-items-added": f"array.prefix-items-added|prefix-items-removed {_TYPES}",
    "prefix-items-removed": f"array.prefix-items-added|prefix-items-removed {_TYPES}",
    # What a branch of an allOf demands is reported as what it is.
    "all-of-added": "compose.all-of-added property.added-optional|added-required|became-required",
    "all-of-removed": "compose.all-of-removed property.removed-optional|removed-required",
    "all-of-added-annotation-only": "schema.docs-changed",
    "all-of-removed-annotation-only": "schema.docs-changed",
    "any-of-added": "compose.any-of-branch-added|one-of-branch-added",
    "any-of-removed": "compose.any-of-branch-removed|one-of-branch-removed",
    "one-of-added": "compose.one-of-branch-added|any-of-branch-added",
    "one-of-removed": "compose.one-of-branch-removed|any-of-branch-removed",
    "wrapped-in-one-of": "compose.wrapped-in-one-of",
    "if-added": "compose.if-then-else-added",
    "if-removed": "compose.if-then-else-removed",
    "then-added": "compose.if-then-else-added",
    "then-removed": "compose.if-then-else-removed",
    "else-added": "compose.if-then-else-added",
    "else-removed": "compose.if-then-else-removed",
    "not-added": "compose.not-added",
    "not-removed": "compose.not-removed",
    "discriminator-added": "discriminator.added",
    "discriminator-removed": "discriminator.removed",
    "discriminator-property-name-changed": "discriminator.property-changed",
    "discriminator-mapping-added": "discriminator.mapping-added",
    "discriminator-mapping-deleted": "discriminator.mapping-removed",
    "discriminator-mapping-changed": "discriminator.mapping-retargeted",
}
_WHOLE = {
    # paths and operations
    "endpoint-added": "path.added operation.added",
    "api-path-removed-without-deprecation": "path.removed|case-or-slash-changed",
    "api-path-removed-with-deprecation": "path.removed|removed-deprecated",
    "api-path-removed-before-sunset": "path.removed|removed-deprecated|removed-before-sunset",
    "api-path-sunset-parse": "path.removed|removed-deprecated operation.removed-deprecated "
    "sunset.unparsable",
    "api-removed-without-deprecation": "operation.removed",
    "api-removed-with-deprecation": "operation.removed-deprecated path.removed-deprecated",
    "api-removed-before-sunset": "operation.removed-deprecated|removed-before-sunset "
    "path.removed-deprecated|removed-before-sunset",
    "api-operation-id-added": "operation.id-changed",
    "api-operation-id-removed": "operation.id-changed",
    "api-tag-added": "operation.tags-changed",
    "api-tag-removed": "operation.tags-changed",
    "webhook-added": "webhook.added",
    "webhook-removed": "webhook.removed",
    # versions of the API and its components
    "api-version-not-bumped": "",
    "api-version-decreased": "info.version-changed",
    "api-major-version-not-bumped": "",
    "api-schema-removed": "",
    # lifecycle
    "endpoint-deprecated": "deprecation.operation",
    "endpoint-deprecated-with-sunset": "deprecation.operation",
    "endpoint-reactivated": "deprecation.operation-reactivated",
    "api-deprecated-sunset-missing": "sunset.missing",
    "api-deprecated-sunset-parse": "sunset.unparsable",
    "api-sunset-date-too-small": "sunset.too-soon|passed",
    "api-sunset-date-changed-too-small": "sunset.brought-forward|passed|too-soon",
    "sunset-deleted": "sunset.deleted",
    "api-stability-decreased": "stability.decreased",
    "api-stability-increased": "stability.increased",
    "api-invalid-stability-level": "stability.invalid",
    # security
    "api-security-added": "security.required-added|alternative-added|combined-scheme-added "
    "security.optional-withdrawn",
    "api-security-removed": "security.removed|alternative-removed|made-optional",
    "api-security-scope-added": "security.scope-added",
    "api-security-scope-removed": "security.scope-removed",
    "api-security-component-added": "scheme.added",
    "api-security-component-removed": "scheme.removed",
    "api-security-component-type-changed": "scheme.type-changed",
    "api-security-component-oauth-url-changed": "scheme.oauth-url-changed",
    "api-security-component-oauth-token-url-changed": "scheme.oauth-url-changed",
    "api-security-component-oauth-scope-added": "scheme.oauth-scope-defined",
    "api-security-component-oauth-scope-removed": "scheme.oauth-scope-defined",
    "api-security-component-oauth-scope-changed": "scheme.oauth-scope-defined",
    # parameters
    "new-request-path-parameter": "parameter.added-path",
    "new-required-request-parameter": "parameter.added-required|added-required-with-default "
    "parameter.renamed|location-changed",
    "new-required-request-default-parameter-to-existing-path": "parameter.added-required "
    "parameter.added-required-with-default|renamed|location-changed",
    "new-optional-request-parameter": "parameter.added-optional|renamed|location-changed",
    "new-optional-request-default-parameter-to-existing-path": "parameter.added-optional|renamed "
    "parameter.location-changed",
    "request-parameter-removed": "parameter.removed|renamed|location-changed",
    "request-parameter-removed-with-deprecation": "parameter.removed-deprecated",
    "request-parameter-removed-before-sunset": "parameter.removed-deprecated",
    "request-parameter-became-required": "parameter.became-required",
    "request-parameter-became-optional": "parameter.became-optional",
    "new-required-request-header-property": "property.added-required",
    "request-header-property-became-required": "property.became-required",
    "request-header-property-became-enum": "schema.enum-added",
    # bodies
    "request-body-added-required": "body.added-required",
    "request-body-added-optional": "body.added-optional",
    "request-body-removed": "body.removed",
    "request-body-became-required": "body.became-required",
    "request-body-became-optional": "body.became-optional",
    "request-body-media-type-added": "body.media-type-added|media-type-generalised",
    "request-body-media-type-removed": "body.media-type-removed",
    "request-body-media-type-schema-added": "body.schema-added",
    "request-body-media-type-schema-removed": "body.schema-removed",
    # responses and their headers
    "response-success-status-added": "response.success-added|range-vs-code",
    "response-success-status-removed": "response.success-removed|range-vs-code",
    "response-non-success-status-added": "response.error-added|range-vs-code",
    "response-non-success-status-removed": "response.error-removed|range-vs-code",
    "response-media-type-added": "response.media-type-added",
    "response-media-type-removed": "response.media-type-removed|content-removed",
    "response-media-type-name-generalized": "response.media-type-generalised",
    "response-media-type-name-specialized": "response.media-type-specialised",
    "response-media-type-name-changed": "body.media-type-parameter-changed "
    "response.media-type-removed|media-type-added|media-type-specialised",
    "response-body-media-type-schema-added": "response.schema-added",
    "response-body-media-type-schema-removed": "response.schema-removed",
    "response-header-added": "header.added",
    "required-response-header-removed": "header.removed-required",
    "optional-response-header-removed": "header.removed-optional",
    "response-header-became-optional": "header.became-optional",
    "response-mediatype-enum-value-removed": "schema.enum-value-removed|enum-removed",
    # properties
    "new-required-request-property": "property.added-required|became-required|renamed",
    "new-required-request-property-with-default": "property.added-required-with-default",
    "new-optional-request-property": "property.added-optional|added-required-read-only|renamed",
    "request-property-removed": "property.removed-optional|removed-required|renamed",
    "request-property-became-required": "property.became-required|required-unknown",
    "request-property-became-required-with-default": "property.became-required-with-default",
    "request-property-became-optional": "property.became-optional",
    "response-required-property-added": "property.added-required|added-required-with-default "
    "property.added-required-read-only|renamed",
    "response-optional-property-added": "property.added-optional|renamed",
    "response-required-write-only-property-added": "property.added-required|added-optional",
    "response-optional-write-only-property-added": "property.added-optional",
    "response-required-property-removed": "property.removed-required|renamed",
    "response-optional-property-removed": "property.removed-optional|renamed",
    "response-required-write-only-property-removed": "property.removed-required|removed-optional",
    "response-optional-write-only-property-removed": "property.removed-optional",
    "response-property-became-required": "property.became-required|became-required-with-default",
    "response-property-became-optional": "property.became-optional",
    "response-write-only-property-became-required": "property.became-required",
    "response-write-only-property-became-optional": "property.became-optional",
}
_LIFECYCLE = re.compile(r"(?:request|response)-(?P<place>parameter|property)-(?P<edit>.+)")
_LIFECYCLE_EDITS = {
    "deprecated": "",
    "deprecated-with-sunset": "",
    "reactivated": "",
    "deprecated-sunset-missing": "sunset.missing",
    "deprecated-sunset-invalid": "sunset.unparsable",
    "sunset-parse": "sunset.unparsable",
    "sunset-date-too-small": "sunset.too-soon|passed",
    "sunset-date-changed-too-small": "sunset.brought-forward|passed|too-soon",
    "sunset-deleted": "sunset.deleted",
    "stability-decreased": "stability.decreased",
    "stability-increased": "stability.increased",
}


def _read(expected: Expected) -> Meaning | None:
    found = _of_id(expected.id)
    # There it reads what the provider sends as if a client sent it.
    return Meaning(found.rules) if found is not None and expected.is_of_webhook else found


def _of_id(name: str) -> Meaning | None:
    name = name.replace("api-global-security", "api-security")
    direction = _direction(name)
    if name in _WHOLE:
        return meaning(_WHOLE[name], direction)
    matched = _LIFECYCLE.fullmatch(name)
    if matched and matched["edit"] in _LIFECYCLE_EDITS:
        return meaning(_LIFECYCLE_EDITS[matched["edit"]] or f"deprecation.{matched['place']}")
    matched = _PLACED.fullmatch(name)
    if matched is None:
        return None
    edit = matched["edit"]
    rules = _EDITS.get(edit) or _of_bound(edit)
    return meaning(rules, direction) if rules else None


def _direction(name: str) -> Direction | None:
    words = name.split("-")
    if "request" in words:
        return Direction.REQUEST
    return Direction.RESPONSE if "response" in words else None


def _of_bound(edit: str) -> str | None:
    matched = _BOUND.fullmatch(edit)
    if matched is None:
        return None
    limit, what, move = matched["limit"], matched["what"], matched["move"]
    tighter = move == "set" or (move == "decreased") is (limit == "max")
    effect = "tightened" if tighter and move != "unset" else "loosened"
    if what == "-contains":
        return f"schema.contains-bounds-{effect}"
    return f"schema.{limit}{what}-{effect}" if what else f"schema.{limit}imum-{effect}"


_BOUND_RULES = [
    _of_bound(f"{limit}{what}-{move}") or ""
    for limit in ("max", "min")
    for what in ("", "-length", "-items", "-properties", "-contains")
    for move in ("set", "unset")
]
OASDIFF = Vocabulary(
    _read,
    words_of([*_EDITS.values(), *_WHOLE.values(), *_BOUND_RULES])
    | words_of(["deprecation.parameter|property"]),
)
