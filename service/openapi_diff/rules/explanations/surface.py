"""What do edits of the document, servers, paths and operations mean to people?"""

from service.openapi_diff.rules.explanations.explanation import once

_GONE = "Every call of it fails, whatever it sends."
_DEPRECATE = (
    "Keep it and mark it as deprecated, with a sunset date; remove it in a new major version, "
    "when nobody calls it any more."
)
_KEEP_SERVER = "Keep the old address working, if need be by a redirect; announce the new one."
_NO_ONE_ANSWERS = "Clients have the address in their configuration, and nothing answers there."
_NAMES = "Keep the names that code is generated from, or publish the client as a new major version."
_ANNOUNCE = "Announce a date once, far enough ahead, and keep to it."
_PLANS = "Clients planned by the announcement."

DOCUMENT_EXPLANATIONS = (
    once("info.version-changed", "The version of the API is now {after} (was {before})."),
    once("info.metadata-changed", "The {subject} of the API changed; nothing that travels did."),
    once(
        "document.dialect-changed",
        "The document is written in OpenAPI {after} (was {before}); tools must be able to read it.",
    ),
    once("document.tags-changed", "The list of tags changed; nothing that travels did."),
    once(
        "document.extension-changed", "The extension {subject} changed; nothing that travels did."
    ),
)

SERVER_EXPLANATIONS = (
    once(
        "server.removed",
        "Clients that call the API at {before} are no longer promised an answer.",
        _NO_ONE_ANSWERS,
        _KEEP_SERVER,
    ),
    once("server.added", "Clients may now also call the API at {after}."),
    once(
        "server.url-changed",
        "Clients that call the API at {before} reach nobody; it is now at {after}.",
        _NO_ONE_ANSWERS,
        _KEEP_SERVER,
    ),
    once(
        "server.variable-enum-removed",
        "Clients that use a former value of {subject} in the server's address reach nobody.",
        _NO_ONE_ANSWERS,
        _KEEP_SERVER,
    ),
    once(
        "server.variable-enum-added",
        "Clients may use a further value of {subject} in the server's address.",
    ),
    once(
        "server.variable-default-changed",
        "Clients that leave {subject} to its default now call {after} instead of {before}.",
        "The same configuration leads somewhere else.",
        "Keep the default; offer the new value beside it.",
    ),
    once(
        "server.scope-override",
        "Clients find {operations} at {after} instead of {before}.",
        _NO_ONE_ANSWERS,
        _KEEP_SERVER,
    ),
    once(
        "server.protocol-removed",
        "Clients that call {before} reach nobody: the protocol is no longer offered.",
        _NO_ONE_ANSWERS,
        "Keep the protocol, if need be with a redirect to the other.",
    ),
    once(
        "server.prefix-moved",
        "The addresses are the same: a prefix moved between servers and paths.",
    ),
)

PATH_EXPLANATIONS = (
    once(
        "path.removed",
        "Clients can no longer call {operations}: the path is gone.",
        _GONE,
        _DEPRECATE,
    ),
    once(
        "path.removed-deprecated",
        "Clients can no longer call {operations}: the path is gone after its deprecation.",
        _GONE,
        "Wait until nobody calls it any more, or remove it in a new major version.",
    ),
    once(
        "path.removed-before-sunset",
        "Clients can no longer call {operations}: the path is gone before its announced end.",
        "Clients planned by the announced end, and every call of it fails already.",
        "Keep it until the day that was announced.",
    ),
    once("path.added", "Clients may now call {operations}."),
    once(
        "path.parameter-renamed",
        "A path names its parameter otherwise ({before}, now {after}); addresses are the same.",
    ),
    once(
        "path.ambiguous-templates",
        "Several paths have the shape of {after}: which of them answers is not said.",
        "Servers and generated clients choose between them in their own way.",
        "Give the paths different shapes, or make one path of them.",
    ),
    once(
        "path.case-or-slash-changed",
        "Clients that call {before} find nothing there: it is now {after}.",
        _GONE,
        "Answer at both addresses, and mark the old one as deprecated.",
    ),
    once(
        "path.item-ref-changed",
        "What {operations} offers is described by a path item that is not in the document.",
        "Nobody can tell from the document what changed.",
        "Bundle the path item into the document.",
    ),
)

OPERATION_EXPLANATIONS = (
    once("operation.removed", "Clients can no longer call {operations}.", _GONE, _DEPRECATE),
    once(
        "operation.removed-deprecated",
        "Clients can no longer call {operations}: it is gone after its deprecation.",
        _GONE,
        "Wait until nobody calls it any more, or remove it in a new major version.",
    ),
    once(
        "operation.removed-before-sunset",
        "Clients can no longer call {operations}: it is gone before its announced end.",
        "Clients planned by the announced end, and every call of it fails already.",
        "Keep it until the day that was announced.",
    ),
    once("operation.added", "Clients may now call {operations}."),
    once(
        "operation.id-changed",
        "Generated code calls {operations} otherwise: {after} instead of {before}.",
        "Programs that use the generated name no longer compile.",
        _NAMES,
    ),
    once("operation.tags-changed", "The tags of {operations} changed; nothing that travels did."),
    once(
        "operation.docs-changed", "The text about {operations} changed; nothing that travels did."
    ),
    once(
        "operation.long-running-changed",
        "Generated code waits otherwise for {operations} (x-ms-long-running-operation).",
        "A generated client returns before the work is done, or polls for what never comes.",
        _NAMES,
    ),
)

LIFECYCLE_EXPLANATIONS = (
    once("deprecation.operation", "{operations} is deprecated; it still works."),
    once("deprecation.operation-reactivated", "{operations} is no longer deprecated."),
    once("deprecation.parameter", "The deprecation mark of {place} changed; it still works."),
    once("deprecation.header", "The deprecation mark of {place} changed; it still works."),
    once(
        "sunset.unparsable",
        "When {operations} ends cannot be read: {after} is no date.",
        _PLANS,
        "Write the date as 2030-12-31.",
    ),
    once(
        "sunset.missing",
        "{operations} is deprecated and does not say when it ends.",
        "Clients cannot plan when to move.",
        _ANNOUNCE,
    ),
    once(
        "sunset.passed",
        "{operations} says that it ended on {after}, a day that is over.",
        "Clients must expect every call of it to fail.",
        _ANNOUNCE,
    ),
    once(
        "sunset.too-soon",
        "{operations} ends on {after}, sooner than the notice that was asked for.",
        "Clients have less time to move than they were promised.",
        _ANNOUNCE,
    ),
    once(
        "sunset.brought-forward",
        "{operations} ends earlier than announced: on {after} instead of {before}.",
        _PLANS,
        _ANNOUNCE,
    ),
    once(
        "sunset.deleted",
        "{operations} is deprecated, but no longer says when it ends ({before} before).",
        _PLANS,
        _ANNOUNCE,
    ),
    once(
        "stability.decreased",
        "{operations} may change more than was promised: its stability is now {after} (was "
        "{before}).",
        "Clients chose the operation for what it promised.",
        "Keep the stability; offer what is less stable beside it.",
    ),
    once("stability.increased", "{operations} promises more: its stability is now {after}."),
    once(
        "stability.invalid",
        "How stable {operations} is cannot be read: {after} is no known stability.",
        _PLANS,
        "Use one of draft, alpha, beta, stable.",
    ),
)

CALLBACK_EXPLANATIONS = (
    once(
        "callback.added",
        "Clients of {operations} may now be called back ({subject}).",
        "A client that gives an address and does not expect calls answers them with errors.",
        "Call back only those who ask for it.",
    ),
    once(
        "callback.removed",
        "Clients of {operations} are no longer called back ({subject}).",
        "Clients that wait for the call wait for ever.",
        "Keep calling those who gave an address; stop in a new major version.",
    ),
    once("webhook.added", "Clients may now subscribe to the webhook {subject}."),
    once(
        "webhook.removed",
        "Clients are no longer called by the webhook {subject}.",
        "Clients that wait for the call wait for ever.",
        "Keep calling the subscribers; stop in a new major version.",
    ),
    once(
        "link.changed",
        "The link {subject} that clients find with {operations} changed.",
        "Clients that follow the link arrive somewhere else, or nowhere.",
        "Keep the link; give the new one another name.",
    ),
)
