"""Which single values lie at the edges of what a flat schema asks for?"""

from collections.abc import Iterator
from typing import Any

from tests.fuzz.patterns import texts_for

Json = Any

_MAX_LENGTH = 220  # longer texts are not worth their time
FORMATS = {
    "date": ("2024-02-29", "2024-02-30", "x"),
    "date-time": ("2024-02-29T12:00:00Z", "2024-02-29", "x"),
    "time": ("12:00:00Z", "25:00:00Z"),
    "duration": ("P1D", "1 day"),
    "email": ("a@example.com", "a@", "x"),
    "idn-email": ("a@example.com", "x"),
    "uuid": ("123e4567-e89b-12d3-a456-426614174000", "123"),
    "uri": ("https://example.com/a", "a b", "/a"),
    "uri-reference": ("/a", "https://example.com/a", "\\\\"),
    "iri": ("https://example.com/ä", "/a"),
    "iri-reference": ("/ä", "\\\\"),
    "hostname": ("example.com", "-a"),
    "idn-hostname": ("example.com", "-a"),
    "ipv4": ("127.0.0.1", "256.0.0.1"),
    "ipv6": ("::1", "1"),
    "json-pointer": ("/a", "a"),
    "regex": ("a", "("),
}
OF_TYPE: dict[str, tuple[Json, ...]] = {
    "null": (None,),
    "boolean": (True, False),
    "integer": (1, 0, -1, 7, 10**10),
    "number": (0.5, 1, -2.5, 3),
    "string": ("abc", "", "a", "5"),
    "array": ([], [1], ["a", "a"]),
    "object": ({}, {"zz": 1}),
}
_HINTS = {
    "object": "properties required additionalProperties patternProperties propertyNames"
    " minProperties maxProperties dependentRequired dependentSchemas unevaluatedProperties",
    "array": "items prefixItems minItems maxItems uniqueItems contains unevaluatedItems",
    "string": "minLength maxLength pattern format",
    "number": "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
}


def listed(part: Json) -> list[Json]:
    found = list(part.get("enum", ()))
    return [*found, part["const"]] if "const" in part else found


def types(flat: list[Json]) -> list[str]:
    """The types that all parts allow, else those that the keywords are about."""
    named = [part["type"] for part in flat if "type" in part]
    lists = [[name] if isinstance(name, str) else name for name in named]
    if lists:
        rest = [name for name in lists[0] if all(name in other for other in lists[1:])]
        return rest or lists[0]
    keywords = {keyword for part in flat for keyword in part}
    hinted = [name for name, words in _HINTS.items() if keywords & set(words.split())]
    return hinted or ["string", "integer", "boolean", "object", "array"]


def texts(flat: list[Json]) -> Iterator[Json]:
    for part in flat:
        yield from FORMATS.get(part.get("format", ""), ())
        if isinstance(part.get("pattern"), str):
            yield from texts_for(part["pattern"])
    for length in sizes(flat, "minLength", "maxLength"):
        if length <= _MAX_LENGTH:
            yield ("abcdefgh" * (length // 8 + 1))[:length]
    yield from OF_TYPE["string"]


def sizes(flat: list[Json], least: str, most: str) -> Iterator[int]:
    """Each bound and its neighbours."""
    for part in flat:
        for keyword in (least, most):
            bound = part.get(keyword)
            if isinstance(bound, int):
                yield from (size for size in (bound, bound + 1, bound - 1) if size >= 0)


def numbers(flat: list[Json], *, whole: bool) -> Iterator[Json]:
    steps = [part["multipleOf"] for part in flat if "multipleOf" in part]
    for part in flat:
        for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
            bound = part.get(keyword)
            if isinstance(bound, int | float) and not isinstance(bound, bool):
                yield from (bound, bound + 1, bound - 1)
                yield from () if whole else (bound + 0.25, bound - 0.25)
                yield from ((bound // step + 1) * step for step in steps if step > 0)
    for step in steps:
        yield from (step, step * 2, step * 3, step + 1)
    yield from OF_TYPE["integer"]
    yield from () if whole else OF_TYPE["number"]
    yield from (0.5,) if whole else ()
