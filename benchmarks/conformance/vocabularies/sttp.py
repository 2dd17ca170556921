"""What do the issues of sttp-apispec mean?

Issues are nested; all but the innermost only say where (`IncompatibleOperation`): they have no
counterpart of their own.
"""

from benchmarks.conformance.vocabularies.vocabulary import literal

_TYPES = "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible"

STTP = literal(
    {
        "IncompatiblePath": "",
        "IncompatibleOperation": "",
        "IncompatibleParameter": "",
        "IncompatibleHeader": "",
        "IncompatibleRequestBody": "",
        "IncompatibleResponse": "",
        "IncompatibleContent": "",
        "IncompatibleMediaType": "",
        "IncompatibleSchema": "",
        "IncompatibleProperty": "",
        "MissingPath": "path.removed|removed-deprecated",
        "MissingOperation": "operation.removed|removed-deprecated",
        "MissingParameter": "parameter.removed|removed-deprecated|renamed|location-changed",
        "MissingRequestBody": "body.removed",
        "MissingResponse": "response.success-removed|error-removed",
        "MissingHeader": "header.removed-required|removed-optional",
        "MissingMediaType": "body.media-type-removed response.media-type-removed|content-removed "
        "parameter.media-type-changed",
        "MissingSchema": "body.schema-removed|schema-added response.schema-removed "
        "parameter.content-vs-schema schema.type-widened",
        "TypeMismatch": _TYPES,
        "FormatMismatch": "schema.format-added|format-removed|format-changed|format-widened",
        "EnumMismatch": "schema.enum-added|enum-removed|enum-value-added|enum-value-removed",
        "ConstMismatch": "schema.const-added|const-removed|const-changed",
        "PatternMismatch": "schema.pattern-added|pattern-removed|pattern-changed "
        "schema.pattern-generalised",
        "IncompatibleStyle": "parameter.style-changed header.serialisation",
        "IncompatibleExplode": "parameter.explode-changed header.serialisation",
        "IncompatibleAllowEmptyValue": "parameter.allow-empty-changed",
        "IncompatibleAllowReserved": "parameter.allow-reserved-changed",
        "IncompatibleRequiredValue": "parameter.became-required|became-optional "
        "header.became-required|became-optional body.became-required|became-optional",
        "IncompatibleSecurityRequirement": "security.required-added|alternative-removed",
        "IncompatibleEncoding": "body.encoding-content-type|encoding-serialisation",
        "MissingRequiredProperties": "property.removed-required|became-optional|added-required "
        "property.became-required",
        "MissingCallback": "callback.removed",
    }
)
