"""What do edits of properties and of open and closed objects mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    Telling,
    directed,
    narrows,
    once,
    received,
    sent,
    widens,
)

_MAKE_OPTIONAL = (
    "Add it as optional, with a default that keeps the old meaning; require it in a new major "
    "version only."
)
_KEEP_OPTIONAL = "Keep it optional and assume the old meaning where it is left out."
_KEEP_SENDING = (
    "Keep sending it, mark it as deprecated, and drop it in a new major version only (if need be "
    "with a constant or empty value)."
)
_KEEP_READING = (
    "Keep declaring it as deprecated; say what the server does with it; drop it in a new major "
    "version only."
)
_ABSENT = (
    "Readers that use it fail or show nothing: to them it is as good as promised once it is "
    "declared."
)
_UNHEARD = (
    "A server that ignores it does something else than the client asked for, silently; one that "
    "checks strictly refuses the request."
)
_NO_LONGER_SENT = "Clients of {operations} no longer receive {place}."
_MAY_SEND = "Clients may now send {place} to {operations}."
_NOW_SENT = "Clients of {operations} may now receive {place}."
_MUST_SEND = "Clients that do not send {place} to {operations} will be refused: it is new."

OBJECT_EXPLANATIONS = (
    directed("property.added-optional", Telling(_MAY_SEND), Telling(_NOW_SENT)),
    directed(
        "property.added-required", sent(_MUST_SEND, instead=_MAKE_OPTIONAL), Telling(_NOW_SENT)
    ),
    directed(
        "property.added-required-with-default",
        sent(
            _MUST_SEND,
            why="A default is a remark to readers; a required property without a value is refused.",
            instead="Leave it optional: the default then says what holds without it.",
        ),
        Telling(_NOW_SENT),
    ),
    directed(
        "property.added-required-read-only",
        Telling("Clients need not send {place} to {operations}: it is read-only."),
        Telling(_NOW_SENT),
    ),
    directed(
        "property.removed-optional",
        Telling(
            "Clients that send {place} to {operations} are no longer heard: it is not declared "
            "any more.",
            _UNHEARD,
            _KEEP_READING,
        ),
        received(_NO_LONGER_SENT, why=_ABSENT, instead=_KEEP_SENDING),
    ),
    directed(
        "property.removed-required",
        Telling("Clients need no longer send {place} to {operations}: it is not declared."),
        received(_NO_LONGER_SENT, why=_ABSENT, instead=_KEEP_SENDING),
    ),
    directed(
        "property.renamed",
        Telling(
            "Clients that send {place} to {operations} by its old name are no longer heard: "
            "{subject}.",
            _UNHEARD,
            "Understand both names, and mark the old one as deprecated.",
        ),
        received(
            "Clients of {operations} no longer find {place} under its old name: {subject}.",
            why=_ABSENT,
            instead="Send both names, and mark the old one as deprecated.",
        ),
    ),
    directed(
        "property.became-required",
        sent(
            "Clients that leave out {place} when they call {operations} will be refused: it is "
            "now required.",
            instead=_KEEP_OPTIONAL,
        ),
        Telling("Clients of {operations} now always receive {place}."),
    ),
    directed(
        "property.became-required-with-default",
        sent(
            "Clients that leave out {place} when they call {operations} will be refused: it is "
            "now required, though it has a default.",
            why="A default is a remark to readers; a required property without a value is refused.",
            instead="Leave it optional: the default then says what holds without it.",
        ),
        Telling("Clients of {operations} now always receive {place}."),
    ),
    directed(
        "property.became-optional",
        Telling("Clients may now leave out {place} when they call {operations}."),
        received(
            "Clients of {operations} may no longer find {place} in what they receive: it became "
            "optional.",
            why="Readers that use the value without a check fail when it is not there.",
            instead="Keep sending it always, if need be with a neutral value.",
        ),
    ),
    directed(
        "property.required-unknown",
        sent(
            "Clients that send no {subject} in {place} to {operations} will be refused, though "
            "the document does not say what it is.",
            instead=_MAKE_OPTIONAL,
        ),
        Telling("Clients of {operations} always receive {subject} in {place}."),
    ),
    directed(
        "property.read-only-on",
        Telling(
            "Clients that send {place} to {operations} are no longer heard: it became read-only.",
            _UNHEARD,
            _KEEP_READING,
        ),
        Telling("Clients of {operations} receive {place} as before: it became read-only."),
    ),
    directed("property.read-only-off", Telling(_MAY_SEND), Telling(_NOW_SENT)),
    directed(
        "property.write-only-on",
        Telling("Clients send {place} to {operations} as before: it became write-only."),
        received(
            "Clients of {operations} no longer receive {place}: it became write-only.",
            why=_ABSENT,
            instead=_KEEP_SENDING,
        ),
    ),
    directed("property.write-only-off", Telling(_MAY_SEND), Telling(_NOW_SENT)),
    narrows(
        "object.closed",
        "properties that are not declared",
        instead="Keep ignoring what is not declared; close the object in a new major version.",
    ),
    widens("object.opened", "properties that are not declared"),
    narrows("object.additional-schema-added", "undeclared properties of another kind"),
    widens("object.additional-schema-removed", "undeclared properties of any kind"),
    narrows(
        "object.pattern-properties-added",
        "properties named like {subject} that are of another kind",
    ),
    widens("object.pattern-properties-removed", "properties named like {subject} of any kind"),
    narrows("object.property-names-added", "properties of another name than is now allowed"),
    widens("object.property-names-removed", "properties of any name"),
    narrows("object.dependent-required-added", "one property without the other ({subject})"),
    widens("object.dependent-required-removed", "one property without the other ({subject})"),
    narrows(
        "object.dependent-schema-added",
        "{subject} beside what no longer fits to it",
    ),
    widens("object.dependent-schema-removed", "{subject} beside what did not fit to it"),
    once("deprecation.property", "The deprecation mark of {place} changed; it still works."),
)
