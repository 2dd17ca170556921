"""What does a case of the corpus ask, and what does its source expect?

The format is `bindery-diff-corpus/1`: a manifest beside a folder of documents. Pointers are kept
as the source wrote them, without the leading `#`; a place that has no pointer is left out.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FORMAT = "bindery-diff-corpus/1"
_JAVA = re.compile(r'\s*"([^"]+)",\s*HttpMethod\.(\w+)')


class UnknownFormat(ValueError):
    """The manifest is of another format than this program reads."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One change that the source reports: its id, and where, as far as the source says."""

    id: str
    level: str | None = None
    operation: str | None = None  # "GET /pets", "POST webhook:petAdded"
    text: str = ""
    base_pointers: tuple[str, ...] = ()
    revision_pointers: tuple[str, ...] = ()

    @property
    def is_of_webhook(self) -> bool:
        """Whether the provider calls, so that who sends what is turned round."""
        return " webhook:" in (self.operation or "")


@dataclass(frozen=True, slots=True)
class Case:
    """A pair of documents and the source's answer.

    `scope` names the ids that the source looked for; None where it looked for all. `observed` is
    the source's whole answer where it was recorded beside the asserted one. `breaking` is None
    where the source does not say. `clock` is the day of the case (ISO 8601), `sunset_notice` how
    many days before its sunset a stable operation must be announced.
    """

    id: str
    source: str
    kind: str
    base: Path
    revision: Path
    mode: str
    grade: str
    breaking: bool | None
    min_level: str | None = None
    scope: frozenset[str] | None = None
    expected: tuple[Expected, ...] = ()
    observed: tuple[Expected, ...] = ()
    clock: str | None = None
    sunset_notice: int | None = None


def load_cases(corpus: Path) -> list[Case]:
    """The cases of a corpus in the manifest's order. Raises UnknownFormat, OSError, ValueError."""
    manifest = json.loads((corpus / "manifest.json").read_text(encoding="utf-8"))
    if manifest.get("format") != _FORMAT:
        raise UnknownFormat(f"{manifest.get('format')!r} is not {_FORMAT!r}.")
    return [_case(corpus, entry) for entry in manifest["cases"]]


def _case(corpus: Path, entry: dict[str, Any]) -> Case:
    expect = entry["expect"]
    scope = expect.get("scope")
    return Case(
        id=entry["id"],
        source=entry["source"],
        kind=entry["kind"],
        base=corpus / entry["base"],
        revision=corpus / entry["revision"],
        mode=expect["mode"],
        grade=entry["reliability"],
        breaking=expect.get("breaking"),
        min_level=expect.get("min_level"),
        scope=None if scope is None else frozenset(scope),
        expected=_all_expected(expect.get("changes", ())),
        observed=_all_expected(entry.get("observed_default") or ()),
        clock=entry.get("clock"),
        sunset_notice=_notice(entry.get("options") or {}),
    )


def _notice(options: dict[str, Any]) -> int | None:
    days = options.get("deprecation_days", {}).get("stable")
    return days if isinstance(days, int) else None


def _all_expected(changes: Iterable[dict[str, Any]]) -> tuple[Expected, ...]:
    return tuple(_expected(change) for change in changes)


def _expected(change: dict[str, Any]) -> Expected:
    return Expected(
        id=change["id"],
        level=change.get("level"),
        operation=_operation(change),
        text=change.get("text") or change.get("cls") or "",
        base_pointers=_pointers(change, "base"),
        revision_pointers=_pointers(change, "revision"),
    )


def _operation(change: dict[str, Any]) -> str | None:
    """From two fields, or from the arguments of a Java constructor; a webhook has no path."""
    method, path = change.get("operation"), change.get("path")
    if found := _JAVA.match(change.get("args") or ""):
        path, method = found.groups()
        path = path if path.startswith("/") else f"webhook:{path}"
    return f"{method} {path}" if method and path else None


def _pointers(change: dict[str, Any], side: str) -> tuple[str, ...]:
    """Every spelling of the place on one side: as it is used, and as it is defined."""
    written = [*(change.get(f"{side}_pointers") or ())]
    written.extend(change.get(f"{side}_{kind}") for kind in ("pointer", "target"))
    found = (text for text in written if isinstance(text, str) and text.startswith("#"))
    return tuple(dict.fromkeys(text[1:] for text in found))
