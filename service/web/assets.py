"""How are static files served so that browsers may keep them for ever? Under their own digest."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

STATIC = Path(__file__).resolve().parent / "static"
SHOWN_SUFFIXES = frozenset({".css", ".js", ".svg"})


@dataclass(frozen=True, slots=True)
class Assets:
    """The static files, by name below `static/`, with the digest that stands in their URL."""

    digests: Mapping[str, str]

    def is_current(self, name: str, digest: str) -> bool:
        """Whether the file exists and still has the content that the digest names."""
        return self.digests.get(name) == digest


def load_assets(folder: Path = STATIC) -> Assets:
    """Read every static file once and return the assets."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in SHOWN_SUFFIXES)
    digests = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in files
    }
    return Assets(MappingProxyType(digests))
