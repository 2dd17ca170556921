"""Which two documents does a case compare, and what was wrong with them?

Cases are often fragments that no registry would accept. They are read strictly first; what is
refused is read as plain values, and the refusal is counted. Files that a document refers to are
put inside it; one that is not there makes the case unreadable.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.conformance.cases import Case
from benchmarks.conformance.json_schemas import as_document
from service.openapi_documents import DocumentTooLarge, InvalidDocument, ReadLimits, read_document
from service.openapi_documents.yaml_text import parse_yaml

_LIMITS = ReadLimits()
_BUNDLED = "x-bundled"


class Unreadable(Exception):
    """The case cannot be asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parsed documents, and the codes of the faults for which a registry refuses them."""

    base: dict[str, Any]
    revision: dict[str, Any]
    faults: tuple[str, ...]


def read_pair(case: Case) -> Pair:
    """The documents of a case. Raises Unreadable."""
    faults: list[str] = []
    base, revision = (_read(path, case.kind, faults) for path in (case.base, case.revision))
    return Pair(base, revision, tuple(faults))


def _read(path: Path, kind: str, faults: list[str]) -> dict[str, Any]:
    if kind == "json-schema":
        return as_document(_plain(path))
    try:
        return read_document(path.read_bytes()).content
    except OSError as fault:
        raise Unreadable(f"{path.name} is not there.") from fault
    except (InvalidDocument, DocumentTooLarge) as refusal:
        content = _bundled(path, _plain(path))
        if not isinstance(content, dict):
            raise Unreadable(f"{path.name} is not an object.") from refusal
        faults.extend(sorted({problem.code for problem in refusal.problems}))
        return content


def _plain(path: Path) -> Any:
    """The value of a file; JSON with a comma too many is YAML still."""
    try:
        return parse_yaml(path.read_bytes(), _LIMITS)[0]
    except OSError as fault:
        raise Unreadable(f"{path.name} is not there.") from fault
    except (InvalidDocument, DocumentTooLarge) as refusal:
        raise Unreadable(f"{path.name}: {refusal.problems[0].message}") from refusal


def _bundled(path: Path, content: Any) -> Any:
    """The document with every file that it refers to kept inside, and referred to there."""
    files: dict[Path, str] = {path.resolve(): ""}
    waiting = [(path, content)]
    kept: dict[str, Any] = {}
    while waiting:
        owner, value = waiting.pop()
        for holder in _references(value):
            name, _, pointer = holder["$ref"].partition("#")
            if "://" in name:
                continue  # nothing is fetched
            target = (owner.parent / name).resolve() if name else owner.resolve()
            if target not in files:
                files[target] = f"/{_BUNDLED}/{len(kept)}"
                kept[str(len(kept))] = loaded = _plain(target)
                waiting.append((target, loaded))
            holder["$ref"] = f"#{files[target]}{pointer}"
    return {**content, _BUNDLED: kept} if isinstance(content, dict) and kept else content


def _references(content: Any) -> list[dict[str, Any]]:
    """Every object of a value that is a reference to somewhere."""
    found: list[dict[str, Any]] = []
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("$ref"), str):
                found.append(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return found
