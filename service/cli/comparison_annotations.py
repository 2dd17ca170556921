"""How is a comparison shown beside the lines of a pull request, by GitHub's workflow commands?"""

from collections.abc import Iterator

from service.cli.comparison_report import Place, Report
from service.cli.comparison_summary import summary_lines, verdict_sentence
from service.cli.pens import Pen
from service.openapi_diff import Change, Level
from service.openapi_diff.sentences import sentence_of, telling_of

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_PLAIN = Pen(has_colour=False)


def render_annotations(report: Report) -> str:
    """A workflow command for each shown change, at the line it stands on, then the summary.

    GitHub shows the first ten of each kind per step; the log holds all.
    """
    changes = report.shown
    places = report.places_of(changes)
    lines = [_command(change, places.after(change) or places.before(change)) for change in changes]
    summary = (verdict_sentence(report.comparison), *summary_lines(report))
    return "\n".join((*lines, *summary))


def _command(change: Change, place: Place | None) -> str:
    properties = ",".join(
        f"{name}={_property(value)}" for name, value in _properties(change, place)
    )
    return f"::{_COMMANDS[change.level]} {properties}::{_data(_message(change))}"


def _properties(change: Change, place: Place | None) -> Iterator[tuple[str, str]]:
    if place:
        yield "file", place.file
        yield "line", str(place.line)
        yield "col", str(place.column)
    yield "title", change.rule


def _message(change: Change) -> str:
    telling = telling_of(change)
    parts = (sentence_of(change, _PLAIN.quoting), telling.why, telling.instead)
    return " ".join(part for part in parts if part)


def _data(text: str) -> str:
    """Text that cannot end its line, and so cannot begin another command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    visible = _PLAIN.operation(text)
    return _data(visible).replace(":", "%3A").replace(",", "%2C")
