"""What does a comparison come to, in a few lines: how many, whom, why, and what else?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.cli.comparison_findings import Finding, Section, loud_findings, section_of
from service.cli.comparison_report import Report, is_loud
from service.cli.pens import counted
from service.openapi_diff import RULES, Change, Comparison, Direction, Judgement, Level, Verdict
from service.openapi_diff.places import place_parts
from service.openapi_diff.sentences import Quoting, place_in_words, telling_of

_SENTENCES = {
    Verdict.COMPATIBLE: "Compatible: nothing that the base promised is broken.",
    Verdict.BREAKING: "Breaking: the revision breaks clients that rely on the base.",
    Verdict.UNDETERMINED: "Undetermined: the documents do not say whether something breaks.",
}
_HIT = {
    Section.GONE: ("cannot be called as before", "cannot be called as before"),
    Section.SENT: ("refuses requests that it accepted", "refuse requests that they accepted"),
    Section.RECEIVED: (
        "may answer what its clients do not expect",
        "may answer what their clients do not expect",
    ),
}
_DIRECTIONS = {
    None: "",
    Direction.REQUEST: ", in what clients send",
    Direction.RESPONSE: ", in what clients receive",
}
_SAID = (
    (Judgement.UNDETERMINED, "cannot be told"),
    (Judgement.RISKY, "may hurt"),
    (Judgement.SAFE, "harmless"),
    (Judgement.DOCUMENTATION, "of texts only"),
)
_PROVED = "shown by an example message that one document allows and the other does not"
_GONE = ("operation.removed", "path.removed")
ADDED_OPERATIONS = ("operation.added", "path.added")
_MAX_EXAMPLES = 8
_MAX_ADDED = 40


@dataclass(frozen=True, slots=True)
class Advice:
    """Why the findings of one rule break in one direction, and how it could be done without."""

    rule: str
    direction: str
    numbers: tuple[int, ...]
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class QuietKind:
    """Harmless changes of one rule and direction; only some of them are shown."""

    title: str
    is_of_texts: bool
    count: int
    shown: tuple[Change, ...]

    @property
    def hidden(self) -> int:
        return self.count - len(self.shown)


def verdict_sentence(comparison: Comparison) -> str:
    """The verdict, as a sentence."""
    return _SENTENCES[comparison.verdict]


def summary_lines(report: Report) -> list[str]:
    """How many changes of each kind, and how many operations of the base they hit."""
    found = Counter(change.judgement for change in report.comparison.changes)
    if not found:
        return ["Nothing changed."]
    breaks, proved = found[Judgement.BREAKS], report.comparison.proved_count
    parts = [_breaks(report, breaks)] if breaks else []
    parts.extend([f"{proved:,} of them {_PROVED}"] if proved else [])
    parts.extend(f"{found[judgement]:,} {said}" for judgement, said in _SAID if found[judgement])
    return [f"{', '.join(parts)}.", _operations_line(report)]


def _breaks(report: Report, count: int) -> str:
    """How many changes break, and by how many numbers they are told."""
    told = loud_findings(report.comparison.changes)
    points = sum(len(members) for section, members in told.items() if section in _HIT)
    by = "" if points == count else f", told in {counted(points, 'point')}"
    return f"{counted(count, 'change')} break{'s' if count == 1 else ''}{by}"


def _operations_line(report: Report) -> str:
    """How much of the interface is hit, and what is gone or new."""
    changes = report.comparison.changes
    hit = _reached(change for change in changes if change.judgement is Judgement.BREAKS)
    gone = _reached(change for change in changes if change.rule.startswith(_GONE))
    new = _reached(change for change in changes if change.rule in ADDED_OPERATIONS)
    total = counted(len(report.base.document.operations), "operation")
    return f"What breaks hits {len(hit):,} of {total}; {len(gone):,} gone, {len(new):,} new."


def _reached(changes: Iterable[Change]) -> set[str]:
    return {operation for change in changes for operation in change.operations}


def hit_operations(
    findings: dict[Section, list[Finding]],
) -> Iterator[tuple[str, dict[str, list[Finding]]]]:
    """For each way of being hit: a sentence, and the operations with what hits them."""
    for section, (one, several) in _HIT.items():
        operations: dict[str, list[Finding]] = {}
        for finding in findings.get(section, []):
            for operation in finding.operations:
                operations.setdefault(operation, []).append(finding)
        if operations:
            what = one if len(operations) == 1 else several
            told = f"{counted(len(operations), 'operation')} {what}"
            yield told, dict(sorted(operations.items()))


def advice_of(findings: dict[Section, list[Finding]]) -> list[Advice]:
    """Why and how else, once for each rule and direction, in the order of the findings."""
    advice: dict[tuple[str, str, str, str], list[int]] = {}
    for members in findings.values():
        for finding in members:
            telling = telling_of(finding.head)
            direction = _DIRECTIONS[finding.head.direction]
            key = (finding.head.rule, direction, telling.why, telling.instead)
            advice.setdefault(key, []).append(finding.number)
    return [
        Advice(rule, direction, tuple(numbers), why, instead)
        for (rule, direction, why, instead), numbers in advice.items()
    ]


def quiet_kinds(report: Report) -> list[QuietKind]:
    """The harmless changes by rule and direction, those of texts last; places if all are asked."""
    kinds: dict[tuple[bool, str, Direction | None], list[Change]] = {}
    for change in report.comparison.changes:
        if section_of(change) is Section.HARMLESS:
            is_text = change.judgement is Judgement.DOCUMENTATION
            kinds.setdefault((is_text, change.rule, change.direction), []).append(change)
    ordered = sorted(kinds.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return [
        QuietKind(
            title=f"{RULES[rule].summary}{_DIRECTIONS[direction]}{_new(changes)}",
            is_of_texts=is_text,
            count=len(changes),
            shown=tuple(_shown(changes, report.least)),
        )
        for (is_text, rule, direction), changes in ordered
    ]


def _new(changes: list[Change]) -> str:
    """How many operations come with new paths, where they are more than the paths."""
    new = len(_reached(changes)) if changes[0].rule in ADDED_OPERATIONS else 0
    return f" ({counted(new, 'operation')})" if new > len(changes) else ""


def _shown(changes: list[Change], least: Level) -> list[Change]:
    if least is Level.INFO:
        return changes
    if changes[0].judgement is Judgement.DOCUMENTATION:
        return changes[:1]
    return changes[: _MAX_ADDED if ".added" in changes[0].rule else _MAX_EXAMPLES]


def named_together(changes: Iterable[Change], quoting: Quoting) -> list[str]:
    """Harmless changes by what they are in, each of which is named once."""
    holders: dict[str, list[str]] = {}
    for change in changes:
        if change.rule in ADDED_OPERATIONS:
            holders.setdefault(", ".join(map(quoting.operation, change.operations)), [])
            continue
        told = place_in_words(change.location, quoting)
        field = quoting.name(place_parts(change.location)[0])
        is_inside = told.startswith(f"{field} of ")
        holder = told.removeprefix(f"{field} of ") + _owner(change, told, quoting)
        holders.setdefault(holder, []).extend([field] if is_inside else [])
    return [
        f"{', '.join(fields)} of {told}" if fields else told for told, fields in holders.items()
    ]


def _owner(change: Change, told: str, quoting: Quoting) -> str:
    """The operation of a place, where that alone tells it from others."""
    is_named = told.startswith("operation ") or not change.location.startswith("paths/")
    if is_named or len(change.operations) != 1:
        return ""
    return f" of {quoting.operation(change.operations[0])}"


def hidden_hint(report: Report) -> str | None:
    """How to see what is not shown; None where everything is."""
    hidden = sum(not is_loud(change, report.least) for change in report.comparison.changes)
    if not hidden:
        return None
    verb = "is only counted" if hidden == 1 else "are only counted"
    return f"{counted(hidden, 'quieter change')} {verb}; --level info lists all places."
