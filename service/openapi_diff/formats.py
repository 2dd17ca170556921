"""Is a listed value surely not of a format that stands beside it?

Only what every reader of the format refuses is told (RFC 3339 for dates and times, RFC 9562 for
`uuid`, RFC 3986 for `uri`, RFC 5321 for `email`, RFC 1123 for `hostname`); a text of the right
shape passes, and so does any text where the format is not known.
"""

import re
from typing import Any

_DAY = r"\d{4}-\d{2}-\d{2}"
_HOUR = r"\d{2}:\d{2}:\d{2}"
_SHAPES = {
    "date": re.compile(_DAY),
    "date-time": re.compile(rf"{_DAY}[Tt ]{_HOUR}.*"),
    "time": re.compile(rf"{_HOUR}.*"),
    "duration": re.compile("P.+"),
    "email": re.compile(".+@.+", re.DOTALL),
    "idn-email": re.compile(".+@.+", re.DOTALL),
    "uuid": re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*"),
    "iri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*"),
    "ipv4": re.compile(r"\d{1,3}(\.\d{1,3}){3}"),
    "ipv6": re.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*"),
    "hostname": re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9.])?"),
    "json-pointer": re.compile("(/.*)?", re.DOTALL),
}
_BITS = {"int32": 31, "int64": 63}


def refuses(name: Any, value: Any) -> bool:
    """Whether a value of the type that the format is about is not of the format."""
    if not isinstance(name, str):
        return False
    if isinstance(value, str) and name in _SHAPES:
        return _SHAPES[name].fullmatch(value) is None
    if isinstance(value, int) and not isinstance(value, bool) and name in _BITS:
        return not -(1 << _BITS[name]) <= value < 1 << _BITS[name]
    return False
