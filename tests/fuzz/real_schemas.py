"""Which schemas do real documents hold that are small enough to be tried over and over?"""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import orjson

from tests.fuzz.documents import Side
from tests.fuzz.pairs import used_by

Json = Any

_MOST_BYTES = 2_500
_MOST_USED = 6
_MOST_OF_A_DOCUMENT = 400


@lru_cache(maxsize=1)
def real_sides(folder: Path) -> list[Side]:
    """Components of the JSON documents below a folder, with what they refer to."""
    found: list[Side] = []
    for path in sorted(folder.glob("*/*.json")):
        sides = list(_sides_of(orjson.loads(path.read_bytes())))
        random = Random(path.parent.name)
        found.extend(random.sample(sides, min(len(sides), _MOST_OF_A_DOCUMENT)))
    return found


def _sides_of(document: dict[str, Json]) -> Iterator[Side]:
    version = _version(document)
    owner = document if version == "2.0" else document.get("components", {})
    components = owner.get("definitions" if version == "2.0" else "schemas", {})
    for name in sorted(components):
        used = used_by(components[name], components, most=_MOST_USED)
        if not 0 < len(used) <= _MOST_USED:
            continue
        side = Side(components[name], {used: components[used] for used in sorted(used)}, version)
        if len(json.dumps([side.schema, side.components])) <= _MOST_BYTES:
            yield side


def _version(document: dict[str, Json]) -> str:
    if "swagger" in document:
        return "2.0"
    return "3.0.3" if str(document["openapi"]).startswith("3.0") else "3.1.0"
