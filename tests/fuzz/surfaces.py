"""Which pairs of documents are tried whose verdict is known from how they were made?"""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from service.openapi_diff import Comparison, ComparisonOptions, Verdict, compare
from service.openapi_diff.options import Calendar
from tests.fuzz.hosts import THING, modern_host, swagger_host
from tests.fuzz.surface_edits import GONE, ROWS, Row

Json = Any
Document = dict[str, Any]
_Host = Callable[[str], Document]

_HOSTS: dict[str, _Host] = {"2.0": swagger_host, "3.0.3": modern_host, "3.1.0": modern_host}
# Sunsets are only judged by those who say which day it is.
_DATED = ComparisonOptions("strict, with a calendar", calendar=Calendar(date(2026, 1, 1), 90))
_VERDICTS = {"B": Verdict.BREAKING, "C": Verdict.COMPATIBLE}


@dataclass(frozen=True, slots=True)
class SurfacePair:
    """Two documents, what was done, and the verdict that follows from it."""

    base: Document
    revision: Document
    edits: tuple[str, ...]
    expected: Verdict

    def compare(self) -> Comparison:
        return compare(self.base, self.revision, policy=_DATED)

    @property
    def key(self) -> str:
        return json.dumps([self.base, self.revision], sort_keys=True)


def surface_pairs(seed: int, numbers: range) -> Iterator[SurfacePair]:
    """The low numbers are each single edit, forth and back; the others are several at once."""
    known = [*_single_edits(), *WHOLE_EDITS]
    for number in numbers:
        if number < len(known):
            yield known[number]
        else:
            yield _several_edits(Random(f"{seed}/surface/{number}"))


def _single_edits() -> Iterator[SurfacePair]:
    for version in _HOSTS:
        for row in _rows_of(version):
            for back in (False, True):
                yield _pair(version, [(row, back)])


def _rows_of(version: str) -> list[Row]:
    if version == "2.0":
        return [row for row in ROWS if row.only == version]
    return [row for row in ROWS if version.startswith(row.only)]


def _several_edits(random: Random) -> SurfacePair:
    version = random.choice(("3.0.3", "3.1.0"))
    rows: list[tuple[Row, bool]] = []
    for row in random.sample(_rows_of(version), random.randint(2, 6)):
        if all(_apart(row, other) for other, _ in rows):
            rows.append((row, random.random() < 0.5))
    harmless = [(row, back) for row, back in rows if row.verdicts[back] == "C"]
    return _pair(version, harmless if harmless and random.random() < 0.5 else rows)


def _apart(row: Row, other: Row) -> bool:
    """Whether neither edit is inside the other, or next to it in a list."""
    shorter, longer = sorted((row.path, other.path), key=len)
    if isinstance(shorter[-1], int):
        shorter = shorter[:-1]
    return longer[: len(shorter)] != shorter


def _pair(version: str, rows: list[tuple[Row, bool]]) -> SurfacePair:
    base, revision = (copy.deepcopy(_HOSTS[version](version)) for _ in range(2))
    for row, back in rows:
        before, after = (row.after, row.before) if back else (row.before, row.after)
        _put(base, row.path, before)
        _put(revision, row.path, after)
    breaks = any(row.verdicts[back] == "B" for row, back in rows)
    edits = tuple(f"{row.place} {'back' if back else 'forth'}" for row, back in rows)
    return SurfacePair(base, revision, edits, _VERDICTS["B" if breaks else "C"])


def _put(document: Document, path: tuple[str | int, ...], value: Json) -> None:
    owner: Any = document
    for key in path[:-1]:
        owner = owner.setdefault(key, {}) if isinstance(owner, dict) else owner[key]
    key = path[-1]
    if value is GONE:
        if isinstance(owner, list):
            del owner[int(key) :]
        else:
            owner.pop(key, None)
    elif isinstance(owner, list) and int(key) >= len(owner):
        owner.append(copy.deepcopy(value))
    else:
        owner[key] = copy.deepcopy(value)


def _whole(name: str, verdict: str, edit: Callable[[Document], None]) -> SurfacePair:
    base, revision = modern_host("3.1.0"), copy.deepcopy(modern_host("3.1.0"))
    edit(revision)
    return SurfacePair(base, revision, (name,), _VERDICTS[verdict])


def _rename_path(old: str, new: str) -> Callable[[Document], None]:
    def edit(document: Document) -> None:
        document["paths"][new] = document["paths"].pop(old)

    return edit


def _rename_path_parameter(document: Document) -> None:
    item = document["paths"].pop("/things/{id}")
    item["parameters"][0]["name"] = "thing"
    document["paths"]["/things/{thing}"] = item


def _move_prefix(document: Document) -> None:
    for server in document["servers"]:
        server["url"] = server["url"].removesuffix("/v1")
    document["paths"] = {f"/v1{path}": item for path, item in document["paths"].items()}


def _rename_scheme(document: Document) -> None:
    schemes = document["components"]["securitySchemes"]
    schemes["apiKey"] = schemes.pop("key")
    document["security"][0] = {"apiKey": []}


def _share_shape(document: Document) -> None:
    document["paths"]["/things/{other}"] = {"put": {"responses": {}}}


def _lead_nowhere(document: Document) -> None:
    document["paths"]["/things"] = {"$ref": "#/components/pathItems/Gone"}


def _take_array(document: Document) -> None:
    body = document["paths"]["/things/{id}"]["put"]["requestBody"]
    body["content"] = {"application/json": {"schema": {"type": "array", "items": THING}}}


WHOLE_EDITS = (
    _whole("another case", "B", _rename_path("/things", "/Things")),
    _whole("a slash at the end", "B", _rename_path("/old", "/old/")),
    _whole("another name of a path parameter", "C", _rename_path_parameter),
    _whole("a prefix from servers to paths", "C", _move_prefix),
    _whole("another name of a scheme", "C", _rename_scheme),
    _whole("two paths of one shape", "C", _share_shape),
    _whole("a path item that cannot be found", "B", _lead_nowhere),
    _whole("a body that was free", "B", _take_array),
)
