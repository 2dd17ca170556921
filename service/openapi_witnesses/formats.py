"""What do the formats of OpenAPI ask of a value, and which values show it?"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator

_INTEGERS = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
}
# IEEE 754: single and double precision.
_GREATEST_FLOAT = 3.4028234663852886e38
_GREATEST_DOUBLE = 1.7976931348623157e308

# Formats that are limits of numbers (OpenAPI format registry).
NUMERIC_LIMITS: dict[str, tuple[float, float]] = {
    **_INTEGERS,
    "float": (-_GREATEST_FLOAT, _GREATEST_FLOAT),
    "double": (-_GREATEST_DOUBLE, _GREATEST_DOUBLE),
}

# They restrict nothing: a hint for forms, and octets that JSON cannot hold anyway.
HINTS = frozenset(("password", "binary"))


def encoding_format(encoding: str) -> str:
    """The name under which a `contentEncoding` is checked as if it were a format."""
    return f"content-encoding {encoding.lower()}"


def media_type_format(media_type: str) -> str:
    """The name under which a `contentMediaType` is checked as if it were a format."""
    return f"content-media-type {media_type.lower()}"


# For each format that can be checked: texts that have it, the plainest first.
SAMPLES: dict[str, tuple[str, ...]] = {
    "date": ("2024-02-29", "1999-12-31"),
    "date-time": ("2024-02-29T12:00:00Z", "1999-12-31T23:59:59+01:00"),
    "time": ("12:00:00Z", "23:59:59+01:00"),
    "duration": ("P1D", "PT1H"),
    "email": ("a@example.com", "b@example.com"),
    "idn-email": ("ä@example.com", "a@example.com"),
    "hostname": ("example.com", "localhost"),
    "idn-hostname": ("bücher.example", "example.com"),
    "ipv4": ("192.0.2.1", "198.51.100.2"),
    "ipv6": ("2001:db8::1", "::1"),
    "uri": ("https://example.com/", "urn:a"),
    "uri-reference": ("/a", "a#b", "https://example.com/"),
    "iri": ("https://example.com/ä", "https://example.com/"),
    "iri-reference": ("/ä", "/a"),
    "uri-template": ("/a/{b}", "/a"),
    "uuid": ("123e4567-e89b-42d3-a456-426614174000", "00000000-0000-4000-8000-000000000000"),
    "json-pointer": ("/a", ""),
    "relative-json-pointer": ("0", "1/a"),
    "regex": ("^a$", "a"),
    "byte": ("YQ==", ""),
    "base64url": ("YQ", ""),
    encoding_format("base64"): ("YQ==", "YWI=", "+/+/"),
    encoding_format("base64url"): ("YQ", "-_-_", "YWI"),
    encoding_format("base16"): ("61", "6162"),
    encoding_format("base32"): ("ME======", "MFRGG==="),
    encoding_format("quoted-printable"): ("a", "=3D"),
    media_type_format("application/json"): ("{}", "1", "[]"),
}

# What a format refuses, as near to it as a person would come.
_NEAR_MISSES: dict[str, tuple[str, ...]] = {
    "date": ("2024-02-30",),
    "date-time": ("2024-02-29 12:00",),
    "time": ("25:00",),
    "ipv4": ("192.0.2.256",),
    "uuid": ("123e4567",),
    "regex": ("(",),
    "byte": ("a", "*"),
    "base64url": ("+/", "*"),
    "json-pointer": ("a",),
    "uri-template": ("{",),
    "uri-reference": ("\\",),
    "iri-reference": ("\\",),
    "iri": ("\\",),
    "uri": ("\\",),
}

_PLAIN = ("a", "a b", "", "1", "@", "{", "(", "\\", "ä", "%")

_STRETCHED: dict[str, Callable[[int], str]] = {
    "uri": lambda length: "https://example.com/".ljust(length, "a"),
    "uri-reference": lambda length: "/".ljust(length, "a"),
    "iri": lambda length: "https://example.com/".ljust(length, "a"),
    "iri-reference": lambda length: "/".ljust(length, "a"),
    "uri-template": lambda length: "/".ljust(length, "a"),
    "json-pointer": lambda length: "/".ljust(length, "a"),
    "email": lambda length: (
        "a@" + ".".join(["a" * 60] * 4)[: max(3, length - 6)].strip(".") + ".com"
    ),
    "regex": lambda length: "a" * length,
    "byte": lambda length: "YWFh" * -(-length // 4),
    "base64url": lambda length: "YWFh" * -(-length // 4),
}


def texts_with(formats: list[str], length: int) -> Iterator[str]:
    """Texts that have one of the formats, first those of at least `length`."""
    for name in formats:
        for text in SAMPLES.get(name, ()):
            if len(text) >= length:
                yield text
        if name in _STRETCHED:
            yield _STRETCHED[name](length)
    for name in formats:
        yield from SAMPLES.get(name, ())


def texts_without(refused: list[str]) -> Iterator[str]:
    """Texts of all sorts, some of which lack any given format."""
    yield _PLAIN[0]
    for name in refused:
        yield from _NEAR_MISSES.get(name, ())
    yield from _PLAIN[1:]
    for samples in SAMPLES.values():
        yield samples[0]


def is_known(name: str) -> bool:
    """Whether it can be told which texts have the format."""
    return name in SAMPLES or name in HINTS or name in NUMERIC_LIMITS


def _is_decoded(decode: Callable[[str], object]) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        try:
            decode(text)
        except (binascii.Error, ValueError, RecursionError):
            return False
        return True

    return check


def _base64url(text: str) -> object:
    if set(text) & set("+/"):
        raise ValueError(text)
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


_QUOTED_PRINTABLE = re.compile(r"(?:[^=]|=[0-9A-F]{2}|=\r?\n)*")  # RFC 2045, section 6.7

OWN_CHECKS: dict[str, Callable[[str], bool]] = {
    "byte": _is_decoded(lambda text: base64.b64decode(text, validate=True)),
    "base64url": _is_decoded(_base64url),
    encoding_format("base64"): _is_decoded(lambda text: base64.b64decode(text, validate=True)),
    encoding_format("base64url"): _is_decoded(_base64url),
    encoding_format("base16"): _is_decoded(lambda text: base64.b16decode(text, casefold=True)),
    encoding_format("base32"): _is_decoded(base64.b32decode),
    encoding_format("quoted-printable"): lambda text: (
        text.isascii() and _QUOTED_PRINTABLE.fullmatch(text) is not None
    ),
    media_type_format("application/json"): _is_decoded(json.loads),
}
