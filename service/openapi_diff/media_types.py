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


Named = dict[str, MediaType]


class Match(NamedTuple):
    """A media type of either side; None where the other side has none like it.

    `is_covered` says that one of the two has a partner of its own, and covers the other too.
    """

    base: str | None
    revision: str | None
    is_covered: bool = False


def match_media_types(base: list[str], revision: list[str]) -> list[Match]:
    """Pairs of equal names first, then of equal types, then a type with a range around it."""
    if base == revision:
        return list(map(Match, base, revision))
    old, new = _read(base), _read(revision)
    matches = [
        *_match_by(old, new, lambda media_type: media_type),
        *_match_by(old, new, lambda media_type: media_type.essence),
        *_match_ranges(old, new),
    ]
    matches.extend(Match(name, *_cover(kind, _read(revision))) for name, kind in old.items())
    for name, kind in new.items():
        cover, is_covered = _cover(kind, _read(base))
        matches.append(Match(cover, name, is_covered))
    return matches


def _cover(media_type: MediaType, others: Named) -> tuple[str | None, bool]:
    """The narrowest of the others that covers a media type."""
    around = [name for name, kind in others.items() if kind.covers(media_type)]
    narrowest = min(around, key=lambda name: others[name].essence.count("*"), default=None)
    return narrowest, narrowest is not None


def _read(names: list[str]) -> Named:
    return {name: read_media_type(name) for name in names}


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
