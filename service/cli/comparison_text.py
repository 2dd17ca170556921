"""How does a comparison read in a terminal: who is hit, by what, and how could it be avoided?"""

from collections.abc import Iterator, Sequence

from service.cli.comparison_findings import Finding, Section, loud_findings
from service.cli.comparison_report import Place, Places, Report
from service.cli.comparison_summary import (
    Advice,
    QuietKind,
    advice_of,
    hidden_hint,
    hit_operations,
    named_together,
    quiet_kinds,
    summary_lines,
    verdict_sentence,
)
from service.cli.pens import Pen, counted, some_of
from service.cli.side_rendering import Side, allowed_now, moved_to, renamed_to, sides_of
from service.cli.witness_rendering import proof_of
from service.openapi_diff import Change
from service.openapi_diff.places import cut
from service.openapi_diff.sentences import place_in_words, sentence_of

_MAX_FINDINGS = 100
_MAX_LIKEWISE = 12
_MAX_OPERATIONS = 12
_MAX_GONE = 200
_MAX_HIT = 40
_MAX_TEXT = 60
_MAX_HITS = 12
_MAX_FIELDS = 2
_MAX_FIELD = 40


def render_text(report: Report) -> str:
    """The verdict, who is hit, the findings by question, the advice, and what it all rests on."""
    pen = Pen(report.has_colour)
    told = loud_findings(report.shown)
    places = report.places_of(_placed(told))
    lines = [
        pen.judged(verdict_sentence(report.comparison), report.comparison.verdict),
        *summary_lines(report),
        *_hit(told, pen),
    ]
    for section, members in told.items():
        lines.extend(_section(section, members, report, places, pen))
    lines.extend(_harmless(report, pen))
    lines.extend(_advice(advice_of(told), pen))
    lines.extend(_footer(report))
    return "\n".join(lines)


def _placed(findings: dict[Section, list[Finding]]) -> Iterator[Change]:
    """The changes whose lines are shown."""
    for members in findings.values():
        for finding in members[:_MAX_FINDINGS]:
            yield from finding.changes[: _MAX_LIKEWISE + 1]


def _hit(findings: dict[Section, list[Finding]], pen: Pen) -> Iterator[str]:
    """Which operations stop working, with the numbers of the findings that say how."""
    for sentence, operations in hit_operations(findings):
        yield ""
        yield f"{sentence}:"
        for operation, hits in list(operations.items())[:_MAX_HIT]:
            told = ", ".join(_hit_by(finding, operation) for finding in hits[:_MAX_HITS])
            more = f" and {len(hits) - _MAX_HITS} more" if len(hits) > _MAX_HITS else ""
            yield f"  {pen.operation(operation)}  {told}{more}"
        if len(operations) > _MAX_HIT:
            yield f"  ... and {len(operations) - _MAX_HIT} more"


def _hit_by(finding: Finding, operation: str) -> str:
    """The number of a finding, and the fields it is about."""
    fields = [cut(field, _MAX_FIELD) for field in finding.fields_of(operation)]
    return _plain(f"[{finding.number}] {some_of(fields, _MAX_FIELDS)}".rstrip())


def _section(
    section: Section, findings: Sequence[Finding], report: Report, places: Places, pen: Pen
) -> Iterator[str]:
    yield ""
    yield f"{pen.title(section.title)} ({section.gist})"
    for finding in findings[:_MAX_FINDINGS]:
        yield ""
        yield from _finding(finding, report, places, pen)
    if len(findings) > _MAX_FINDINGS:
        more = counted(len(findings) - _MAX_FINDINGS, "more finding")
        yield ""
        yield f"... and {more} of this kind; --format json lists them all."


def _finding(finding: Finding, report: Report, places: Places, pen: Pen) -> Iterator[str]:
    head = finding.head
    number = pen.judged(f"[{finding.number}]", head.judgement)
    yield f"{number} {sentence_of(finding.told, pen.quoting)}"
    before, after = sides_of(head)
    yield f"    {before.label:<7} {_side(before, head.base_pointer, places.before(head), pen)}"
    yield f"    {after.label:<7} {_side(after, head.revision_pointer, places.after(head), pen)}"
    yield from _context(head, report)
    yield from _likewise(finding, places, pen)
    if len(finding.operations) > 1:
        most = _MAX_GONE if finding.told is not head else _MAX_OPERATIONS
        shown = some_of(finding.operations, most, pen.operation)
        yield f"    reaches {counted(len(finding.operations), 'operation')}: {shown}"
    if (proof := proof_of(head)) is not None:
        yield f"    {_plain(proof)}"
    yield f"    {pen.quiet(f'rule    {head.rule}, fingerprint {head.fingerprint}')}"


def _context(change: Change, report: Report) -> Iterator[str]:
    """What the revision says instead, where the change alone does not tell."""
    if (values := allowed_now(change, report.revision.document)) is not None:
        yield f"    allowed now: {_plain(values)}"
    if (twins := renamed_to(change, report.base.document, report.revision.document)) is not None:
        yield f"    {_plain(twins)}"
    if (names := moved_to(change)) is not None:
        yield f"    described by {_plain(names[0])} before, by {_plain(names[1])} now"


def _likewise(finding: Finding, places: Places, pen: Pen) -> Iterator[str]:
    """The other places of the same edit."""
    for other in finding.others[:_MAX_LIKEWISE]:
        yield f"    also    {_other(other, finding.head, places, pen)}"
    if len(finding.others) > _MAX_LIKEWISE:
        yield f"    also    ... and {len(finding.others) - _MAX_LIKEWISE} more places"


def _side(side: Side, pointer: str | None, place: Place | None, pen: Pen) -> str:
    """What it was or is, and where in the file."""
    if pointer is None:
        return "not there"
    where = _where(pointer, place, pen)
    return f"{_plain(side.told)}  {where}" if side.told else where


def _where(pointer: str, place: Place | None, pen: Pen) -> str:
    line = f"{place.file}:{place.line}:{place.column} " if place else ""
    return pen.quiet(f"{line}#{pointer}")


def _other(change: Change, head: Change, places: Places, pen: Pen) -> str:
    """Another place of the same edit, with its lines, and its operations where they are others."""
    told = place_in_words(change.location, pen.quoting)
    if change.operations != head.operations and change.operations:
        told += f" ({some_of(list(change.operations), 3, pen.operation)})"
    found = [place for place in (places.before(change), places.after(change)) if place]
    lines = " ".join(f"{place.file}:{place.line}:{place.column}" for place in found)
    return f"{told} {pen.quiet(lines)}".rstrip()


def _harmless(report: Report, pen: Pen) -> Iterator[str]:
    """What can be ignored, counted by kind; every place where all was asked for."""
    kinds = quiet_kinds(report)
    if not kinds:
        return
    yield ""
    resting = ", under the assumptions at the end" if report.comparison.assumptions else ""
    yield f"{pen.title(Section.HARMLESS.title)} ({Section.HARMLESS.gist}{resting})"
    for kind in kinds:
        more = f" and {kind.hidden:,} more" if kind.hidden else ""
        yield f"  {kind.count:>6,} x {kind.title}: {_examples(kind, pen)}{more}"


def _examples(kind: QuietKind, pen: Pen) -> str:
    """The places of a kind; of edited texts, how the first one reads now."""
    told = "; ".join(named_together(kind.shown, pen.quoting))
    (first, *_others) = kind.shown
    if kind.is_of_texts and isinstance(first.before, str) and isinstance(first.after, str):
        before, after = (pen.name(cut(text, _MAX_TEXT)) for text in (first.before, first.after))
        told += f" ({before} is now {after})"
    return told


def _advice(advice: Sequence[Advice], pen: Pen) -> Iterator[str]:
    if not advice:
        return
    yield ""
    yield pen.title("Why it breaks, and how it could be done without")
    for item in advice:
        yield ""
        yield f"{_references(item.numbers)} {item.rule}{item.direction}"
        yield f"    why      {item.why}"
        yield f"    instead  {item.instead}"


def _footer(report: Report) -> Iterator[str]:
    if report.comparison.assumptions:
        yield ""
        yield "What is called harmless here rests on this:"
        yield from (f"- {assumption.statement}" for assumption in report.comparison.assumptions)
    if (hint := hidden_hint(report)) is not None:
        yield ""
        yield hint


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"[{number}]" for number in numbers)


def _plain(text: str) -> str:
    return Pen(has_colour=False).operation(text)
