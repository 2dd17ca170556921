"""How is a word of a report set apart: with colour on a terminal, with quotes elsewhere?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from service.cli.change_rendering import plain_line
from service.openapi_diff import Judgement, Verdict
from service.openapi_diff.sentences import Quoting

_COLOURS = {
    Verdict.BREAKING: "red",
    Verdict.UNDETERMINED: "yellow",
    Verdict.COMPATIBLE: "green",
    Judgement.BREAKS: "red",
    Judgement.UNDETERMINED: "yellow",
    Judgement.RISKY: "yellow",
    Judgement.SAFE: "green",
    Judgement.DOCUMENTATION: "bright_black",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes for a terminal. What comes from a document is made visible, never obeyed."""

    has_colour: bool

    @property
    def quoting(self) -> Quoting:
        return Quoting(name=self.name, operation=self.operation)

    def name(self, text: str) -> str:
        """A name or value from a document."""
        return self._styled(f"`{plain_line(text)}`", fg="cyan")

    def operation(self, text: str) -> str:
        """An operation, as `GET /orders`."""
        return self._styled(plain_line(text), bold=True)

    def title(self, text: str) -> str:
        """The title of a section."""
        return self._styled(text, bold=True, underline=True)

    def quiet(self, text: str) -> str:
        """What is there to be looked up, not to be read."""
        return self._styled(plain_line(text), fg="bright_black")

    def judged(self, text: str, how: Verdict | Judgement) -> str:
        """A word in the colour of a verdict or judgement."""
        return self._styled(text, fg=_COLOURS[how], bold=True)

    def _styled(self, text: str, **style: Any) -> str:
        return click.style(text, **style) if self.has_colour else text


Listed = Callable[[str], str]


def some_of(texts: list[str], limit: int, write: Listed = str) -> str:
    """The first of many, and how many more there are."""
    shown = ", ".join(map(write, texts[:limit]))
    more = len(texts) - limit
    return f"{shown} and {more} more" if more > 0 else shown


def counted(count: int, noun: str) -> str:
    """A number with its noun, which takes an s where there are several."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
