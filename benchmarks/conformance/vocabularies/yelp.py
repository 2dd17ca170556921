"""What do the codes of Yelp's swagger-spec-compatibility mean?"""

from benchmarks.conformance.vocabularies.vocabulary import literal

_TYPES = "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible"

YELP = literal(
    {
        "MIS-E001": "operation.removed|removed-deprecated path.removed|removed-deprecated",
        "MIS-E002": "operation.id-changed path.removed operation.removed "
        f"compose.all-of-added|all-of-removed {_TYPES}",
        "REQ-E001": "property.added-required|became-required parameter.added-required "
        "parameter.became-required",
        "REQ-E002": "property.removed-optional|removed-required parameter.removed|renamed",
        "REQ-E003": f"{_TYPES} schema.enum-value-removed",
        "RES-E001": "property.added-required|added-optional|became-required|removed-required "
        "property.became-optional|removed-optional",
        "RES-E002": "property.removed-required|became-optional|removed-optional "
        "property.added-required|added-optional",
        "RES-E003": "schema.enum-value-added|enum-removed",
    }
)
