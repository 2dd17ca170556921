"""Which changes are one finding to a reader, and which question do they answer?"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from typing import Any

from service.openapi_diff import Change, Direction, Judgement
from service.openapi_diff.places import place_parts


class Section(Enum):
    """What a reader asks, in the order of asking: the title, and what stands below it."""

    GONE = ("What can no longer be called, or not in the same way", "breaks for everybody")
    SENT = ("What clients must send differently", "accepted by the base, refused by the revision")
    RECEIVED = ("What clients may receive that they do not expect", "ruled out by the base")
    OPEN = ("What cannot be told", "the documents do not say whether it breaks")
    RISKY = ("What keeps to the contract, but may hurt", "worth a look")
    HARMLESS = ("What can be ignored", "breaks nobody")

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def gist(self) -> str:
        return self.value[1]


# Rules about a member as a whole: what was and is there is its definition, which nobody compares.
_GONE_RULES = ("path.removed", "operation.removed")
_MEMBER_RULES = ("property.", "parameter.added", "parameter.removed", "header.")


@dataclass(frozen=True, slots=True)
class Finding:
    """Changes that say the same of several places, told once; the first one stands for them."""

    number: int
    changes: tuple[Change, ...]

    @property
    def head(self) -> Change:
        return self.changes[0]

    @property
    def told(self) -> Change:
        """The change to make a sentence of: of what is gone, all of it."""
        is_gone = self.head.rule.startswith(_GONE_RULES)
        return replace(self.head, operations=tuple(self.operations)) if is_gone else self.head

    @property
    def others(self) -> tuple[Change, ...]:
        return self.changes[1:]

    def fields_of(self, operation: str) -> list[str]:
        """Which fields or parameters of an operation it is about, each once."""
        reaching = [change for change in self.changes if operation in change.operations]
        return list(dict.fromkeys(filter(None, map(_field, reaching))))

    @property
    def operations(self) -> list[str]:
        """Every operation that any of the changes reaches."""
        return sorted({operation for change in self.changes for operation in change.operations})


def _field(change: Change) -> str:
    """The field, or the parameter or header with the field in it."""
    field, kind, name = place_parts(change.location)
    return name + field if kind.endswith("parameter") or kind.startswith("header") else field


def section_of(change: Change) -> Section:
    """The question that a change answers."""
    match change.judgement:
        case Judgement.UNDETERMINED:
            return Section.OPEN
        case Judgement.RISKY:
            return Section.RISKY
        case Judgement.SAFE | Judgement.DOCUMENTATION:
            return Section.HARMLESS
        case Judgement.BREAKS:
            return _SECTIONS[change.direction]


def loud_findings(changes: Iterable[Change]) -> dict[Section, list[Finding]]:
    """What is not harmless, by section, numbered through; sections without any are left out."""
    loud = [change for change in changes if section_of(change) is not Section.HARMLESS]
    ordered = sorted(loud, key=lambda change: _ORDER[section_of(change)])
    findings: dict[Section, list[Finding]] = {}
    number = 0
    for section, members in groupby(ordered, key=section_of):
        findings[section] = []
        for group in _alike(list(members)):
            number += 1
            findings[section].append(Finding(number, tuple(group)))
    return findings


def _alike(changes: Sequence[Change]) -> list[list[Change]]:
    """Siblings that come or go together first, then the same edit of other definitions."""
    groups: dict[Any, list[Change]] = {}
    for change in changes:
        is_of_members = change.rule.startswith(_MEMBER_RULES)
        key = _siblings(change) if is_of_members else _edit(change)
        groups.setdefault(key, []).append(change)
    merged: dict[Any, list[Change]] = {}
    for key, group in groups.items():
        merged.setdefault(key if len(group) > 1 else _edit(group[0]), []).extend(group)
    return list(merged.values())


def _siblings(change: Change) -> tuple[Any, ...]:
    """What the properties of one definition have in common when one edit is made to them all."""
    holder = change.location.rpartition("/")[0]
    return ("siblings", change.rule, change.direction, holder, change.operations, _doubt(change))


def _edit(change: Change) -> tuple[Any, ...]:
    """What one edit has in common wherever it is made; of what is gone, that it is gone."""
    if change.rule.startswith(_GONE_RULES):
        return "gone", change.rule, _doubt(change)
    values = json.dumps((change.before, change.after), sort_keys=True, default=str)
    return ("edit", change.rule, change.direction, change.subject, values, _doubt(change))


def _doubt(change: Change) -> Any:
    return change.judgement, change.cause


_SECTIONS = {
    None: Section.GONE,
    Direction.REQUEST: Section.SENT,
    Direction.RESPONSE: Section.RECEIVED,
}
_ORDER = {section: place for place, section in enumerate(Section)}
