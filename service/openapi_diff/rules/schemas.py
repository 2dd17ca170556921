"""What do edits of schemas mean?"""

from service.openapi_diff.rules.rule import BREAKS, DOCUMENTATION, RISKY, SAFE, Rule
from service.openapi_diff.verdicts import Assumption, Judgement

_SENT = Assumption.CLIENTS_SEND_DECLARED
_IGNORED = Assumption.SERVERS_IGNORE_UNDECLARED
_READ = Assumption.READERS_IGNORE_UNKNOWN
_HIDDEN = Assumption.READ_ONLY_IS_NOT_SENT
_FORMAT = Assumption.FORMATS_ARE_ASSERTED


def _narrows(rule_id: str, summary: str) -> Rule:
    return Rule(rule_id, BREAKS, SAFE, summary)


def _widens(rule_id: str, summary: str) -> Rule:
    return Rule(rule_id, SAFE, BREAKS, summary)


def _changes(rule_id: str, summary: str) -> Rule:
    return Rule(rule_id, BREAKS, BREAKS, summary)


def _once(rule_id: str, judgement: Judgement, summary: str) -> Rule:
    return Rule(rule_id, judgement, judgement, summary, directed=False)


TYPE_RULES = (
    _narrows("schema.type-narrowed", "Fewer types are allowed"),
    _widens("schema.type-widened", "More types are allowed"),
    _changes("schema.type-incompatible", "The type changed"),
    _widens("schema.type-textual-compatible", "Any text is allowed where it was a number"),
    _widens("schema.nullable-added", "null is now allowed"),
    _narrows("schema.nullable-removed", "null is no longer allowed"),
    Rule("schema.format-added", BREAKS, SAFE, "A format is given", response_assumes=_FORMAT),
    Rule("schema.format-removed", SAFE, BREAKS, "The format is gone"),
    _changes("schema.format-changed", "The format changed"),
    _widens("schema.format-widened", "The format allows more"),
    _changes("schema.content-encoding-changed", "The encoding of the content changed"),
    _changes("schema.content-media-type-changed", "The media type of the content changed"),
    _narrows("schema.content-schema-added", "The content has a schema"),
    _widens("schema.content-schema-removed", "The content no longer has a schema"),
    _changes("schema.boolean-schema", "The schema now allows nothing, or did so"),
    _once("schema.dialect-or-id", RISKY, "The schema's identifier or dialect changed"),
)

VALUE_RULES = (
    _narrows("schema.enum-value-removed", "Allowed values were removed"),
    _widens("schema.enum-value-added", "Allowed values were added"),
    _narrows("schema.enum-added", "The values are now listed"),
    _widens("schema.enum-removed", "The values are no longer listed"),
    _narrows("schema.extensible-enum-value-removed", "A known value was removed"),
    _narrows("schema.const-added", "The value is now fixed"),
    _widens("schema.const-removed", "The value is no longer fixed"),
    _changes("schema.const-changed", "The fixed value changed"),
    _once("schema.default-added", RISKY, "A default is given"),
    _once("schema.default-removed", RISKY, "The default is gone"),
    _once("schema.default-changed", RISKY, "The default changed"),
    _once("schema.example-changed", DOCUMENTATION, "The examples changed"),
)

BOUND_RULES = (
    _narrows("schema.max-length-tightened", "The greatest length is lower"),
    _widens("schema.max-length-loosened", "The greatest length is higher or gone"),
    _narrows("schema.min-length-tightened", "The least length is higher"),
    _widens("schema.min-length-loosened", "The least length is lower or gone"),
    _narrows("schema.maximum-tightened", "The maximum is lower"),
    _widens("schema.maximum-loosened", "The maximum is higher or gone"),
    _narrows("schema.minimum-tightened", "The minimum is higher"),
    _widens("schema.minimum-loosened", "The minimum is lower or gone"),
    _narrows("schema.multiple-of-tightened", "Fewer multiples are allowed"),
    _widens("schema.multiple-of-loosened", "More multiples are allowed"),
    _changes("schema.multiple-of-changed", "Other multiples are allowed"),
    _narrows("schema.max-items-tightened", "Fewer items are allowed"),
    _widens("schema.max-items-loosened", "More items are allowed"),
    _narrows("schema.min-items-tightened", "More items are needed"),
    _widens("schema.min-items-loosened", "Fewer items are needed"),
    _narrows("schema.unique-items-added", "The items must now be unique"),
    _widens("schema.unique-items-removed", "The items need no longer be unique"),
    _narrows("schema.max-properties-tightened", "Fewer properties are allowed"),
    _widens("schema.max-properties-loosened", "More properties are allowed"),
    _narrows("schema.min-properties-tightened", "More properties are needed"),
    _widens("schema.min-properties-loosened", "Fewer properties are needed"),
    _narrows("schema.contains-bounds-tightened", "The count of matching items is narrower"),
    _widens("schema.contains-bounds-loosened", "The count of matching items is wider"),
    _narrows("schema.pattern-added", "A pattern is given"),
    _widens("schema.pattern-removed", "The pattern is gone"),
    _changes("schema.pattern-changed", "The pattern changed"),
    _widens("schema.pattern-generalised", "The pattern allows more"),
)

OBJECT_RULES = (
    Rule(
        "property.added-optional",
        SAFE,
        SAFE,
        "An optional property is new",
        request_assumes=_SENT,
        response_assumes=_READ,
    ),
    Rule(
        "property.added-required",
        BREAKS,
        SAFE,
        "A required property is new",
        response_assumes=_READ,
    ),
    Rule(
        "property.added-required-with-default",
        BREAKS,
        SAFE,
        "A required property is new, though it has a default",
        response_assumes=_READ,
    ),
    Rule(
        "property.added-required-read-only",
        SAFE,
        SAFE,
        "A required read-only property is new",
        request_assumes=_HIDDEN,
        response_assumes=_READ,
    ),
    Rule(
        "property.removed-optional",
        RISKY,
        BREAKS,
        "An optional property is gone",
        request_assumes=_IGNORED,
    ),
    Rule(
        "property.removed-required",
        SAFE,
        BREAKS,
        "A required property is gone",
        request_assumes=_IGNORED,
    ),
    Rule(
        "property.renamed",
        RISKY,
        BREAKS,
        "The property has another name",
        request_assumes=_IGNORED,
        also_assumes=_SENT,  # nobody sent anything else under the new name
    ),
    _narrows("property.became-required", "The property became required"),
    _narrows("property.became-required-with-default", "The property became required"),
    _widens("property.became-optional", "The property became optional"),
    _narrows("property.required-unknown", "A property that is not declared is required"),
    Rule(
        "property.read-only-on",
        RISKY,
        SAFE,
        "The property is no longer sent",
        request_assumes=_IGNORED,
    ),
    Rule("property.read-only-off", SAFE, SAFE, "The property may be sent"),
    Rule("property.write-only-on", SAFE, BREAKS, "The property is no longer returned"),
    Rule(
        "property.write-only-off",
        SAFE,
        SAFE,
        "The property may be returned",
        response_assumes=_READ,
    ),
    _narrows("object.closed", "Undeclared properties are now refused"),
    _widens("object.opened", "Undeclared properties are no longer refused"),
    _narrows("object.additional-schema-added", "Undeclared properties have a schema"),
    _widens("object.additional-schema-removed", "Undeclared properties have no schema any more"),
    _narrows("object.pattern-properties-added", "Properties of a pattern have a schema"),
    _widens("object.pattern-properties-removed", "Properties of a pattern have no schema any more"),
    _narrows("object.property-names-added", "The names of properties are restricted"),
    _widens("object.property-names-removed", "The names of properties are free"),
    _narrows("object.dependent-required-added", "A property requires another"),
    _widens("object.dependent-required-removed", "A property no longer requires another"),
    _narrows("object.dependent-schema-added", "A property brings a schema with it"),
    _widens("object.dependent-schema-removed", "A property no longer brings a schema with it"),
)

ARRAY_RULES = (
    _narrows("array.items-added", "The items have a schema"),
    _widens("array.items-removed", "The items have no schema any more"),
    _narrows("array.prefix-items-added", "A place of the list has a schema"),
    _widens("array.prefix-items-removed", "A place of the list has no schema any more"),
    _narrows("array.contains-added", "The list must contain something"),
    _widens("array.contains-removed", "The list need no longer contain something"),
    _narrows("array.unevaluated-items", "Further items are restricted otherwise"),
)

COMPOSITION_RULES = (
    _narrows("compose.all-of-added", "A further condition holds"),
    _widens("compose.all-of-removed", "A condition no longer holds"),
    _widens("compose.any-of-branch-added", "An alternative is new"),
    _narrows("compose.any-of-branch-removed", "An alternative is gone"),
    _widens("compose.one-of-branch-added", "An alternative is new"),
    _narrows("compose.one-of-branch-removed", "An alternative is gone"),
    _changes("compose.one-of-branch-changed", "An alternative changed"),
    _widens("compose.wrapped-in-one-of", "The schema became one of several alternatives"),
    _narrows("compose.not-added", "Something is excluded"),
    _widens("compose.not-removed", "Something is no longer excluded"),
    _narrows("compose.if-then-else-added", "A conditional schema is given"),
    _widens("compose.if-then-else-removed", "A conditional schema is gone"),
    _once("discriminator.added", RISKY, "A discriminator is given"),
    _once("discriminator.removed", RISKY, "The discriminator is gone"),
    _changes("discriminator.property-changed", "Another property discriminates"),
    _widens("discriminator.mapping-added", "A discriminator value is new"),
    _narrows("discriminator.mapping-removed", "A discriminator value is gone"),
    _changes("discriminator.mapping-retargeted", "A discriminator value means another schema"),
)

REFERENCE_RULES = (
    _changes("ref.redirected", "The reference points to something that cannot be found here"),
    _changes("ref.target-changed", "The definition recurs, or grows, beyond what is followed"),
    _once("xml.changed", RISKY, "The XML form changed"),
    _once("schema.docs-changed", DOCUMENTATION, "The text of the schema changed"),
    _once("vendor.ms-enum", RISKY, "x-ms-enum changed"),
    _once("vendor.ms-client-name", RISKY, "x-ms-client-name changed"),
)

SCHEMA_RULES = (
    *TYPE_RULES,
    *VALUE_RULES,
    *BOUND_RULES,
    *OBJECT_RULES,
    *ARRAY_RULES,
    *COMPOSITION_RULES,
    *REFERENCE_RULES,
)
