"""How does a comparison read, as plain text or as Markdown?"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import click

from service.cli.change_rendering import definition, direction, plain_line, reach, within
from service.openapi_diff import Change, Comparison, Judgement, Level, Verdict

_MAX_SUBJECT = 300
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])")
_COLOURS = {
    Verdict.BREAKING: "red",
    Verdict.UNDETERMINED: "yellow",
    Verdict.COMPATIBLE: "green",
    Level.ERROR: "red",
    Level.WARNING: "yellow",
    Level.INFO: "bright_black",
}
_SENTENCES = {
    Verdict.COMPATIBLE: "Compatible: nothing that the base promised is broken.",
    Verdict.BREAKING: "Breaking: the revision breaks clients that rely on the base.",
    Verdict.UNDETERMINED: "Undetermined: the documents do not say whether something breaks.",
}
Paint = Callable[[str, str], str]


def render_text(comparison: Comparison, *, least: Level, colour: bool) -> str:
    """The verdict first, then the changes by definition, then what the verdict rests on."""
    paint: Paint = _painted if colour else _plain
    lines = [paint(_SENTENCES[comparison.verdict], _COLOURS[comparison.verdict])]
    lines.append(_counted(comparison))
    for place, changes in _by_definition(comparison.changes, least):
        lines.extend(("", plain_line(place)))
        for change in changes:
            lines.extend(_text_lines(change, place, paint))
    lines.extend(_footer(comparison, least))
    return "\n".join(lines)


def render_markdown(comparison: Comparison, *, least: Level) -> str:
    """The same as a comment on a merge request can show it."""
    lines = [f"### {_SENTENCES[comparison.verdict]}", "", _counted(comparison)]
    for place, changes in _by_definition(comparison.changes, least):
        lines.extend(("", f"**{_escaped(place)}**", ""))
        for change in changes:
            operations = _escaped(reach(change, place=place))
            lines.append(
                f"- {_level(change)} `{change.rule}`{_escaped(direction(change))}: "
                f"{_escaped(change.message)} {operations}".rstrip()
            )
    lines.extend(_footer(comparison, least))
    return "\n".join(lines)


def _by_definition(changes: Iterable[Change], least: Level) -> Iterator[tuple[str, list[Change]]]:
    """Changes that are loud enough, by the definition they stand in, the loudest of them first."""
    levels = list(Level)
    loud = [change for change in changes if levels.index(change.level) <= levels.index(least)]
    loud.sort(key=lambda change: definition(change.location))
    groups = [
        (place, list(group))
        for place, group in groupby(loud, key=lambda change: definition(change.location))
    ]
    groups.sort(key=lambda group: min(levels.index(change.level) for change in group[1]))
    yield from groups


def _text_lines(change: Change, place: str, paint: Paint) -> Iterator[str]:
    level = paint(f"{_level(change):8}", _COLOURS[change.level])
    message = plain_line(change.message)
    if len(message) > _MAX_SUBJECT:
        message = message[:_MAX_SUBJECT] + "..."
    yield f"  {level} {message}"
    inside = within(change.location)
    at = f" at {plain_line(inside)}" if inside else ""
    yield f"           {change.rule}{direction(change)}{at}"
    operations = reach(change, place=place)
    if operations:
        yield f"           {plain_line(operations)}"


def _level(change: Change) -> str:
    if change.judgement is Judgement.UNDETERMINED:
        return "unknown"
    return change.level.value


def _counted(comparison: Comparison) -> str:
    words = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "remark"}
    return ", ".join(
        f"{count} {words[level]}{'' if count == 1 else 's'}"
        for level, count in comparison.counts.items()
    )


def _footer(comparison: Comparison, least: Level) -> Iterator[str]:
    levels = list(Level)
    hidden = sum(
        count
        for level, count in comparison.counts.items()
        if levels.index(level) > levels.index(least)
    )
    if hidden:
        yield ""
        quieter = "quieter change is" if hidden == 1 else "quieter changes are"
        yield f"{hidden} {quieter} not shown; --level info lists everything."
    if comparison.assumptions:
        yield ""
        yield "What is called harmless here rests on this:"
        yield from (f"- {assumption.statement}" for assumption in comparison.assumptions)


def _painted(text: str, colour: str) -> str:
    return click.style(text, fg=colour, bold=True)


def _plain(text: str, colour: str) -> str:
    del colour
    return text


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", plain_line(text))
