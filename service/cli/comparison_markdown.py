"""How does a comparison read as a changelog, on a page that renders Markdown?"""

import re
from collections.abc import Iterator

from service.cli.change_rendering import plain_line
from service.cli.comparison_findings import Finding, Section, loud_findings
from service.cli.comparison_report import Place, Places, Report
from service.cli.comparison_summary import (
    QuietKind,
    advice_of,
    hidden_hint,
    named_together,
    quiet_kinds,
    summary_lines,
    verdict_sentence,
)
from service.cli.pens import some_of
from service.cli.side_rendering import allowed_now, moved_to, renamed_to
from service.cli.witness_rendering import proof_of
from service.openapi_diff.sentences import Quoting, place_in_words, sentence_of

_MAX_FINDINGS = 100
_MAX_PLACES = 12
_FENCE = re.compile(r"`+")


def render_markdown(report: Report) -> str:
    """The verdict, the findings by question with their advice, and what is harmless."""
    told = loud_findings(report.shown)
    heads = [finding.head for members in told.values() for finding in members[:_MAX_FINDINGS]]
    places = report.places_of(heads)
    lines = [f"## {verdict_sentence(report.comparison)}", "", " ".join(summary_lines(report))]
    for section, members in told.items():
        lines.extend(("", f"### {section.title}", ""))
        for finding in members[:_MAX_FINDINGS]:
            lines.extend(_finding(finding, report, places))
        if len(members) > _MAX_FINDINGS:
            lines.append(f"- ... and {len(members) - _MAX_FINDINGS:,} more of this kind")
    lines.extend(_harmless(report))
    lines.extend(_footer(report))
    return "\n".join(lines)


def code(text: str) -> str:
    """Text of a document as a code span, which nothing in it can end or turn into markup."""
    line = plain_line(text)
    longest = max(map(len, _FENCE.findall(line)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if not line or line[0] in "` " or line[-1] in "` " else ""
    return f"{fence}{padding}{line}{padding}{fence}"


_QUOTING = Quoting(name=code, operation=code)


def _finding(finding: Finding, report: Report, places: Places) -> Iterator[str]:
    head = finding.head
    yield f"- **{finding.number}.** {sentence_of(finding.told, _QUOTING)}"
    if finding.others:
        others = [place_in_words(change.location, _QUOTING) for change in finding.others]
        yield f"  - Also: {some_of(others, _MAX_PLACES)}"
    if len(finding.operations) > 1:
        yield f"  - Operations: {some_of(finding.operations, _MAX_PLACES, code)}"
    if (values := allowed_now(head, report.revision.document)) is not None:
        yield f"  - Allowed now: {code(values)}"
    if (twins := renamed_to(head, report.base.document, report.revision.document)) is not None:
        yield f"  - {code(twins)}"
    if (names := moved_to(head)) is not None:
        yield f"  - Described by {code(names[0])} before, by {code(names[1])} now"
    for advice in advice_of({Section.OPEN: [finding]}):
        yield f"  - Why: {advice.why}"
        yield f"  - Instead: {advice.instead}"
    if (proof := proof_of(head)) is not None:
        yield f"  - {code(proof)}"
    yield f"  - {_where(places.before(head), places.after(head))}{code(head.rule)}"


def _where(before: Place | None, after: Place | None) -> str:
    return "".join(
        f"{side} {code(f'{place.file}:{place.line}:{place.column}')}, "
        for side, place in (("before", before), ("after", after))
        if place
    )


def _harmless(report: Report) -> Iterator[str]:
    kinds = quiet_kinds(report)
    if kinds:
        yield from ("", f"### {Section.HARMLESS.title}", "")
        yield from (f"- {_kind(kind)}" for kind in kinds)


def _kind(kind: QuietKind) -> str:
    more = f" and {kind.hidden:,} more" if kind.hidden else ""
    return f"{kind.count:,} x {kind.title}: {'; '.join(named_together(kind.shown, _QUOTING))}{more}"


def _footer(report: Report) -> Iterator[str]:
    if report.comparison.assumptions:
        yield from ("", "What is called harmless here rests on this:", "")
        yield from (f"- {assumption.statement}" for assumption in report.comparison.assumptions)
    if (hint := hidden_hint(report)) is not None:
        yield from ("", hint)
