"""Which refusals come from users and passwords?"""

from service.errors import Conflict, InvalidInput, NotAuthenticated


class InvalidCredentials(NotAuthenticated):
    """User name and password do not belong together; nothing says which of them is wrong."""

    code = "invalid_credentials"


class WeakPassword(InvalidInput):
    """The password breaks a rule; `details` says which."""

    code = "weak_password"


class UsernameTaken(Conflict):
    """Another user has this name."""

    code = "username_taken"


class EmailTaken(Conflict):
    """Another user has this e-mail address."""

    code = "email_taken"


class LastAdministrator(Conflict):
    """The instance always has an active administrator."""

    code = "last_administrator"
