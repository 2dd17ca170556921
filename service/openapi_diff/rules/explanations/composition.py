"""What do edits of lists, alternatives, conditions and references mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    OPT_IN,
    OVERLAP,
    directed,
    narrows,
    once,
    received,
    replaces,
    sent,
    widens,
)

_NEW_KIND = (
    "Send the new kind only to clients that ask for it, or in a new version; announce from the "
    "start that readers must skip kinds they do not know."
)
_UNKNOWN_KIND = "Readers choose by the alternatives they know, and fail on one that they do not."
_GONE_KIND = "one of the former kinds of value ({alternatives})"
_BEYOND_ALL = (
    "Clients of {operations} may now also receive in {place} what its former alternatives "
    "({alternatives}) ruled out."
)
_SAME_TARGET = "Keep the reference to what it meant; give the new definition another name."

COMPOSITION_EXPLANATIONS = (
    narrows("array.items-added", "items of another kind than is now declared"),
    widens("array.items-removed", "items of any kind"),
    narrows("array.prefix-items-added", "something else at position {subject} of the list"),
    widens("array.prefix-items-removed", "anything at position {subject} of the list"),
    narrows("array.contains-added", "a list without the item that must now be in it"),
    widens("array.contains-removed", "a list without the item that was promised"),
    narrows("array.unevaluated-items", "further items that are now ruled out"),
    narrows("compose.all-of-added", "what does not meet a further condition ({subject})"),
    widens("compose.all-of-removed", "what does not meet a former condition ({subject})"),
    widens(
        "compose.any-of-branch-added",
        "a new kind of value ({subject})",
        why=_UNKNOWN_KIND,
        instead=_NEW_KIND,
    ),
    narrows("compose.any-of-branch-removed", _GONE_KIND, surprise=_BEYOND_ALL),
    widens(
        "compose.one-of-branch-added",
        "a new kind of value ({subject})",
        why=_UNKNOWN_KIND,
        instead=_NEW_KIND,
    ),
    narrows("compose.one-of-branch-removed", _GONE_KIND, surprise=_BEYOND_ALL),
    directed(
        "compose.one-of-branch-changed",
        sent(
            "Clients that send one of the former alternatives in {place} to {operations} may be "
            "refused: the alternatives are others now."
        ),
        received(
            "Clients of {operations} may receive another alternative in {place} than the base "
            "promised."
        ),
    ),
    widens(
        "compose.wrapped-in-one-of",
        "one of several kinds of value, where there was one",
        why=_UNKNOWN_KIND,
        instead=_NEW_KIND,
    ),
    narrows("compose.not-added", "what is now excluded"),
    widens("compose.not-removed", "what was excluded"),
    narrows("compose.if-then-else-added", "what does not meet a new condition"),
    widens("compose.if-then-else-removed", "what did not meet the former condition"),
    once(
        "discriminator.added",
        "Tools now choose the kind of {place} by {after}.",
        "Generated code reads the value by the discriminator, and fails where it is missing.",
        "Make sure that every message carries the property before you declare it.",
    ),
    once(
        "discriminator.removed",
        "Tools can no longer choose the kind of {place} by its discriminator.",
        "Generated code loses the rule by which it told the kinds apart.",
        "Keep the discriminator as long as the kinds are the same.",
    ),
    replaces("discriminator.property-changed", "the kind in {before}", "the kind in {after}"),
    widens(
        "discriminator.mapping-added",
        "the kind {subject}",
        why=_UNKNOWN_KIND,
        instead=_NEW_KIND,
    ),
    narrows("discriminator.mapping-removed", "the kind {subject}"),
    replaces(
        "discriminator.mapping-retargeted",
        "{before} under the name {subject}",
        "{after}",
        instead=_SAME_TARGET,
    ),
    directed(
        "ref.redirected",
        sent(
            "What clients send in {place} to {operations} is judged by a definition that is not "
            "in the document.",
            instead="Bundle the definition into the document.",
        ),
        received(
            "What clients of {operations} receive in {place} is described by a definition that "
            "is not in the document.",
            instead="Bundle the definition into the document.",
        ),
    ),
    directed(
        "ref.target-changed",
        sent(
            "What clients may send in {place} to {operations} is described by a definition that "
            "was not followed to its end.",
            instead=OVERLAP,
        ),
        received(
            "What clients of {operations} receive in {place} is described by a definition that "
            "was not followed to its end.",
            instead=OPT_IN,
        ),
    ),
    once(
        "xml.changed",
        "Clients that read or write {place} as XML find other names or another nesting.",
        "XML readers look for elements and attributes by name.",
        "Keep the XML form; publish the new one in a new version.",
    ),
    once("schema.docs-changed", "The text about {place} changed; nothing that travels did."),
    once(
        "vendor.ms-enum",
        "Generated code names the values of {place} otherwise (x-ms-enum).",
        "Programs that use the generated names no longer compile.",
        "Keep the generated names, or publish the generated client as a new major version.",
    ),
    once(
        "vendor.ms-client-name",
        "Generated code calls {place} otherwise (x-ms-client-name).",
        "Programs that use the generated name no longer compile.",
        "Keep the generated names, or publish the generated client as a new major version.",
    ),
)
