"""What do edits of responses and their headers mean to people?"""

from service.openapi_diff.rules.explanations.explanation import (
    BOTH_SPELLINGS,
    MISREAD,
    Telling,
    directed,
    once,
    received,
    sent,
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
_KEEP_STATUS = "Keep answering the old status, or offer the new one to clients that ask for it."
_HANDLED = "Clients have code for the answers that were declared."
_KEEP_HEADER = (
    "Keep sending the header, if need be with a neutral value, and mark it as deprecated."
)

RESPONSE_EXPLANATIONS = (
    directed(
        "response.success-added",
        Telling("Clients may answer {operations} with the status {subject}."),
        Telling("Clients of {operations} may receive the status {subject}."),
    ),
    directed(
        "response.success-removed",
        sent("Clients that answer {operations} with the status {subject} are not understood."),
        received(
            "Clients of {operations} no longer receive the status {subject}.",
            why="Clients take other statuses for a failure, or wait for what came with this one.",
            instead=_KEEP_STATUS,
        ),
    ),
    directed(
        "response.error-added",
        Telling("Clients may answer {operations} with the error {subject}."),
        Telling("Clients of {operations} may receive the error {subject}."),
    ),
    directed(
        "response.error-removed",
        sent("Clients that answer {operations} with the error {subject} are not understood."),
        received(
            "Clients of {operations} are no longer told of the error {subject}; it may come as "
            "another one.",
            why=_HANDLED,
            instead=_KEEP_STATUS,
        ),
    ),
    directed(
        "response.range-vs-code",
        sent(
            "Clients may answer {operations} with other statuses than before: {cover}.",
            why=_HANDLED,
            instead=_KEEP_STATUS,
        ),
        received(
            "Clients of {operations} may receive other statuses than before: {cover}.",
            why=_HANDLED,
            instead=_KEEP_STATUS,
        ),
    ),
    directed(
        "response.media-type-added",
        Telling("Clients may answer {operations} as {subject}."),
        Telling("Clients of {operations} may be answered as {subject}, if they ask for it."),
    ),
    directed(
        "response.media-type-removed",
        sent("Clients that answer {operations} as {subject} are not understood."),
        received(
            "Clients of {operations} are no longer answered as {subject}.",
            why="Clients that ask for this media type are refused, or get one they cannot read.",
            instead=_BOTH_MEDIA_TYPES,
        ),
    ),
    directed(
        "response.media-type-generalised",
        Telling("Clients may answer {operations} as any {after} (so far {before})."),
        received(
            "Clients of {operations} may be answered as any {after} (so far {before}).",
            why=_CANNOT_PARSE,
            instead=_BOTH_MEDIA_TYPES,
        ),
    ),
    directed(
        "response.media-type-specialised",
        sent("Clients that answer {operations} as any {before} but {after} are not understood."),
        Telling("Clients of {operations} are answered as {after} only (so far any {before})."),
    ),
    directed(
        "response.schema-added",
        sent("Clients that answer {operations} with another kind of {place} are not understood."),
        Telling("What clients of {operations} receive in {place} is now described."),
    ),
    directed(
        "response.schema-removed",
        Telling("Clients may answer {operations} with any kind of {place}."),
        received("Clients of {operations} may receive any kind of {place}.", why=_CANNOT_PARSE),
    ),
    directed(
        "response.content-removed",
        sent("Clients that answer {operations} with a body are not understood."),
        received(
            "Clients of {operations} no longer receive a body in {place}.",
            why="Readers that parse the body fail on an empty one.",
            instead="Keep sending the body, if need be an empty object.",
        ),
    ),
    once("response.docs-changed", "The text about {place} changed; nothing that travels did."),
)

HEADER_EXPLANATIONS = (
    directed(
        "header.removed-required",
        Telling("Clients need no longer send {place} when they answer {operations}."),
        received(
            "Clients of {operations} no longer receive {place}.",
            why="Readers that use it fail when it is not there.",
            instead=_KEEP_HEADER,
        ),
    ),
    directed(
        "header.removed-optional",
        Telling(
            "Clients that send {place} when they answer {operations} are no longer heard.",
            _UNHEARD,
            _KEEP_READING,
        ),
        received(
            "Clients of {operations} no longer receive {place}, which they got at times.",
            why="Readers that use it when it is there lose what it said.",
            instead=_KEEP_HEADER,
        ),
    ),
    directed(
        "header.added",
        Telling("Clients may send {place} when they answer {operations}."),
        Telling("Clients of {operations} may receive {place}."),
    ),
    directed(
        "header.became-optional",
        Telling("Clients may leave out {place} when they answer {operations}."),
        received(
            "Clients of {operations} may no longer find {place}: it became optional.",
            why="Readers that use it without a check fail when it is not there.",
            instead=_KEEP_HEADER,
        ),
    ),
    directed(
        "header.became-required",
        sent(
            "Clients that leave out {place} when they answer {operations} are not understood.",
            instead=_KEEP_OPTIONAL,
        ),
        Telling("Clients of {operations} now always receive {place}."),
    ),
    directed(
        "header.case-changed",
        Telling("{place} is written in other letter case, which means the same."),
        Telling("{place} is written in other letter case, which means the same."),
    ),
    directed(
        "header.serialisation",
        sent(
            "Clients that write {place} of {operations} the old way may be misread.",
            why=MISREAD,
            instead=BOTH_SPELLINGS,
        ),
        received(
            "Clients of {operations} receive {place} written another way.",
            why=MISREAD,
            instead=BOTH_SPELLINGS,
        ),
    ),
)
