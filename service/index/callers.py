"""What do installers send to say who they are? Basic authentication, as they all know it."""

import base64
import binascii

from service.errors import NotAuthenticated


def bearer_of(authorization: str | None) -> str | None:
    """Return what stands for the same token in the API's own scheme; None where nothing is sent.

    The token is the password, whatever the user name. Raises `NotAuthenticated`, so that installers
    ask for it, where a user name came alone.
    """
    if authorization is None:
        return None
    scheme, _, credentials = authorization.partition(" ")
    if scheme.lower() != "basic":
        return authorization
    try:
        plain = base64.b64decode(credentials.strip(), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise _no_token() from None
    _, _, token = plain.partition(":")
    if not token:
        raise _no_token()
    return f"Bearer {token}"


def _no_token() -> NotAuthenticated:
    return NotAuthenticated("Send an access token as the password; any user name will do.")
