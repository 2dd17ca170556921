"""What do edits of types, formats, listed values and defaults mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    OPT_IN,
    directed,
    narrows,
    once,
    received,
    replaces,
    sent,
    widens,
)

_NEW_PROPERTY = "Add a second property or parameter of the new kind and deprecate the old one."
_OPEN_LIST = (
    "Say from the start that the list may grow (no `enum`, or `x-extensible-enum`); else send new "
    "values only to clients that ask for them, or in a new version."
)
_CLOSED_TYPES = (
    "Generated code turns listed values into a closed type, and fails on a value that it does not "
    "know."
)
_KEEP_VALUE = (
    "Keep accepting the old value as another name of the new one, mark it as deprecated, and "
    "refuse it in a new major version only."
)
_SAY_IT = "Say what was assumed before, or leave the default and give the new one another name."

VALUE_EXPLANATIONS = (
    narrows("schema.type-narrowed", "anything but {new_types} (allowed so far: {old_types})"),
    widens(
        "schema.type-widened",
        "{new_types} (so far {old_types})",
        instead=_NEW_PROPERTY,
    ),
    replaces("schema.type-incompatible", "{old_types}", "{new_types}", instead=_NEW_PROPERTY),
    widens("schema.type-textual-compatible", "any text", instead=_NEW_PROPERTY),
    widens(
        "schema.nullable-added",
        "null",
        why="Readers that use the value without a check fail when there is none.",
        instead="Leave the property out, if it is optional; or send a neutral value of its type.",
    ),
    narrows(
        "schema.nullable-removed",
        "null",
        instead="Keep accepting null and treat it as if the value had been left out.",
    ),
    narrows("schema.format-added", "values that are no {after}"),
    widens("schema.format-removed", "values that are no {before}"),
    replaces("schema.format-changed", "a {before}", "a {after}", instead=_NEW_PROPERTY),
    widens(
        "schema.format-widened",
        "values of the wider format {after} (so far {before})",
        why="Generated code keeps the value in a type of the old width, and overflows.",
    ),
    replaces("schema.content-encoding-changed", "content in {before}", "content in {after}"),
    replaces("schema.content-media-type-changed", "{before}", "{after}"),
    narrows("schema.content-schema-added", "content that does not fit the new schema"),
    widens("schema.content-schema-removed", "content of any shape"),
    directed(
        "schema.boolean-schema",
        sent("Clients that send anything in {place} to {operations} will be refused."),
        received("Clients of {operations} may receive something in {place} that was ruled out."),
    ),
    once(
        "schema.dialect-or-id",
        "The identifier or dialect of {place} changed; tools may read it otherwise.",
        "References and keywords are read by identifier and dialect.",
        "Keep the identifier; publish the new dialect as a new version.",
    ),
    narrows(
        "schema.enum-value-removed",
        "{before}",
        instead=_KEEP_VALUE,
        why="A value that was listed is refused; clients have it in their code and their data.",
    ),
    widens("schema.enum-value-added", "{after}", instead=_OPEN_LIST, why=_CLOSED_TYPES),
    narrows(
        "schema.enum-added",
        "anything but {after}",
        instead="Keep accepting other values, and list the known ones in the description.",
    ),
    widens(
        "schema.enum-removed",
        "any value of its kind ({old_list} until now)",
        instead=_OPEN_LIST,
        why=_CLOSED_TYPES,
    ),
    narrows("schema.extensible-enum-value-removed", "{before}", instead=_KEEP_VALUE),
    narrows("schema.const-added", "anything but {after}"),
    widens("schema.const-removed", "anything but {before}", why=_CLOSED_TYPES),
    replaces("schema.const-changed", "{before}", "{after}", instead=_KEEP_VALUE),
    once(
        "schema.default-added",
        "What {operations} assumes when {place} is left out is now documented: {after}.",
        "If another value was assumed so far, requests without it mean something else now.",
        _SAY_IT,
    ),
    once(
        "schema.default-removed",
        "What {operations} assumes when {place} is left out is no longer documented ({before} "
        "before).",
        "Clients that leave it out can no longer know what they ask for.",
        "Keep the default documented as long as it holds.",
    ),
    once(
        "schema.default-changed",
        "Clients of {operations} that leave out {place} now get {after} instead of {before}.",
        "The same request means something else, and nobody is told.",
        "Keep the old default; let clients send the new value when they want it.",
    ),
    once("schema.example-changed", "The examples of {place} changed; nothing that travels did."),
)
TEXT_EXPLANATIONS = (
    narrows("schema.pattern-added", "text that does not match {after}"),
    widens("schema.pattern-removed", "text that does not match {before}"),
    replaces("schema.pattern-changed", "text that matches {before}", "text that matches {after}"),
    widens(
        "schema.pattern-generalised",
        "text that matches {after} but not {before}",
        instead=OPT_IN,
    ),
)
