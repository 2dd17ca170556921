"""What do the real pairs of documents hold, as JSON?"""

from pathlib import Path

import orjson

from service.openapi_documents import ReadLimits, read_document

LIMITS = ReadLimits(json_bytes=100_000_000, yaml_bytes=20_000_000)


def names_of_pairs(root: Path) -> list[str]:
    """The pairs of a folder, in order."""
    return sorted(path.name for path in root.iterdir() if path.is_dir())


def texts_of(pair: Path) -> list[bytes]:
    """Base and revision of a pair."""
    return [json_text(next(pair.glob(f"{side}.*"))) for side in ("base", "revision")]


def json_text(path: Path) -> bytes:
    """A document as JSON, whichever way it is written."""
    raw = path.read_bytes()
    if path.suffix == ".json":
        return raw
    return orjson.dumps(read_document(raw, limits=LIMITS).content)
