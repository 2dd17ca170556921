"""Which refusals come from APIs?"""

from service.errors import Conflict


class ApiNotEmpty(Conflict):
    """An API that has versions cannot be deleted: others may rely on them."""

    code = "api_not_empty"


class AlreadyExpired(Conflict):
    """An approval that would never be in force."""

    code = "already_expired"
