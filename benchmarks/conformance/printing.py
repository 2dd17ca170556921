"""How do the figures look to a reader?"""

from collections import Counter
from collections.abc import Iterable

from benchmarks.conformance.answers import Agreement, Answer
from benchmarks.conformance.cases import Expected
from benchmarks.conformance.disagreement_classes import DisagreementClass, Side
from benchmarks.conformance.figures import Figures, Row
from benchmarks.conformance.refutation import Refutation

_COLUMNS = (
    ("", 15),
    ("cases", 6),
    ("agrees", 8),
    ("missed", 8),
    ("alarm", 7),
    ("undetermined", 14),
    ("agreement", 11),
    ("whole", 8),
    ("profile", 9),
    ("id recall", 17),
    ("id precision", 17),
    ("pointers", 16),
    ("refused", 9),
)
_MOST_WORDS = 12


def printed_figures(figures: Figures) -> str:
    """A table of all rows, and what the tables and the reader could not deal with."""
    names = [name for name, _ in _COLUMNS]
    lines = [_aligned(row) for row in [names, *map(_cells, _rows(figures))]]
    lines.extend(["", *_agreements(figures), "", *_classes(figures), ""])
    for row in figures.sources:
        lines.extend(_words(row))
    lines.extend(f"not asked: {case}: {reason}" for case, reason in figures.unread.items())
    return "\n".join(lines)


def markdown_figures(figures: Figures) -> str:
    """The same tables for a page."""
    names = [name or "source" for name, _ in _COLUMNS]
    lines = [_piped(names), _piped(["---"] * len(names))]
    lines.extend(_piped(_cells(row)) for row in _rows(figures))
    lines.extend(["", *(f"- {line}" for line in _agreements(figures)), ""])
    lines.extend(["| side | cases | refuted | class | why |", "|---|---|---|---|---|"])
    lines.extend(
        _piped(
            [
                kind.side,
                f"{counts.total()} {_by_grade(counts)}",
                str(figures.proved[kind] or ""),
                f"`{kind.name}`",
                kind.why,
            ]
        )
        for kind, counts in figures.classes.items()
    )
    return "\n".join(lines)


def _rows(figures: Figures) -> tuple[Row, ...]:
    return (*figures.sources, *figures.grades)


def _aligned(cells: Iterable[str]) -> str:
    (first, *rest), (width, *widths) = cells, [width for _, width in _COLUMNS]
    padded = (f"{cell:>{wide}}" for cell, wide in zip(rest, widths, strict=True))
    return "".join([f"{first:{width}}", *padded])


def _piped(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(row: Row) -> list[str]:
    counts, verdicts = row.tally, row.verdicts
    told = (Agreement.AGREES, Agreement.MISSED, Agreement.ALARM, Agreement.UNDETERMINED)
    return [
        row.name,
        str(row.cases),
        *(str(verdicts[kind]) for kind in told),
        _share(row.agreeing, row.judged),
        _share(row.agreeing_whole, row.judged),
        _share(row.agreeing_with_profile, row.judged),
        _of(counts.found, counts.expected),
        _of(counts.confirmed, counts.reported),
        _of(counts.placed, counts.pointers),
        str(row.refused),
    ]


def _agreements(figures: Figures) -> list[str]:
    """Agreement on verdicts: as it is, without policy differences, without answers that a validator
    refutes; and with all those who err, be it shown or argued.
    """
    return [
        f"{row.name}: agreement {_of(row.agreeing, row.judged)}, policy differences "
        f"{_of(row.sides[Side.POLICY], row.judged)}, agreement on the rest "
        f"{_of(row.agreeing, row.undisputed)}; without {row.refuted} answers that a validator "
        f"refutes {_of(row.agreeing, row.tenable)}; with those where ours is argued to be right "
        f"{_of(row.agreeing_or_right, row.undisputed)}"
        for row in figures.grades
    ]


def _classes(figures: Figures) -> list[str]:
    return [
        f"{kind.side:13}{counts.total():4} {_by_grade(counts):15} {kind.name}: {kind.why}"
        f"{_proved(figures, kind)}"
        for kind, counts in figures.classes.items()
    ]


def _proved(figures: Figures, kind: DisagreementClass) -> str:
    count = figures.proved[kind]
    return f" (a validator refutes {count})" if count else ""


def _by_grade(counts: Counter[str]) -> str:
    return "(" + ", ".join(f"{grade} {counts[grade]}" for grade in sorted(counts)) + ")"


def _words(row: Row) -> list[str]:
    counts = row.tally
    told = (
        ("unmapped ids", counts.unmapped),
        ("ids without a counterpart", counts.without_counterpart),
        ("their ids that we did not report", counts.missed),
        ("our rules that they did not report", counts.unconfirmed),
    )
    return [f"{row.name}, {title}: {_listed(found)}" for title, found in told if found]


def _listed(found: Counter[str]) -> str:
    shown = [f"{name} {count}" for name, count in found.most_common(_MOST_WORDS)]
    more = len(found) - len(shown)
    return ", ".join([*shown, *([f"and {more} more"] if more > 0 else [])])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _of(part: int, whole: int) -> str:
    return f"{part}/{whole} {_share(part, whole)}" if whole else "-"


def printed_cases(
    answers: Iterable[Answer],
    classes: dict[str, DisagreementClass],
    refutations: dict[str, Refutation],
) -> str:
    """Each case with what its source expects, what we found, and what the disagreement is."""
    return "\n".join(
        line
        for found in answers
        for line in _case(found, classes.get(found.case.id), refutations.get(found.case.id))
    )


def _case(
    found: Answer, kind: DisagreementClass | None, refutation: Refutation | None
) -> list[str]:
    case = found.case
    said = {None: "nothing", True: "breaking", False: "compatible"}[case.breaking]
    lines = ["", f"{case.id} (grade {case.grade}): they say {said}: {found.agreement}"]
    lines.append(f"  {case.base} {case.revision}")
    if kind is not None:
        lines.append(f"  {kind.side}, {kind.name}: {kind.why}")
    if refutation is not None:
        lines.append(f"  refuted: {refutation.why}")
    lines.extend(f"  not asked: {reason}" for reason in [found.reason] if reason)
    lines.extend(f"  theirs: {_expected(expected)}" for expected in case.expected)
    seen = set(map(id, found.seen))
    for change in found.changes:
        mark = "ours" if id(change) in seen else "ours, out of scope"
        place = change.base_pointer or change.revision_pointer
        lines.append(f"  {mark}: {change.judgement} {change.rule} {change.direction or ''} {place}")
    return lines


def _expected(expected: Expected) -> str:
    pointers = [*expected.base_pointers[:1], *expected.revision_pointers[:1]]
    parts = [expected.level, expected.id, expected.operation, expected.text, *pointers]
    return " ".join(part for part in parts if part)
