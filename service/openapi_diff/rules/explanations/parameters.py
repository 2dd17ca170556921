"""What do edits of parameters mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    BOTH_SPELLINGS,
    MISREAD,
    Telling,
    directed,
    once,
    received,
    sent,
    written_else,
)

_MAKE_OPTIONAL = (
    "Add it as optional, with a default that keeps the old meaning; require it in a new major "
    "version only."
)
_KEEP_OPTIONAL = "Keep it optional and assume the old meaning where it is left out."
_UNHEARD = (
    "A server that ignores it does something else than the client asked for, silently; one that "
    "checks strictly refuses the request."
)
_KEEP_READING = (
    "Keep declaring it as deprecated; say what the server does with it; drop it in a new major "
    "version only."
)

PARAMETER_EXPLANATIONS = (
    directed(
        "parameter.added-optional",
        Telling("Clients may now send {place} to {operations}."),
        Telling("Clients may now receive {place} with {operations}."),
    ),
    directed(
        "parameter.added-required",
        sent(
            "Clients that do not send {place} to {operations} will be refused: it is new.",
            instead=_MAKE_OPTIONAL,
        ),
        Telling("Clients now receive {place} with {operations}."),
    ),
    directed(
        "parameter.added-required-with-default",
        sent(
            "Clients that do not send {place} to {operations} will be refused: it is new, and "
            "required though it has a default.",
            instead="Leave it optional: the default then says what holds without it.",
        ),
        Telling("Clients now receive {place} with {operations}."),
    ),
    directed(
        "parameter.added-path",
        sent(
            "Clients call {operations} at an address that no longer exists: {place} is new.",
            instead="Offer the new path beside the old one.",
        ),
        received("Clients are called at another address: {place} of {operations} is new."),
    ),
    directed(
        "parameter.removed",
        Telling(
            "Clients that send {place} to {operations} are no longer heard: it is not declared "
            "any more.",
            _UNHEARD,
            _KEEP_READING,
        ),
        received("Clients no longer receive {place} with {operations}."),
    ),
    directed(
        "parameter.removed-deprecated",
        Telling(
            "Clients that send {place} to {operations} are no longer heard: it is gone after its "
            "deprecation.",
            _UNHEARD,
            _KEEP_READING,
        ),
        received("Clients no longer receive {place} with {operations}."),
    ),
    directed(
        "parameter.became-required",
        sent(
            "Clients that leave out {place} when they call {operations} will be refused: it is "
            "now required.",
            instead=_KEEP_OPTIONAL,
        ),
        Telling("Clients now always receive {place} with {operations}."),
    ),
    directed(
        "parameter.became-optional",
        Telling("Clients may now leave out {place} when they call {operations}."),
        received("Clients may no longer find {place} in {operations}: it became optional."),
    ),
    directed(
        "parameter.location-changed",
        sent(
            "Clients that send {place} to {operations} are not understood: it is now sent "
            "elsewhere.",
            instead="Read it from both places, and mark the old one as deprecated.",
        ),
        received("Clients find {place} of {operations} somewhere else."),
    ),
    directed(
        "parameter.renamed",
        sent(
            "Clients that send {place} to {operations} are not understood: it has another name.",
            instead="Understand both names, and mark the old one as deprecated.",
        ),
        received("Clients find {place} of {operations} under another name."),
    ),
    written_else("parameter.style-changed", "style {after} instead of {before}"),
    written_else("parameter.explode-changed", "lists and objects are split otherwise"),
    directed(
        "parameter.allow-reserved-changed",
        sent(
            "Clients that write reserved characters (such as / or ?) unescaped in {place} of "
            "{operations} will be refused or misread.",
            why=MISREAD,
            instead=BOTH_SPELLINGS,
        ),
        Telling("Clients receive {place} of {operations} with reserved characters escaped."),
    ),
    directed(
        "parameter.allow-empty-changed",
        sent(
            "Clients that send {place} without a value to {operations} will be refused.",
            instead="Keep accepting the empty value as if the parameter were left out.",
        ),
        Telling("Clients no longer receive {place} of {operations} without a value."),
    ),
    written_else("parameter.collection-format-changed", "lists are {after} instead of {before}"),
    written_else(
        "parameter.content-vs-schema", "by a media type instead of a style, or the reverse"
    ),
    written_else("parameter.media-type-changed", "in another media type than {subject}"),
    once("parameter.docs-changed", "The text about {place} changed; nothing that travels did."),
)
