"""What do edits of request bodies mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    Telling,
    directed,
    received,
    sent,
    written_else,
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
_BOTH_MEDIA_TYPES = (
    "Keep the old media type beside the new one; withdraw it in a new major version only."
)
_CANNOT_PARSE = "Readers have a parser for what was promised, and none for the rest."

BODY_EXPLANATIONS = (
    directed(
        "body.added-optional",
        Telling("Clients may now send a body to {operations}."),
        received("Clients may receive a body with {operations}, where none was declared."),
    ),
    directed(
        "body.added-required",
        sent(
            "Clients that call {operations} without a body, as they had to, will be refused.",
            instead="Make the body optional, and keep the old meaning where there is none.",
        ),
        received("Clients receive a body with {operations}, where none was declared."),
    ),
    directed(
        "body.removed",
        sent(
            "Clients that send a body to {operations} are no longer heard, or refused: none is "
            "declared any more.",
            why=_UNHEARD,
            instead=_KEEP_READING,
        ),
        received("Clients no longer receive a body with {operations}."),
    ),
    directed(
        "body.became-required",
        sent(
            "Clients that call {operations} without a body will be refused: it is now required.",
            instead=_KEEP_OPTIONAL,
        ),
        Telling("Clients now always receive a body with {operations}."),
    ),
    directed(
        "body.became-optional",
        Telling("Clients may now call {operations} without a body."),
        received("Clients may no longer receive a body with {operations}: it became optional."),
    ),
    directed(
        "body.media-type-added",
        Telling("Clients may now send the body of {operations} as {subject}."),
        received(
            "Clients may receive the body of {operations} as {subject}.",
            why=_CANNOT_PARSE,
            instead=_BOTH_MEDIA_TYPES,
        ),
    ),
    directed(
        "body.media-type-removed",
        sent(
            "Clients that send the body of {operations} as {subject} will be refused.",
            instead=_BOTH_MEDIA_TYPES,
        ),
        Telling("Clients no longer receive the body of {operations} as {subject}."),
    ),
    directed(
        "body.media-type-generalised",
        Telling("Clients may now send the body of {operations} as any {after} (so far {before})."),
        received(
            "Clients may receive the body of {operations} as any {after} (so far {before}).",
            why=_CANNOT_PARSE,
            instead=_BOTH_MEDIA_TYPES,
        ),
    ),
    directed(
        "body.media-type-parameter-changed",
        sent(
            "Clients that send the body of {operations} as {before} may be refused; now: {after}.",
            instead=_BOTH_MEDIA_TYPES,
        ),
        received(
            "Clients may receive the body of {operations} as {after} instead of {before}.",
            why=_CANNOT_PARSE,
            instead=_BOTH_MEDIA_TYPES,
        ),
    ),
    directed(
        "body.schema-added",
        sent("Clients that send another kind of {place} to {operations} will be refused."),
        Telling("What clients receive in {place} of {operations} is now described."),
    ),
    directed(
        "body.schema-removed",
        Telling("Clients may now send any kind of {place} to {operations}."),
        received("Clients may receive any kind of {place} with {operations}."),
    ),
    written_else("body.encoding-content-type", "part {subject} has another media type"),
    written_else("body.encoding-serialisation", "field {subject} is split or escaped otherwise"),
    written_else("body.encoding-headers", "the headers of part {subject} are others"),
)
