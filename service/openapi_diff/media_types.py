"""Which media type of one message is which of the other?"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import NamedTuple


class MediaType(NamedTuple):
    """A media type or a range of them, in lower case; the character set plays no part."""

    type: str
    subtype: str
    parameters: frozenset[str]

    @property
    def essence(self) -> tuple[str, str]:
        return self.type, self.subtype

    @property
    def is_range(self) -> bool:
        return "*" in self.essence

    def covers(self, other: "MediaType") -> bool:
        """Whether every message of the other type is one of this."""
        return (
            self.type in ("*", other.type)
            and self.subtype in ("*", other.subtype)
            and self.parameters <= other.parameters
        )


@lru_cache(maxsize=1_024)
def read_media_type(name: str) -> MediaType:
    essence, *parameters = (piece.strip() for piece in name.lower().split(";"))
    kind, _, subtype = essence.partition("/")
    kept = frozenset(
        parameter.replace(" ", "").replace('"', "")
        for parameter in parameters
        if parameter and not parameter.startswith("charset")
    )
    return MediaType(kind, subtype or "*", kept)


class Match(NamedTuple):
    """A media type of either side; None where the other side has none like it."""

    base: str | None
    revision: str | None


def match_media_types(base: list[str], revision: list[str]) -> list[Match]:
    """Pairs of equal names first, then of equal types, then a type with a range around it."""
    if base == revision:
        return list(map(Match, base, revision))
    old = {name: read_media_type(name) for name in base}
    new = {name: read_media_type(name) for name in revision}
    matches = [
        *_match_by(old, new, lambda media_type: media_type),
        *_match_by(old, new, lambda media_type: media_type.essence),
        *_match_ranges(old, new),
    ]
    matches.extend(Match(name, None) for name in old)
    matches.extend(Match(None, name) for name in new)
    return matches


Named = dict[str, MediaType]


def _match_by(old: Named, new: Named, key: Callable[[MediaType], Hashable]) -> list[Match]:
    """Take out of both what has the same key."""
    by_key: dict[Hashable, list[str]] = {}
    for name, media_type in new.items():
        by_key.setdefault(key(media_type), []).append(name)
    matches = []
    for name, media_type in list(old.items()):
        partners = by_key.get(key(media_type))
        if partners:
            partner = partners.pop(0)
            matches.append(Match(name, partner))
            del old[name], new[partner]
    return matches


def _match_ranges(old: Named, new: Named) -> list[Match]:
    matches = []
    for name, media_type in list(old.items()):
        candidates = new if media_type.is_range else _ranges_of(new)
        for partner, other in candidates.items():
            if media_type.covers(other) or other.covers(media_type):
                matches.append(Match(name, partner))
                del old[name], new[partner]
                break
    return matches


def _ranges_of(named: Named) -> Named:
    return {name: media_type for name, media_type in named.items() if media_type.is_range}
