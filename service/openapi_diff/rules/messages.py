"""What do edits of parameters, bodies, responses and headers mean?

The response judgement of a `parameter.` or `body.` rule, and the request judgement of a
`response.` or `header.` rule, hold where the direction is turned round: the provider sends the
requests of callbacks and webhooks, and receives their responses.
"""

from service.openapi_diff.rules.rule import BREAKS, DOCUMENTATION, RISKY, SAFE, Rule
from service.openapi_diff.verdicts import Assumption

_SENT = Assumption.CLIENTS_SEND_DECLARED
_IGNORED = Assumption.SERVERS_IGNORE_UNDECLARED
_READ = Assumption.READERS_IGNORE_UNKNOWN
_STATUS = Assumption.READERS_HANDLE_ANY_STATUS

PARAMETER_RULES = (
    Rule(
        "parameter.added-optional",
        SAFE,
        SAFE,
        "An optional parameter is new",
        request_assumes=_SENT,
        response_assumes=_READ,
    ),
    Rule("parameter.added-required", BREAKS, SAFE, "A required parameter is new"),
    Rule(
        "parameter.added-required-with-default",
        BREAKS,
        SAFE,
        "A required parameter is new, though it has a default",
    ),
    Rule("parameter.added-path", BREAKS, BREAKS, "A path parameter is new"),
    Rule(
        "parameter.removed",
        RISKY,
        BREAKS,
        "A parameter is no longer declared",
        request_assumes=_IGNORED,
    ),
    Rule(
        "parameter.removed-deprecated",
        RISKY,
        BREAKS,
        "A deprecated parameter is no longer declared",
        request_assumes=_IGNORED,
    ),
    Rule("parameter.became-required", BREAKS, SAFE, "The parameter became required"),
    Rule("parameter.became-optional", SAFE, BREAKS, "The parameter became optional"),
    Rule("parameter.location-changed", BREAKS, BREAKS, "The parameter is sent elsewhere"),
    Rule("parameter.renamed", BREAKS, BREAKS, "The parameter has another name"),
    Rule("parameter.style-changed", BREAKS, BREAKS, "The parameter is written in another style"),
    Rule("parameter.explode-changed", BREAKS, BREAKS, "The lists of the parameter are split else"),
    Rule("parameter.allow-reserved-changed", BREAKS, SAFE, "Reserved characters are now refused"),
    Rule("parameter.allow-empty-changed", BREAKS, SAFE, "An empty value is now refused"),
    Rule(
        "parameter.collection-format-changed",
        BREAKS,
        BREAKS,
        "The lists of the parameter are written otherwise",
    ),
    Rule(
        "parameter.content-vs-schema",
        BREAKS,
        BREAKS,
        "The parameter is serialised by a media type instead of a style, or the other way round",
    ),
    Rule("parameter.media-type-changed", BREAKS, BREAKS, "The parameter has another media type"),
    Rule(
        "parameter.docs-changed",
        DOCUMENTATION,
        DOCUMENTATION,
        "The text of the parameter changed",
        directed=False,
    ),
)

BODY_RULES = (
    Rule("body.added-optional", SAFE, BREAKS, "An optional request body is new"),
    Rule("body.added-required", BREAKS, BREAKS, "A required request body is new"),
    Rule("body.removed", BREAKS, BREAKS, "The request body is gone"),
    Rule("body.became-required", BREAKS, SAFE, "The request body became required"),
    Rule("body.became-optional", SAFE, BREAKS, "The request body became optional"),
    Rule("body.media-type-added", SAFE, BREAKS, "A media type is accepted"),
    Rule("body.media-type-removed", BREAKS, SAFE, "A media type is no longer accepted"),
    Rule("body.media-type-generalised", SAFE, BREAKS, "A range of media types is accepted"),
    Rule("body.media-type-parameter-changed", RISKY, RISKY, "A media type parameter changed"),
    Rule("body.schema-added", BREAKS, SAFE, "The body, free so far, has a schema"),
    Rule("body.schema-removed", SAFE, BREAKS, "The body no longer has a schema"),
    Rule("body.encoding-content-type", BREAKS, BREAKS, "A part has another media type"),
    Rule("body.encoding-serialisation", BREAKS, BREAKS, "A form field is written otherwise"),
    Rule("body.encoding-headers", BREAKS, BREAKS, "The headers of a part changed"),
)

RESPONSE_RULES = (
    Rule(
        "response.success-added",
        SAFE,
        SAFE,
        "A success status is new",
        response_assumes=_STATUS,
    ),
    Rule("response.success-removed", BREAKS, BREAKS, "A success status is no longer declared"),
    Rule(
        "response.error-added",
        SAFE,
        SAFE,
        "An error status is new",
        response_assumes=_STATUS,
    ),
    Rule(
        "response.error-removed",
        BREAKS,
        RISKY,
        "An error status is no longer declared",
        response_assumes=_STATUS,
    ),
    Rule(
        "response.range-vs-code",
        RISKY,
        RISKY,
        "The status is declared by a range or by the default instead",
        response_assumes=_STATUS,
    ),
    Rule(
        "response.media-type-added",
        SAFE,
        SAFE,
        "A media type may be answered",
        response_assumes=_READ,
    ),
    Rule("response.media-type-removed", BREAKS, BREAKS, "A media type is no longer answered"),
    Rule("response.media-type-generalised", SAFE, BREAKS, "A range of media types is answered"),
    Rule("response.media-type-specialised", BREAKS, SAFE, "One media type of a range is answered"),
    Rule("response.schema-added", BREAKS, SAFE, "The body, free so far, has a schema"),
    Rule("response.schema-removed", SAFE, BREAKS, "The body no longer has a schema"),
    Rule("response.content-removed", BREAKS, BREAKS, "The response no longer has a body"),
    Rule(
        "response.docs-changed",
        DOCUMENTATION,
        DOCUMENTATION,
        "The text of the response changed",
        directed=False,
    ),
)

HEADER_RULES = (
    Rule("header.removed-required", SAFE, BREAKS, "A guaranteed header is gone"),
    Rule("header.removed-optional", RISKY, RISKY, "An optional header is gone"),
    Rule("header.added", SAFE, SAFE, "A header is new", response_assumes=_READ),
    Rule("header.became-optional", SAFE, BREAKS, "The header is no longer guaranteed"),
    Rule("header.became-required", BREAKS, SAFE, "The header is now guaranteed"),
    Rule("header.case-changed", SAFE, SAFE, "The name of the header changed in letter case"),
    Rule("header.serialisation", RISKY, RISKY, "The header is written in another style"),
)

MESSAGE_RULES = (*PARAMETER_RULES, *BODY_RULES, *RESPONSE_RULES, *HEADER_RULES)
