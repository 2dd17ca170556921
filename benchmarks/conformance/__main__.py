"""What do the suites of other projects say of our engine?"""

import json
import sys
from pathlib import Path

import click

from benchmarks.conformance.answers import Answer, answer
from benchmarks.conformance.cases import UnknownFormat, load_cases
from benchmarks.conformance.disagreement_classes import DisagreementClass
from benchmarks.conformance.disagreements import classes_of
from benchmarks.conformance.figures import Figures, figures_of
from benchmarks.conformance.printing import markdown_figures, printed_cases, printed_figures
from benchmarks.conformance.refutation import Refutation, refutations_of
from benchmarks.shared_data import SHARED

_CORPUS = SHARED / "comparison" / "corpus"


def _as_json(figures: Figures) -> str:
    return json.dumps(figures.to_dict(), indent=2)


_FORMS = {"text": printed_figures, "markdown": markdown_figures, "json": _as_json}


@click.command()
@click.option("--corpus", type=Path, default=_CORPUS, help="The folder with manifest.json.")
@click.option("--source", multiple=True, help="Only cases of this source; may be repeated.")
@click.option(
    "--show",
    help="List the cases of this agreement, side or class, those `refuted`, or the one of this id.",
)
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), default="text", show_default=True
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
def main(*, corpus: Path, source: tuple[str, ...], show: str | None, form: str) -> None:
    """Print how far the engine agrees with cases that other projects wrote for their own."""
    try:
        cases = load_cases(corpus)
    except (OSError, UnknownFormat) as fault:
        click.echo(f"There is no corpus at {corpus}: {fault}", err=True)
        sys.exit(2)
    answers = [answer(case) for case in cases if not source or case.source in source]
    classes = classes_of(answers)
    refutations = refutations_of(answers, classes)
    figures = figures_of(answers, classes, refutations)
    click.echo(_FORMS[form](figures))
    if show is not None:
        shown = [found for found in answers if show in _names(found, classes, refutations)]
        click.echo(printed_cases(shown, classes, refutations))


def _names(
    found: Answer, classes: dict[str, DisagreementClass], refutations: dict[str, Refutation]
) -> tuple[str, ...]:
    """By what a case can be asked for."""
    kind = classes.get(found.case.id)
    refuted = ("refuted",) if found.case.id in refutations else ()
    return (found.case.id, found.agreement, *refuted, *((kind.name, kind.side) if kind else ()))


if __name__ == "__main__":
    main()
