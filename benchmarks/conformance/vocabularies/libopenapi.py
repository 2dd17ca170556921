"""What do the changes of pb33f's libopenapi mean?

An id is a kind of change and the name of a field (`modified:maxLength`). Where an object was added
or removed the name is that of a component, which says nothing about the kind of edit.
"""

from benchmarks.conformance.cases import Expected
from benchmarks.conformance.vocabularies.vocabulary import Meaning, Vocabulary, meaning, words_of

_DOCS = (
    "operation.docs-changed parameter.docs-changed response.docs-changed schema.docs-changed "
    "info.metadata-changed document.tags-changed schema.example-changed"
)
_OPERATION = "operation.added|removed|removed-deprecated path.added|removed|removed-deprecated"
_FIELDS = {
    **dict.fromkeys(("title", "summary", "description", "externalDocs", "url", "name"), _DOCS),
    **dict.fromkeys(("info", "contact", "license", "termsOfService"), "info.metadata-changed"),
    "version": "info.version-changed",
    "openapi": "document.dialect-changed",
    "swagger": "document.dialect-changed",
    "jsonSchemaDialect": "document.dialect-changed",
    "tags": "document.tags-changed operation.tags-changed",
    "operationId": "operation.id-changed",
    "deprecated": "deprecation.operation|operation-reactivated|parameter|property",
    **dict.fromkeys(("get", "put", "post", "delete", "options", "head", "patch"), _OPERATION),
    **dict.fromkeys(
        ("servers", "host", "basePath", "schemes"),
        "server.added|removed|url-changed server.protocol-removed|prefix-moved|scope-override",
    ),
    "consumes": "body.media-type-added|media-type-removed",
    "produces": "response.media-type-added|media-type-removed",
    "in": "parameter.location-changed scheme.apikey-name-or-in",
    "required": "parameter.became-required|became-optional body.became-required|became-optional "
    "property.became-required|became-optional|removed-required",
    "style": "parameter.style-changed header.serialisation",
    "explode": "parameter.explode-changed header.serialisation",
    "allowReserved": "parameter.allow-reserved-changed",
    "allowEmptyValue": "parameter.allow-empty-changed",
    "type": "schema.type-narrowed|type-widened|type-incompatible|type-textual-compatible "
    "schema.nullable-added|nullable-removed scheme.type-changed",
    "nullable": "schema.nullable-added|nullable-removed",
    "format": "schema.format-added|format-removed|format-changed|format-widened",
    "enum": "schema.enum-added|enum-removed|enum-value-added|enum-value-removed",
    "const": "schema.const-added|const-removed|const-changed",
    "default": "schema.default-added|default-removed|default-changed",
    "example": "schema.example-changed parameter.docs-changed",
    "examples": "schema.example-changed parameter.docs-changed",
    "pattern": "schema.pattern-added|pattern-removed|pattern-changed|pattern-generalised",
    "multipleOf": "schema.multiple-of-tightened|multiple-of-loosened|multiple-of-changed",
    "uniqueItems": "schema.unique-items-added|unique-items-removed",
    **{
        f"{limit}{field}": f"schema.{limit}{ours}-tightened|{limit}{ours}-loosened"
        for limit in ("max", "min")
        for field, ours in (
            ("imum", "imum"),
            ("Length", "-length"),
            ("Items", "-items"),
            ("Properties", "-properties"),
        )
    },
    "readOnly": "property.read-only-on|read-only-off",
    "writeOnly": "property.write-only-on|write-only-off",
    "additionalProperties": "object.closed|opened|additional-schema-added "
    "object.additional-schema-removed",
    "scheme": "scheme.http-scheme",
    "bearerFormat": "scheme.bearer-format",
    "xml": "xml.changed",
    # Nobody can tell from these what was edited, or nothing was that anybody can see.
    "$ref": "",
    "$self": "",
    "components": "",
}


def _read(expected: Expected) -> Meaning | None:
    kind, _, field = expected.id.partition(":")
    if field in _FIELDS:
        return meaning(_FIELDS[field])
    if field.startswith("x-"):
        return meaning("document.extension-changed")
    return Meaning(frozenset()) if kind.startswith("object-") else None


LIBOPENAPI = Vocabulary(_read, words_of(_FIELDS.values()))
