"""Which names are acceptable, and which of them are too alike to stand side by side?"""

import re

NAME_PATTERN = r"^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$"
"""Groups, APIs, users, service accounts: ASCII, so no two names can look the same."""

VERSION_NAME_PATTERN = r"^[A-Za-z0-9]([A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?$"
"""API versions: what semantic versions, dates and branch-like names need."""


def folded_name(name: str) -> str:
    """Return the form in which twins such as `a.b`, `a-b` and `a__b` meet (as PEP 503 has it)."""
    return re.sub(r"[-_.]+", "-", name).lower()
