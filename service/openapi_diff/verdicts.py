"""Which words does a comparison answer with?"""

from enum import StrEnum


class Verdict(StrEnum):
    """The answer of a whole comparison; `undetermined` is an answer of its own."""

    COMPATIBLE = "compatible"
    BREAKING = "breaking"
    UNDETERMINED = "undetermined"


class Direction(StrEnum):
    """Who sends what the change is about; a change of neither kind has no direction."""

    REQUEST = "request"
    RESPONSE = "response"


class Level(StrEnum):
    """How loudly a change is reported."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Judgement(StrEnum):
    """What a change means in one direction."""

    BREAKS = "breaks"
    UNDETERMINED = "undetermined"
    RISKY = "risky"  # inside the contract, but known to hurt somebody: a warning
    SAFE = "safe"
    DOCUMENTATION = "documentation"

    @property
    def level(self) -> Level:
        return _LEVELS[self]


_LEVELS = {
    Judgement.BREAKS: Level.ERROR,
    Judgement.UNDETERMINED: Level.WARNING,
    Judgement.RISKY: Level.WARNING,
    Judgement.SAFE: Level.INFO,
    Judgement.DOCUMENTATION: Level.INFO,
}


class Effect(StrEnum):
    """What an edit does to the set of accepted instances, whoever sends them."""

    NARROWED = "narrowed"
    WIDENED = "widened"
    CHANGED = "changed"
    MAYBE_NARROWED = "maybe narrowed"  # may have narrowed, certainly not widened
    MAYBE_WIDENED = "maybe widened"
    UNKNOWN = "unknown"
    NONE = "none"


class Cause(StrEnum):
    """Why the engine could not tell."""

    PATTERN = "pattern"
    NEGATION = "negation"
    CONDITION = "condition"
    ALTERNATIVES = "alternatives"
    REFERENCE = "reference"
    COMBINATION = "combination"
    DIALECT = "dialect"
    LIMIT = "limit"  # there was more to look at than a comparison may take
    ASSUMPTION = "assumption"  # the options do not make the assumption that an answer needs

    @property
    def statement(self) -> str:
        return _DOUBTS[self]


class Assumption(StrEnum):
    """What a verdict rests on beyond the two documents."""

    CLIENTS_SEND_DECLARED = "clients-send-only-what-is-declared"
    SERVERS_IGNORE_UNDECLARED = "servers-ignore-what-is-undeclared"
    READERS_IGNORE_UNKNOWN = "readers-ignore-what-they-do-not-know"
    READERS_HANDLE_ANY_STATUS = "readers-handle-any-status"
    FORMATS_ARE_ASSERTED = "formats-are-asserted"
    ONE_OF_BRANCHES_ARE_APART = "one-of-branches-do-not-overlap"
    READ_ONLY_IS_NOT_SENT = "read-only-is-not-sent-write-only-is-not-returned"
    # These are made by options alone, never by the strict reading.
    FORMATS_ARE_REMARKS = "formats-are-remarks"
    DEFAULTS_ARE_FILLED_IN = "servers-fill-in-defaults"
    READERS_ACCEPT_MORE = "readers-accept-more-than-was-declared"
    READERS_NEED_ONLY_REQUIRED = "readers-need-only-what-is-required"
    CLIENTS_KEPT_TO_BOUNDS = "clients-kept-to-bounds-not-written-down"
    DEPRECATION_WAS_HEEDED = "clients-left-what-was-deprecated"
    TOLD_ELSEWHERE = "clients-are-told-elsewhere"

    @property
    def statement(self) -> str:
        return _STATEMENTS[self]


_STATEMENTS = {
    Assumption.CLIENTS_SEND_DECLARED: (
        "Clients send no properties, parameters or headers that the document does not declare."
    ),
    Assumption.SERVERS_IGNORE_UNDECLARED: (
        "Servers ignore properties, parameters and headers that are no longer declared, "
        "unless the document closes the object."
    ),
    Assumption.READERS_IGNORE_UNKNOWN: (
        "Readers of a response ignore properties, headers, links and media types they do not know."
    ),
    Assumption.READERS_HANDLE_ANY_STATUS: (
        "Clients cope with any status code, also with one that the document does not declare."
    ),
    Assumption.FORMATS_ARE_ASSERTED: "`format` restricts the value; it is not a mere remark.",
    Assumption.ONE_OF_BRANCHES_ARE_APART: (
        "The branches of a `oneOf` do not overlap where the document does not prove it."
    ),
    Assumption.READ_ONLY_IS_NOT_SENT: (
        "`readOnly` properties are not part of requests, `writeOnly` ones not of responses."
    ),
    Assumption.FORMATS_ARE_REMARKS: "`format` is a mere remark; nobody refuses a value for it.",
    Assumption.DEFAULTS_ARE_FILLED_IN: (
        "Servers fill in the default of what is required and was not sent."
    ),
    Assumption.READERS_ACCEPT_MORE: (
        "Readers of a response cope with values, kinds and sizes that were not declared before."
    ),
    Assumption.READERS_NEED_ONLY_REQUIRED: (
        "Readers of a response need nothing that was not guaranteed to be there."
    ),
    Assumption.CLIENTS_KEPT_TO_BOUNDS: (
        "Clients kept to the bounds that are new before anybody wrote them down."
    ),
    Assumption.DEPRECATION_WAS_HEEDED: (
        "Clients stopped using what was deprecated before it was removed."
    ),
    Assumption.TOLD_ELSEWHERE: (
        "Clients are told of servers, credentials and subtypes otherwise than by the document."
    ),
}
_DOUBTS = {
    Cause.PATTERN: "patterns could not be compared",
    Cause.NEGATION: "what is excluded (`not`) could not be compared",
    Cause.CONDITION: "conditions could not be compared",
    Cause.ALTERNATIVES: "the alternatives could not be told apart",
    Cause.REFERENCE: "a reference leads out of the document",
    Cause.COMBINATION: "several keywords work together",
    Cause.DIALECT: "the dialect is not known",
    Cause.LIMIT: "there is more to look at than a comparison may take",
}
