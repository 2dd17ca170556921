"""Which disputed points does a source answer otherwise than the strict reading?

A profile lists switches of `service.openapi_diff.presets`, each of which answers a point that is
known to be disputed. What a source reads otherwise beyond those is no mere matter of policy.
"""

from benchmarks.conformance.answers import Agreement, Answer
from service.openapi_diff import options_of

DISPUTES = {
    "removed-parameters-break": "parameter removed",
    "removed-request-properties-break": "optional property removed from a request; read-only set",
    "new-answers-break": "new response codes and headers",
    "error-statuses-are-promised": "error responses removed",
    "optional-headers-are-promised": "optional response header removed",
    "defaults-are-promised": "default changed",
    "names-in-code-are-promised": "operationId and tags (SDK names)",
    "names-in-code-are-remarks": "operationId and tags (SDK names)",
    "servers-are-promised": "servers",
    "servers-are-told-elsewhere": "servers",
    "oauth-addresses-are-promised": "OAuth URLs and scope definitions",
    "xml-is-promised": "XML names",
    "media-type-parameters-are-promised": "media-type parameters",
    "links-are-promised": "links",
    "sunsets-are-promised": "deprecated then removed (before / after sunset)",
    "deprecation-permits-removal": "deprecated then removed (before / after sunset)",
    "formats-are-remarks": "format as annotation or assertion",
    "defaults-fill-in-what-is-required": "required property with default",
    "readers-accept-new-values": "enum value added in a response",
    "readers-accept-wider-numbers": "int32/int64 and float/double widening",
    "new-limits-were-kept": "bounds newly set",
    "subtypes-are-told-elsewhere": "discriminator",
}

_MICROSOFT = (
    "removed-parameters-break",
    "removed-request-properties-break",
    "new-answers-break",
    "error-statuses-are-promised",
    "defaults-are-promised",
    "names-in-code-are-promised",
    "servers-are-promised",
)
PROFILES: dict[str, tuple[str, ...]] = {
    "azure": _MICROSOFT,
    "criteo": _MICROSOFT,
    "jsonsubschema": ("formats-are-remarks",),
    "netcracker": (
        "removed-parameters-break",
        "removed-request-properties-break",
        "optional-headers-are-promised",
        "error-statuses-are-promised",
        "servers-are-told-elsewhere",
        "names-in-code-are-remarks",
        "defaults-fill-in-what-is-required",
        "readers-accept-new-values",
    ),
    "oasdiff": (
        "removed-parameters-break",
        "optional-headers-are-promised",
        "defaults-are-promised",
        "sunsets-are-promised",
        "names-in-code-are-remarks",
        "new-limits-were-kept",
        "deprecation-permits-removal",
        "servers-are-told-elsewhere",
        "subtypes-are-told-elsewhere",
    ),
    "openapitools": (
        "removed-parameters-break",
        "removed-request-properties-break",
        "error-statuses-are-promised",
        "oauth-addresses-are-promised",
    ),
    "optic": (),
    "pb33f": (
        "removed-parameters-break",
        "removed-request-properties-break",
        "names-in-code-are-promised",
        "defaults-are-promised",
        "servers-are-promised",
        "oauth-addresses-are-promised",
        "xml-is-promised",
        "links-are-promised",
    ),
    "sttp": ("removed-parameters-break", "optional-headers-are-promised"),
    "swagger-brake": (
        "removed-parameters-break",
        "removed-request-properties-break",
        "error-statuses-are-promised",
        "defaults-are-promised",
        "deprecation-permits-removal",
    ),
}


def agreement_under(answer: Answer, switches: tuple[str, ...]) -> Agreement:
    """How our verdict would stand to the source's, were these switches on."""
    return answer.under(options_of("profile", *switches)).agreement


def switches_that_agree(answer: Answer) -> tuple[str, ...]:
    """The switches of the source's profile that bring agreement: one if one will do."""
    profile = PROFILES.get(answer.case.source, ())
    alone = (agreement_under(answer, (switch,)) for switch in profile)
    for switch, agreement in zip(profile, alone, strict=True):
        if agreement is Agreement.AGREES:
            return (switch,)
    return profile if agreement_under(answer, profile) is Agreement.AGREES else ()
