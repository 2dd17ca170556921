"""What do the codes of Azure's and Criteo's comparators mean? They are one family.

Azure writes the word alone (`RemovedPath`), Criteo its number before it (`1005-RemovedPath`).
"""

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, meaning, words_of

_BOUNDS = "max-length min-length maximum minimum multiple-of max-items min-items"
_TIGHTER = " ".join(f"schema.{bound}-tightened" for bound in _BOUNDS.split())
_LOOSER = " ".join(f"schema.{bound}-loosened" for bound in _BOUNDS.split())
_ADDED = "property.added-optional|added-required|added-required-with-default"

_CODES = {
    "VersionsReversed": "info.version-changed",
    "NoVersionChange": "",
    "ProtocolNoLongerSupported": "server.protocol-removed|url-changed|removed",
    "RequestBodyFormatNoLongerSupported": "body.media-type-removed",
    "ResponseBodyFormatNowSupported": "response.media-type-added",
    "RemovedPath": "path.removed|removed-deprecated|case-or-slash-changed",
    "RemovedDefinition": "",
    "RemovedClientParameter": "",
    "ModifiedOperationId": "operation.id-changed",
    "RemovedRequiredParameter": "parameter.removed|removed-deprecated|renamed|location-changed",
    "RemovedOptionalParameter": "parameter.removed|removed-deprecated|renamed|location-changed",
    "AddingRequiredParameter": "parameter.added-required|added-required-with-default|added-path "
    "parameter.renamed|location-changed",
    "AddingOptionalParameter": "parameter.added-optional|renamed|location-changed",
    "AddingResponseCode": "response.success-added|error-added|range-vs-code",
    "RemovedResponseCode": "response.success-removed|error-removed|range-vs-code",
    "AddingHeader": "header.added",
    "RemovingHeader": "header.removed-required|removed-optional",
    "ParameterInHasChanged": "parameter.location-changed",
    "ConstantStatusHasChanged": "schema.enum-value-added|enum-value-removed "
    "schema.enum-added|enum-removed",
    "ReferenceRedirection": "ref.redirected schema.type-incompatible",
    "RemovedEnumValue": "schema.enum-value-removed|enum-removed",
    "AddedEnumValue": "schema.enum-value-added|enum-added",
    "AddedAdditionalProperties": "object.opened|additional-schema-added|additional-schema-removed",
    "RemovedAdditionalProperties": "object.closed "
    "object.additional-schema-added|additional-schema-removed",
    "TypeFormatChanged": "schema.format-added|format-removed|format-changed|format-widened",
    "ConstraintIsStronger": f"{_TIGHTER} schema.enum-value-removed|enum-added|pattern-added "
    "schema.unique-items-added",
    "ConstraintIsWeaker": f"{_LOOSER} schema.enum-value-added|enum-removed|pattern-removed "
    "schema.unique-items-removed",
    "ConstraintChanged": f"{_TIGHTER} {_LOOSER} schema.multiple-of-changed|pattern-changed "
    "schema.pattern-added|pattern-removed|unique-items-added|unique-items-removed",
    "RequiredStatusChange": "parameter.became-required|became-optional "
    "body.became-required|became-optional header.became-required|became-optional "
    "property.became-required|became-optional",
    "TypeChanged": "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible "
    "compose.wrapped-in-one-of",
    "DefaultValueChanged": "schema.default-added|default-removed|default-changed",
    "ArrayCollectionFormatChanged": "parameter.collection-format-changed",
    "ParameterStyleChanged": "parameter.style-changed",
    "ReadonlyPropertyChanged": "property.read-only-on|read-only-off",
    "DifferentDiscriminator": "discriminator.added|removed|property-changed|mapping-added "
    "discriminator.mapping-removed|mapping-retargeted",
    "DifferentExtends": "compose.all-of-added|all-of-removed",
    "DifferentAllOf": f"compose.all-of-added|all-of-removed {_ADDED} "
    "property.removed-optional|removed-required|renamed",
    "DifferentOneOf": "compose.one-of-branch-added|one-of-branch-removed|one-of-branch-changed "
    "compose.wrapped-in-one-of",
    "DifferentAnyOf": "compose.any-of-branch-added|any-of-branch-removed|wrapped-in-one-of",
    "RemovedProperty": "property.removed-optional|removed-required|renamed",
    "AddedRequiredProperty": "property.added-required|added-required-with-default "
    "property.became-required|added-required-read-only",
    "RemovedOperation": "operation.removed|removed-deprecated",
    "AddedPath": "path.added",
    "AddedOperation": "operation.added path.added",
    "AddedReadOnlyPropertyInResponse": f"{_ADDED} property.added-required-read-only",
    "AddedPropertyInResponse": f"{_ADDED} property.added-required-read-only",
    "ChangedParameterOrder": "",
    "XmsLongRunningOperationChanged": "operation.long-running-changed",
    "LongRunningOperationChanged": "operation.long-running-changed",
    "AddedOptionalProperty": "property.added-optional",
    "AddedRequestBody": "body.added-required|added-optional",
    "RemovedRequestBody": "body.removed",
    "AddedSchema": "body.schema-added response.schema-added",
    "RemovedSchema": "body.schema-removed response.schema-removed",
    "XmsEnumChanged": "vendor.ms-enum",
    "NullablePropertyChanged": "schema.nullable-added|nullable-removed",
}


def _read(expected: Expected) -> Meaning | None:
    rules = _CODES.get(expected.id.rpartition("-")[2])
    return None if rules is None else meaning(rules)


MICROSOFT = Vocabulary(_read, words_of(_CODES.values()))
