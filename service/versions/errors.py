"""Which refusals come from versions?"""

from service.errors import Conflict, Unavailable


class VersionExists(Conflict):
    """The name stands for another document already; names are never used twice."""

    code = "version_exists"


class PublicationRefused(Conflict):
    """The compatibility policy forbids it; the attempt is on record."""

    code = "publication_refused"


class StateNotAllowed(Conflict):
    """A version in this state cannot go there."""

    code = "state_not_allowed"


class NotComparable(Conflict):
    """One of the two documents was withheld, and no earlier result is stored."""

    code = "not_comparable"


class Busy(Unavailable):
    """Others publish to the same API, or documents wait for their turn."""
