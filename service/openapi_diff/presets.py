"""Which points do people dispute, and which answers to them go together?

A switch is one disputed point, answered otherwise than the strict reading does. A preset is a set
of switches with a name. `docs/policies.md` says the same to those who choose.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.openapi_diff.options import STRICT, ComparisonOptions, Ruling
from service.openapi_diff.rules import RULES
from service.openapi_diff.verdicts import Assumption, Direction, Judgement

_BREAKS, _RISKY, _SAFE = Judgement.BREAKS, Judgement.RISKY, Judgement.SAFE
_REMARK = Judgement.DOCUMENTATION
_REQUEST, _RESPONSE = Direction.REQUEST, Direction.RESPONSE


@dataclass(frozen=True, slots=True)
class Switch:
    """One disputed point; `summary` says what holds when it is on."""

    name: str
    summary: str
    rulings: tuple[Ruling, ...] = ()
    doubted: frozenset[Assumption] = frozenset()


def _all(
    rules: Iterable[str],
    judgement: Judgement,
    direction: Direction | None = None,
    assumes: Assumption | None = None,
    *,
    only_new: bool = False,
) -> tuple[Ruling, ...]:
    return tuple(Ruling(rule, judgement, direction, assumes, only_new) for rule in rules)


def _ids(*beginnings: str, ending: str = "") -> list[str]:
    return [rule for rule in RULES if rule.startswith(beginnings) and rule.endswith(ending)]


def _not_safe(*beginnings: str) -> list[str]:
    return [rule for rule in _ids(*beginnings) if RULES[rule].request in (_BREAKS, _RISKY)]


_DEFAULTED = _ids("parameter.", "property.", ending="-with-default")
_DEPRECATED = ("operation.removed-deprecated", "path.removed-deprecated")
_BRANCHES = (
    "compose.any-of-branch-added",
    "compose.one-of-branch-added",
    "compose.wrapped-in-one-of",
    "discriminator.mapping-added",
)
_FEWER_LIMITS = (
    *_ids("schema.", ending="-loosened"),
    "schema.unique-items-removed",
    "schema.pattern-removed",
    "schema.pattern-generalised",
)
_NEW_LIMITS = (
    "schema.max-length-tightened",
    "schema.maximum-tightened",
    "schema.minimum-tightened",
    "schema.min-items-tightened",
)
_NAMES_IN_CODE = ("operation.id-changed", "vendor.ms-client-name", "vendor.ms-enum")
_ADDRESSES = _ids("scheme.oauth-", "scheme.oidc-", ending="-url-changed")
_HARDER = (
    Switch(
        "removed-parameters-break",
        "A server may refuse a parameter that it no longer declares.",
        _all(("parameter.removed", "parameter.removed-deprecated"), _BREAKS, _REQUEST),
    ),
    Switch(
        "removed-request-properties-break",
        "A server may refuse a property that it no longer declares.",
        _all(
            (
                "property.removed-optional",
                "property.removed-required",
                "property.renamed",
                "property.read-only-on",
            ),
            _BREAKS,
            _REQUEST,
        ),
    ),
    Switch(
        "new-answers-break",
        "A client may fail on a status, a media type or a header that it does not know.",
        _all(
            (
                "response.success-added",
                "response.error-added",
                "response.media-type-added",
                "header.added",
            ),
            _BREAKS,
            _RESPONSE,
        ),
    ),
    Switch(
        "new-properties-break",
        "A client may fail on a property that it does not know.",
        _all(_ids("property.added-"), _BREAKS, _RESPONSE),
    ),
    Switch(
        "error-statuses-are-promised",
        "A client relies on each declared error status.",
        _all(("response.error-removed",), _BREAKS, _RESPONSE),
    ),
    Switch(
        "optional-headers-are-promised",
        "A client relies on optional response headers too.",
        _all(("header.removed-optional",), _BREAKS, _RESPONSE),
    ),
    Switch(
        "defaults-are-promised",
        "A client relies on the declared default of what it does not send.",
        _all(_ids("schema.default-"), _BREAKS),
    ),
    Switch(
        "names-in-code-are-promised",
        "A name that generated code takes over is part of the contract.",
        _all(_NAMES_IN_CODE, _BREAKS),
    ),
    Switch(
        "servers-are-promised",
        "A client relies on each of the servers and on the defaults of their variables.",
        _all(("server.removed", "server.variable-default-changed"), _BREAKS),
    ),
    Switch(
        "oauth-addresses-are-promised",
        "A client has the addresses and scopes of OAuth and OpenID Connect built in.",
        _all((*_ADDRESSES, "scheme.oauth-scope-defined"), _BREAKS),
    ),
    Switch(
        "xml-is-promised",
        "Messages are written as XML, so that its names count.",
        _all(("xml.changed",), _BREAKS),
    ),
    Switch(
        "media-type-parameters-are-promised",
        "A parameter of a media type is a part of its name.",
        _all(("body.media-type-parameter-changed",), _BREAKS),
    ),
    Switch(
        "sunsets-are-promised",
        "An announced sunset is a promise, and a mark that nobody can read breaks it.",
        _all((*_ids("sunset."), "stability.invalid"), _BREAKS),
    ),
    Switch(
        "links-are-promised",
        "A client follows the declared links.",
        _all(("link.changed",), _BREAKS),
    ),
    Switch(
        "read-only-may-be-sent",
        "What rests on nobody sending `readOnly` or answering `writeOnly` is undetermined.",
        doubted=frozenset((Assumption.READ_ONLY_IS_NOT_SENT,)),
    ),
    Switch(
        "one-of-may-overlap",
        "What rests on the branches of a `oneOf` being apart is undetermined.",
        doubted=frozenset((Assumption.ONE_OF_BRANCHES_ARE_APART,)),
    ),
)
_MILDER = (
    Switch(
        "names-in-code-are-remarks",
        "What never travels, such as an operationId, is documentation.",
        _all(_NAMES_IN_CODE, _REMARK),
    ),
    Switch(
        "formats-are-remarks",
        "`format` is an annotation, as JSON Schema has it unless asked otherwise.",
        _all(_ids("schema.format-"), _SAFE, assumes=Assumption.FORMATS_ARE_REMARKS),
    ),
    Switch(
        "defaults-fill-in-what-is-required",
        "A required parameter or property with a default need not be sent.",
        _all(_DEFAULTED, _RISKY, _REQUEST, Assumption.DEFAULTS_ARE_FILLED_IN),
    ),
    Switch(
        "readers-accept-new-values",
        "A value added to an enum of a response is a warning.",
        _all(
            ("schema.enum-value-added",),
            _RISKY,
            _RESPONSE,
            Assumption.READERS_ACCEPT_MORE,
        ),
    ),
    Switch(
        "readers-accept-new-alternatives",
        "A further alternative of a response is a warning.",
        _all(_BRANCHES, _RISKY, _RESPONSE, Assumption.READERS_ACCEPT_MORE),
    ),
    Switch(
        "readers-accept-wider-numbers",
        "int64 for int32, or double for float, in a response is a warning.",
        _all(("schema.format-widened",), _RISKY, _RESPONSE, Assumption.READERS_ACCEPT_MORE),
    ),
    Switch(
        "readers-check-no-limits",
        "A length, bound, count or pattern that a response drops or loosens is a warning.",
        _all(_FEWER_LIMITS, _RISKY, _RESPONSE, Assumption.READERS_ACCEPT_MORE),
    ),
    Switch(
        "readers-need-only-what-is-required",
        "An optional property that a response no longer has is a warning.",
        _all(
            ("property.removed-optional", "property.renamed"),
            _RISKY,
            _RESPONSE,
            Assumption.READERS_NEED_ONLY_REQUIRED,
        ),
    ),
    Switch(
        "new-limits-were-kept",
        "The first bound of a request is a warning; a tighter one still breaks.",
        _all(
            _NEW_LIMITS,
            _RISKY,
            _REQUEST,
            Assumption.CLIENTS_KEPT_TO_BOUNDS,
            only_new=True,
        ),
    ),
    Switch(
        "deprecation-permits-removal",
        "What was deprecated may go.",
        _all(_DEPRECATED, _RISKY, assumes=Assumption.DEPRECATION_WAS_HEEDED),
    ),
    Switch(
        "servers-are-told-elsewhere",
        "Where the API answers is no part of the contract.",
        _all(_not_safe("server."), _SAFE, assumes=Assumption.TOLD_ELSEWHERE),
    ),
    Switch(
        "security-is-told-elsewhere",
        "Which credentials are asked for is no part of the contract.",
        _all(_not_safe("security.", "scheme."), _SAFE, assumes=Assumption.TOLD_ELSEWHERE),
    ),
    Switch(
        "subtypes-are-told-elsewhere",
        "A discriminator is a hint for generated code.",
        _all(_ids("discriminator."), _SAFE, assumes=Assumption.TOLD_ELSEWHERE),
    ),
)

SWITCHES: dict[str, Switch] = {switch.name: switch for switch in (*_HARDER, *_MILDER)}


def options_of(name: str, *switches: str) -> ComparisonOptions:
    """The strict reading with these switches on; a later one wins. Raises KeyError."""
    chosen = [SWITCHES[switch] for switch in switches]
    return ComparisonOptions(
        name,
        tuple(ruling for switch in chosen for ruling in switch.rulings),
        frozenset(assumption for switch in chosen for assumption in switch.doubted),
    )


PRESETS: dict[str, ComparisonOptions] = {
    options.name: options
    for options in (
        STRICT,
        options_of("wire", "names-in-code-are-remarks", "formats-are-remarks"),
        options_of(
            "tolerant-reader",
            "readers-accept-new-values",
            "readers-accept-new-alternatives",
            "readers-accept-wider-numbers",
            "readers-check-no-limits",
            "readers-need-only-what-is-required",
        ),
        options_of(
            "oasdiff-like",
            "names-in-code-are-remarks",
            "readers-accept-new-values",
            "readers-need-only-what-is-required",
            "new-limits-were-kept",
            "deprecation-permits-removal",
            "servers-are-told-elsewhere",
            "security-is-told-elsewhere",
            "subtypes-are-told-elsewhere",
        ),
    )
}
