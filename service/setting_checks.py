"""Which values does a setting take? Checks that need more words than a range or a pattern.

Each raises marshmallow's `ValidationError` with what the value must look like.
"""

import re
from ipaddress import ip_network

from limits import parse_many
from marshmallow import ValidationError

_PACKAGE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_rate_limit(text: str) -> None:
    """Return if the text says how often something may be done."""
    try:
        parse_many(text)
    except ValueError:
        raise ValidationError("must look like: 10 per minute") from None


def are_networks(texts: tuple[str, ...]) -> None:
    """Return if each text is a network."""
    for text in texts:
        try:
            ip_network(text)
        except ValueError:
            raise ValidationError("must look like 10.1.0.0/16, without host bits") from None


def are_mirrorable(names: tuple[str, ...]) -> None:
    """Return if each is the name of a package that cannot be one of ours."""
    for name in names:
        if not _PACKAGE.fullmatch(name):
            raise ValidationError("must be names as indexes write them: small letters and hyphens")
        if "client" in name.split("-"):
            raise ValidationError("must not look like a client: those are made here only")
