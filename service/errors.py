"""Which refusals does the service know? Free of HTTP: `http_api.problems` gives them a status.

    ServiceError
    ├── InvalidInput           the input breaks a rule that the caller could have known
    ├── NotAuthenticated       nobody, or a token that is not (or no longer) good
    ├── NotPermitted           somebody, but not allowed to
    ├── NotFound               absent, or hidden from this actor
    ├── Conflict               contradicts what is there
    ├── PreconditionRequired   a change without If-Match
    ├── PreconditionFailed     If-Match names an older revision
    ├── TooLarge               more bytes than accepted
    ├── TooManyRequests        too often
    └── Unavailable            cannot now; may later

Domains derive their own refusals from these, each with its own stable `code`.
"""

from collections.abc import Mapping
from typing import Any, ClassVar


class ServiceError(Exception):
    """A refusal; `code` is for programs, `message` for people, `details` for both."""

    code: ClassVar[str] = "internal_error"

    def __init__(self, message: str, *, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.details: dict[str, Any] = dict(details or {})


class InvalidInput(ServiceError):
    """The input breaks a rule; `details` is keyed by location (`json`, `query`, ...) and field."""

    code = "validation_error"


class NotAuthenticated(ServiceError):
    """No credentials, or bad ones."""

    code = "not_authenticated"


class NotPermitted(ServiceError):
    """The actor may see the thing but not do this."""

    code = "not_permitted"


class NotFound(ServiceError):
    """Absent, or hidden: the two are told apart by nothing."""

    code = "not_found"


class Conflict(ServiceError):
    """Contradicts the present state."""

    code = "conflict"


class PreconditionRequired(ServiceError):
    """A change of something mutable must carry If-Match."""

    code = "precondition_required"


class PreconditionFailed(ServiceError):
    """The thing has changed since the caller read it."""

    code = "precondition_failed"


class TooLarge(ServiceError):
    """The body has more bytes than accepted."""

    code = "too_large"


class TooManyRequests(ServiceError):
    """The caller must slow down."""

    code = "too_many_requests"


class Unavailable(ServiceError):
    """Something needed does not answer, or all places are taken; worth trying again."""

    code = "unavailable"
    retry_after: ClassVar[int] = 5
