"""Which refusals come from idempotency keys?"""

from service.errors import Conflict, InvalidInput


class KeyInFlight(Conflict):
    """The first request with this key has not been answered yet."""

    code = "idempotency_in_flight"


class KeyReused(InvalidInput):
    """The key was used with another request body."""

    code = "idempotency_key_reused"
